"""Rows that no rule parts, in a table of rules: they begin where the first column counts on."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tasks.reading.layout.labels import is_label
from tasks.reading.layout.lines import Line
from tasks.reading.layout.table import Box, Found


def with_rows(found: Found) -> Found:
    """A table in which no rules part some rows: they begin where the first column counts on."""
    cuts: dict[int, list[float]] = {}
    widths = Counter(box.row for box in found.boxes)
    for box in found.boxes:
        if box.col == 0 and box.rowspan == 1 and widths[box.row] > 1 and len(box.lines) > 1:
            cuts[box.row] = _starts(box.lines)
    cuts = {row: places for row, places in cuts.items() if places}
    if not cuts:
        return found
    shift = [0]
    for row in range(found.rows):
        shift.append(shift[-1] + len(cuts.get(row, ())) + 1)
    boxes: list[Box] = []
    for box in found.boxes:
        boxes += _cut(box, shift, cuts.get(box.row, []) if box.rowspan == 1 else [])
    boxes.sort(key=lambda box: (box.row, box.col))
    return Found(boxes, shift[-1], found.columns, found.top, found.bottom)


def _starts(lines: Sequence[Line]) -> list[float]:
    """Where the second and later numbers of a cell begin; none unless all of its lines are numbers that count on."""
    texts = [line.text.strip("().") for line in lines]
    if not all(text.isdigit() and is_label(text) for text in texts):
        return []
    numbers = [int(text) for text in texts]
    if any(later != number + 1 for number, later in pairwise(numbers)):
        return []
    return [line.top for line in lines[1:]]


def _cut(box: Box, shift: Sequence[int], places: Sequence[float]) -> list[Box]:
    """The parts of a cell above, between and below the places."""
    first, last = shift[box.row], shift[box.row + box.rowspan]
    if not places:
        return [Box(first, box.col, last - first, box.colspan, box.x0, box.top, box.x1, box.bottom, box.words,
                    box.fill, box.lines)]  # fmt: skip
    edges = [box.top, *places, box.bottom]
    parts = [
        Box(first + n, box.col, 1, box.colspan, box.x0, edges[n], box.x1, edges[n + 1], fill=box.fill)
        for n in range(len(edges) - 1)
    ]
    for line in box.lines:
        part = parts[bisect_right(places, (line.top + line.bottom) / 2)]
        part.lines.append(line)
        part.words += line.words
    return parts
