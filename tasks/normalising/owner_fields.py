"""The columns of institutions: who is responsible, at which level, and who supports."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from tasks.model.values import Institution, Level, Region, joined
from tasks.normalising.abbreviations import written_out
from tasks.normalising.actors import acting, helping
from tasks.normalising.bare_names import in_full
from tasks.normalising.institution_matches import InstitutionMatch
from tasks.normalising.institution_names import one_name
from tasks.normalising.owned import Owned
from tasks.normalising.placing import Placing

_COLUMNS = ("owners_text", "supporters_text", "action", "proposer_text", "level_hint", "place_text", "heading")
_NOBODY = Institution("", Level.OTHER)


def owned(raw: pd.DataFrame, placing: Placing) -> list[Owned]:
    """Owners and supporters of every row; equal words are read once, one office has one name in all of them."""
    known: dict[tuple[str, ...], Owned] = {}
    words = list(zip(*(raw[column] for column in _COLUMNS), strict=True))
    for row in words:
        if row not in known:
            known[row] = _owned(row, placing)
    full = written_out(
        [i for found in known.values() for i in (*found.owners, *found.supporters)],
        [name for found in known.values() for name in found.unknown],
    )
    spelt = {row: _in_full(found, full) for row, found in known.items()}
    rows = [
        row if not spelt[row].unknown else (*row, *place)
        for row, place in zip(words, zip(raw["file"], raw["group"], strict=True), strict=True)
    ]
    said = {row: _as_said(spelt[row[: len(_COLUMNS)]], row[len(_COLUMNS) :], placing) for row in dict.fromkeys(rows)}
    everyone = [i for found in said.values() for i in (*found.owners, *found.supporters)]
    offices = [office for found in said.values() for office in found.offices]
    names = one_name(everyone, offices, placing.gazetteer, placing.directory.year)
    bodies = {i.name: i for i in everyone}
    renamed = {row: _renamed(found, names, bodies) for row, found in said.items()}
    return in_full([renamed[row] for row in rows], raw["file"], placing.directory.host)


def _as_said(found: Owned, place: Sequence[str], placing: Placing) -> Owned:
    """With the short names that a file or its group explains, though not the whole plan.

    place: the file and the group of the records, nothing where all their names are known.
    """
    told = {name: placing.defined.full(name, *place) for name in found.unknown}
    full = {name: placing.directory.named(written) for name, written in told.items() if written}
    return _in_full(found, full) if full else found


def _in_full(found: Owned, full: Mapping[str, Institution]) -> Owned:
    """With the abbreviations that the plan itself writes out elsewhere."""
    fields = (("owners", found.owners), ("supporters", found.supporters))
    told = [field for field, named in fields if any(i.name in full and i.name in found.unknown for i in named)]
    if not told:
        return found
    owners, supporters = (tuple(full.get(i.name, i) for i in named) for _, named in fields)
    inferred = (*found.inferred, *(f"{field}: abbreviation" for field in told))
    unknown = tuple(name for name in found.unknown if name not in full)
    return replace(found, owners=owners, supporters=supporters, unknown=unknown, inferred=inferred)


def _owned(words: Sequence[str], placing: Placing) -> Owned:
    owners, supporters, action, proposer, hint, *_ = words
    directory = placing.directory
    named, mentioned = directory.split(owners), directory.find(action)
    actors = acting(mentioned, action)
    inferred = []
    if not any(m.role != "support" for m in named):
        named = [*(actors or directory.split(proposer)), *named]
        inferred = [] if actors or not named else ["owners: proposer"]
    level = Level(hint) if hint in set(Level) else Level.OTHER
    where, source = _where(words, placing)
    leads = [_located(m, level, where, placing) for m in named if m.role != "support"]
    if any(m not in named for m in leads):
        inferred.append(f"owners: {source}")
    helpers = [m for m in named if m.role == "support"] + directory.split(supporters) + helping(mentioned, action)
    inferred += _told(leads, helpers, "host", directory.of_the_host)
    inferred += _told(leads, helpers, "abbreviation", directory.is_told)
    names = {m.institution.name for m in leads}
    helpers = [m for m in helpers if m.institution.name not in names]
    return Owned(
        tuple(_levelled(m, level) for m in leads),
        tuple(m.institution for m in helpers),
        tuple(dict.fromkeys(m.institution.name for m in [*leads, *helpers] if not m.known)),
        tuple(inferred),
        tuple(_office(m) for m in [*leads, *helpers] if m.office and m.institution.region),
        tuple((m.start, m.end) for m in mentioned if not m.institution.region),
        tuple((m.start, m.end) for m in mentioned),
        tuple((m.start, m.end) for m in actors),
    )


def _told(
    leads: Sequence[InstitutionMatch],
    helpers: Sequence[InstitutionMatch],
    source: str,
    is_told: Callable[[InstitutionMatch], bool],
) -> list[str]:
    """What tells more of a name than is written: its ministry is the host's, its short form is explained elsewhere."""
    fields = (("owners", leads), ("supporters", helpers))
    return [f"{field}: {source}" for field, found in fields if any(is_told(m) for m in found)]


