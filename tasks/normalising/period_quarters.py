"""Quarters that a plan counts from the beginning of its budget year, and those that months in brackets explain."""

from collections.abc import Sequence

from tasks.normalising.period_context import Setting
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_phrases import Expression, Piece
from tasks.normalising.period_sense import Bounds

_PARTS = frozenset({"quarter", "semester"})
_FINER = frozenset({"month", "day", "week"})


def in_budget_years(expressions: Sequence[Expression], plan: Setting) -> Sequence[Expression]:
    """Quarters without a year are of the budget year in which the meeting lies, where the plan counts them so."""
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
    day = plan.today
    year = plan.year if day is None else day.year - ((day.month, day.day) < plan.budget[:2])
    return piece._replace(stretch=piece.stretch._replace(year=year, fiscal=True, both=True))
