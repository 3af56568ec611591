"""CSV and its relatives to one table, whatever the encoding and the delimiter."""

import csv
import io
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import repeat
from typing import Final

from tasks.model.blocks import CellValue, Table
from tasks.model.locator import csv_row
from tasks.model.packed import CellLook, PackedCells
from tasks.model.provenance import Provenance
from tasks.reading.contents import Contents, Tally
from tasks.reading.refusal import CannotReadError, refused
from tasks.reading.text.encoding import decode

MAX_CELLS: Final = 2_000_000
DELIMITERS: Final = ",;\t|"
_DIRECTIVE: Final = re.compile(r"\A\"?sep=(.)\"?[ \t]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_SAMPLE: Final = 262_144
_VOTES: Final = 2_000
_LONGEST_FIELD: Final = 16 * 1024 * 1024


def dialect(text: str, default: str = ",") -> tuple[str, int]:
    """The delimiter of a text, and how many records agree on it.

    Each delimiter splits the text into records; the one with most records of the same width (two columns and more)
    wins, the wider one if there is a tie. A comma is the poorest evidence, since sentences and sums hold commas.
    """
    best, best_score, votes = default, (0, 0, 0), 0
    for rank, delimiter in enumerate(reversed(DELIMITERS)):
        widths = Counter(len(record) for record in _first(text, delimiter) if len(record) > 1)
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
        score = (count, width, -rank)
        if score > best_score:
            best, best_score, votes = delimiter, score, count
    return best, votes


def _first(text: str, delimiter: str) -> Iterator[list[str]]:
    for number, record in enumerate(records(text[:_SAMPLE], delimiter)):
        if number == _VOTES:
            return
        yield record


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The records of a text, empty lines included as empty lists; a line break inside quotes stays."""
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except (csv.Error, ValueError, TypeError) as error:
        raise CannotReadError("reading.broken") from error


def read_delimited(data: bytes) -> Contents:
    """A CSV file as the one table that it is. Raises CannotReadError."""
    tally = Tally()
    found = read_records(decode(data), tally)
    return Contents(() if found is None else (found,), tally.receipt())


def read_text_table(data: bytes) -> Table | None:
    """The table of a CSV file; None if it holds no text."""
    return read_records(decode(data), Tally())


def read_records(text: str, tally: Tally, prefix: str = "", part: str = "") -> Table | None:
    """The table of a delimited text; None if it holds no words. Records count from 1, the header being 1.

    A `sep=` line chooses the delimiter and is no record, since spreadsheets hide it; an empty line is one. `prefix`
    comes before the locators, `part` goes into the provenance.
    """
    tally.read += len(text)
    text, delimiter = _undirected(text, tally)
    marks = _Marks(delimiter, text)
    places, columns = array("I"), array("I")
    words: list[str] = []
    rows = cols = 0
    for rows, record in enumerate(records(text, delimiter), 1):
        marks.in_fields(record)
        words += record
        places.extend(repeat(rows, len(record)))
        columns.extend(range(1, len(record) + 1))
        cols = max(cols, len(record))
        if rows * cols > MAX_CELLS and rows * cols > 4 * len(words):
            raise refused("reading.table-too-large")
    tally.skip("markup", marks.left)
    locate = prefix + csv_row(0).removesuffix("0") + "{}"
    texts, values = _shown(words, tally)
    if not any(texts):
        return None
    cells = PackedCells(locate, 1, places, columns, texts, values, array("B", bytes(len(texts))), [CellLook()])
    return Table(locate, cells, rows, cols, at=Provenance(part=part, path="t1"))


def _undirected(text: str, tally: Tally) -> tuple[str, str]:
    """The text behind a `sep=` line, and the delimiter that this names, else the one that the text seems to have."""
    directive = _DIRECTIVE.match(text)
    if directive is None:
        return text, dialect(text)[0]
    tally.skip("markup", directive.end())
    return text[directive.end() :], directive[1]


class _Marks:
    """How many delimiters, quotes and line ends of a text are in no field: those that part the fields."""

    def __init__(self, delimiter: str, text: str) -> None:
        self._all: Final = frozenset((delimiter, '"', "\r", "\n"))
        self.left = sum(text.count(mark) for mark in self._all)

    def in_fields(self, record: list[str]) -> None:
        """Takes those away that the fields of a record hold."""
        words = "".join(record)
        self.left -= sum(words.count(mark) for mark in self._all)


def _shown(words: list[str], tally: Tally) -> tuple[list[str], list[CellValue]]:
    """What cells with these words show, nothing if they are blank, and their values."""
    tally.skip("white space", sum(len(word) for word in words if not word.strip()))
    tally.emitted += sum(len(word) for word in words if word.strip())
    lines = [_lines(word) for word in words]
    return [line if line.strip() else "" for line in lines], [line or None for line in lines]


def _lines(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n") if "\r" in words else words
