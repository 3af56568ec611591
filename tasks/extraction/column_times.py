"""Columns that say when: those headed by years, those that the program for a form makes, starts beside ends."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extraction.column_contents import filled
from tasks.extraction.columns import Column
from tasks.extraction.contents import Samples
from tasks.extraction.header_words import year_alone

_MARK = re.compile(r"\W|[vVxX]")
_AMOUNT = re.compile(r"[\d.,]+\s?%?")
_TIMES = frozenset({"time", "start", "end"})
_STAMP = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?[T ]\s?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"
    r"\s?(?:[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
"""A day with an hour, as programs write when a form was filled in."""


def years(columns: Sequence[Column], samples: Samples) -> list[Column]:
    """Columns headed by years say when if their cells hold nothing but marks; numbers there are no times."""
    out = []
    for column in columns:
        year = year_alone(column.path[-1]) if column.path and column.field in {"", "time"} else ""
        cells = filled(samples(column.index)) if year else []
        if cells and all(map(_MARK.fullmatch, cells)):
            column = replace(column, field="month", month=year)
        elif cells and all(map(_AMOUNT.fullmatch, cells)):
            column = replace(column, field="")
        out.append(column)
    return out


def form_times(columns: Sequence[Column], samples: Samples) -> list[Column]:
    """Columns of time whose cells all tell day and hour, beside others of time or of who filled in: a form's own."""
    stamped = [c for c in columns if c.field in _TIMES and _all_stamps(samples(c.index))]
    others = any((c.field in _TIMES and c not in stamped) or c.field in {"timestamp", "person"} for c in columns)
    return [replace(c, field="timestamp") if others and c in stamped else c for c in columns]


def _all_stamps(texts: Sequence[str]) -> bool:
    written = filled(texts)
    return bool(written) and all(map(_STAMP.fullmatch, written))


def ends(columns: Sequence[Column]) -> list[Column]:
    """Beside a column of starts, the time is the end ("Start date", "Due date")."""
    fields = {c.field for c in columns}
    if "start" not in fields or "end" in fields:
        return list(columns)
    return [replace(c, field="end") if c.field == "time" else c for c in columns]
