"""The atoms of a period expression: one day, week, month, quarter … written out, with or without its year."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from tasks.normalising.period_tokens import Token, full_year
from tasks.normalising.stretches import Part, Stretch, Unit

Tokens = Sequence[Token]
Atom = tuple[Stretch, int]
"""What was read, and the index of the token after it."""

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_PERIOD_UNITS = frozenset({"quarter", "third", "semester"})
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def atom(toks: Tokens, i: int) -> Atom | None:
    """The longest atom that begins at token i."""
    found = [result for reader in _READERS if (result := reader(toks, i)) is not None]
    return max(found, key=lambda result: result[1], default=None)


def kind(toks: Tokens, i: int) -> str:
    """Kind of a token, empty behind the last."""
    return toks[i].kind if 0 <= i < len(toks) else ""


def _value(toks: Tokens, i: int) -> str:
    return toks[i].value if 0 <= i < len(toks) else ""


def _text(toks: Tokens, i: int) -> str:
    return toks[i].text if 0 <= i < len(toks) else ""


def _skip(toks: Tokens, i: int, *texts: str) -> int:
    while _text(toks, i) in texts:
        i += 1
    return i


def is_year(toks: Tokens, i: int) -> bool:
    """A number of four digits that can be a year of a plan."""
    return kind(toks, i) == "number" and _FIRST_YEAR <= toks[i].numbers[0] <= _LAST_YEAR and len(toks[i].text) >= 4


def year_after(toks: Tokens, i: int) -> tuple[int, int]:
    """The year said behind an atom ("2017", "th 2017", "'17", ", 2017", "TA 2017"): (year, next), (0, i) if none."""
    j = _skip(toks, i, ",", ".", "of", "in", "-", "/", "the")
    if kind(toks, j) == "budget year" or (kind(toks, j) == "unit" and _value(toks, j) == "year"):
        j = _skip(toks, j + 1, ".", ":")
        tied = True
    else:
        tied = j == i
    if is_year(toks, j) and (tied or j == i + 1) and not _belongs_on(toks, i, j):
        return toks[j].numbers[0], j + 1
    if kind(toks, j) == "apostrophe" and _two_digits(toks, j + 1):
        return full_year(toks[j + 1].numbers[0]), j + 2
    return 0, i


def _belongs_on(toks: Tokens, i: int, j: int) -> bool:
    """A year behind a comma or dash that begins the next member of a list or range ("Mei - 2018-2019")."""
    joined = j > i and _text(toks, i) in {"-", "/", ","}
    return joined and _text(toks, j + 1) in {"-", "–", "/"} and is_year(toks, j + 2)


def _two_digits(toks: Tokens, i: int) -> bool:
    return kind(toks, i) == "number" and len(toks[i].text) == 2 and toks[i].text.isdigit()


def _short_year(toks: Tokens, i: int) -> tuple[int, int]:
    """Two digits behind a month as Excel and hurried people write them: "Sep-17", "Okt/17", "Mei 17" (not a day)."""
    j = _skip(toks, i, "-", "–", "/", ".")
    later = kind(toks, j + 1) == "month" or kind(toks, j + 2) == "month" or is_year(toks, j + 1) or is_year(toks, j + 2)
    if j - i <= 1 and _two_digits(toks, j) and not later and 10 <= toks[j].numbers[0] <= 60:
        return full_year(toks[j].numbers[0]), j + 1
    return 0, i


def _number_of_day(toks: Tokens, i: int) -> tuple[int, int] | None:
    if kind(toks, i) == "ordinal" and toks[i].text[0].isdigit():
        return toks[i].numbers[0], i + 1
    if kind(toks, i) != "number" or not 0 < toks[i].numbers[0] <= 99:
        return None
    j = i + 1
    if _text(toks, j) in _SUFFIXES and toks[j].start == toks[i].end:
        j += 1
    return toks[i].numbers[0], j


def _day(toks: Tokens, i: int) -> Atom | None:
    """Such as "31 Maret 2017", "tgl 31 bulan Maret tahun 2017", "31st of March", "31-Mar-17"."""
    j = _skip(toks, i + 1, ":", ".") if kind(toks, i) == "date" and not toks[i].numbers else i
    number = _number_of_day(toks, j)
    if number is None:
        return None
    j = _skip(toks, number[1], "of", "-", ".", "/")
    if kind(toks, j) == "unit" and _value(toks, j) == "month":
        j += 1
    if kind(toks, j) != "month":
        return None
    year, k = year_after(toks, j + 1)
    if not year:
        year, k = _short_year(toks, j + 1)
    return Stretch("day", number[0], toks[j].numbers[0], year), k


def _american_day(toks: Tokens, i: int) -> Atom | None:
    """Such as "March 31, 2017": only with a year, since "Mar 17" is a month."""
    if kind(toks, i) != "month":
        return None
    number = _number_of_day(toks, i + 1)
    if number is None or number[0] > 31:
        return None
    year, j = year_after(toks, number[1])
    return (Stretch("day", number[0], toks[i].numbers[0], year), j) if year else None


def _date(toks: Tokens, i: int) -> Atom | None:
    j = _skip(toks, i + 1, ":") if kind(toks, i) == "date" and not toks[i].numbers else i
    if kind(toks, j) != "date" or not toks[j].numbers:
        return None
    year, month, day = toks[j].numbers
    return Stretch("day", day, month, year), j + 1


def _month(toks: Tokens, i: int) -> Atom | None:
    j = i
    if kind(toks, j) == "unit" and _value(toks, j) == "month":
        j = _skip(toks, j + 1, ":", ".", "of")
    if kind(toks, j) == "month year":
        return Stretch("month", 0, toks[j].numbers[1], toks[j].numbers[0]), j + 1
    if kind(toks, j) != "month":
        return None
    month, j = toks[j].numbers[0], j + 1
    j = _skip(toks, j, ".")
    year, k = year_after(toks, j)
    if not year:
        year, k = _short_year(toks, j)
    return _week_of(toks, month, year, k) or (Stretch("month", 0, month, year), k)


def _week_of(toks: Tokens, month: int, year: int, i: int) -> Atom | None:
    """Such as "April minggu ke-2 2017", "Mei 2017 minggu III"."""
    j = _skip(toks, i, ",", "(")
    if kind(toks, j) != "unit" or _value(toks, j) != "week":
        return None
    number = ordinal(toks, j + 1)
    if number is None:
        return None
    later, k = year_after(toks, number[1]) if not year else (year, number[1])
    return Stretch("week", number[0], month, later), _skip(toks, k, ")") if toks[j - 1].text == "(" else k


def ordinal(toks: Tokens, i: int) -> tuple[int, int] | None:
    """Such as "II", "ke-2", "2", "kedua", "pertama": the number and the next index."""
    j = _skip(toks, i, "ke", "-", ".", ":")
    if kind(toks, j) == "ordinal":
        return toks[j].numbers[0], j + 1
    if 0 <= j < len(toks) and toks[j].roman:
        return toks[j].roman, j + 1
    if kind(toks, j) == "number" and len(toks[j].text) == 1 and 0 < toks[j].numbers[0] <= 5:
        return toks[j].numbers[0], j + 1
    return None


def _unit(toks: Tokens, i: int) -> Atom | None:
    """Such as "TW II 2017", "triwulan ketiga", "Semester I TA 2017", "Q3 2017"."""
    if kind(toks, i) != "unit" or _value(toks, i) not in _PERIOD_UNITS:
        return None
    number = ordinal(toks, i + 1)
    if number is None:
        return _term(toks, i)
    return _with_year(toks, Stretch(cast("Unit", _value(toks, i)), number[0]), number[1])


def _unit_behind(toks: Tokens, i: int) -> Atom | None:
    """Such as "first half of 2018", "3rd quarter", "kuartal" behind its number."""
    if kind(toks, i) != "ordinal" or kind(toks, i + 1) != "unit" or _value(toks, i + 1) not in _PERIOD_UNITS:
        return None
    return _with_year(toks, Stretch(cast("Unit", _value(toks, i + 1)), toks[i].numbers[0]), i + 2)


def _half(toks: Tokens, i: int) -> Atom | None:
    """Such as "H1 2018": written together and with its year, since "H" begins other things as well."""
    if _value(toks, i) != "half" or kind(toks, i + 1) != "number" or toks[i].end != toks[i + 1].start:
        return None
    year, j = year_after(toks, i + 2)
    return (Stretch("semester", toks[i + 1].numbers[0], 0, year), j) if year and toks[i + 1].numbers[0] <= 2 else None


def _with_year(toks: Tokens, stretch: Stretch, i: int) -> Atom | None:
    j = _skip(toks, i, ",", "of", "the")
    if kind(toks, j) in {"school year", "budget year"} and kind(toks, j + 1) == "pair":
        j += 1
    if kind(toks, j) == "pair":
        years = toks[j].numbers
        if stretch.unit != "semester" or years[1] != years[0] + 1:
            return None
        return Stretch("school term", stretch.number, 0, years[0]), j + 1
    year, k = year_after(toks, i)
    return replace(stretch, year=year), k


def _term(toks: Tokens, i: int) -> Atom | None:
    """Such as "semester ganjil 2017/2018"; without a school year, odd is the second half of the calendar year."""
    if kind(toks, i + 1) != "odd" or _value(toks, i) != "semester":
        return None
    half = 3 - toks[i + 1].numbers[0]
    calendar_half = _with_year(toks, Stretch("semester", half), i + 2)
    if calendar_half is None or calendar_half[0].unit != "school term":
        return calendar_half
    return replace(calendar_half[0], number=toks[i + 1].numbers[0]), calendar_half[1]


def _week(toks: Tokens, i: int) -> Atom | None:
    """Such as "minggu ke-2 April 2017", "second week of May", "minggu terakhir Juni"."""
    if kind(toks, i) == "unit" and _value(toks, i) == "week":
        number = ordinal(toks, i + 1)
    elif kind(toks, i) == "ordinal" and _value(toks, i + 1) == "week":
        number = (toks[i].numbers[0], i + 2)
    else:
        return None
    if number is None:
        return None
    month = _month(toks, _skip(toks, number[1], "of", ",", "di", "pada"))
    if month is None or month[0].unit != "month":
        return (Stretch("week", number[0]), number[1]) if kind(toks, i) == "unit" and len(toks[i].text) > 1 else None
    return replace(month[0], unit="week", number=number[0]), month[1]


def _week_of_day(toks: Tokens, i: int) -> Atom | None:
    """Such as "week of 6 March 2017": Monday to Sunday around the day; it needs the year."""
    if _value(toks, i) != "week":
        return None
    found = _day(toks, _skip(toks, i + 1, "of"))
    span = found[0].dates() if found and found[0].year else None
    if found is None or span is None:
        return None
    monday = span[0] - timedelta(days=span[0].weekday())
    return Stretch("dates", span=(monday, monday + timedelta(days=6))), found[1]


def _part(toks: Tokens, i: int) -> Atom | None:
    """Such as "awal Juni", "akhir tahun 2017", "mid-2017", "end of Q2"."""
    if kind(toks, i) != "part":
        return None
    j = _skip(toks, i + 1, "-", "of", "the", "in")
    found = next((f for f in (_unit(toks, j), _unit_behind(toks, j), _month(toks, j), year(toks, j)) if f), None)
    if found is None and kind(toks, j) == "unit" and _value(toks, j) == "year":
        found = Stretch("year"), j + 1
    if found is None:
        return None
    return replace(found[0], part=cast("Part", _value(toks, i))), found[1]


def year(toks: Tokens, i: int) -> Atom | None:
    """Such as "2017", "tahun 2017", "TA 2017", "TP 2017/2018", "2017/2018" (a school year)."""
    j = i
    while kind(toks, j) in {"budget year", "school year"} or (kind(toks, j) == "unit" and _value(toks, j) == "year"):
        j = _skip(toks, j + 1, ".", ":")
    if kind(toks, j) == "pair":
        first, second = toks[j].numbers
        foreign = _text(toks, i) in {"fy", "f . y .", "fiscal year", "financial year"}
        return (Stretch("school year", 0, 0, first), j + 1) if second == first + 1 and not foreign else None
    if not is_year(toks, j):
        return None
    unit: Unit = "school year" if kind(toks, i) == "school year" else "year"
    return Stretch(unit, 0, 0, toks[j].numbers[0]), j + 1


def bare(toks: Tokens, i: int) -> Atom | None:
    """A number whose unit its neighbours decide: the 8 of "8 s.d. 11 Februari", the III of "TW I – III 2017"."""
    j = _skip(toks, i + 1, ":", ".") if kind(toks, i) == "date" and not toks[i].numbers else i
    number = _number_of_day(toks, j)
    if number is not None and (kind(toks, j) == "number" or number[0] <= 31):
        year_said, k = year_after(toks, number[1]) if len(toks[j].text) == 1 else (0, number[1])
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
    _date, _day, _american_day, _month, _unit, _unit_behind, _half, _week, _week_of_day, _part, year, _span,
)  # fmt: skip
