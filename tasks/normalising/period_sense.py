"""What an expression binds: from its stretches and the words that lead them to a first and a last day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tasks.model.values import Grain, Sense
from tasks.normalising.fiscal_years import CALENDAR_YEAR, BudgetYear, days
from tasks.normalising.period_phrases import MARKERS, Expression, Piece
from tasks.normalising.stretch_filling import filled
from tasks.normalising.stretches import Span, Stretch

_ONE_DAY = timedelta(days=1)
_ORDER = list(Grain)


class Bounds(NamedTuple):
    """First and last day, None where open, how they bind, how finely they are stated."""

    start: date | None
    end: date | None
    sense: Sense
    grain: Grain | None = None


class _Stated(NamedTuple):
    marker: str
    span: Span
    stretch: Stretch
    grain: Grain | None


def bounds(expression: Expression, year: int, budget: BudgetYear = CALENDAR_YEAR) -> Bounds | None:
    """Bounds of an expression in a plan of this year; None if its parts contradict each other or the calendar.

    budget: how budget years run.
    """
    stretches = filled(tuple(piece.stretch for piece in expression.pieces), year)
    if stretches is None:
        return None
    stated = _stated(expression.pieces, stretches, budget)
    if stated is None:
        return None
    found = _combined(stated, expression.whole)
    if found is None or not expression.open:
        return found
    return Bounds(found.start, None, Sense.FROM, found.grain) if found.start else None


def _stated(pieces: Sequence[Piece], stretches: Sequence[Stretch], budget: BudgetYear) -> list[_Stated] | None:
    """Ranges become one span; "mulai A s.d. B" is the range from A to B."""
    out: list[_Stated] = []
    alone = len(pieces) == 1
    for piece, stretch in zip(pieces, stretches, strict=True):
        span = days(stretch, budget)
        if span is None:
            return None
        if piece.joint == "to" and not piece.marker and out:
            before = out.pop()
            if span[1] < before.span[0]:
                return None
            kept = before.marker if before.marker == "by" else ""
            coarser = stretch if before.stretch.unit == "day" else before.stretch
            out.append(_Stated(kept, (before.span[0], span[1]), coarser, _coarsest([before.grain, stretch.grain])))
        else:
            marker = ("from" if alone else "") if piece.marker == "out" else piece.marker
            inherited = out[-1].marker if out and piece.joint == "and" and not marker else marker
            out.append(_Stated(inherited, span, stretch, stretch.grain))
    return out


def _combined(stated: Sequence[_Stated], whole: bool) -> Bounds | None:
    if len(stated) == 1:
        start, end = _start(stated[0]), _end(stated[0])
    else:
        start = min([day for s in stated if (day := _start(s)) is not None], default=None)
        end = max([day for s in stated if (day := _end(s)) is not None], default=None)
    if start is not None and end is not None and end < start:
        return None
    return Bounds(start, end, _sense(stated, start, end, whole), _coarsest([s.grain for s in stated]))


def _start(s: _Stated) -> date | None:
    if s.marker == "after":
        return s.span[1] + _ONE_DAY
    return None if s.marker in {"by", "before"} else s.span[0]


def _end(s: _Stated) -> date | None:
    if s.marker == "before":
        return _last_before(s)
    return None if s.marker in {"from", "after"} else s.span[1]


def _last_before(s: _Stated) -> date:
    """Before May, or before 1 May, means until the end of April; 15 May or "akhir Mei" name the last day itself."""
    named = s.stretch.part == "late" or (s.stretch.unit == "day" and s.span[0].day != 1)
    return s.span[1] if named else s.span[0] - _ONE_DAY


def _sense(stated: Sequence[_Stated], start: date | None, end: date | None, whole: bool) -> Sense:
    if start is None:
        return Sense.BY
    if end is None:
        return Sense.FROM
    units = {s.stretch.unit for s in stated}
    if "dates" in units:
        return Sense.RELATIVE
    days = units == {"day"} and MARKERS.isdisjoint([s.marker for s in stated])
    return Sense.WHOLE if whole or days else Sense.WITHIN


def union(found: Sequence[Bounds]) -> Bounds | None:
    """Several periods of one cell as one: from the first day of all to the last; None of none."""
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    starts = [b.start for b in found if b.start]
    ends = [b.end for b in found if b.end]
    start, end = min(starts, default=None), max(ends, default=None)
    sense = Sense.BY if start is None else Sense.FROM if end is None else Sense.WITHIN
    return Bounds(start, end, sense, _coarsest([b.grain for b in found]))


def _coarsest(grains: Sequence[Grain | None]) -> Grain | None:
    if len(grains) == 1:
        return grains[0]
    return max((g for g in grains if g), key=_ORDER.index, default=None)
