"""Sums of money as people write them, in Indonesian and English, become whole units of a currency.

Rules where the words leave room: a point before three digits groups thousands, a comma before three digits is a
decimal comma in front of an Indonesian scale ("6,795 M") and groups thousands elsewhere; a point before three digits
in front of miliar or triliun ("1.125 M") could be either and is not understood, nor is a small number without any
unit ("85"). A range, a price for each of several things, and several sums in one cell are no one sum. What "M" and the
signs of currencies mean: money_units.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache

from tasks.model.values import Money
from tasks.normalising.funds import begins_fund, ends_with_fund, find_funds
from tasks.normalising.matches import Match, match
from tasks.normalising.money_numbers import in_two_ways
from tasks.normalising.money_sums import Sum, sums
from tasks.normalising.money_units import INDONESIAN, Usage, header_unit
from tasks.normalising.reference import rows
from tasks.normalising.spelt_numbers import in_digits

_BILLION = 10**9
_LEAST = {"IDR": 10_000, "VND": 10_000}
_LEAST_OF_OTHERS = 1_000
"""A smaller number alone is no budget in a currency: its unit is not written."""
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,])")
_TWO_GROUPS = re.compile(r"[1-9]\d{0,2}[ \u00a0\u202f]\d{3}")
_NOT_ONE = re.compile(r"\s*(?:[-–—]|s\.?/?d\.?|sampai|hingga|to)\s*(?:[^\W\d_]{1,4}\.?\s*)?\d", re.IGNORECASE)
_FOR_EACH = re.compile(
    r"\s*(?:(/)\s*[^\W\d_]|per\s+\w|(?:for\s+)?(?:each|every)\b|x\s*\d|×|(?:se)?tiap\b)", re.IGNORECASE
)
_MALFORMED = re.compile(r"[.,]+\d|\s?[^\W\d_](?![\w'’])")
_COUNTED = re.compile(
    r"\s*(?!(?:dari|dr|untuk|utk|dana|dgn|dengan|melalui|via|total|indikatif|from|for|through|in\s+total)\b)[a-z]"
)


@lru_cache(maxsize=65536)
def parse_money(text: str, unit: str = "", currency: str = "IDR", language: str = "id") -> Money | None:
    """The one sum that a cell states, None if it states none or is not understood.

    unit: words of header or title that scale bare numbers ("Rp 000", "dalam jutaan rupiah"); currency: of numbers
    without one; language: of the plan.
    """
    usage = Usage(language, currency)
    said, column = _whole(in_digits(text)), header_unit(unit, usage)
    numbers = list(sums(said, usage, column.currency))
    found = [s for s in numbers if s.currency or s.scaled] or numbers
    if not found or len({s.value for s in found}) > 1 or not all(_one_sum(said, s) for s in found):
        return None
    stated = next((s for s in found if s.currency), found[0])
    factor = 1 if stated.scaled else column.factor
    named = stated.currency or column.currency
    if named == "?" or not _fits(stated, factor) or not (stated.currency or _bare(said, stated)):
        return None
    amount = int((stated.value or Decimal(0)) * factor)
    if not (named or stated.scaled or factor > 1) and amount < _LEAST.get(currency, _LEAST_OF_OTHERS):
        return None
    return Money(amount, text, named or currency) if amount else None


def _whole(text: str) -> str:
    """A cell that is nothing but two groups of digits is one number: "900 000"."""
    return "".join(text.split()) if _TWO_GROUPS.fullmatch(text.strip()) else text


def _fits(stated: Sum, factor: int) -> bool:
    """Whether the scale of a column may be put on a sum: not with a sign of its own, nor where a point is open."""
    if factor == 1:
        return True
    return factor > 0 and not (stated.currency or (factor >= _BILLION and in_two_ways(stated.written)))


def money_understood(text: str, unit: str = "", currency: str = "IDR", language: str = "id") -> bool:
    """Whether a cell is understood: it states one sum, or clearly none ("-", "0", "APBD 2017", "sesuai DIPA")."""
    if parse_money(text, unit, currency, language) is not None:
        return True
    stated = _YEAR.sub("", text) if find_funds(text) else text
    return not re.search(r"[1-9]", stated)


def find_money(text: str, usage: Usage = INDONESIAN) -> list[Match]:
    """Sums of money in running text, with "sebesar" and the like.

    A number needs a currency, or a scale with a word for money before it or a fund beside it.
    """
    out = []
    for found in sums(text, usage):
        if found.currency or (found.scaled and _is_about_money(text, found)):
            start = _lead_start(text, found.start)
            out.append(match(text, start, found.end, start < found.start))
    return out


def _one_sum(text: str, found: Sum) -> bool:
    """Whether it is said as it stands: no range or bound, no price of each, no minus, all its digits read."""
    before, behind = text[: found.start], text[found.end :]
    each = _FOR_EACH.match(behind)
    if each is not None and not (each[1] and begins_fund(behind.lstrip(" /"))):
        return False
    if found.value is None or _NOT_ONE.match(behind) or _MALFORMED.match(behind) or before.endswith(("-", "−")):
        return False
    if not before.strip():
        return True
    said = f" {' '.join(before.casefold().split())} "
    if any(f" {word} " in said for word in _kind("bound")):
        return False
    return not re.search(r"[@x×]$|\d\s*[-–—]$|\d\s*(?:s\.?/?d\.?|sampai|hingga)$", before.rstrip(), re.IGNORECASE)


def _bare(text: str, found: Sum) -> bool:
    """A number without currency is a sum where no word surrounds it, or with a scale none that it could count."""
    around = text[: found.start] + text[found.end :]
    return not re.search(r"\w", around) or (found.scaled and not _COUNTED.match(text[found.end :]))


def _is_about_money(text: str, found: Sum) -> bool:
    before, behind = text[: found.start], text[found.end :]
    if any(word in _kind("money") for word in re.findall(r"[^\W\d_]+", before.casefold())[-3:]):
        return True
    source = re.sub(r"^\s*(?:\(|/|,|(?:dari|dr|dana|from|via|melalui)\b)?\s*", "", behind)
    return not _COUNTED.match(behind) and (ends_with_fund(before) or begins_fund(source))


def _lead_start(text: str, start: int) -> int:
    before = text[:start].rstrip(" :")
    for word in sorted(_kind("lead"), key=len, reverse=True):
        if before.casefold().endswith(word) and (len(before) == len(word) or not before[-len(word) - 1].isalnum()):
            return len(before) - len(word)
    return start


@cache
def _kind(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("money_words") if row["kind"] == kind)
