"""Columns whose header is known, or is not, and whose cells say that they hold something else."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tasks.extraction.columns import Column
from tasks.extraction.contents import Samples
from tasks.extraction.phrases import equals, holds
from tasks.extraction.recognise import Recognisers

_HOLDS: Mapping[str, Callable[[str, Recognisers], bool]] = {
    "budget": lambda text, _: any(c.isdigit() for c in text),
    "time": lambda text, recognise: recognise.is_period(text) or bool(recognise.periods(text)),
    "owner": lambda text, recognise: not (recognise.is_period(text) or recognise.money(text)),
}
"""What a cell of a column with this field may hold."""
_AMOUNT = re.compile(r"\d[\d.,]*")


def filled(texts: Sequence[str]) -> list[str]:
    """The cells that say something, dashes left out."""
    return [t.strip() for t in texts if t.strip() not in {"", "-", "–"}]


def contradicted(columns: list[Column], samples: Samples, recognise: Recognisers) -> list[Column]:
    """Columns whose header only hints at what they hold, or speaks of the meeting, and whose cells hold nothing of it.

    "Pengguna Anggaran" over offices names no sums; "Hari/Tanggal" over days says when something is done.
    """
    out = []
    for column in columns:
        written = filled(samples(column.index))
        if written and column.field == "meta" and all(map(recognise.is_period, written)):
            column = replace(column, field="time")
        elif written and not column.sure and column.field in _HOLDS:
            fits = any(_HOLDS[column.field](text, recognise) for text in written)
            column = column if fits else replace(column, field="")
        out.append(column)
    return out


def issues(columns: list[Column], samples: Samples) -> list[Column]:
    """A column "Isu" holds what hinders, not themes, where half of its cells speak of something lacking.

    So does one under an unknown header left of the action.
    """
    if any(c.field == "obstacle" for c in columns):
        return _themes(columns)
    out = list(columns)
    action = min((c.index for c in columns if c.field == "action"), default=0)
    for n, column in enumerate(columns):
        theme = column.field == "programme" and bool(column.path) and equals("issue", column.path[-1])
        if theme or (not column.field and not column.level and bool(column.path) and column.index < action):
            written = filled(samples(column.index))
            if written and 2 * sum(holds("lacking", t) for t in written) >= len(written):
                out[n] = replace(column, field="obstacle")
                return out
    return out


def _themes(columns: list[Column]) -> list[Column]:
    """Beside a column of what hinders ("Challenge"), one headed "Issue" left of it holds themes."""
    named = {c.index for c in columns if c.field == "obstacle" and c.path and equals("issue", c.path[-1])}
    others = [c.index for c in columns if c.field == "obstacle" and c.index not in named]
    themes = {index for index in named if others and index < min(others)}
    return [replace(c, field="programme") if c.index in themes else c for c in columns]


def targets(columns: list[Column], samples: Samples, recognise: Recognisers) -> list[Column]:
    """A column "Target" that holds times says by when, if no other says when."""
    if {c.field for c in columns} & {"time", "start", "end", "month"}:
        return columns
    out = list(columns)
    for n, column in enumerate(columns):
        written = filled(samples(column.index)) if column.field == "target" else []
        if written and all(any(ch.isalpha() for ch in t) and recognise.is_period(t) for t in written):
            out[n] = replace(column, field="end" if all(map(recognise.is_point, written)) else "time")
            return out
    return out


def sums(columns: list[Column], samples: Samples, unit: str) -> list[Column]:
    """Numbers below an unknown header are the sums that it or a title scales, if no column is headed as theirs."""
    if any(c.field == "budget" for c in columns):
        return columns
    plain = [c for c in columns if not c.field and not c.level and c.path and _amounts(samples(c.index))]
    scaled = [c for c in plain if c.unit] or (plain if unit else [])
    return [replace(c, field="budget") if scaled and c is scaled[-1] else c for c in columns]


def _amounts(texts: Sequence[str]) -> bool:
    written = filled(texts)
    return bool(written) and all(_AMOUNT.fullmatch(t) for t in written)
