"""Days that stand alone in plans in English: by then something is to be done, unless it is an event of that day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from tasks.model.values import Sense
from tasks.normalising.period_fields import Timed
from tasks.normalising.reference import rows

_BARE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]+\.?,?\s+\d{4}"
    r"|[^\W\d_]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}",
    re.IGNORECASE,
)
"""A day without "on" or "by": "31/12/2024", "15th November 2024", "May 3, 2026"."""
_WORD = re.compile(r"[^\W\d_]+")


def due(times: Sequence[Timed], said: Iterable[tuple[str, str]], language: str) -> list[Timed]:
    """The times of records, each bare day as a deadline. said: the words of period and action of each record.

    "31/12/2024" behind "compile the inventory" says by when; behind "host the workshop" it is the day itself.
    """
    if language != "en":
        return list(times)
    return [_due(time, period, action) for time, (period, action) in zip(times, said, strict=True)]


def _due(time: Timed, period: str, action: str) -> Timed:
    alone = bool(time.start) and time.start == time.end and _BARE.fullmatch(period.strip()) is not None
    if not alone or not _events().isdisjoint(word.removesuffix("s") for word in _WORD.findall(action.casefold())):
        return time
    return replace(time, start="", sense=Sense.BY)


@cache
def _events() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("day_events"))
