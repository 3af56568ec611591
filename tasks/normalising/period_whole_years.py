"""Whole years in a period expression: calendar, budget and school years."""

from collections.abc import Sequence

from tasks.normalising.period_lexer import Token, full_year
from tasks.normalising.period_units import Atom
from tasks.normalising.period_years import budget_year, is_year, kind, skip, text, two_digits, two_years, value
from tasks.normalising.stretches import Stretch, Unit

Tokens = Sequence[Token]


def year(toks: Tokens, i: int) -> Atom | None:
    """Such as "2017", "tahun 2017", "TA 2017", "TP 2017/2018", "2017/2018" (a school year), "FY 2017/18"."""
    fiscal = budget_year(toks, i)
    if fiscal is not None:
        first, both, end = fiscal
        return Stretch("year", 0, 0, first, fiscal=True, both=both), end
    j, named = i, kind(toks, i)
    while kind(toks, j) in {"budget year", "school year"} or (kind(toks, j) == "unit" and value(toks, j) == "year"):
        j = skip(toks, j + 1, ".", ":")
    pair = two_years(toks, j, named == "school year")
    if pair is not None:
        first, second, end = pair
        return (
            (Stretch("school year", 0, 0, first), end) if second == first + 1 and value(toks, i) != "fiscal" else None
        )
    if named == "budget year" and two_digits(toks, j) and j == i + 1:
        return Stretch("year", 0, 0, full_year(toks[j].numbers[0]), fiscal=True), j + 1
    if not is_year(toks, j) or (j > i and text(toks, j + 1) == "-" and two_digits(toks, j + 2)):
        return None
    unit: Unit = "school year" if named == "school year" else "year"
    return Stretch(unit, 0, 0, toks[j].numbers[0], fiscal=named == "budget year"), j + 1
