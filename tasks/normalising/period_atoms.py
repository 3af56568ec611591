"""The atoms of a period expression: one day, week, month, quarter … written out, with or without its year."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from tasks.normalising.period_lexer import Token, full_year
from tasks.normalising.period_units import Atom, half, ordinal, unit, unit_behind
from tasks.normalising.period_years import is_year, kind, short_year, skip, text, two_digits, value, year_after
from tasks.normalising.stretches import Part, Stretch, Unit

Tokens = Sequence[Token]

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def atom(toks: Tokens, i: int) -> Atom | None:
    """The longest atom that begins at token i."""
    found = [result for reader in _READERS if (result := reader(toks, i)) is not None]
    return max(found, key=lambda result: result[1], default=None)


def _number_of_day(toks: Tokens, i: int) -> tuple[int, int] | None:
    if kind(toks, i) == "ordinal" and toks[i].text[0].isdigit():
        return toks[i].numbers[0], i + 1
    if kind(toks, i) != "number" or not 0 < toks[i].numbers[0] <= 99:
        return None
    j = i + 1
    if text(toks, j) in _SUFFIXES and toks[j].start == toks[i].end:
        j += 1
    return toks[i].numbers[0], j


def _day(toks: Tokens, i: int) -> Atom | None:
    """Such as "31 Maret 2017", "tgl 31 bulan Maret tahun 2017", "31st of March", "31-Mar-17"."""
    j = skip(toks, i + 1, ":", ".") if kind(toks, i) == "date" and not toks[i].numbers else i
    number = _number_of_day(toks, j)
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


def _american_day(toks: Tokens, i: int) -> Atom | None:
    """Such as "March 31, 2017", "July 4th", "Sep 5"; "Mar 17" and "Mar-17" are months, "March 17" is a day."""
    number = _number_of_day(toks, i + 1) if kind(toks, i) == "month" else None
    if number is None or not 0 < number[0] <= 31:
        return None
    year, j = year_after(toks, number[1])
    ordinal_day = number[1] > i + 2 or kind(toks, i + 1) == "ordinal"
    sure = bool(year) or ordinal_day or number[0] < 10 or value(toks, i) == "en"
    is_range_of_days = kind(toks, j) == "month" or (
        not year and kind(toks, j + 1) == "month" and kind(toks, j) == "dash"
    )
    return (Stretch("day", number[0], toks[i].numbers[0], year), j) if sure and not is_range_of_days else None


def _date(toks: Tokens, i: int) -> Atom | None:
    j = skip(toks, i + 1, ":") if kind(toks, i) == "date" and not toks[i].numbers else i
    if kind(toks, j) != "date" or not toks[j].numbers:
        return None
    year, month, day = toks[j].numbers
    return Stretch("day", day, month, year), j + 1


def _month(toks: Tokens, i: int) -> Atom | None:
    j = i
    if kind(toks, j) == "unit" and value(toks, j) == "month":
        j = skip(toks, j + 1, ":", ".", "of")
    if kind(toks, j) == "month year":
        return Stretch("month", 0, toks[j].numbers[1], toks[j].numbers[0]), j + 1
    if kind(toks, j) != "month":
        return None
    month, j = toks[j].numbers[0], j + 1
    j = skip(toks, j, ".")
    year, k = year_after(toks, j)
    if not year:
        year, k = short_year(toks, j)
    return _week_of(toks, month, year, k) or (Stretch("month", 0, month, year), k)


def _week_of(toks: Tokens, month: int, year: int, i: int) -> Atom | None:
    """Such as "April minggu ke-2 2017", "Mei 2017 minggu III"."""
    j = skip(toks, i, ",", "(")
    if kind(toks, j) != "unit" or value(toks, j) != "week":
        return None
    number = ordinal(toks, j + 1)
    if number is None:
        return None
    later, k = year_after(toks, number[1]) if not year else (year, number[1])
    return Stretch("week", number[0], month, later), skip(toks, k, ")") if toks[j - 1].text == "(" else k


def _week(toks: Tokens, i: int) -> Atom | None:
    """Such as "minggu ke-2 April 2017", "second week of May", "minggu terakhir Juni"."""
    if kind(toks, i) == "unit" and value(toks, i) == "week":
        number = ordinal(toks, i + 1)
    elif kind(toks, i) == "ordinal" and value(toks, i + 1) == "week":
        number = (toks[i].numbers[0], i + 2)
    else:
        return None
    if number is None:
        return None
    month = _month(toks, skip(toks, number[1], "of", ",", "di", "pada"))
    if month is None or month[0].unit != "month":
        return (Stretch("week", number[0]), number[1]) if kind(toks, i) == "unit" and len(toks[i].text) > 1 else None
    return replace(month[0], unit="week", number=number[0]), month[1]


def week_behind(toks: Tokens, i: int) -> Atom | None:
    """The second week of "minggu II – III Mei", "minggu ke-2 s.d. ke-3 April": an ordinal and its month."""
    number = ordinal(toks, i)
    month = _month(toks, number[1]) if number is not None else None
    if number is None or month is None:
        return None
    return replace(month[0], unit="week", number=number[0]), month[1]


def _week_of_day(toks: Tokens, i: int) -> Atom | None:
    """Such as "week of 6 March 2017": Monday to Sunday around the day; it needs the year."""
    if value(toks, i) not in {"week", "week of"}:
        return None
    found = _day(toks, skip(toks, i + 1, "of"))
    span = found[0].dates() if found and found[0].year else None
    if found is None or span is None:
        return None
    monday = span[0] - timedelta(days=span[0].weekday())
    return Stretch("dates", span=(monday, monday + timedelta(days=6))), found[1]


def _part(toks: Tokens, i: int) -> Atom | None:
    """Such as "awal Juni", "akhir tahun 2017", "mid-2017", "end of Q2"."""
    if kind(toks, i) != "part":
        return None
    j = skip(toks, i + 1, "-", "of", "the", "in")
    found = next((f for f in (unit(toks, j), unit_behind(toks, j), _month(toks, j), year(toks, j)) if f), None)
    if found is None and toks[i].text.startswith("year"):
        found = Stretch("year"), i + 1
    if found is None and kind(toks, j) == "unit" and value(toks, j) == "year":
        found = Stretch("year"), j + 1
    if found is None:
        return None
    return replace(found[0], part=cast("Part", value(toks, i))), found[1]


def year(toks: Tokens, i: int) -> Atom | None:
    """Such as "2017", "tahun 2017", "TA 2017", "TP 2017/2018", "2017/2018" (a school year)."""
    j = i
    while kind(toks, j) in {"budget year", "school year"} or (kind(toks, j) == "unit" and value(toks, j) == "year"):
        j = skip(toks, j + 1, ".", ":")
    if kind(toks, j) == "pair":
        first, second = toks[j].numbers
        foreign = text(toks, i) in {"fy", "f . y .", "fiscal year", "financial year"}
        return (Stretch("school year", 0, 0, first), j + 1) if second == first + 1 and not foreign else None
    if kind(toks, i) == "budget year" and two_digits(toks, j) and j == i + 1:
        return Stretch("year", 0, 0, full_year(toks[j].numbers[0])), j + 1
    if not is_year(toks, j) or (j > i and text(toks, j + 1) == "-" and two_digits(toks, j + 2)):
        return None
    unit: Unit = "school year" if kind(toks, i) == "school year" else "year"
    return Stretch(unit, 0, 0, toks[j].numbers[0]), j + 1


def _year_first(toks: Tokens, i: int) -> Atom | None:
    """Such as "2017 Mei", "tahun 2017, bulan Mei", "2017-Q3"."""
    found = year(toks, i)
    if found is None or found[0].unit != "year":
        return None
    j = skip(toks, found[1], ",", "-")
    part = unit(toks, j) or (_month(toks, j) if j == found[1] or text(toks, found[1]) == "," else None)
    if part is None or part[0].year:
        return None
    return replace(part[0], year=found[0].year), part[1]


def bare(toks: Tokens, i: int) -> Atom | None:
    """A number whose unit its neighbours decide: the 8 of "8 s.d. 11 Februari", the III of "TW I – III 2017"."""
    j = skip(toks, i + 1, ":", ".") if kind(toks, i) == "date" and not toks[i].numbers else i
    number = _number_of_day(toks, j)
    if number is not None and (kind(toks, j) == "number" or number[0] <= 31):
        alone = len(toks[j].text) == 1 or text(toks, number[1]) == ","
        year_said, k = year_after(toks, number[1]) if alone else (0, number[1])
        return Stretch("bare", number[0], 0, year_said, ordinal=kind(toks, j) == "ordinal"), k
    found = ordinal(toks, j)
    if found is None:
        return None
    year_said, k = year_after(toks, found[1])
    return Stretch("bare", found[0], 0, year_said, ordinal=True), k


def _span(toks: Tokens, i: int) -> Atom | None:
    """A stretch that the plan has given dates: "minggu depan", "Lebaran"."""
    if kind(toks, i) != "span":
        return None
    first, last = toks[i].numbers
    return Stretch("dates", span=(date.fromordinal(first), date.fromordinal(last))), i + 1


_READERS: tuple[Callable[[Tokens, int], Atom | None], ...] = (
    _date, _day, _american_day, _month, unit, unit_behind, half, _week, _week_of_day, _part, year, _year_first,
    _span,
)  # fmt: skip
