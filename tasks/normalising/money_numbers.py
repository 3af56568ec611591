"""The digits of a sum: points, commas and blanks that group thousands or begin the decimals."""

import re
from decimal import Decimal
from functools import lru_cache

NUMBER = (
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?![\d.,]*\d)"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
)
"""A number as a pattern: "250.000.000,00", "250,000,000.00", "250 000 000", "2,50,00,000", "1,5", "250"."""
_BILLION = 10**9
_MALFORMED = re.compile(r"^0\d|\.\d{3},\d{3}$|,\d{3}\.\d{3}$")
_BLANKS = re.compile(r"[ \u00a0\u202f]")


@lru_cache(maxsize=65536)
def decimal(written: str, indonesian: bool, scale: int, signed: bool, english: bool = False) -> Decimal | None:
    """The number, None if its points and commas can be read in two ways that both make sense, or in none.

    indonesian, english: a word for thousand, million … of that language stands behind; signed: a currency is named.
    """
    if _MALFORMED.search(written) or (in_two_ways(written) and scale >= _BILLION and not english):
        return None
    groups = _BLANKS.split(written)
    if len(groups) > 1:
        cents = len(groups[-1]) > len("000")
        return Decimal("".join(groups).replace(",", ".")) if signed or cents or len(groups) > 2 else None
    if english and in_two_ways(written):
        return Decimal(written)
    if re.fullmatch(r"\d{1,3},\d{3}", written) and (indonesian or written.startswith("0")):
        return Decimal(written.replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
        return Decimal(written.replace(".", "").replace(",", "."))
    grouped = re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", written)
    return Decimal(written.replace(",", "" if grouped else "."))


def in_two_ways(written: str) -> bool:
    """Whether a point may group thousands or begin the decimals: "1.125" before miliar."""
    return re.fullmatch(r"\d{1,3}\.\d{3}", written) is not None
