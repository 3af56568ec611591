"""Stretches of the calendar as they are written: parts of them may be missing until their neighbours are known."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from tasks.model.values import Grain

Unit = Literal[
    "day", "week", "week of", "week to", "month", "quarter", "third", "semester", "year", "school year",
    "school term", "dates", "bare",
]  # fmt: skip
Part = Literal["", "early", "mid", "late"]
Span = tuple[date, date]

_MONTHS_OF: dict[str, int] = {"quarter": 3, "third": 4, "semester": 6}
_GRAINS = {
    "week": Grain.WEEK, "week of": Grain.WEEK, "week to": Grain.WEEK,
    "month": Grain.MONTH, "quarter": Grain.QUARTER, "third": Grain.THIRD,
    "semester": Grain.SEMESTER, "school term": Grain.SEMESTER, "year": Grain.YEAR, "school year": Grain.YEAR,
}  # fmt: skip
_GRAINS_OF_PARTS = {
    **{(Grain.MONTH, part): Grain.DECADE for part in ("early", "mid", "late")},
    (Grain.YEAR, "early"): Grain.QUARTER, (Grain.YEAR, "mid"): Grain.THIRD, (Grain.YEAR, "late"): Grain.QUARTER,
    **{(grain, part): grain for grain in (Grain.DAY, Grain.WEEK) for part in ("early", "mid", "late")},
}  # fmt: skip
_PARTS_OF_YEAR: dict[str, tuple[int, int]] = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
"""First and last month of a part of a year: the first and last quarter, and the four months in the middle."""


class Stretch(NamedTuple):
    """A day, week, month … of the calendar.

    number: which one (day of the month, also that in a "week of", week of the month with -1 the last, quarter …);
    for a bare number, whose unit the neighbours decide, the number itself. span: the dates, where they are known as
    such, and of: the grain of those. part: the beginning, middle or end of it is meant. ordinal: a bare number written
    as one ("ke-2", "II"). fiscal: of a budget year; both: that year is named by its two years ("FY 2017/18").
    """

    unit: Unit
    number: int = 0
    month: int = 0
    year: int = 0
    part: Part = ""
    span: Span | None = None
    ordinal: bool = False
    of: Grain = Grain.DAY
    fiscal: bool = False
    both: bool = False

    @property
    def grain(self) -> Grain:
        """How finely it is stated."""
        whole = self.of if self.unit == "dates" else _GRAINS.get(self.unit, Grain.DAY)
        return _GRAINS_OF_PARTS.get((whole, self.part), Grain.MONTH) if self.part else whole

    def dates(self) -> Span | None:
        """First and last day, None if there is no such stretch (31 February, a fifth quarter) or a part is missing."""
        try:
            return _part(self, _whole(self)) if self.part else _whole(self)
        except (ValueError, KeyError):
            return None


def _whole(stretch: Stretch) -> Span:
    return stretch.span if stretch.span is not None else _WHOLE[stretch.unit](stretch)


def _day(s: Stretch) -> Span:
    day = date(s.year, s.month, s.number)
    return day, day


def _school_year(s: Stretch) -> Span:
    return date(s.year, 7, 1), date(s.year + 1, 6, 30)


def _school_term(s: Stretch) -> Span:
    return months(s.year, 7, 12) if s.number == 1 else months(s.year + 1, 1, 6)


def _part_of_year(s: Stretch) -> Span:
    length = _MONTHS_OF[s.unit]
    last = s.number * length if s.number > 0 else 12
    return months(s.year, last - length + 1, last)


def months(year: int, first: int, last: int) -> Span:
    """First day of one month to the last day of another of the same year."""
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _week(s: Stretch) -> Span:
    """Weeks of a month in blocks of seven days from the first; a fifth runs to the end, the last are seven days."""
    last = months(s.year, s.month, s.month)[1]
    if s.number == -1:
        return last - timedelta(days=6), last
    start = date(s.year, s.month, s.number * 7 - 6)
    return start, last if s.number == 5 else start + timedelta(days=6)


def _week_of(s: Stretch) -> Span:
    """Monday to Sunday around a day."""
    monday = _monday(s)
    return monday, monday + timedelta(days=6)


def _monday(s: Stretch) -> date:
    day = date(s.year, s.month, s.number)
    return day - timedelta(days=day.weekday())


_WHOLE: dict[str, Callable[[Stretch], Span]] = {
    "day": _day,
    "week": _week,
    "week of": _week_of,
    "week to": lambda s: (_monday(s), _day(s)[1]),
    "month": lambda s: months(s.year, s.month, s.month),
    "quarter": _part_of_year,
    "third": _part_of_year,
    "semester": _part_of_year,
    "year": lambda s: months(s.year, 1, 12),
    "school year": _school_year,
    "school term": _school_term,
}
"""How the dates of each unit are found; a bare number has none."""


def _part(s: Stretch, whole: Span) -> Span:
    start, end = whole
    if s.unit in {"year", "school year"}:
        first, last = _PARTS_OF_YEAR[s.part]
        return (_month_on(start, first - 1)[0], _month_on(start, last - 1)[1])
    if s.grain in {Grain.MONTH, Grain.DECADE} and (start.year, start.month) == (end.year, end.month):
        bounds = {"early": (1, 10), "mid": (11, 20), "late": (21, end.day)}[s.part]
        return start.replace(day=bounds[0]), start.replace(day=bounds[1])
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    third = max(count // 3, 1)
    first, last = {"early": (0, third), "mid": (third, count - third), "late": (count - third, count)}[s.part]
    return _month_on(start, first)[0], _month_on(start, max(last, first + 1) - 1)[1]


def _month_on(day: date, count: int) -> Span:
    index = day.year * 12 + day.month - 1 + count
    return months(index // 12, index % 12 + 1, index % 12 + 1)


def add_months(day: date, count: int) -> date:
    """The same day of a later month, the last one of a month that is shorter."""
    first, last = _month_on(day, count)
    return first.replace(day=min(day.day, last.day))
