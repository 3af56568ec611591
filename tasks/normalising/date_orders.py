"""Dates in digits alone: whether the day or the month stands first, and which words leave that open.

"06/05/2023" is read as a header says ("mm/dd/yyyy"), else as the other dates of its file that only one reading allows,
else as those beside it that a form wrote by itself, else as those of the whole plan, else as its country writes dates.
Where none of these tells, or where they contradict each other, nobody can say.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import pandas as pd

from tasks.model.meeting import Meeting
from tasks.normalising.budget_years import country_of

_DATE = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<gap>\s?)(?P<mark>[/-])\s?(?P<b>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}|\d{2})(?![\d/-])"
)
_MONTHS = 12
_HINT = re.compile(
    r"(?<![^\W\d_])(?P<a>d{1,2}|m{1,2}|tgl|tanggal|hari|bln|bulan|day|month|bb|hh|tt)\s?[/.-]\s?"
    r"(?P<b>d{1,2}|m{1,2}|tgl|tanggal|hari|bln|bulan|day|month|bb|hh|tt)\s?[/.-]\s?"
    r"(?:y{2,4}|t{2,4}|thn|tahun|year)(?![^\W\d_])",
    re.IGNORECASE,
)
_OF_MONTH = frozenset({"m", "mm", "bln", "bulan", "month", "bb"})
_TIMES = ("period_text", "start_text", "end_text")


class Order(StrEnum):
    """Which of the two numbers before the year is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    OPEN = ""


def hinted(header: str) -> Order:
    """The order that a header gives: "Start (mm/dd/yyyy)", "Tanggal (tgl/bln/thn)"."""
    found = _HINT.search(header)
    if found is None:
        return Order.OPEN
    first, second = (found[name].casefold() in _OF_MONTH for name in ("a", "b"))
    if first == second:
        return Order.OPEN
    return Order.MONTH_FIRST if first else Order.DAY_FIRST


def shown(texts: Iterable[str]) -> Order:
    """The order that dates tell of which only one reading is possible; open if they contradict each other."""
    told = {order for text in texts for m in _DATE.finditer(text) if (order := _told(m)) is not Order.OPEN}
    return told.pop() if len(told) == 1 else Order.OPEN


def _told(found: "re.Match[str]") -> Order:
    first, second = int(found["a"]), int(found["b"])
    if first > _MONTHS >= second:
        return Order.DAY_FIRST
    return Order.MONTH_FIRST if second > _MONTHS >= first else Order.OPEN


def is_open(text: str) -> bool:
    """Whether a text holds a date that may be read in two ways."""
    return any(_told(m) is Order.OPEN and int(m["a"]) != int(m["b"]) for m in _DATE.finditer(text))


def day_first(text: str, order: Order) -> str:
    """The text with all its dates written with the day first."""
    return _DATE.sub(lambda m: _turned(m) if _month_leads(m, order) else m[0], text)


def _month_leads(found: "re.Match[str]", order: Order) -> bool:
    return (_told(found) or order) is Order.MONTH_FIRST


def _turned(found: "re.Match[str]") -> str:
    mark, gap = found["mark"], found["gap"]
    return f"{found['b']}{gap}{mark}{gap}{found['a']}{gap}{mark}{gap}{found['year']}"


def orders(raw: pd.DataFrame, meeting: Meeting) -> list[tuple[Order, str]]:
    """For every row, how its dates in digits are written, and who tells that beside the row's own column."""
    texts = [" ".join(words) for words in zip(*(raw[column] for column in _TIMES), strict=True)]
    if not any(map(is_open, texts)):
        return [(Order.OPEN, "")] * len(texts)
    files, beside = list(raw["file"]), list(raw["date_order"])
    of_file = {file: _of_file([t for f, t in zip(files, texts, strict=True) if f == file]) for file in set(files)}
    by_form = {file: shown(b for f, b in zip(files, beside, strict=True) if f == file) for file in set(files)}
    plan = shown([*texts, *beside])
    country = _of_country(meeting)
    return [_order(hinted(b), of_file[f], by_form[f], plan, country) for f, b in zip(files, beside, strict=True)]


def _of_file(texts: Sequence[str]) -> tuple[Order, bool]:
    """The order of a file's dates, and whether they contradict each other."""
    each = {shown([text]) for text in texts} - {Order.OPEN}
    return shown(texts), len(each) > 1


def _order(header: Order, file: tuple[Order, bool], form: Order, plan: Order, country: Order) -> tuple[Order, str]:
    if header or file[0]:
        return header or file[0], ""
    if file[1]:
        return Order.OPEN, ""
    tests: Mapping[str, Order] = {"time of the entry": form, "dates of other documents": plan, "country": country}
    return next(((order, source) for source, order in tests.items() if order), (Order.OPEN, ""))


def _of_country(meeting: Meeting) -> Order:
    if meeting.language == "id":
        return Order.DAY_FIRST
    row = country_of(meeting)
    if row is None:
        return Order.OPEN
    return Order.MONTH_FIRST if row["dates"] == Order.MONTH_FIRST else Order.DAY_FIRST
