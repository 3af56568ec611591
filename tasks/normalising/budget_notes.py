"""Sentences and notes that say how budget years run: "Q1 = July – Sept", "FY: 1 July – 30 June"."""

import re
from functools import cache

from tasks.normalising.fiscal_years import BudgetYear
from tasks.normalising.reference import rows

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4,
}  # fmt: skip
_MAY_SAY = re.compile(
    r"\bq\s?[1-4]\b|quarter|triwulan|\btw\b|\bFY|fiscal|financial\s+year|budget\s+year|tahun\s+(?:anggaran|fiskal)",
    re.IGNORECASE,
)
_YEAR = (
    r"(?:FY\s?|(?:fiscal|financial|budget)\s+years?|tahun\s+(?:anggaran|fiskal))(?:\s*\d{2,4}(?:\s?[/-]\s?\d{2,4})?)?"
)
_QUARTER = (
    r"\b(?:(?:q|quarter|qtr|tw|triwulan)\.?\s?(?P<n>[1-4]|iv|i{1,3})|(?P<o>first|second|third|fourth)\s+quarter"
    r"|triwulan\s+(?P<k>pertama|kedua|ketiga|keempat))(?:\s+(?:of\s+)?(?:FY\s?)?\d{2,4}(?:/\d{2,4})?)?"
)
_SPLIT_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d{2})\s?([/–-])\s?((?:19|20)?\d{2})(?![\d/.-])")
_MEANS = r"\s*(?:=|:|\(|\bis\b|\bmeans\b|\badalah\b|\byaitu\b)\s*"
_RUNS = r"(?:\s*(?:=|:|\(|\bis\b|\b(?:runs?|running|lasts|berjalan|berlaku)\b|\bfrom\b|\bdari\b|\bmulai\b))*\s*"
_BEGINS = r"\s*(?:begins?|starts?|commences?|beginning|starting|dimulai|mulai)\s*(?:on|in|from|at|pada|tanggal|bulan)?"
_ENDS = r"\s*(?:ends?|closes?|ending|berakhir)\s*(?:on|in|at|pada|tanggal|bulan)?"
_THE = r"\s*(?:the\s+)?"


def split_year(text: str) -> int:
    """The first of the two years by which a title names a budget year ("2020/21", "FY 2020-2021"); 0 if it has none."""
    for found in _SPLIT_YEAR.finditer(text):
        short = found[2] == "/" or len(found[3]) == 2 or _MAY_SAY.search(text)
        if short and (int(found[1]) + 1) % 100 == int(found[3]) % 100:
            return int(found[1])
    return 0


def budget_year_in(text: str) -> BudgetYear | None:
    """How budget years run, if a text says so; None if it does not."""
    if not _MAY_SAY.search(text):
        return None
    quarter = _quarters().search(text)
    if quarter is not None and _count(quarter) == 3:
        words = (quarter["n"] or quarter["o"] or quarter["k"]).casefold()
        number = _ORDINALS.get(words) or int(words)
        month = (_month(quarter["m1"]) - 1 - 3 * (number - 1)) % 12 + 1
        return BudgetYear(month, 1, quarters=month != 1)
    year = _years().search(text)
    if year is not None and (_count(year) == 12 or (_count(year) == 1 and _day(year["d1"]) > 1)):
        return BudgetYear(_month(year["m1"]), _day(year["d1"]))
    edge = _edges().search(text)
    return None if edge is None else _from_edge(edge)


def _from_edge(found: "re.Match[str]") -> BudgetYear:
    month = _month(found["m"])
    if found["ends"]:
        return BudgetYear(month % 12 + 1)
    return BudgetYear(month, 16 if found["mid"] else _day(found["d"]))


def _count(found: "re.Match[str]") -> int:
    """Months from the first to the last that are named, both included; 1 of 16 July to 15 July."""
    return (_month(found["m2"]) - _month(found["m1"])) % 12 + 1


def _month(word: str) -> int:
    return _months()[word.casefold()]


def _day(digits: str | None) -> int:
    return int(digits) if digits and 0 < int(digits) <= 28 else 1


@cache
def _months() -> dict[str, int]:
    return {row["word"]: int(row["month"]) for row in rows("months")}


@cache
def _range() -> str:
    named = "|".join(sorted(map(re.escape, _months()), key=lambda w: (-len(w), w)))
    day, year = r"(?:st|nd|rd|th)?(?:\s+of)?\s+", r"\.?(?:\s+\d{4})?"
    to = r"\s*(?:[-–—]|\bto\b|\bs\.?/?d\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b|\buntil\b|\bthrough\b)\s*"
    return rf"(?:(?P<d1>\d{{1,2}}){day})?(?P<m1>{named}){year}{to}(?:\d{{1,2}}{day})?(?P<m2>{named})(?![^\W\d_])"


@cache
def _quarters() -> "re.Pattern[str]":
    return re.compile(rf"{_QUARTER}{_MEANS}{_range()}", re.IGNORECASE)


@cache
def _years() -> "re.Pattern[str]":
    return re.compile(rf"\b{_YEAR}{_RUNS}{_range()}", re.IGNORECASE)


@cache
def _edges() -> "re.Pattern[str]":
    named = "|".join(sorted(map(re.escape, _months()), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"\b{_YEAR}(?:{_BEGINS}|(?P<ends>{_ENDS})){_THE}(?P<mid>mid(?:dle)?[\s-]*(?:of\s+)?)?"
        rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:of\s+)?))?(?P<m>{named})(?![^\W\d_])",
        re.IGNORECASE,
    )
