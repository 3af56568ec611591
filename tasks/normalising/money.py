"""Sums of money as people write them, in Indonesian and English, become whole units of a currency.

Rules where the words leave room: "M" is miliar, in another currency than rupiah a million; a point before three
digits groups thousands, a comma before three digits is a decimal comma in front of an Indonesian scale ("6,795 M")
and groups thousands elsewhere; a point before three digits in front of miliar or triliun ("1.125 M") could be either
and is not understood. A range, a price for each of several things, and several sums in one cell are no one sum.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tasks.model.values import Money
from tasks.normalising.funds import begins_fund, find_funds
from tasks.normalising.matches import Match, match
from tasks.normalising.money_numbers import NUMBER, decimal, in_two_ways
from tasks.normalising.money_units import header_unit, words_of
from tasks.normalising.reference import rows
from tasks.normalising.spelt_numbers import in_digits

_MILLION, _BILLION = 10**6, 10**9
_LEAST_RUPIAH = 10_000  # a smaller number alone is no budget in rupiah: its unit is not written
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,])")
_NOT_ONE = re.compile(r"\s*(?:[-–—]|s\.?/?d\.?|sampai|hingga|to)\s*(?:rp\.?\s*)?\d", re.IGNORECASE)
_FOR_EACH = re.compile(
    r"\s*(?:(/)\s*[^\W\d_]|per\s+\w|(?:for\s+)?(?:each|every)\b|x\s*\d|×|(?:se)?tiap\b)", re.IGNORECASE
)
_MALFORMED = re.compile(r"[.,]+\d")
_COUNTED = re.compile(r"\s*(?!dari\b|untuk\b|dana\b|from\b|for\b)[a-z]")
_TAIL = re.compile(r"\s*,\s?[-–—]+|\s*\.\s?[-–—]{1,2}(?!\s?\d)")


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum found in a text: its value, its currency ("" if not said), whether a scale word stands in it."""

    start: int
    end: int
    value: Decimal | None
    currency: str
    scaled: bool
    written: str


def parse_money(text: str, unit: str = "", currency: str = "IDR") -> Money | None:
    """The one sum that a cell states, None if it states none or is not understood.

    unit: words of header or title that scale bare numbers ("Rp 000", "dalam jutaan rupiah"); currency: of numbers
    without one.
    """
    said = in_digits(text)
    found = [s for s in _sums(said) if s.currency or s.scaled] or list(_sums(said))
    if not found or len({s.value for s in found}) > 1 or not all(_one_sum(said, s) for s in found):
        return None
    stated, column = next((s for s in found if s.currency), found[0]), header_unit(unit)
    factor = 1 if stated.scaled else column.factor
    if not _fits(stated, factor) or not (stated.currency or _bare(said, stated)):
        return None
    amount = int((stated.value or Decimal(0)) * factor)
    named = stated.currency or column.currency
    if not (named or stated.scaled or factor > 1) and currency == "IDR" and amount < _LEAST_RUPIAH:
        return None
    return Money(amount, text, named or currency) if amount else None


def _fits(stated: _Sum, factor: int) -> bool:
    """Whether the scale of a column may be put on a sum: not with a sign of its own, nor where a point is open."""
    return factor == 1 or not (stated.currency or (factor >= _BILLION and in_two_ways(stated.written)))


def money_understood(text: str, unit: str = "", currency: str = "IDR") -> bool:
    """Whether a cell is understood: it states one sum, or clearly none ("-", "0", "APBD 2017", "sesuai DIPA")."""
    if parse_money(text, unit, currency) is not None:
        return True
    stated = _YEAR.sub("", text) if find_funds(text) else text
    return not re.search(r"[1-9]", stated)


def find_money(text: str) -> list[Match]:
    """Sums of money in running text, with "sebesar" and the like; a number needs a currency or a word for money."""
    out = []
    for found in _sums(text):
        if found.value is None or not (found.currency or (found.scaled and _is_about_money(text, found.start))):
            continue
        start = _lead_start(text, found.start)
        out.append(match(text, start, found.end, start < found.start))
    return out


def _sums(text: str) -> Iterator[_Sum]:
    position = 0
    while (found := _pattern().search(text, position)) is not None:
        position = found.end()
        yield _joined(text, found)
        position = max(position, _end_of_parts(text, found))


