"""One name for an institution that a plan spells in several ways: the fullest ("Kls I Ambon", "Kelas I Ambon")."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from tasks.model.values import Institution, Level
from tasks.normalising.institution_times import in_one_time
from tasks.normalising.listed_subjects import may_be_part
from tasks.normalising.local_governments import in_form
from tasks.normalising.reference import rows
from tasks.normalising.regions import Gazetteer
from tasks.normalising.short_forms import fits
from tasks.normalising.shortened_units import fuller, is_unit
from tasks.normalising.words import Phrases, key, words

Office = tuple[str, str, str]
"""Kind of office, region, name of an institution of which a region has one."""
_SHORTEST = 3  # letters of an abbreviation that is looked for among full names
_LEGAL_FORMS = frozenset({"pt", "cv", "perum", "persero", "tbk", "ltd", "limited", "plc", "inc", "ri", "the"})
_SAY_NOTHING = _LEGAL_FORMS | {"dan", "and", "of", "for", ",", "(", ")", "/", "provinsi", "di"}


def one_name(
    named: Sequence[Institution], offices: Iterable[Office], gazetteer: Gazetteer, year: int
) -> dict[str, str]:
    """For every name that the plan writes in another way, too, the longest of them.

    Two names are one institution's where a region has one office of their kind ("Disdik Kab. X", "Disdikbud Kab. X"),
    or where nothing but usual abbreviations, legal forms and small words tell them apart, or where one is the other
    cut short, or a local government is named by its region. A body that was renamed bears its name of the year.
    """
    timely = in_one_time([i.name for i in named], year)
    named = [replace(i, name=timely.get(i.name, i.name)) for i in named]
    same: dict[object, set[str]] = {}
    for institution in dict.fromkeys(named):
        spelt = _spelling(institution, gazetteer), institution.level, institution.region
        same.setdefault(spelt, set()).add(institution.name)
    best = _longest(same.values()) | _written_out(named) | _uncut(named) | _with_body(named) | in_form(named, gazetteer)
    kinds: dict[object, set[str]] = {}
    for office, region, written in offices:
        name = timely.get(written, written)
        kinds.setdefault((office, region), set()).add(best.get(name, name))
    further = _longest(kinds.values())
    told = {name: further.get(full, full) for name, full in best.items()} | further
    return {name: told.get(now, now) for name, now in timely.items()} | told


def _uncut(named: Iterable[Institution]) -> dict[str, str]:
    """For units whose names are cut short the one of the plan of which they are."""
    names = [i.name for i in dict.fromkeys(named) if is_unit(i.name)]
    return {name: full for name in names if (full := fuller(name, names))}


def _with_body(named: Iterable[Institution]) -> dict[str, str]:
    """For units that stand without their body ("Budget Division") the one name of the plan that tells it."""
    told: dict[str, set[str]] = {}
    for institution in named:
        unit, mark, _ = institution.name.rpartition(", ")
        if mark and may_be_part(unit):
            told.setdefault(unit, set()).add(institution.name)
    return {unit: next(iter(full)) for unit, full in told.items() if len(full) == 1}


def _written_out(named: Iterable[Institution]) -> dict[str, str]:
    """For offices of a region with an abbreviation ("DTPHP Provinsi X") the one office there of which it is one."""
    there: dict[tuple[Level, str], set[str]] = {}
    for institution in named:
        if institution.region:
            there.setdefault((institution.level, institution.region), set()).add(institution.name)
    out: dict[str, str] = {}
    for (_, region), names in there.items():
        for name in names:
            short, _, place = name.partition(" ")
            if short.isupper() and place and len(short) >= _SHORTEST:
                full = {n for n in names if n.endswith(f" {region}") and _fits(short, n.removesuffix(f" {region}"))}
                out |= {name: next(iter(full))} if len(full) == 1 else {}
    return out


def _fits(short: str, office: str) -> bool:
    return " " in office and fits(short, office.removesuffix(" Provinsi"))


def _longest(groups: Iterable[set[str]]) -> dict[str, str]:
    several = [(names, min(names, key=lambda name: (-len(name), name))) for names in groups if len(names) > 1]
    return {name: full for names, full in several for name in names}


def _spelling(institution: Institution, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The words of a name without short forms and small words, by which its spellings are one."""
    name = institution.name
    if institution.level is Level.CENTRAL_UNIT or name.partition(" ")[0].isupper():
        provinces = [m for m in gazetteer.find(name, place=True) if m.region.level is Level.PROVINCE]
        for found in reversed(provinces):
            name = f"{name[: found.start]} {found.region.name} {name[found.end :]}"
    said = [word for word in words(name) if word.text not in _SAY_NOTHING]
    out: list[str] = []
    i = 0
    while i < len(said):
        written = _short_forms().at(said, i)
        out.extend(written[0] if written is not None else (said[i].text,))
        i = written[1] if written is not None else i + 1
    return tuple(out) or (name,)


@cache
def _short_forms() -> Phrases[tuple[str, ...]]:
    return Phrases((row["short"], key(row["full"])) for row in rows("name_short_forms"))
