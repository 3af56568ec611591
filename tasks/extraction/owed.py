"""The stretch of time for which something is owed or counted: part of what is to be done, and no time for doing it."""

import re
from collections.abc import Sequence

from tasks.extraction.phrases import pattern
from tasks.normalising.matches import Match, match

_UNTIL = (
    r"(?:up\s+to|until|till|through|as\s+of|as\s+at|from|since|s\.?\s?[/.]?\s?d\.?|sampai(?:\s+dengan)?|hingga"
    r"|sejak|per)\s+"
)
_STRETCH = re.compile(_UNTIL, re.IGNORECASE)
_DEADLINE = re.compile(
    rf"{_UNTIL}.*?\s+(?=(?:by|before|not?\s+later|paling|selambat|sebelum|pada|in|within)\b)", re.IGNORECASE
)
_NEAR = 7  # words before the time among which what is owed is named
_CLAUSE = re.compile(r"[.;:,]\s")


def own_times(text: str, periods: Sequence[Match]) -> list[Match]:
    """The periods of a text that say when something is to be done: "clear the arrears up to March | by June"."""
    out: list[Match] = []
    for n, period in enumerate(periods):
        if not _owed(text[: period.start]) or _STRETCH.match(period.text) is None:
            out.append(period)
        elif (head := _DEADLINE.match(period.text)) is not None:
            out.append(match(text, period.start + head.end(), period.end, period.introduced))
        elif n + 1 == len(periods) or _CLAUSE.search(text[period.end : periods[n + 1].start]) is not None:
            out.append(period)
    return out


def _owed(before: str) -> bool:
    clause = _CLAUSE.split(before)[-1]
    return pattern("owed").search(" ".join(clause.split()[-_NEAR:])) is not None