@cache
def _pattern() -> "re.Pattern[str]":
    currencies = "|".join(sorted((re.escape(w) for w in words_of("currency")), key=len, reverse=True))
    scales = "|".join(sorted((re.escape(w) for w in words_of("scale", "english scale")), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<![^\W\d_])(?P<before>{currencies})\s?\.?\s*:?\s*|(?<![\w.,]))(?P<number>{NUMBER})(?![\d%])"
        rf"(?!\s?%|[.,]\d)(?:\s?(?P<scale>{scales})(?![^\W\d_]))?(?:\.(?=\s?,\s?[-–—]))?(?P<tail>{_TAIL.pattern})?"
        rf"(?:\s?(?P<behind>{currencies})(?![^\W\d_]|\.?\s*\d))?",
        re.IGNORECASE,
    )


def _joined(text: str, first: "re.Match[str]") -> _Sum:
    """A sum with the smaller parts said behind it: "Rp 2 miliar 500 juta"."""
    value, scale = _value(first), _scale(first)
    currency = _currency(first)
    current = first
    while (more := _part_behind(text, current)) is not None:
        extra = _value(more)
        value = value + extra if value is not None and extra is not None else None
        currency, current = currency or _currency(more), more
    return _Sum(first.start(), current.end(), value, currency, scale > 1, first["number"])


def _part_behind(text: str, before: "re.Match[str]") -> "re.Match[str] | None":
    more = _pattern().match(text, _blank_end(text, before.end()))
    if more is None or more.group("before") or not 1 < _scale(more) < _scale(before):
        return None
    return more


def _end_of_parts(text: str, first: "re.Match[str]") -> int:
    current = first
    while (more := _part_behind(text, current)) is not None:
        current = more
    return current.end()


def _blank_end(text: str, i: int) -> int:
    while i < len(text) and text[i] == " ":
        i += 1
    return i


def _scale(found: "re.Match[str]") -> int:
    word = (found.group("scale") or "").casefold()
    if not word:
        return 1
    if word == "m" and _currency(found) not in {"", "IDR"}:
        return _MILLION
    return int(words_of("scale", "english scale")[word])


def _currency(found: "re.Match[str]") -> str:
    word = (found.group("before") or found.group("behind") or "").casefold()
    return words_of("currency").get(word, "")


def _value(found: "re.Match[str]") -> Decimal | None:
    scale = _scale(found)
    indonesian = (found.group("scale") or "").casefold() in words_of("scale")
    number = decimal(found["number"], indonesian, scale, bool(_currency(found)))
    return None if number is None else number * scale


def _one_sum(text: str, found: _Sum) -> bool:
    """Whether it is said as it stands: no range or bound, no price of each, no minus, all its digits read."""
    before, behind = text[: found.start], text[found.end :]
    each = _FOR_EACH.match(behind)
    if each is not None and not (each[1] and begins_fund(behind.lstrip(" /"))):
        return False
    if found.value is None or _NOT_ONE.match(behind) or _MALFORMED.match(behind) or before.endswith(("-", "−")):
        return False
    said = f" {' '.join(before.casefold().split())} "
    if any(f" {word} " in said for word in _kind("bound")):
        return False
    return not re.search(r"[@x×]$|\d\s*[-–—]$|\d\s*(?:s\.?/?d\.?|sampai|hingga)$", before.rstrip(), re.IGNORECASE)


def _bare(text: str, found: _Sum) -> bool:
    """A number without currency is a sum where no word surrounds it, or with a scale none that it could count."""
    around = text[: found.start] + text[found.end :]
    return not re.search(r"\w", around) or (found.scaled and not _COUNTED.match(text[found.end :]))


def _is_about_money(text: str, start: int) -> bool:
    said = re.findall(r"[^\W\d_]+", text[:start].casefold())[-3:]
    return any(word in _kind("money") for word in said)


def _lead_start(text: str, start: int) -> int:
    before = text[:start].rstrip(" :")
    for word in sorted(_kind("lead"), key=len, reverse=True):
        if before.casefold().endswith(word) and (len(before) == len(word) or not before[-len(word) - 1].isalnum()):
            return len(before) - len(word)
    return start


@cache
def _kind(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("money_words") if row["kind"] == kind)
