"""Rows of a table without rules: which of its lines belong to one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean
from typing import Final

from tasks.reading.layout.labels import is_label
from tasks.reading.layout.lines import Line
from tasks.reading.layout.page import Rule, Word

_JUMP: Final = 0.2
_WRAPPED: Final = 0.7
Piece = list[Word]


@dataclass(slots=True)
class Row:
    """A line with its pieces; `spans` are where these lie, `over`: it runs across the columns."""

    line: Line
    pieces: list[Piece]
    spans: list[tuple[float, float]]
    over: bool = False


def bands_of(rows: Sequence[Row], columns: Sequence[float], rules: Sequence[Rule]) -> list[list[Row]]:
    """The lines of each row of the table, from top to bottom.

    A row begins below a rule and below white space, and where the first column holds text: any text, or a number
    if other lines show that rows are parted by white space and texts wrapped.
    """
    gaps = [b.line.top - a.line.bottom for a, b in pairwise(rows)]
    limit = _limit(gaps, rows[0].line.size)
    spaced = limit < math.inf and _wraps(rows, gaps, limit)
    numbers = spaced and sum(_starts(row, columns, numbers=True) for row in rows) > 1
    bands = [[rows[0]]]
    for gap, above, row in zip(gaps, rows, rows[1:], strict=False):
        ruled = any(above.line.top < rule.at <= row.line.bottom and rule.low < row.line.x1 for rule in rules)
        starts = _starts(row, columns, numbers) if numbers or not spaced else False
        if ruled or gap > limit or row.over or above.over or starts:
            bands.append([])
        bands[-1].append(row)
    return bands


def _wraps(rows: Sequence[Row], gaps: Sequence[float], limit: float) -> bool:
    """Whether the lines that stand close to the one above hold less than the others, as wrapped lines do."""
    close = [len(row.pieces) for row, gap in zip(rows[1:], gaps, strict=True) if gap <= limit]
    others = [len(row.pieces) for row, gap in zip(rows[1:], gaps, strict=True) if gap > limit] + [len(rows[0].pieces)]
    return mean(close) < _WRAPPED * mean(others)


def _limit(gaps: Sequence[float], size: float) -> float:
    """The white space that parts rows, if there are two kinds of it: between rows, and between lines of a row."""
    ordered = sorted(gaps)
    jumps = [(b - a, (a + b) / 2) for a, b in pairwise(ordered) if a < 0.75 * size]
    jump, middle = max(jumps, default=(0.0, 0.0))
    return middle if jump > _JUMP * size else math.inf


def _starts(row: Row, columns: Sequence[float], numbers: bool) -> bool:
    """Whether the first column holds text in this line, or a number."""
    first = row.pieces[0]
    return row.spans[0][0] < columns[1] and (not numbers or is_label(first[0].text))
