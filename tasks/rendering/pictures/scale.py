"""The months, quarters or years over which a timeline runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTH, QUARTER, YEAR = 1, 3, 12
_MOST = {MONTH: 18, QUARTER: 16, YEAR: 20}
_ALIGNED = {MONTH: QUARTER, QUARTER: YEAR, YEAR: YEAR}
_ENOUGH = 0.9
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Scale:
    """Columns of `step` months each from the month `first`, counted from the year 0."""

    first: int
    step: int
    count: int

    @property
    def months(self) -> int:
        """How many months it covers."""
        return self.step * self.count

    def share(self, day: date) -> float:
        """Where a day begins, from 0 at the left end to 1 at the right; less or more outside."""
        month = date(day.year, day.month, 1)
        following = (month + timedelta(days=32)).replace(day=1)
        part = (day - month).days / (following - month).days
        return (_month(day) - self.first + part) / self.months

    def starts(self) -> list[date]:
        """The first day of every column."""
        return [_first_day(self.first + self.step * n) for n in range(self.count)]


def scale_of(spans: Sequence[Span]) -> Scale:
    """The finest scale that holds nine in ten of the spans, where it holds most of them; `spans` is not empty."""
    months = [(_month(first), _month(last)) for first, last in spans]
    for step in (MONTH, QUARTER, YEAR):
        found = _best(months, step)
        held = _held(months, found)
        if len(held) >= _ENOUGH * len(months):
            break
    return found


def _best(months: Sequence[tuple[int, int]], step: int) -> Scale:
    unit = _ALIGNED[step]
    starts = sorted({first // unit * unit for first, _ in months})
    scales = [Scale(first, step, _MOST[step]) for first in starts]
    best = max(scales, key=lambda scale: (len(_held(months, scale)), -scale.first))
    last = max((last for _, last in _held(months, best)), default=best.first + best.months - 1)
    count = -(-(last + 1 - best.first) // unit) * unit // step
    return Scale(best.first, step, max(min(count, _MOST[step]), unit // step))


def _held(months: Sequence[tuple[int, int]], scale: Scale) -> list[tuple[int, int]]:
    end = scale.first + scale.months
    return [span for span in months if scale.first <= span[0] and span[1] < end]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
