"""When an item may be done: its stated period, and how that period binds."""

from dataclasses import dataclass

import pandas as pd

from tasks.model.values import Sense
from tasks.scheduling.moments import DAYS, NEVER, moment, month


@dataclass(frozen=True, slots=True)
class Window:
    """The stated period of an item in moments; None on a side that is not stated.

    whole: it fills the period. recurring: it comes again and again within the period; who waits for it waits for the
    first time only.
    """

    start: int | None = None
    end: int | None = None
    whole: bool = False
    recurring: bool = False

    @property
    def months(self) -> int:
        """Months from start to end, both counted; one, assumed, if a side is not stated."""
        if self.start is None or self.end is None or self.recurring:
            return 1
        return max(month(self.end) - month(self.start) + 1, 1)

    def promised(self) -> int:
        """Before when it is not to be expected: its stated end, or its first time, or its start; else NEVER."""
        at = self.start if self.recurring or self.end is None else self.end
        return NEVER if at is None else at

    def soonest(self) -> int:
        """Before when it cannot be finished even if all goes fast: its start, or its end if it fills its period."""
        if self.whole and not self.recurring and self.end is not None:
            return self.end
        return NEVER if self.start is None else self.start

    def begins(self, floor: int, today: int) -> int:
        """The first month in which it can begin, `floor` being the one that its prerequisites leave.

        Without a start it can begin today, or in the month of its deadline if that has gone by.
        """
        due = today if self.end is None else month(self.end)
        return max(min(today, due) if self.start is None else month(self.start), floor)

    def ends(self, begin: int) -> int:
        """The month in which it ends if it begins in this one.

        Begun within its stated period, late or not, it ends with the period; begun after it, it takes as long as
        was stated. Without an end it takes a month.
        """
        if self.end is None or self.recurring:
            return begin
        return month(self.end) if begin <= month(self.end) else begin + self.months - 1

    def moved(self, months: int) -> "Window":
        """The same period so many months later."""
        start = None if self.start is None else self.start + months * DAYS
        end = None if self.end is None else self.end + months * DAYS
        return Window(start, end, self.whole, self.recurring)


def windows(items: pd.DataFrame) -> tuple[Window, ...]:
    """The windows of the items (schema ITEMS), in their order; the same window is made once."""
    rows = list(zip(*(items[name].tolist() for name in ("start", "end", "period_sense")), strict=True))
    known = {row: _window(moment(row[0]), moment(row[1]), row[2]) for row in dict.fromkeys(rows)}
    return tuple([known[row] for row in rows])


def _window(start: int | None, end: int | None, sense: str) -> Window:
    """Of a period whose end lies before its start the end counts."""
    if start is not None and end is not None and end < start:
        start = None
    return Window(start, end, sense == Sense.WHOLE, sense == Sense.RECURRING)
