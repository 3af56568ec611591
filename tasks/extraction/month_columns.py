"""Columns headed by months: twelve initials in any order of a year; the year of each, which turns after December."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from tasks.extraction.header_words import is_month, year_in
from tasks.extraction.texts import fold
from tasks.normalising.reference import rows

_INITIALS = "JFMAMJJASOND"
_INDONESIAN = re.compile(r"tw\b|triwulan", re.IGNORECASE)
"""Quarters of calendar years: a year of two numbers above them is a school year."""
_NEXT_YEAR = "tahun depan"
"""Behind a month: of the year after the plan's, as periods are read."""


def initials(texts: Sequence[str]) -> list[str]:
    """Month names for twelve columns headed J F M A M J J A S O N D or 1 … 12; empty if they are headed otherwise.

    A year may begin with any month: A M J J A S O N D J F M is one from April to March.
    """
    letters = "".join(t.strip().upper()[:2] for t in texts)
    written = [t.strip() for t in texts]
    for first in range(12):
        numbers = [str((first + n) % 12 + 1) for n in range(12)]
        if letters == _INITIALS[first:] + _INITIALS[:first] or written == numbers:
            return [_names()[int(n) - 1] for n in numbers]
    return []


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    first: dict[int, str] = {}
    for row in rows("months"):
        if row["language"] == "id":
            first.setdefault(int(row["month"]), row["word"].capitalize())
    return tuple(first[n] for n in range(1, 13))


@lru_cache(maxsize=1)
def _numbers() -> Mapping[str, int]:
    return {fold(row["word"]): int(row["month"]) for row in rows("months")}


def with_years(periods: Sequence[str], years: Sequence[str]) -> list[str]:
    """Months and quarters of columns side by side, each with the year that the words above it name, if they name any.

    periods: "" for columns that are none. years: "2020", "2020/21", "FY 2021" or "". Where months turn to a new
    year within the columns, those behind December are of the second year of a budget year, or of the year after.
    """
    turn = _turn(periods) if len({year for words, year in zip(periods, years, strict=True) if words}) == 1 else 0
    dated = zip(periods, years, strict=True)
    return [_dated(words, year, bool(turn) and i >= turn, bool(turn)) for i, (words, year) in enumerate(dated)]


def _turn(periods: Sequence[str]) -> int:
    """The column of the first month of the second year, 0 if the months are all of one, or bear years of their own."""
    months = [(i, _numbers()[fold(words)]) for i, words in enumerate(periods) if words and fold(words) in _numbers()]
    turns = [b[0] for a, b in pairwise(months) if b[1] < a[1]]
    once = len(turns) == 1 and months[0][1] > months[-1][1]
    return turns[0] if once else 0


def _dated(words: str, year: str, later: bool, turned: bool) -> str:
    if (
        not words
        or year_in(words)
        or (is_month(words) and words[-1].isdigit())
        or ("/" in year and _INDONESIAN.match(words))
    ):
        return words
    if not turned or not is_month(words) or not year.partition("/")[0].isdigit():
        return f"{words} {year}" if year else f"{words} {_NEXT_YEAR}" if later and is_month(words) else words
    return f"{words} {int(year[:4]) + later}"
