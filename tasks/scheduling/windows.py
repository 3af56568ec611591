"""When an item may be done, in months: a month is year × 12 + (1 … 12) − 1."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tasks.model.values import Sense

RECURRING = (Sense.RECURRING,)
"""Work that comes again and again: who waits for it waits for the first time only."""


@dataclass(frozen=True, slots=True)
class Window:
    """The stated period of an item, in months; None on a side that is not stated.

    duration: months from start to end, both counted; one, assumed, if a side is not stated. recurring: it comes
    again and again within the period.
    """

    start: int | None
    end: int | None
    duration: int = 1
    recurring: bool = False

    def begins(self, floor: int, today: int) -> int:
        """The first month in which it can begin, `floor` being the one that its prerequisites leave.

        Without a start it can begin today, or in the month of its deadline if that has gone by.
        """
        own = self.start if self.start is not None else min(today, self.end if self.end is not None else today)
        return max(own, floor)

    def ends(self, begin: int) -> int:
        """The month in which it ends if it begins in this one.

        Begun within its stated period, late or not, it ends with the period; begun after it, it takes as long as
        was stated. Without a period it takes a month.
        """
        if self.start is None or self.end is None or self.recurring:
            return begin
        return self.end if begin <= self.end else begin + self.duration - 1


def window(item: Mapping[str, str]) -> Window:
    """The window of an item (a row of ITEMS)."""
    start, end = month(item["start"]), month(item["end"])
    duration = end - start + 1 if start is not None and end is not None else 1
    return Window(start, end, max(duration, 1), item["period_sense"] in RECURRING)


def month(day: str) -> int | None:
    """The month of an ISO day, None if the day is empty."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1 if day else None


def month_of(day: date) -> int:
    """The month of a day."""
    return day.year * 12 + day.month - 1


def first_day(number: int) -> str:
    """The first day of a month, ISO."""
    return date(number // 12, number % 12 + 1, 1).isoformat()


def last_day(number: int) -> str:
    """The last day of a month, ISO."""
    year, index = number // 12, number % 12 + 1
    return date(year, index, calendar.monthrange(year, index)[1]).isoformat()
