"""Tables drawn with signs: Markdown's, and boxes of hyphens, crosses and bars."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.model.blocks import Cell, Paragraph
from tasks.reading.contents import Tally
from tasks.reading.text.inline import unsigned
from tasks.reading.text.lines import Line, count_gaps

_BARS: Final = "|│║┃"
_BAR: Final = re.compile(rf"(?<!\\)[{_BARS}]")
_EDGE: Final = re.compile(r"[+|│║┃=:\-─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛ ]{3,}")
_CORNERS: Final = frozenset("+|│║┃┬├┼┤┴╦╠╬╣╩╤╞╪╡╧┌┐└┘╔╗╚╝")
_STROKES: Final = re.compile(r"[-=─━═]{2}|:-|-:")
_FEWEST_ROWS: Final = 3
_BARS_ALONE: Final = 2
_EDGES_OF_BOXES: Final = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table with its cells' words, None for a line that is but the edge between rows."""

    line: Line
    words: tuple[str, ...] | None


def drawn_rows(lines: Sequence[Line], start: int) -> tuple[list[Row], int]:
    """The rows of the table that begins at this line, none if there is no table, and where such lines end."""
    rows: list[Row] = []
    end = start
    while end < len(lines):
        line = lines[end]
        if _is_edge(line.text):
            rows.append(Row(line, None))
        elif _BAR.search(line.text):
            rows.append(Row(line, _words(line.text)))
        else:
            break
        end += 1
    return (rows if rows and _is_table(rows) else []), end


def is_drawn(lines: Sequence[str]) -> bool:
    """Whether a table among these lines has edges drawn between its rows."""
    return any(_is_edge(line.strip()) for line in lines)


def _is_edge(text: str) -> bool:
    return _EDGE.fullmatch(text) is not None and not _CORNERS.isdisjoint(text) and _STROKES.search(text) is not None


def _words(text: str) -> tuple[str, ...]:
    inner = _BAR.split(text)
    inner = inner[1:] if not inner[0].strip() else inner
    inner = inner[:-1] if len(inner) > 1 and not inner[-1].strip() else inner
    return tuple(word.strip() for word in inner)


def _is_table(rows: list[Row]) -> bool:
    """With an edge somewhere, one row is enough; bars alone also part words of a sentence."""
    filled = [row for row in rows if row.words is not None]
    widths = {len(row.words or ()) for row in filled}
    if len(filled) < len(rows):
        return bool(filled) and max(widths) > 1
    bars = {len(_BAR.findall(row.line.text)) for row in filled}
    return len(filled) >= _FEWEST_ROWS and len(bars) == 1 and bars.pop() >= _BARS_ALONE and max(widths) > 1


def drawn_cells(rows: list[Row], locators: Sequence[str], tally: Tally) -> list[Cell]:
    """The cells of a table, whose rows are its lines; each counts all that is on its lines.

    Where edges stand between all rows, the lines between two of them are one row: its cells reach over them.
    """
    cells = []
    for first, last in _groups(rows):
        width = max((len(rows[n].words or ()) for n in range(first, last)), default=0)
        for col in range(width):
            blocks = tuple(_paragraphs(rows[first:last], col, locators[first], tally))
            cells.append(Cell(first + 1, col + 1, blocks, last - first))
    for row in rows:
        _count(row, tally)
    return cells


def _groups(rows: list[Row]) -> Iterator[tuple[int, int]]:
    """First row and the one behind the last, for each row as it is meant."""
    edges = [n for n, row in enumerate(rows) if row.words is None]
    if len(edges) < _EDGES_OF_BOXES:
        yield from ((n, n + 1) for n, row in enumerate(rows) if row.words is not None)
        return
    for before, after in zip([-1, *edges], [*edges, len(rows)], strict=True):
        if after > before + 1:
            yield before + 1, after


def _paragraphs(rows: Sequence[Row], col: int, locator: str, tally: Tally) -> Iterator[Paragraph]:
    for row in rows:
        words = row.words or ()
        if col < len(words) and words[col]:
            found = unsigned(words[col].replace("\\|", "|"))
            tally.emitted += len(found.text)
            tally.skip("markup", found.signs)
            yield Paragraph(locator, found.text, "quoted" if row.line.quoted else "", found.spans)


def _count(row: Row, tally: Tally) -> None:
    """Signs and spaces of a line that are in none of its cells."""
    text = row.line.text
    if row.words is None:
        tally.skip("markup", len(text) - row.line.added)
        return
    tally.skip("markup", len(_BAR.findall(text)) + sum(words.count("\\|") for words in row.words))
    count_gaps(row.line, row.words, tally)
