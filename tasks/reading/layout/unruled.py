"""Tables without rules: columns that several lines keep free of one another, rows that white space parts."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from tasks.reading.layout.gutters import Gutters, begun, continued
from tasks.reading.layout.labels import is_label
from tasks.reading.layout.lines import Line, chunks, lines_of
from tasks.reading.layout.page import Rule, Word
from tasks.reading.layout.ruled import Box, Found

_GAP: Final = 0.55
_FARTHEST: Final = 3.5
_LEAST_LINES: Final = 3
_ALIGNED: Final = 0.5
_WIDER: Final = 1.8
_JUMP: Final = 0.2
_LONGEST: Final = 300
_Piece = list[Word]


@dataclass(slots=True)
class _Row:
    """A line with its pieces; `spans` are where these lie, `over`: it runs across the columns."""

    line: Line
    pieces: list[_Piece]
    spans: list[tuple[float, float]]
    over: bool = False


def unruled_tables(
    lines: Sequence[Line], rules: Sequence[Rule], before: Sequence[float] = ()
) -> list[Found | list[Line]]:
    """Tables among the lines of a page, and the lines between them, in order.

    `rules` are horizontal lines that part no cells; `before` the columns of the table that ended the page before.
    """
    rows = [_row(line) for line in lines]
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


def _row(line: Line) -> _Row:
    pieces = chunks(line, _GAP * line.size)
    return _Row(line, pieces, [(piece[0].x0, max(word.x1 for word in piece)) for piece in pieces])


def _region(rows: Sequence[_Row], start: int, before: Sequence[float]) -> tuple[int, Gutters | None]:
    """Where a table that begins with this line would end, and its gutters."""
    first = rows[start]
    least = _GAP * first.line.size
    if before and not continued(before, least).blocked(first.spans) and _within(first, before):
        found = _grown(rows, start, continued(before, least))
        if any(len(row.pieces) > 1 for row in rows[start : found[0]]):
            return found
    if len(first.pieces) < 2:
        return start, None
    gutters = begun(first.spans, least)
    return _grown(rows, start, gutters)


def _within(row: _Row, columns: Sequence[float]) -> bool:
    slack = row.line.size
    return columns[0] - slack <= row.line.x0 and row.line.x1 <= columns[-1] + 6 * slack


def _grown(rows: Sequence[_Row], start: int, gutters: Gutters) -> tuple[int, Gutters]:
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


def _wrapped(rows: Sequence[_Row], end: int, last: int) -> bool:
    """Whether a line of one piece goes on the row above: close to it, and none between them stands apart."""
    above, line = rows[end - 1].line, rows[end].line
    starts = [span[0] for span in rows[last].spans]
    close = line.top - above.bottom < 0.3 * line.size and last == end - 1
    return close and any(abs(line.x0 - start) < 0.3 * line.size for start in starts)


def _accepted(rows: Sequence[_Row], gutters: Gutters | None, rules: Sequence[Rule]) -> Found | None:
    """The table that the lines form; None if they are prose, a list, or too few to tell."""
    if gutters is None or not rows or not gutters.found:
        return None
    several = [row for row in rows if len(row.pieces) > 1]
    if not gutters.fixed:
        gutters.found = [g for g in gutters.found if g.support >= 2]
        if len(several) < _LEAST_LINES or not gutters.found or _is_prose(rows, gutters) or _is_list(rows, gutters):
            return None
    columns = gutters.edges()
    boxes: list[Box] = []
    bands = _bands(rows, columns, rules)
    for number, band in enumerate(bands):
        boxes += _cells(band, number, columns)
    return Found(boxes, len(bands), columns, rows[0].line.top, max(r.line.bottom for r in rows), ruled=False)


def _is_prose(rows: Sequence[_Row], gutters: Gutters) -> bool:
    """Whether the gutters are chance: no wider than other spaces of the lines, with nothing aligned to them."""
    gaps = [b.x0 - a.x1 for row in rows for piece in row.pieces for a, b in zip(piece, piece[1:], strict=False)]
    usual = median(gaps) if gaps else 0.0
    if any(g.high - g.low < _WIDER * usual for g in gutters.found):
        return True
    columns = gutters.edges()
    aligned = sum(_aligned(rows, low, high) for low, high in zip(columns, columns[1:], strict=False))
    return aligned < _ALIGNED * (len(columns) - 1)


def _aligned(rows: Sequence[_Row], low: float, high: float) -> bool:
    """Whether most pieces in a column begin, end or have their middle at one place."""
    spans = [span for row in rows for span in row.spans if low <= (span[0] + span[1]) / 2 < high]
    slack = 0.3 * rows[0].line.size
    for places in ([a for a, _ in spans], [b for _, b in spans], [(a + b) / 2 for a, b in spans]):
        if places and sum(abs(place - median(places)) <= slack for place in places) > _ALIGNED * len(places):
            return True
    return False


def _is_list(rows: Sequence[_Row], gutters: Gutters) -> bool:
    """Whether a first column of labels stands before one column of text, or a second one begins with colons."""
    if len(gutters.found) > 2:
        return False
    columns = gutters.edges()
    firsts = [" ".join(w.text for w in row.pieces[0]) for row in rows if row.spans[0][1] <= columns[1]]
    if len(columns) == 3 and all(is_label(text) for text in firsts):
        return True
    seconds = [row.pieces[1][0].text for row in rows if len(row.pieces) > 1]
    return sum(text.startswith(":") for text in seconds) > _ALIGNED * len(seconds)


def _bands(rows: Sequence[_Row], columns: Sequence[float], rules: Sequence[Rule]) -> list[list[_Row]]:
    """The lines of each row of the table, from top to bottom."""
    gaps = [b.line.top - a.line.bottom for a, b in zip(rows, rows[1:], strict=False)]
    limit = _limit(gaps, rows[0].line.size)
    numbered = sum(_starts(row, columns, numbers=True) for row in rows)
    bands = [[rows[0]]]
    for gap, above, row in zip(gaps, rows, rows[1:], strict=False):
        ruled = any(above.line.top < rule.at <= row.line.bottom and rule.low < row.line.x1 for rule in rules)
        starts = _starts(row, columns, numbers=limit is not None and numbered > 1)
        wide = limit is not None and gap > limit
        if ruled or wide or row.over or above.over or (starts and (limit is None or numbered > 1)):
            bands.append([])
        bands[-1].append(row)
    return bands


def _limit(gaps: Sequence[float], size: float) -> float | None:
    """The white space that parts rows, if there are two kinds of it: between rows, and between lines of a row."""
    ordered = sorted(gaps)
    jumps = [(b - a, (a + b) / 2) for a, b in zip(ordered, ordered[1:], strict=False) if a < 0.75 * size]
    jump, middle = max(jumps, default=(0.0, 0.0))
    return middle if jump > _JUMP * size else None


def _starts(row: _Row, columns: Sequence[float], numbers: bool) -> bool:
    """Whether the first column holds text in this line, or a number."""
    first = row.pieces[0]
    return row.spans[0][0] < columns[1] and (not numbers or is_label(first[0].text))


def _cells(band: Sequence[_Row], number: int, columns: Sequence[float]) -> list[Box]:
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
