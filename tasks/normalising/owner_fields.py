"""The columns of institutions: who is responsible, at which level, and who supports."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from tasks.model.values import Institution, Level, joined
from tasks.normalising.institutions import Directory, InstitutionMatch

_COLUMNS = ("owners_text", "supporters_text", "action", "proposer_text", "level_hint")


@dataclass(frozen=True, slots=True)
class Owned:
    """Institutions of a record. unknown: names that no directory has; inferred: why, where it is not written."""

    owners: tuple[Institution, ...] = ()
    supporters: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    inferred: str = ""


def owned(raw: pd.DataFrame, directory: Directory) -> list[Owned]:
    """Owners and supporters of every row; equal words are read once."""
    known: dict[tuple[str, ...], Owned] = {}
    out = []
    for words in zip(*(raw[column] for column in _COLUMNS), strict=True):
        if words not in known:
            known[words] = _owned(words, directory)
        out.append(known[words])
    return out


def _owned(words: Sequence[str], directory: Directory) -> Owned:
    owners, supporters, action, proposer, hint = words
    level = Level(hint) if hint in set(Level) else Level.OTHER
    named = directory.split(owners)
    inferred = ""
    if not any(m.role != "support" for m in named):
        actors = acting(directory, action)
        named = [*(actors or directory.split(proposer)), *named]
        inferred = "" if actors or not named else "owners: proposer"
    leads = [m for m in named if m.role != "support"]
    helpers = [m for m in named if m.role == "support"] + directory.split(supporters) + _helping(directory, action)
    names = {m.institution.name for m in leads}
    return Owned(
        tuple(_levelled(m, level) for m in leads),
        tuple(dict.fromkeys(m.institution.name for m in helpers if m.institution.name not in names)),
        tuple(dict.fromkeys(m.institution.name for m in [*leads, *helpers] if not m.known)),
        inferred,
    )


def acting(directory: Directory, action: str) -> list[InstitutionMatch]:
    """Institutions with which the action begins ("Pustekkom agar menyusun …"), or by which it is done ("oleh …")."""
    found = directory.find(action)
    if not found:
        return []
    leads = _chained(found, action) if not action[: found[0].start].strip() else []
    return leads or [m for m in found if m.role == "lead" and _done_by(action, m)]


def _chained(found: Sequence[InstitutionMatch], action: str) -> list[InstitutionMatch]:
    """The first names as long as nothing but a comma, "dan", "bersama" links them; the action must go on behind."""
    chain = [found[0]]
    for match in found[1:]:
        between = action[chain[-1].end : match.start].casefold().strip(" ,/&")
        if between not in {"", "dan", "and", "bersama", "serta", "together with", "bersama dengan"}:
            break
        chain.append(match)
    return chain if action[chain[-1].end :].strip(" .,;:") else []


def _done_by(action: str, match: InstitutionMatch) -> bool:
    return action[: match.start].casefold().rstrip().endswith(("oleh", " by"))


def _helping(directory: Directory, action: str) -> list[InstitutionMatch]:
    return [m for m in directory.find(action) if m.role == "support"]


def _levelled(match: InstitutionMatch, hint: Level) -> Institution:
    """The level of the column where the directory does not know it; a Dinas of no named place is at that level."""
    known = match.institution
    if not match.known and known.level is Level.OTHER:
        return replace(known, level=hint)
    of_no_place = known.level is Level.PROVINCE and not known.region and not known.name.endswith("Provinsi")
    return replace(known, level=hint) if of_no_place and hint is Level.DISTRICT else known


def cells(owned_: Owned) -> tuple[str, str, str]:
    """Owners, their levels, and supporters, as a table holds them; levels stand in the order of the owners."""
    distinct = {o.name: o for o in owned_.owners}
    levels = "; ".join(str(o.level) for o in distinct.values())
    return joined(list(distinct)), levels, joined(owned_.supporters)
