"""The fund that stands behind a sum as what it is charged to: "PhP 6.4 million chargeable against the GAA"."""

import re
from functools import cache

from tasks.normalising.money_units import currency_words, scale_words
from tasks.normalising.periods import find_periods

_LINK = (
    r"c/o|(?:chargeable|charged|charge|booked)\s+(?:against|to|under)|(?:funded|financed|paid|sourced)\s+(?:by|from|under)"
    r"|(?:(?:has|have|had)\s+been\s+|(?:is|are|was|were)\s+)?(?:set\s+aside|earmarked|provided(?:\s+for)?|budgeted(?:\s+for)?"
    r"|allocated|ring-?fenced|voted|included|available)\s+(?:in|under|from|within|on)"
    r"|(?:telah\s+|sudah\s+)?(?:dialokasikan|dianggarkan|disediakan|tersedia)\s+(?:pada|dalam|di|dari|melalui)"
    r"|from|out\s+of|(?:dibebankan|dibiayai|bersumber|bersumberkan|didanai)(?:\s+(?:pada|dari|oleh))?"
    r"|atas\s+beban|beban|dari"
)
_FUND = r"[A-Z][\w&%-]*(?:\s+(?:of\s+|the\s+|for\s+)?[A-Z][\w&-]*){0,4}"
_CHARGED = re.compile(
    rf"(?P<sum>.*?\d.*?)(?:\s*[,;]?\s+(?i:{_LINK})\s+(?i:the\s+)?|\s*,\s+(?=[A-Z][A-Z&-]+\b))(?P<fund>{_FUND})\s*\.?$",
    re.DOTALL,
)


def sum_and_fund(budget: str) -> tuple[str, str]:
    """The words of the sum, and those of the fund behind it, "" if none is named so."""
    found = _CHARGED.fullmatch(budget.strip())
    if (
        found is None
        or any(word.casefold() in _units() for word in found["fund"].split())
        or find_periods(found["fund"])
    ):
        return budget, ""
    return found["sum"].rstrip(" ,;"), found["fund"]


@cache
def _units() -> frozenset[str]:
    return frozenset(word.casefold() for word in (*currency_words(), *scale_words()))
