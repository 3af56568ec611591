"""Quarters, thirds and semesters of a year in a period expression, and the ordinals that number them."""

from collections.abc import Sequence
from typing import cast

from tasks.normalising.period_lexer import Token
from tasks.normalising.period_years import budget_year, kind, skip, text, value, year_after
from tasks.normalising.stretches import Stretch, Unit

Tokens = Sequence[Token]
Atom = tuple[Stretch, int]
"""What was read, and the index of the token after it."""

_PERIOD_UNITS = frozenset({"quarter", "third", "semester"})


def ordinal(toks: Tokens, i: int) -> tuple[int, int] | None:
    """Such as "II", "ke-2", "2", "kedua", "pertama": the number and the next index."""
    j = skip(toks, i, "ke", "-", ".", ":")
    if kind(toks, j) == "ordinal":
        return toks[j].numbers[0], j + 1
    if 0 <= j < len(toks) and toks[j].roman:
        return toks[j].roman, j + 1
    short = kind(toks, j) == "number" and (len(toks[j].text) == 1 or not toks[j].text.isdigit())
    if short and 0 < toks[j].numbers[0] <= 5:
        return toks[j].numbers[0], j + 1
    return None


def unit(toks: Tokens, i: int) -> Atom | None:
    """Such as "TW II 2017", "triwulan ketiga", "Semester I TA 2017", "Q3 2017"."""
    if kind(toks, i) != "unit" or value(toks, i) not in _PERIOD_UNITS:
        return None
    number = ordinal(toks, i + 1)
    if number is None:
        return _term(toks, i, i + 1)
    return _with_year(toks, Stretch(cast("Unit", value(toks, i)), number[0]), number[1])


def unit_behind(toks: Tokens, i: int) -> Atom | None:
    """Such as "first half of 2018", "3rd quarter", "odd semester 2017/2018"."""
    if kind(toks, i) == "odd" and kind(toks, i + 1) == "unit":
        return _term(toks, i + 1, i)
    if kind(toks, i) != "ordinal" or kind(toks, i + 1) != "unit" or value(toks, i + 1) not in _PERIOD_UNITS:
        return None
    return _with_year(toks, Stretch(cast("Unit", value(toks, i + 1)), toks[i].numbers[0]), i + 2)


def half(toks: Tokens, i: int) -> Atom | None:
    """Such as "H1 2018": written together and with its year, since "H" begins other things as well."""
    if value(toks, i) != "half" or kind(toks, i + 1) != "number" or toks[i].end != toks[i + 1].start:
        return None
    found = _with_year(toks, Stretch("semester", toks[i + 1].numbers[0]), i + 2)
    return found if found and found[0].year and found[0].unit == "semester" and found[0].number <= 2 else None


def unit_glued(toks: Tokens, i: int) -> Atom | None:
    """Such as "2Q 2018", "1H2018": a number with a short unit right behind it, and its year."""
    meant = {"q": "quarter", "h": "semester"}.get(toks[i + 1].text if i + 1 < len(toks) else "")
    if meant is None or toks[i].end != toks[i + 1].start:
        return None
    found = _with_year(toks, Stretch(cast("Unit", meant), toks[i].numbers[0]), i + 2)
    return found if found and found[0].year and found[0].dates() else None


def _with_year(toks: Tokens, stretch: Stretch, i: int) -> Atom | None:
    budget = _of_budget_year(toks, stretch, i)
    if budget is not None:
        return budget
    j = skip(toks, i, ",", "of", "the")
    fiscal = kind(toks, j) == "budget year"
    if kind(toks, j) in {"school year", "budget year"} and kind(toks, j + 1) == "pair":
        j += 1
    if kind(toks, j) == "pair":
        years = toks[j].numbers
        if stretch.unit != "semester" or years[1] != years[0] + 1:
            return None
        return Stretch("school term", stretch.number, 0, years[0]), j + 1
    year, k = year_after(toks, i)
    return stretch._replace(year=year, fiscal=fiscal and bool(year)), k


def _of_budget_year(toks: Tokens, stretch: Stretch, i: int) -> Atom | None:
    """A part of a budget year: "Q2 FY 2024/25", "Q1 (FY25)", "third quarter of the financial year 2024/25"."""
    j = skip(toks, i, ",", "of", "the", "in", "(")
    found = budget_year(toks, j)
    if found is None and kind(toks, j) == "pair" and stretch.unit == "quarter":
        first, second = toks[j].numbers
        found = (first, True, j + 1) if second == first + 1 else None
    if found is None:
        return None
    first, both, end = found
    end += text(toks, j - 1) == "(" and text(toks, end) == ")"
    return stretch._replace(year=first, fiscal=True, both=both), end


def _term(toks: Tokens, semester: int, word: int) -> Atom | None:
    """Such as "semester ganjil 2017/2018"; without a school year, odd is the second half of the calendar year."""
    j = skip(toks, word, ".")
    if kind(toks, j) != "odd" or value(toks, semester) != "semester":
        return None
    number = toks[j].numbers[0]
    calendar_half = _with_year(toks, Stretch("semester", 3 - number), max(j, semester) + 1)
    if calendar_half is None or calendar_half[0].unit != "school term":
        return calendar_half
    return calendar_half[0]._replace(number=number), calendar_half[1]
