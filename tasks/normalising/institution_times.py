"""Institutions that a state renames: one body under the names of several times, from institution_times.csv."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from tasks.model.meeting import Meeting
from tasks.model.values import Institution
from tasks.normalising.directory_rows import is_valid
from tasks.normalising.reference import rows, spellings


def year_of_names(meeting: Meeting) -> int | None:
    """The year whose names count: that of the meeting, which may be before that of its plan."""
    return meeting.start.year if meeting.start else meeting.year


def of_its_time(institution: Institution, year: int) -> Institution:
    """The same unit under its ministry's name of a year; what was never renamed stays as it is."""
    return replace(institution, name=name_of_its_time(institution.name, year))


@cache
def name_of_its_time(name: str, year: int) -> str:
    """The name of a body, or of a unit whose name ends with it ("Biro Umum Kementerian X"), in a year."""
    borne = _borne(name)
    if not borne or _is_borne_in(borne, year):
        return name
    now = next((n for n in _bodies()[borne] if _is_borne_in(n, year)), borne)
    return name.removesuffix(borne) + now


def in_one_time(names: Iterable[str], year: int) -> dict[str, str]:
    """For names of one body of which a list holds several, the one of the year."""
    same: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        if borne := _borne(name):
            same.setdefault(name.removesuffix(borne) + _bodies()[borne][0], []).append(name)
    return {
        name: name_of_its_time(several[0], year) for several in same.values() if len(several) > 1 for name in several
    }


def _borne(name: str) -> str:
    """The name of a renamed body with which a name ends, "" if none."""
    return next((n for n in _bodies() if name == n or name.endswith(f" {n}")), "")


@cache
def _is_borne_in(name: str, year: int) -> bool:
    return any(is_valid(row, year) for row in rows("institutions") if row["canonical"] == name)


@cache
def _bodies() -> dict[str, list[str]]:
    """The names of a body, in the order in which it bore them, by each of them, the longest first."""
    told = [spellings(row, "names") for row in rows("institution_times")]
    known = {name: names for names in told for name in names}
    return dict(sorted(known.items(), key=lambda pair: (-len(pair[0]), pair[0])))
