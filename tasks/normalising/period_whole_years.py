"""Whole years in a period expression: calendar, budget and school years."""

from collections.abc import Sequence

from tasks.normalising.period_lexer import Token, full_year
from tasks.normalising.period_units import Atom
from tasks.normalising.period_years import is_year, kind, skip, text, two_digits, value
from tasks.normalising.stretches import Stretch, Unit

Tokens = Sequence[Token]


def year(toks: Tokens, i: int) -> Atom | None:
    """Such as "2017", "tahun 2017", "TA 2017", "TP 2017/2018", "2017/2018" (a school year)."""
    j, named = i, kind(toks, i)
    while kind(toks, j) in {"budget year", "school year"} or (kind(toks, j) == "unit" and value(toks, j) == "year"):
        j = skip(toks, j + 1, ".", ":")
    fiscal = named == "budget year" and value(toks, i) == "fiscal"
    pair = _two_years(toks, j, fiscal or named == "school year")
    if pair is not None:
        first, second, end = pair
        unit: Unit = "fiscal year" if fiscal else "school year"
        return (Stretch(unit, 0, 0, first, fiscal=fiscal), end) if second == first + 1 else None
    if named == "budget year" and two_digits(toks, j) and j == i + 1:
        return Stretch("year", 0, 0, full_year(toks[j].numbers[0]), fiscal=True), j + 1
    if not is_year(toks, j) or (j > i and text(toks, j + 1) == "-" and two_digits(toks, j + 2)):
        return None
    unit = "school year" if named == "school year" else "year"
    return Stretch(unit, 0, 0, toks[j].numbers[0], fiscal=named == "budget year"), j + 1


def _two_years(toks: Tokens, i: int, named: bool) -> tuple[int, int, int] | None:
    """Both years of one that runs over two, and the index behind: "2017/2018", "tahun ajaran 2017-2018", "FY 2017-18".

    named: a word for such a year stands before it, without which a dash makes a range.
    """
    if kind(toks, i) == "pair":
        first, second = toks[i].numbers
        return first, second, i + 1
    if not named or not is_year(toks, i) or kind(toks, i + 1) != "dash":
        return None
    first = toks[i].numbers[0]
    if two_digits(toks, i + 2):
        return first, first // 100 * 100 + toks[i + 2].numbers[0], i + 3
    return (first, toks[i + 2].numbers[0], i + 3) if is_year(toks, i + 2) else None
