"""Time in months, told apart by days where days are given: a moment is month × 31 + day − 1.

A month is year × 12 + (1 … 12) − 1. The last day of any month is its 31st, so that a month later than the end of
March is the end of April, and "March" ends with "31 March".
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

DAYS = 31
NEVER = -(10**9)
"""Earlier than everything: where nothing is stated."""

ALWAYS = 10**9
"""Later than everything: where no end is stated."""

_THIRTY = 30
_DURATION = re.compile(r"P(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def moment(day: str) -> int | None:
    """The moment of an ISO day, None if the day is empty."""
    return moment_of(date.fromisoformat(day)) if day else None


def moment_of(day: date) -> int:
    """The moment of a day."""
    last = day.day == calendar.monthrange(day.year, day.month)[1]
    return month_of(day) * DAYS + (DAYS if last else day.day) - 1


def month_of(day: date) -> int:
    """The month of a day."""
    return day.year * 12 + day.month - 1


def month(at: int) -> int:
    """The month of a moment."""
    return at // DAYS


def start_of(number: int) -> int:
    """The first moment of a month."""
    return number * DAYS


def end_of(number: int) -> int:
    """The last moment of a month."""
    return number * DAYS + DAYS - 1


def is_whole(at: int) -> bool:
    """Whether a moment ends a month, so that no day is given."""
    return at % DAYS == DAYS - 1


@lru_cache(maxsize=8192)
def day_of(at: int) -> date:
    """The day of a moment; the last of its month if the month is shorter."""
    year, index = month(at) // 12, month(at) % 12 + 1
    return date(year, index, min(at % DAYS + 1, calendar.monthrange(year, index)[1]))


def day_by(at: int) -> date:
    """The last real day that is not after a moment: no February has a 30th."""
    day = day_of(at)
    return day if moment_of(day) <= at else day - timedelta(days=1)


@lru_cache(maxsize=8192)
def first_day(number: int) -> str:
    """The first day of a month, ISO."""
    return day_of(start_of(number)).isoformat()


@lru_cache(maxsize=8192)
def last_day(number: int) -> str:
    """The last day of a month, ISO."""
    return day_of(end_of(number)).isoformat()


def lag(cell: str) -> int:
    """The lag of a link in moments: "P1M", "P2W", "P14D" or any of them together (ISO 8601); 0 if the cell is empty.

    Thirty days are a month. Raises ValueError on anything else.
    """
    found = _DURATION.fullmatch(cell) if cell else None
    if cell and found is None:
        raise ValueError(f"no duration in months, weeks and days: {cell!r}")
    months, weeks, days = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    days += weeks * 7
    return (months + days // _THIRTY) * DAYS + days % _THIRTY
