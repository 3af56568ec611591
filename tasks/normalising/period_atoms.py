"""The atoms of a period expression: one day, week, month, quarter … written out, with or without its year."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import cast

from tasks.model.values import Grain
from tasks.normalising.period_days import american_day, day, number_of_day, written_date
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_units import Atom, half, ordinal, unit, unit_behind, unit_glued
from tasks.normalising.period_whole_years import year
from tasks.normalising.period_years import kind, short_year, skip, text, value, year_after, year_of_month
from tasks.normalising.stretches import Part, Stretch

Tokens = Sequence[Token]


def atom(toks: Tokens, i: int) -> Atom | None:
    """The longest atom that begins at token i."""
    best: Atom | None = None
    for reader in _READERS.get(kind(toks, i), ()):
        found = reader(toks, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def _month(toks: Tokens, i: int) -> Atom | None:
    j = i
    if kind(toks, j) == "unit" and value(toks, j) == "month":
        j = skip(toks, j + 1, ":", ".", "of")
        numbered = _numbered_month(toks, j)
        if numbered is not None:
            return numbered
    if kind(toks, j) == "month year":
        return Stretch("month", 0, toks[j].numbers[1], toks[j].numbers[0]), j + 1
    if kind(toks, j) != "month":
        return None
    month, j = toks[j].numbers[0], j + 1
    j = skip(toks, j, ".")
    year, k = year_after(toks, j)
    if not year:
        year, k = short_year(toks, j)
    split = year_of_month(toks, j)
    if split is not None:
        return Stretch("month", 0, month, split[0], fiscal=True, both=split[1]), split[2]
    return _week_of(toks, month, year, k) or (Stretch("month", 0, month, year), k)


def _numbered_month(toks: Tokens, i: int) -> Atom | None:
    """Such as "bulan 5 tahun 2017"; without the year, the month may be counted from the beginning of a project."""
    if kind(toks, i) != "number" or not 0 < toks[i].numbers[0] <= 12:
        return None
    year, j = year_after(toks, i + 1)
    return (Stretch("month", 0, toks[i].numbers[0], year), j) if year else None


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
        plain = kind(toks, i) == "unit" and (len(toks[i].text) > 1 or _goes_on_in_weeks(toks, number[1]))
        return (Stretch("week", number[0]), number[1]) if plain else None
    return month[0]._replace(unit="week", number=number[0]), month[1]


def _goes_on_in_weeks(toks: Tokens, i: int) -> bool:
    """Whether the short "M3" is the first of "M3-M4 Juni"; by itself it may be anything."""
    return kind(toks, i) in {"dash", "to", "and"} and value(toks, i + 1) == "week"


def week_behind(toks: Tokens, i: int) -> Atom | None:
    """The second week of "minggu II – III Mei", "minggu ke-2 s.d. ke-3 April": an ordinal and its month."""
    number = ordinal(toks, i)
    month = _month(toks, number[1]) if number is not None else None
    if number is None or month is None:
        return None
    return month[0]._replace(unit="week", number=number[0]), month[1]


def _week_of_day(toks: Tokens, i: int) -> Atom | None:
    """Such as "week of 6 March 2017", "week ending 10 March"."""
    unit_ = value(toks, i)
    if unit_ not in {"week of", "week to"} and not (unit_ == "week" and text(toks, i + 1) == "of"):
        return None
    j = skip(toks, i + 1, "of", "the", "on")
    found = day(toks, j) or american_day(toks, j) or written_date(toks, j)
    return (found[0]._replace(unit="week to" if unit_ == "week to" else "week of"), found[1]) if found else None


def _part(toks: Tokens, i: int) -> Atom | None:
    """Such as "awal Juni", "akhir tahun 2017", "mid-2017", "end of Q2"."""
    if kind(toks, i) != "part":
        return None
    j = skip(toks, i + 1, "-", "of", "the", "in")
    whole = (unit(toks, j), unit_behind(toks, j), _month(toks, j), year(toks, j), _span(toks, j))
    found = next((f for f in whole if f), None)
    if found is None and toks[i].text.startswith("year"):
        found = Stretch("year"), i + 1
    if found is None and (kind(toks, j), value(toks, j)) in {("unit", "year"), ("budget year", "")}:
        found = Stretch("year"), j + 1
    if found is None:
        return None
    return found[0]._replace(part=cast("Part", value(toks, i))), found[1]


def _year_first(toks: Tokens, i: int) -> Atom | None:
    """Such as "2017 Mei", "tahun 2017, bulan Mei", "2017-Q3"."""
    found = year(toks, i)
    if found is None or found[0].unit != "year":
        return None
    j = skip(toks, found[1], ",", "-", "(")
    adjacent = j == found[1] or text(toks, found[1]) in {",", "("}
    part = unit(toks, j) or unit_behind(toks, j) or (_month(toks, j) if adjacent else None)
    if part is None or part[0].year:
        return None
    end = skip(toks, part[1], ")") if text(toks, j - 1) == "(" else part[1]
    whole = found[0]
    return part[0]._replace(year=whole.year, fiscal=whole.fiscal, both=whole.both), end


def bare(toks: Tokens, i: int) -> Atom | None:
    """A number whose unit its neighbours decide: the 8 of "8 s.d. 11 Februari", the III of "TW I – III 2017"."""
    j = skip(toks, i + 1, ":", ".") if kind(toks, i) == "date" and not toks[i].numbers else i
    number = number_of_day(toks, j)
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
    grain = Grain(toks[i].value) if toks[i].value in set(Grain) else Grain.DAY
    return Stretch("dates", span=(date.fromordinal(first), date.fromordinal(last)), of=grain), i + 1


_READERS: Mapping[str, Sequence[Callable[[Tokens, int], Atom | None]]] = {
    "date": (written_date, day),
    "number": (day, year, _year_first, unit_glued),
    "ordinal": (day, unit_behind, _week),
    "odd": (unit_behind,),
    "month": (american_day, _month),
    "month year": (_month,),
    "unit": (_month, unit, half, _week, _week_of_day, year, _year_first),
    "part": (_part,),
    "budget year": (year, _year_first),
    "school year": (year,),
    "pair": (year,),
    "span": (_span,),
}
"""What can begin with a token of each kind."""
