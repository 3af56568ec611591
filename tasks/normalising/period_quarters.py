"""Quarters that a plan counts from the beginning of its budget year, and those that months in brackets explain."""

from collections.abc import Sequence

from tasks.normalising.fiscal_years import days
from tasks.normalising.period_context import Setting
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_phrases import Expression, Piece
from tasks.normalising.period_sense import Bounds
from tasks.normalising.stretches import Stretch

_PARTS = frozenset({"quarter", "semester"})
_FINER = frozenset({"month", "day", "week"})


def in_budget_years(expressions: Sequence[Expression], plan: Setting) -> Sequence[Expression]:
    """Quarters without a year are of the budget year that the plan is for, where it counts them so.

    Where it does not say which, that is the one in which the meeting lies.
    """
    if not plan.budget.quarters:
        return expressions
    return [e._replace(pieces=tuple(_of_this_year(p, plan) for p in e.pieces)) if _bare(e) else e for e in expressions]


def explained(
    toks: Sequence[Token], expressions: Sequence[Expression], dated: Sequence[Bounds | None]
) -> Sequence[Bounds | None]:
    """What remains where months stand beside a quarter in brackets: "Q2 (Oct – Dec 2024)", "May 2025 (Q4)".

    The months count where the quarter cannot be dated, where they lie within it, and where it lies elsewhere in the
    calendar, since it is one of a budget year then.
    """
    if len(expressions) != 2 or "bracket" not in {t.kind for t in toks[expressions[0].end : expressions[1].start]}:
        return dated
    kinds = [{p.stretch.unit for p in e.pieces} for e in expressions]
    fine = next((i for i in (0, 1) if kinds[i] <= _FINER and kinds[1 - i] <= _PARTS | {"year"}), None)
    if fine is None or dated[fine] is None:
        return dated
    return [dated[fine]] if _decides(dated[fine], dated[1 - fine]) else dated


def _decides(fine: Bounds | None, coarse: Bounds | None) -> bool:
    if fine is None or coarse is None:
        return True
    if fine.start is None or fine.end is None or coarse.start is None or coarse.end is None:
        return False
    within = coarse.start <= fine.start and fine.end <= coarse.end
    return within or fine.end < coarse.start or coarse.end < fine.start


def _bare(expression: Expression) -> bool:
    stretches = [p.stretch for p in expression.pieces]
    return all(s.unit in _PARTS | {"bare"} and not (s.year or s.fiscal) for s in stretches)


def _of_this_year(piece: Piece, plan: Setting) -> Piece:
    stretch = piece.stretch._replace(year=plan.budget.planned or _year(plan), fiscal=True, both=True)
    return piece._replace(stretch=stretch._replace(year=stretch.year + _is_over(stretch, plan)))


def _year(plan: Setting) -> int:
    """The year in which the budget year of the meeting begins."""
    day = plan.today
    return plan.year if day is None else day.year - ((day.month, day.day) < plan.budget[:2])


def _is_over(stretch: Stretch, plan: Setting) -> bool:
    """Whether a meeting in the last quarter of a budget year looks back on a quarter: it means that of the next."""
    if plan.today is None or plan.budget.planned:
        return False
    last = days(Stretch("quarter", 4, 0, _year(plan), fiscal=True, both=True), plan.budget)
    meant = days(stretch, plan.budget)
    return last is not None and meant is not None and last[0] <= plan.today and meant[1] < last[0]
