"""The period of an item from those of its records: agreeing, the finer within a wider one, or a conflict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS_OF_UNITS = (1, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Stated:
    """A record's period: ISO days, empty if not stated; `record` is the record's number within the item.

    since: where a unit of the calendar begins of which only the last day is stated ("by Q2").
    """

    start: str
    end: str
    record: int
    since: str = ""

    @property
    def begin(self) -> str:
        """The first day, that of the unit if none is stated."""
        return self.start or self.since


@dataclass(frozen=True, slots=True)
class Settled:
    """The period that holds, the record that it comes from (-1: none), and the sides on which records disagree."""

    start: str
    end: str
    record: int
    conflicts: tuple[str, ...]


def settled(periods: Sequence[Stated]) -> Settled:
    """The first period that is not merely a month, quarter, half-year or year around another record's period.

    A side that it leaves open is taken from the next record that states it.
    """
    stated = [p for p in periods if p.start or p.end]
    kept = [p for p in stated if not any(_wider(p, other) for other in stated)]
    if not kept:
        return Settled("", "", -1, ())
    starts, ends = [p.start for p in kept if p.start], [p.end for p in kept if p.end]
    conflicts = tuple(side for side, days in (("start", starts), ("end", ends)) if len(set(days)) > 1)
    start, end = next(iter(starts), ""), next(iter(ends), "")
    if start and end and start > end:
        start, end, conflicts = kept[0].start, kept[0].end, conflicts or ("end",)
    return Settled(start, end, kept[0].record, conflicts)


def _wider(period: Stated, other: Stated) -> bool:
    """Whether a period is a unit of the calendar that holds the other, which is shorter."""
    if not (period.begin and period.end and other.start and other.end):
        return False
    same = (period.begin, period.end) == (other.start, other.end)
    return not same and period.begin <= other.start and other.end <= period.end and _is_unit(period)


def _is_unit(period: Stated) -> bool:
    first, last = date.fromisoformat(period.begin), date.fromisoformat(period.end)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    return whole and months in _MONTHS_OF_UNITS and (first.month - 1) % months == 0
