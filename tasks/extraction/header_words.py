"""What a header says beside its field: a month or quarter, a level of government, a unit of money, a year."""

import re
from functools import lru_cache

from tasks.extraction.phrases import alternatives, equals, holds, phrases
from tasks.extraction.texts import fold, tidy
from tasks.normalising.budget_notes import split_year
from tasks.normalising.money_units import currency_words, scale_words
from tasks.normalising.periods import find_periods
from tasks.normalising.reference import rows

_ROMAN = ("i", "ii", "iii", "iv")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_FISCAL = re.compile(r"(?<![^\W\d_])(?:FY|F\.Y\.|fiscal|financial\s+year)", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?<=[^\W\d_])(?:\s?[-/]\s?|\s?['’]|\s)\d{2}$")
_BUDGET_YEAR = re.compile(
    r"(?:(?:FY|F\.Y\.|financial\s+year|fiscal\s+year)\s*)?(?<!\d)(?:19|20)\d{2}(?:\s?[/–-]\s?(?:\d{4}|\d{2}))?(?!\d)",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(
    r"(?:(?:year|tahun(?:\s+ke-?)?)\s*\d{1,2}\s*\(\s*)?(?P<year>(?:(?:FY|TA|tahun|year)\s*)?(?:19|20)\d{2}(?:\s?[/–-]\s?(?:\d{4}|\d{2}))?)\s*\)?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_CURRENCIES = rf"(?<![^\W\d_])(?:{alternatives(currency_words())})(?![^\W\d_])"
_CURRENCY = re.compile(_CURRENCIES, re.IGNORECASE)
_SCALES = rf"(?:{alternatives([*phrases('scale'), *scale_words()])})"
_SHORT_PERIOD = re.compile(r"Q[1-4]|B(?:0[1-9]|1[0-2])", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[-–]|\bs\.?\s?[/.]?d\.?|\bto\b)\s*", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}[).]?")


@lru_cache(maxsize=4096)
def is_month(text: str) -> bool:
    """Whether a header is the name of one month, a year behind it allowed ("Mar", "Maret 2017", "Mar-17")."""
    words = fold(_YEAR.sub(" ", _SHORT_YEAR.sub("", text.strip()))).removeprefix("bulan ").split()
    return len(words) == 1 and words[0] in _months()


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in rows("months"))


@lru_cache(maxsize=4096)
def is_quarter(text: str) -> bool:
    """Whether a header is a quarter, third or half of a year ("TW I", "Q3", "Semester 1"), be it by its months.

    "Jan-Mar", and "B06" for the state at the end of the sixth month.
    """
    bare = _BUDGET_YEAR.sub(" ", text).strip(" ,-–()") or text
    if _SHORT_PERIOD.fullmatch(bare) is not None or (holds("quarter", text) and _whole(text)):
        return True
    ends = _TO.split(_YEAR.sub(" ", text).strip())
    return len(ends) == 2 and all(map(is_month, ends))


def _whole(text: str) -> bool:
    found = find_periods(text)
    return len(found) == 1 and len(fold(found[0].text)) >= len(fold(text)) - 1


def year_alone(text: str) -> str:
    """The year that a header is and no more: "2025", "FY 2024/25", that of "Year 2 (2025/26)"; "" for any other."""
    found = _YEAR_ALONE.fullmatch(text.strip())
    return tidy(found["year"]) if found is not None else ""


@lru_cache(maxsize=4096)
def level_words(text: str) -> str | None:
    """The words of a level of government, folded, if a header is nothing else ("Kab/Kota" → "kab kota")."""
    key = fold(text)
    bare = key.removeprefix("tingkat ").removesuffix(" level")
    return next((k for k in (key, bare) if k in _levels()), None)


@lru_cache(maxsize=1)
def _levels() -> dict[str, str]:
    return {fold(phrase): level for phrase, level in phrases("level").items()}


def level_of(words: str) -> str:
    """The Level that folded level words stand for, "" where they stand for several ("daerah")."""
    return _levels().get(words, "")


def same_level(words: str, others: list[str]) -> str | None:
    """Which of several level words mean the level of these: the same words first, then the same level."""
    if words in others:
        return words
    level = level_of(words)
    return next((o for o in others if level and level_of(o) == level), None)


def years_in(text: str) -> str:
    """The year of a title as its columns bear it: "2020", of a budget year "2020/21" or "FY 2021"; "" if none."""
    first = split_year(text)
    if first:
        return f"{first}/{(first + 1) % 100:02}"
    year = year_in(text)
    return f"FY {year}" if year and _FISCAL.search(text) else year


def year_in(text: str) -> str:
    """The one year that a text names, "" if none or several."""
    years = set(_YEAR.findall(text))
    return years.pop() if len(years) == 1 else ""


@lru_cache(maxsize=4096)
def money_unit(text: str) -> str:
    """Words of a header or title that scale sums of money: "Rp 000", "dalam juta rupiah"; "" if there are none."""
    for inside in _BRACKET.findall(text):
        if _scales(inside):
            outside = _CURRENCY.search(_BRACKET.sub(" ", text)) if not _CURRENCY.search(inside) else None
            return tidy(f"{outside.group()} ({inside})" if outside else inside)
    found = _IN_SCALE.search(text) or (_BESIDE.search(text) if len(text) < _LONGEST_UNIT else None)
    return tidy(found.group()) if found else tidy(text) if names_money(text) and _CURRENCY.search(text) else ""


def names_money(text: str) -> bool:
    """Whether a header is nothing but a currency and a scale ("Rp juta", "USD (thousands)")."""
    if _SIGN_AND_SCALE.fullmatch(text.strip()):
        return True
    bare = _BRACKET.sub(" ", text)
    rest = _SCALE.sub(" ", _CURRENCY.sub(" ", bare))
    return not any(c.isalnum() for c in rest) and (bool(_CURRENCY.search(text)) or bool(bare.strip(" .")))


def is_unit(text: str) -> bool:
    """Whether a cell holds a unit alone, as rows between a header and its data do: "(Rp juta)", "(orang)", "%"."""
    inside = re.fullmatch(r"[(\[]([^()\[\]\d]{1,20})[)\]]", text.strip())
    return inside is not None or names_money(text) or text.strip() == "%"


def in_currency(text: str) -> bool:
    """Whether a header says in brackets that numbers below it are sums of money: "Jumlah (Rp)"."""
    return any(_scales(inside) and _CURRENCY.search(inside) for inside in _BRACKET.findall(text))


def _scales(text: str) -> bool:
    if re.search(r"[1-9]", text):
        return False
    return _SCALE.search(text) is not None or (_CURRENCY.search(text) is not None and len(text) < 16)


_SCALE = re.compile(rf"(?<!\w){_SCALES}(?!\w)|(?<!\d)000(?!\d)", re.IGNORECASE)
_IN_SCALE = re.compile(
    rf"(?:dalam|in)\s+(?:{_CURRENCIES}\.?\s*)?{_SCALES}(?!\w)(?:\s+(?:of\s+\w+|{_CURRENCIES}))?", re.IGNORECASE
)
_ANY = rf"(?<![^\W\d_])(?:{alternatives(currency_words(own=True))})(?![^\W\d_])"
_BESIDE = re.compile(
    rf"{_ANY}\.?\s?['’]?\s?{_SCALES}(?!\w)|(?<!\w){_SCALES}\s+(?:of\s+)?{_ANY}|\bin\s+{_CURRENCIES}$", re.IGNORECASE
)
_SIGN_AND_SCALE = re.compile(
    rf"{_ANY}\.?\s?(?:['’]?\s?000s?|{_SCALES}|(?:in\s+|\(\s*(?:in\s+)?){_SCALES}\)?)"
    rf"|(?-i:[RPN](?:m|mn|bn|b))|(?:rs|sh|tk)\.?\s?(?:m|mn|bn)",
    re.IGNORECASE,
)
"""A sign that is a currency's where it is the meeting's, with a scale: "R'000", "R million", "Rs. (in lakhs)", "Rm"."""
_LONGEST_UNIT = 40  # letters of a header that may name a currency and its scale without brackets


def quarter_number(text: str) -> int:
    """1 to 4 for a bare number of a quarter ("II", "3"), 0 for anything else."""
    key = fold(text)
    if key in _ROMAN:
        return _ROMAN.index(key) + 1
    return int(key) if key in {"1", "2", "3", "4"} else 0


def heads_quarters(text: str) -> bool:
    """Whether a header stands over quarters ("Triwulan")."""
    return equals("quarter", _YEAR.sub("", text).strip())


def heads_months(text: str) -> bool:
    """Whether a header stands over months ("Bulan", "Jadwal tahun 2017")."""
    return holds("month", text) or bool(year_in(text))


def column_numbers(texts: list[str]) -> bool:
    """Whether a row numbers the columns: "(1) (2) (3)", "1 2 3"."""
    numbers = [int(re.sub(r"\D", "", t)) for t in texts if _COLUMN_NUMBER.fullmatch(t.strip())]
    return (
        len(numbers) == len(texts) >= 3
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] <= 1
    )
