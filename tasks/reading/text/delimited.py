"""CSV and its relatives to one table, whatever the encoding and the delimiter."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from tasks.model.blocks import Cell, Paragraph, Table
from tasks.model.locator import csv_row
from tasks.model.receipt import Receipt
from tasks.reading.contents import Contents
from tasks.reading.refusal import CannotReadError, refused

MAX_CELLS: Final = 2_000_000
DELIMITERS: Final = ",;\t|"
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DIRECTIVE: Final = re.compile(r"\A\"?sep=(.)\"?[ \t]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_SAMPLE: Final = 262_144
_VOTES: Final = 2_000
_LONGEST_FIELD: Final = 16 * 1024 * 1024


def decode(data: bytes) -> str:
    """The text of bytes: by byte order mark, else strict UTF-8, else UTF-16 by its NULs, else cp1252.

    Line ends stay as they are. Bytes that cp1252 leaves open become U+FFFD.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").replace("\0", "")
    wide = _utf16(data[:4096])
    if wide:
        return data.decode(wide, errors="replace").replace("\0", "")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\0", "")


def _utf16(head: bytes) -> str:
    """The byte order of UTF-16 without a mark: Latin text has a NUL in nearly every other byte."""
    pairs = len(head) // 2
    if pairs < 2:
        return ""
    if head[1::2].count(0) > 0.7 * pairs and head[::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * pairs and head[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return ""


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
    except csv.Error as error:
        raise CannotReadError("reading.broken") from error


def read_delimited(data: bytes) -> Contents:
    """A CSV file as the one table that it is. Raises CannotReadError."""
    table = read_text_table(data)
    return Contents(() if table is None else (table,), Receipt(0, 0))


def read_text_table(data: bytes) -> Table | None:
    """The table of a CSV file; None if it holds no text. Records count from 1, the header being 1.

    A `sep=` line chooses the delimiter and is no record, since spreadsheets hide it; an empty line is one.
    """
    text = decode(data)
    directive = _DIRECTIVE.match(text)
    if directive:
        text, delimiter = text[directive.end() :], directive[1]
    else:
        delimiter, _ = dialect(text)
    cells: list[Cell] = []
    rows = cols = 0
    for rows, record in enumerate(records(text, delimiter), 1):
        cells.extend(_cells(rows, record))
        cols = max(cols, len(record))
        if rows * cols > MAX_CELLS and rows * cols > 4 * len(cells):
            raise refused("reading.table-too-large")
    return Table("row {}", tuple(cells), rows, cols) if any(cell.blocks for cell in cells) else None


def _cells(row: int, record: list[str]) -> Iterator[Cell]:
    locator = csv_row(row)
    for col, words in enumerate(record, 1):
        text = words.replace("\r\n", "\n").replace("\r", "\n") if "\r" in words else words
        blocks = (Paragraph(locator, text),) if text.strip() else ()
        yield Cell(row, col, blocks, value=text or None)
