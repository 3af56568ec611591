"""Tables whose columns are but aligned: by tabs, or by spaces of two and more that stand below one another."""

import re
from collections.abc import Sequence
from typing import Final

from tasks.model.blocks import Cell, Paragraph
from tasks.reading.contents import Tally
from tasks.reading.text.lines import Line, count_gaps

_GAP: Final = re.compile(r" {2,}")
_FEWEST_ROWS: Final = 3
_FEWEST_COLUMNS: Final = 3
_LONGEST: Final = 400
_ENDLESS: Final = 1_000_000

Gaps = tuple[tuple[int, int], ...]


def aligned_rows(lines: Sequence[Line], start: int) -> tuple[list[tuple[str, ...]], int]:
    """The words of the rows of the table that begins at this line, none if there is no table, and where they end."""
    rows = _by_tabs(lines, start) or _by_spaces(lines, start)
    is_table = len(rows) >= _FEWEST_ROWS and _has_words(rows)
    return (rows if is_table else []), start + len(rows)


def _by_tabs(lines: Sequence[Line], start: int) -> list[tuple[str, ...]]:
    """Lines with the same number of tabs, as a spreadsheet copies its cells."""
    count = lines[start].typed.count("\t")
    rows: list[tuple[str, ...]] = []
    while count + 1 >= _FEWEST_COLUMNS and start + len(rows) < len(lines):
        line = lines[start + len(rows)]
        if line.typed.count("\t") != count or not line.text:
            break
        rows.append(tuple(word.strip() for word in line.typed.split("\t")))
    return rows if len(rows) >= _FEWEST_ROWS else []


def _by_spaces(lines: Sequence[Line], start: int) -> list[tuple[str, ...]]:
    """Lines whose gaps stand below one another; one that closes a gap ends a table that has rows enough."""
    gaps: Gaps = ((0, _ENDLESS),)
    end = start
    while end < len(lines):
        raw = lines[end].raw if lines[end].text else ""
        narrowed = _shared(gaps, _gaps(raw)) if 0 < len(raw) <= _LONGEST else ()
        if _columns(narrowed) < (_columns(gaps) if end - start >= _FEWEST_ROWS else _FEWEST_COLUMNS):
            break
        gaps, end = narrowed, end + 1
    return [_cut(line.raw, gaps) for line in lines[start:end]]


def _columns(gaps: Gaps) -> int:
    """So many columns do these gaps part; one follows on the last column, one may stand before the first."""
    return len(gaps) - (1 if gaps and gaps[0][0] == 0 else 0)


def _gaps(raw: str) -> Gaps:
    inner = [match.span() for match in _GAP.finditer(raw)]
    return (*inner, (len(raw), _ENDLESS))


def _shared(one: Gaps, other: Gaps) -> Gaps:
    """The stretches that are empty in both, if two columns wide and more."""
    found = []
    n = m = 0
    while n < len(one) and m < len(other):
        start, end = max(one[n][0], other[m][0]), min(one[n][1], other[m][1])
        if end - start >= 2:
            found.append((start, end))
        if one[n][1] < other[m][1]:
            n += 1
        else:
            m += 1
    return tuple(found)


def _cut(raw: str, gaps: Gaps) -> tuple[str, ...]:
    starts = [0 if gaps[0][0] else gaps[0][1], *(end for start, end in gaps if start and end < _ENDLESS)]
    return tuple(raw[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True))


def _has_words(rows: list[tuple[str, ...]]) -> bool:
    """Whether the head fills most columns, most rows fill two, and no column holds but the colons of a form."""
    filled = [sum(map(bool, row)) for row in rows]
    if filled[0] < _FEWEST_COLUMNS or sum(count > 1 for count in filled) * 3 < len(rows) * 2:
        return False
    return all(set("".join(column)) - set(":= ") for column in zip(*rows, strict=True))


def aligned_cells(
    rows: Sequence[tuple[str, ...]], lines: Sequence[Line], locators: Sequence[str], tally: Tally
) -> list[Cell]:
    """The cells of the table on these lines; the space between cells is white space."""
    cells = []
    for n, row in enumerate(rows):
        for col, words in enumerate(row, 1):
            tally.emitted += len(words)
            cells.append(Cell(n + 1, col, (Paragraph(locators[n], words),) if words else ()))
        count_gaps(lines[n], row, tally)
    return cells
