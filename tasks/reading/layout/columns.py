"""The order in which the lines of a page with two or more columns of prose are read."""

from collections.abc import Sequence
from typing import Final

from tasks.reading.layout.lines import Line, chunks, line_of

_GAP: Final = 0.9
_LEAST_LINES: Final = 8
_FULL: Final = 0.6
_ACROSS: Final = 0.3
_STEPS: Final = 40
_DEEPEST: Final = 3


def in_columns(lines: Sequence[Line], depth: int = 0) -> list[list[Line]]:
    """Groups of lines in reading order: one, unless a gutter parts columns of prose."""
    at = _gutter(lines) if len(lines) >= _LEAST_LINES and depth < _DEEPEST else None
    if at is None:
        return [list(lines)] if lines else []
    groups: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        pieces = _pieces(line, at)
        if pieces is None:
            groups += [*in_columns(left, depth + 1), *in_columns(right, depth + 1), [line]]
            left, right = [], []
            continue
        left += pieces[0]
        right += pieces[1]
    return [*groups, *in_columns(left, depth + 1), *in_columns(right, depth + 1)]


def _pieces(line: Line, at: float) -> tuple[list[Line], list[Line]] | None:
    """What of a line stands on either side; None if it runs across."""
    if line.x1 <= at:
        return [line], []
    if line.x0 >= at:
        return [], [line]
    before = [word for word in line.words if word.x1 <= at]
    after = [word for word in line.words if word.x0 >= at]
    if len(before) + len(after) < len(line.words) or after[0].x0 - before[-1].x1 < _GAP * line.size:
        return None
    return [line_of(before)], [line_of(after)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where white space parts two columns that are both filled with prose; None if there is no such place."""
    low, high = min(line.x0 for line in lines), max(line.x1 for line in lines)
    spans = [[(p[0].x0, p[-1].x1) for p in chunks(line, _GAP * line.size)] for line in lines]
    best: tuple[int, float] | None = None
    for step in range(_STEPS // 4, _STEPS * 3 // 4 + 1):
        at = low + (high - low) * step / _STEPS
        crossing = sum(any(a < at < b for a, b in pieces) for pieces in spans)
        if crossing <= _ACROSS * len(lines) and (best is None or crossing < best[0]) and _prose(spans, low, at, high):
            best = crossing, at
    return None if best is None else best[1]


def _prose(spans: Sequence[Sequence[tuple[float, float]]], low: float, at: float, high: float) -> bool:
    """Whether both sides hold enough lines, each mostly one piece that fills its side."""
    for left, right in ((low, at), (at, high)):
        pieces = [[(a, b) for a, b in line if left <= a and b <= right] for line in spans]
        filled = [line for line in pieces if line]
        full = sum(len(line) == 1 and line[0][1] - line[0][0] > _FULL * (right - left) for line in filled)
        if len(filled) < _LEAST_LINES or full < _FULL * len(filled):
            return False
    return True
