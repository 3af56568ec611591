"""A worksheet part by the events of a parser: its cells, and all that stands around them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tasks.model.blocks import CellValue
from tasks.reading.excel.events import StringBuilder, feed
from tasks.reading.excel.kinds import FORMULA, SHARED, Book, contents, dressed, is_solved
from tasks.reading.excel.lines import ON, is_hidden
from tasks.reading.excel.raw import Link, RawSheet
from tasks.reading.excel.references import LAST_COL, LAST_ROW, column, parse_area
from tasks.reading.excel.strings import Words, read_string, weigh_string
from tasks.reading.ooxml.names import R
from tasks.reading.xml import number

_STRICT_R: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
_DIGITS: Final = "0123456789$"
_EDGES: Final = frozenset(f"{page}{edge}" for page in ("odd", "even", "first") for edge in ("Header", "Footer"))
_CODES: Final = frozenset({"f", "formula", "formula1", "formula2", "sqref"})
_SETTINGS: Final = frozenset({"col", "colOff", "row", "rowOff", "id"})


def parse_sheet(chunks: Iterable[bytes], book: Book, sheet: RawSheet, targets: Mapping[str, str]) -> None:
    """Adds the cells of a worksheet part, and what is said about them. Raises CannotReadError.

    `targets` are the addresses of links by the id of their relationship.
    """
    feed(chunks, _Parser(book, sheet, targets))


@dataclass(slots=True)
class _Cell:
    """A cell while it is read: what stands in its <v> and <f>, None where there is no such element."""

    col: int
    style: str
    type: str
    stored: list[str] | None = None
    formula: list[str] | None = None
    words: Words | None = None
    length: int = 0


class _Parser:
    """Receives the events of a worksheet part."""

    def __init__(self, book: Book, sheet: RawSheet, targets: Mapping[str, str]) -> None:
        self._book, self._sheet, self._targets = book, sheet, targets
        self._path: list[str] = []
        self._row = self._col = 0
        self._cell: _Cell | None = None
        self._string: StringBuilder | None = None
        self._pages = {"odd"}
        self._settings: Mapping[str, Callable[[Mapping[str, str]], None]] = {
            "col": self._hide_columns,
            "mergeCell": self._merge,
            "hyperlink": self._link,
            "headerFooter": self._choose_pages,
        }

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if self._string is not None:
            self._string.start(name, attributes)
        elif self._cell is not None:
            self._start_in_cell(self._cell, name, parent, attributes)
        elif parent == "row" and name == "c":
            self._start_cell(attributes)
        elif parent == "sheetData" and name == "row":
            self._row, self._col = number(attributes.get("r"), self._row + 1), 0
            if is_hidden(attributes, "ht"):
                self._sheet.hidden_rows.add(self._row)
        elif name in self._settings:
            self._settings[name](attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        self._path.pop()
        if self._string is not None:
            element = self._string.end(name)
            if element is not None and self._cell is not None:
                self._cell.words, self._string = read_string(element), None
                self._cell.length = weigh_string(element, self._sheet.tally)
        elif name == "c" and self._cell is not None and self._path[-1] == "row":
            self._end_cell(self._cell)
            self._cell = None

    def data(self, text: str) -> None:
        """A text node, or a stretch of one."""
        tally = self._sheet.tally
        tally.read += len(text)
        name = self._path[-1]
        if self._string is not None:
            self._string.data(text)
        elif self._cell is not None and name == "v" and self._cell.stored is not None:
            self._cell.stored.append(text)
        elif self._cell is not None and name == "f" and self._cell.formula is not None:
            self._cell.formula.append(text)
        elif name in _EDGES and name[:-6] in self._pages:
            self._sheet.edges.setdefault(name, []).append(text)
        elif name in _EDGES:
            tally.skip("not shown", len(text))
        elif name.rpartition("}")[2] in _CODES:
            tally.skip("field code", len(text))
        elif name.startswith("{") and name.rpartition("}")[2] in _SETTINGS:
            tally.skip("metadata", len(text))
        else:
            # No other element of SpreadsheetML holds text; what a damaged file puts there is seen nowhere.
            tally.skip("white space" if text.isspace() else "not shown", len(text))

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        letters = attributes.get("r", "").rstrip(_DIGITS).lstrip("$")
        self._col = (column(letters) or LAST_COL + 1) if letters.isalpha() else self._col + 1
        self._cell = _Cell(self._col, attributes.get("s", ""), attributes.get("t", "n"))

    def _start_in_cell(self, cell: _Cell, name: str, parent: str, attributes: Mapping[str, str]) -> None:
        if parent != "c":
            return
        if name == "v" and cell.stored is None:
            cell.stored = []
        elif name == "f" and cell.formula is None:
            cell.formula = []
        elif name == "is" and cell.words is None:
            self._string = StringBuilder()
            self._string.start(name, attributes)

    def _end_cell(self, cell: _Cell) -> None:
        """Adds a cell if it shows words or a colour."""
        stored = "".join(cell.stored or ())
        formula = "".join(cell.formula or ())
        if not 0 < self._row <= LAST_ROW or cell.col > LAST_COL:
            self._sheet.tally.skip("cut", len(stored) + len(formula) + cell.length)
            return
        index = self._book.kind(cell.style, cell.type)
        kind = self._book.kinds[index]
        if cell.words is not None:
            self._sheet.tally.skip("repeated", len(stored))
            value, words = dressed(cell.words, kind.look)
        elif cell.formula is not None and not is_solved(kind, None if cell.stored is None else stored):
            self._sheet.tally.skip("white space", len(stored))
            self._sheet.add_unsolved(self._row, cell.col)
            index, cell.length = self._book.like(index, FORMULA), len(formula)
            value, words = contents(formula, self._book.kinds[index], self._book)
            formula = ""
        else:
            value, words = contents(stored, kind, self._book)
            cell.length = len(stored)
        self._sheet.tally.skip("field code", len(formula))
        self._put(cell, index, value, words)

    def _put(self, cell: _Cell, index: int, value: CellValue, words: Words) -> None:
        look, shown = self._book.kinds[index].look, bool(words.text.strip())
        if cell.words is None and self._book.kinds[index].type == SHARED and cell.stored is not None:
            self._sheet.tally.skip("reference", cell.length)
            self._sheet.references += cell.length if shown else 0
        elif not shown:
            self._sheet.tally.skip("white space", cell.length)
        if shown and words.spans:
            self._sheet.spans[self._row, cell.col] = words.spans
        if shown or look.fill:
            text, length = (words.text, cell.length) if shown else ("", 0)
            self._sheet.cells.add(self._row, cell.col, index, length, text, value if shown else None)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        if is_hidden(attributes, "width"):
            first, last = max(number(attributes.get("min")), 1), min(number(attributes.get("max")), LAST_COL)
            # A column is hidden once, however often a hostile file says so.
            self._sheet.hidden_cols[first] = max(last, self._sheet.hidden_cols.get(first, 0))

    def _merge(self, attributes: Mapping[str, str]) -> None:
        area = parse_area(attributes.get("ref", ""))
        if area is not None:
            self._sheet.merges.append(area)

    def _link(self, attributes: Mapping[str, str]) -> None:
        area = parse_area(attributes.get("ref", ""))
        target = self._targets.get(attributes.get(R + "id") or attributes.get(_STRICT_R + "id") or "", "")
        if area is not None and target:
            place = attributes.get("location", "")
            self._sheet.links.append(Link(area, f"{target}#{place}" if place else target))

    def _choose_pages(self, attributes: Mapping[str, str]) -> None:
        """Which headers and footers are printed: those of even and first pages may be switched off."""
        switches = {"even": "differentOddEven", "first": "differentFirst"}
        self._pages |= {page for page, name in switches.items() if attributes.get(name) in ON}
