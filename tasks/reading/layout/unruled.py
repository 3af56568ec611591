"""Tables without rules: columns that several lines keep free of one another, rows that white space parts."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from tasks.reading.layout.alignment import Alignment
from tasks.reading.layout.bands import Piece, Row, bands_of
from tasks.reading.layout.gutters import Gutters, begun, continued
from tasks.reading.layout.labels import is_label
from tasks.reading.layout.lines import Line, chunks, lines_of
from tasks.reading.layout.page import Rule, Word
from tasks.reading.layout.table import Box, Found

_GAP: Final = 0.55
_FARTHEST: Final = 3.5
_LEAST_LINES: Final = 3
_ALIGNED: Final = 0.5
_NARROW: Final = 0.06
_LONGEST: Final = 300


def unruled_tables(
    lines: Sequence[Line], rules: Sequence[Rule], before: Sequence[float] = ()
) -> list[Found | list[Line]]:
    """Tables among the lines of a page, and the lines between them, in order.

    `rules` are horizontal lines that part no cells; `before` the columns of the table that ended the page before.
    """
    alignment = Alignment(lines)
    rows = [_row(line, alignment) for line in lines]
    out: list[Found | list[Line]] = []
    rest: list[Line] = []
    start = 0
    while start < len(rows):
        end, gutters = _region(rows, start, before if not start else ())
        table = _accepted(rows[start:end], gutters, rules) if gutters is not None else None
        if table is None:
            rest.append(rows[start].line)
            start += 1
            continue
        if rest:
            out.append(rest)
        out.append(table)
        rest, start = [], end
    return [*out, rest] if rest else out


def _row(line: Line, alignment: Alignment) -> Row:
    pieces: list[Piece] = []
    for piece in chunks(line, _GAP * line.size):
        pieces.append(piece[:1])
        for before, word in pairwise(piece):
            if alignment.parts(before, word):
                pieces.append([])
            pieces[-1].append(word)
    return Row(line, pieces, [(piece[0].x0, max(word.x1 for word in piece)) for piece in pieces])


def _region(rows: Sequence[Row], start: int, before: Sequence[float]) -> tuple[int, Gutters | None]:
    """Where a table that begins with this line would end, and its gutters."""
    first = rows[start]
    least = _NARROW * first.line.size
    if before and not continued(before, least).blocked(first.spans) and _within(first, before):
        found = _grown(rows, start, continued(before, least))
        if any(len(row.pieces) > 1 for row in rows[start : found[0]]):
            return found
    if len(first.pieces) < 2:
        return start, None
    gutters = begun(first.spans, least)
    return _grown(rows, start, gutters)


def _within(row: Row, columns: Sequence[float]) -> bool:
    slack = row.line.size
    return columns[0] - slack <= row.line.x0 and row.line.x1 <= columns[-1] + 6 * slack


def _grown(rows: Sequence[Row], start: int, gutters: Gutters) -> tuple[int, Gutters]:
    """Adds lines while they keep the gutters free; one line across them is a title between rows, two are prose."""
    end = last = start
    while end < min(len(rows), start + _LONGEST):
        row = rows[end]
        if end > start and row.line.top - rows[end - 1].line.bottom > _FARTHEST * row.line.size:
            break
        row.over = gutters.blocked(row.spans)
        if row.over:
            if end > start and rows[end - 1].over:
                break
        else:
            if len(row.pieces) > 1 or _wrapped(rows, end, last):
                last = end
            gutters.add(row.spans)
        end += 1
    return last + 1, gutters


def _wrapped(rows: Sequence[Row], end: int, last: int) -> bool:
    """Whether a line of one piece goes on the row above: close to it, and none between them stands apart."""
    above, line = rows[end - 1].line, rows[end].line
    starts = [span[0] for span in rows[last].spans]
    close = line.top - above.bottom < 0.3 * line.size and last == end - 1
    return close and any(abs(line.x0 - start) < 0.3 * line.size for start in starts)


def _accepted(rows: Sequence[Row], gutters: Gutters | None, rules: Sequence[Rule]) -> Found | None:
    """The table that the lines form; None if they are prose, a list, or too few to tell."""
    if gutters is None or not rows or not gutters.found:
        return None
    several = [row for row in rows if len(row.pieces) > 1]
    if not gutters.fixed:
        gutters.found = [g for g in gutters.found if g.support >= 2]
        gutters.found = [g for number, g in enumerate(gutters.found) if _both_filled(rows, gutters.edges(), number)]
        if len(several) < _LEAST_LINES or not gutters.found or _is_prose(rows, gutters) or _is_list(rows, gutters):
            return None
    columns = gutters.edges()
    boxes: list[Box] = []
    bands = bands_of(rows, columns, rules)
    for number, band in enumerate(bands):
        boxes += _cells(band, number, columns)
    return Found(boxes, len(bands), columns, rows[0].line.top, max(r.line.bottom for r in rows), ruled=False)


def _both_filled(rows: Sequence[Row], columns: Sequence[float], number: int) -> bool:
    """Whether any line has text in the columns on both sides of a gutter; else they are one, set left and right."""
    left, at, right = columns[number : number + 3]
    return any(
        any(left <= a and b <= at for a, b in row.spans) and any(at <= a and b <= right for a, b in row.spans)
        for row in rows
    )


def _is_prose(rows: Sequence[Row], gutters: Gutters) -> bool:
    """Whether the gutters are chance: few of their columns hold pieces that begin or end at one place."""
    columns = gutters.edges()
    aligned = sum(_aligned(rows, low, high) for low, high in pairwise(columns))
    return aligned < _ALIGNED * (len(columns) - 1)


def _aligned(rows: Sequence[Row], low: float, high: float) -> bool:
    """Whether most pieces in a column begin, end or have their middle at one place."""
    spans = [span for row in rows for span in row.spans if low <= (span[0] + span[1]) / 2 < high]
    slack = 0.3 * rows[0].line.size
    for places in ([a for a, _ in spans], [b for _, b in spans], [(a + b) / 2 for a, b in spans]):
        if places and sum(abs(place - median(places)) <= slack for place in places) > _ALIGNED * len(places):
            return True
    return False


def _is_list(rows: Sequence[Row], gutters: Gutters) -> bool:
    """Whether a first column of labels stands before one column of text, or a second one begins with colons."""
    if len(gutters.found) > 2:
        return False
    columns = gutters.edges()
    firsts = [" ".join(w.text for w in row.pieces[0]) for row in rows if row.spans[0][1] <= columns[1]]
    if len(columns) == 3 and all(is_label(text) for text in firsts):
        return True
    seconds = [row.pieces[1][0].text for row in rows if len(row.pieces) > 1]
    return sum(text.startswith(":") for text in seconds) > _ALIGNED * len(seconds)


def _cells(band: Sequence[Row], number: int, columns: Sequence[float]) -> list[Box]:
    """The cells of a row; a line across the columns is a cell over those that it covers."""
    top, bottom = min(r.line.top for r in band), max(r.line.bottom for r in band)
    cells: dict[int, list[Word]] = {}
    widths: dict[int, int] = {}
    for row in band:
        for piece, (x0, x1) in zip(row.pieces, row.spans, strict=True):
            first, last = _column(columns, x0), _column(columns, x1)
            if row.over and last > first:
                cells.setdefault(first, []).extend(piece)
                widths[first] = max(widths.get(first, 1), last - first + 1)
                continue
            for word in piece:
                cells.setdefault(_column(columns, (word.x0 + word.x1) / 2), []).append(word)
    out: list[Box] = []
    col, last = 0, len(columns) - 1
    while col < last:
        width = widths.get(col, 1)
        words = [word for c in range(col, col + width) for word in cells.get(c, [])]
        box = Box(number, col, 1, width, columns[col], top, columns[col + width], bottom, words)
        box.lines = lines_of(words) if words else []
        out.append(box)
        col += width
    return out


def _column(columns: Sequence[float], x: float) -> int:
    return min(max(bisect_right(columns, x) - 1, 0), len(columns) - 2)
