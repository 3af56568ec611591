"""What stands in a cell beside its period and hides it: the number of an item, a date that no longer holds."""

import re

from tasks.normalising.reference import rows

_NUMBER = re.compile(r"\s*\(?\d{1,2}(?:(?:\.\d{1,2})+[.)]?|\))\s+(?=\S)")
_DENIED = "|".join(row["phrase"].replace(" ", r"\s+") for row in rows("denied_dates"))
_CLAUSE = "|".join(row["phrase"].replace(" ", r"\s+") for row in rows("denied_dates") if row["where"] != "bracket")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MARKS = frozenset("([,;–-")  # without one of them no date is denied
_BRACKET = re.compile(rf"\s*[(\[]\s*(?:{_DENIED})(?!\w)[^()\[\]]*[)\]]", re.IGNORECASE)
_IN_FRONT = re.compile(rf"\s*(?:\w+:(?!.*:)\s*)?(?:{_CLAUSE})(?!\w)[^,;]*[,;]\s*", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*[,;–-]\s*(?:{_CLAUSE})(?!\w)[^,;]*$", re.IGNORECASE)


def without_denied(words: str) -> str:
    """The cell without dates that no longer hold: "June (was May)", "instead of May, June"."""
    if _MARKS.isdisjoint(words):
        return words
    seen = words
    for pattern in (_BRACKET, _IN_FRONT, _BEHIND):
        shorter = pattern.sub("", seen, count=1).strip() if pattern is not _IN_FRONT else _from(pattern, seen)
        seen = shorter if shorter and _YEAR.fullmatch(shorter) is None else seen
    return seen


def unnumbered(words: str) -> str:
    """The cell without the number of an item in front ("3.1 Q4 2022"), "" if it has none."""
    shorter = _from(_NUMBER, words)
    return "" if shorter == words or _YEAR.fullmatch(shorter) else shorter


def _from(pattern: "re.Pattern[str]", words: str) -> str:
    found = pattern.match(words)
    return words[found.end() :].strip() if found is not None else words