def _office(match: InstitutionMatch) -> tuple[str, str, str]:
    return match.office, match.institution.region, match.institution.name


def _of_no_place(match: InstitutionMatch) -> bool:
    """A regional office that is named without saying whose ("Dinas Pendidikan")."""
    known = match.institution
    levels = known.name.endswith(("Provinsi", "Kabupaten/Kota")) or known.name.startswith("Provincial")
    return bool(match.office) and known.level is Level.PROVINCE and not known.region and not levels


def _where(words: Sequence[str], placing: Placing) -> tuple[Region | None, str]:
    """The one region that the place column names, else the title above, else that of who proposed it; and which."""
    _, _, _, proposer, _, place, heading = words
    served = [m.institution.region for m in placing.directory.split(proposer)] if proposer else []
    found = {
        "place": [m.region for m in placing.gazetteer.find(place, place=True)],
        "heading": placing.of_heading(heading),
        "proposer": [region for name in served if (region := placing.gazetteer.by_name(name))],
    }
    source = next((source for source, regions in found.items() if regions), "")
    regions = set(found.get(source, ()))
    return (regions.pop() if len(regions) == 1 else None), source


def _located(match: InstitutionMatch, hint: Level, region: Region | None, placing: Placing) -> InstitutionMatch:
    """An office of no place is that of the region which the record is about."""
    if region is None or not _of_no_place(match):
        return match
    found = placing.directory.split(f"{match.text} {region.name}")
    fits = len(found) == 1 and found[0].institution.region == region.name
    allowed = hint in {Level.OTHER, region.level}
    return found[0]._replace(role=match.role) if fits and allowed else match


def _levelled(match: InstitutionMatch, hint: Level) -> Institution:
    """The level of the column where the directory does not know it; a Dinas of no named place is at that level."""
    known = match.institution
    if not match.known:
        return replace(known, level=hint)
    return replace(known, level=hint) if _of_no_place(match) and hint is Level.DISTRICT else known


def _renamed(found: Owned, names: Mapping[str, str], full: Mapping[str, Institution]) -> Owned:
    """With the one name of each; one of no level has that of the institution which bears the name in full."""

    def proper(institution: Institution) -> Institution:
        name = names.get(institution.name, institution.name)
        of_no_level = name != institution.name and institution.level is Level.OTHER
        return full.get(name, institution) if of_no_level else replace(institution, name=name)

    owners, supporters = tuple(map(proper, found.owners)), tuple(map(proper, found.supporters))
    known = {name for name in found.unknown if full.get(names.get(name, ""), _NOBODY).level is not Level.OTHER}
    unknown = tuple(name for name in found.unknown if name not in known)
    return replace(found, owners=owners, supporters=supporters, unknown=unknown)


def cells(found: Owned) -> tuple[str, str, str]:
    """Owners, their levels, and supporters, as a table holds them; levels stand in the order of the owners."""
    distinct = {o.name: o for o in found.owners}
    levels = "; ".join(str(o.level) for o in distinct.values())
    helpers = [o.name for o in found.supporters if o.name not in distinct]
    return joined(list(distinct)), levels, joined(helpers)
