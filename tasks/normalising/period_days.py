"""Days in a period expression, their month and year behind or before them."""

from collections.abc import Sequence

from tasks.normalising.period_lexer import Token
from tasks.normalising.period_units import Atom
from tasks.normalising.period_years import kind, short_year, skip, text, value, year_after
from tasks.normalising.stretches import Stretch

Tokens = Sequence[Token]

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def number_of_day(toks: Tokens, i: int) -> tuple[int, int] | None:
    """A number that can be a day of a month, or the end of a year, and the index behind: "31", "31st"."""
    if kind(toks, i) == "ordinal" and toks[i].text[0].isdigit():
        return toks[i].numbers[0], i + 1
    if kind(toks, i) != "number" or not 0 < toks[i].numbers[0] <= 99:
        return None
    j = i + 1
    if text(toks, j) in _SUFFIXES and toks[j].start == toks[i].end:
        j += 1
    return toks[i].numbers[0], j


def day(toks: Tokens, i: int) -> Atom | None:
    """Such as "31 Maret 2017", "tgl 31 bulan Maret tahun 2017", "31st of March", "31-Mar-17"."""
    j = skip(toks, i + 1, ":", ".") if kind(toks, i) == "date" and not toks[i].numbers else i
    number = number_of_day(toks, j)
    if number is None:
        return None
    j = skip(toks, number[1], "of", "-", ".", "/")
    if kind(toks, j) == "unit" and value(toks, j) == "month":
        j += 1
    if kind(toks, j) != "month":
        return None
    year, k = year_after(toks, j + 1)
    if not year:
        year, k = short_year(toks, j + 1)
    return Stretch("day", number[0], toks[j].numbers[0], year), k


def american_day(toks: Tokens, i: int) -> Atom | None:
    """Such as "March 31, 2017", "July 4th", "Sep 5"; "Mar 17" and "Mar-17" are months, "March 17" is a day."""
    day_at = skip(toks, i + 1, ".")
    number = number_of_day(toks, day_at) if kind(toks, i) == "month" else None
    if number is None or not 0 < number[0] <= 31:
        return None
    year, j = year_after(toks, number[1])
    ordinal_day = number[1] > day_at + 1 or kind(toks, day_at) == "ordinal"
    sure = bool(year) or ordinal_day or number[0] < 10 or value(toks, i) == "en"
    is_range_of_days = kind(toks, j) == "month" or (
        not year and kind(toks, j + 1) == "month" and kind(toks, j) == "dash"
    )
    return (Stretch("day", number[0], toks[i].numbers[0], year), j) if sure and not is_range_of_days else None


def written_date(toks: Tokens, i: int) -> Atom | None:
    """Such as "31/3/2017", "tgl 2017-03-31": a date in digits."""
    j = skip(toks, i + 1, ":") if kind(toks, i) == "date" and not toks[i].numbers else i
    if kind(toks, j) != "date" or not toks[j].numbers:
        return None
    year, month, day = toks[j].numbers
    return Stretch("day", day, month, year), j + 1
