"""The cells of one worksheet from its records, sparse: what its dimensions claim is never trusted."""

import struct
from collections.abc import Callable, Iterator
from typing import Final

from tasks.model.blocks import CellValue
from tasks.reading.legacy.sheet import ERRORS, Look, Sheet, SheetCell, Words, rich, shown, styled
from tasks.reading.legacy.xls import records
from tasks.reading.legacy.xls.book import Book
from tasks.reading.legacy.xls.links import read_address
from tasks.reading.legacy.xls.records import Record, rk_number
from tasks.reading.legacy.xls.strings import RichText, continued

_PLACE: Final = struct.Struct("<HHH")
_CODED: Final = struct.Struct("<HHHI")
_DOUBLE: Final = struct.Struct("<d")
_COLUMNS: Final = struct.Struct("<HH")
_AREA: Final = struct.Struct("<HHHH")
_MAX_LINKS: Final = 256
_HIDDEN_ROW: Final = 0x20


class CellReader:
    """Puts the cells of records into a sheet, one record after the other.

    `orphans` are characters of results that no formula comes before: they stand in no cell.
    """

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self._sheet = sheet
        self._book = book
        self._texts: dict[tuple[int, int], tuple[Words, int]] = {}
        self.orphans = 0
        self._result: tuple[int, int, Look] | None = None
        self._handlers: dict[int, Callable[[Record], None]] = {
            records.LABELSST: self._shared,
            records.NUMBER: self._number,
            records.RK: self._rk,
            records.MULRK: self._rks,
            records.FORMULA: self._formula,
            records.STRING: self._string,
            records.LABEL: self._label,
            records.RSTRING: self._label,
            records.BOOLERR: self._boolean,
            records.BLANK: self._blank,
            records.MULBLANK: self._blanks,
            records.MERGEDCELLS: self._merges,
            records.ROW: self._row,
            records.COLINFO: self._column,
            records.HEADER: self._edge,
            records.FOOTER: self._edge,
            records.HLINK: self._link,
        }

    def read(self, record: Record) -> None:
        """Takes one record; those that hold no cells are passed over, and so are records that are cut off."""
        handler = self._handlers.get(record.kind)
        if handler is not None:
            try:
                handler(record)
            except (struct.error, IndexError):
                return

    def _put(self, row: int, col: int, value: CellValue, words: Words, look: Look, size: int) -> None:
        if words.text or look.fill:
            self._sheet.cells.append(SheetCell(row + 1, col + 1, value, words, look, size))

    def _amount(self, row: int, col: int, style: int, amount: float) -> None:
        look = self._book.look(style)
        value, text = shown(amount, look.number_format, self._book.since_1904)
        self._put(row, col, value, styled(Words(text), look.font), look, 1)

    def _shared(self, record: Record) -> None:
        row, col, style, index = _CODED.unpack_from(record.data)
        known = self._texts.get((index, style))
        if known is None:
            found = self._book.strings[index]
            known = self._words(found, self._book.look(style)), self._book.units(found.text)
            self._texts[index, style] = known
        words, size = known
        self._put(row, col, words.text, words, self._book.look(style), size)

    def _words(self, found: RichText, look: Look) -> Words:
        if not found.runs:
            return styled(Words(found.text), look.font)
        return rich(found.text, [(start, self._book.font(font)) for start, font in found.runs], look.font)

    def _number(self, record: Record) -> None:
        row, col, style = _PLACE.unpack_from(record.data)
        self._amount(row, col, style, _DOUBLE.unpack_from(record.data, 6)[0])

    def _rk(self, record: Record) -> None:
        row, col, style, code = _CODED.unpack_from(record.data)
        self._amount(row, col, style, rk_number(code))

    def _rks(self, record: Record) -> None:
        data = record.data
        row, col = _COLUMNS.unpack_from(data)
        for at in range(4, len(data) - 7, 6):
            style, code = struct.unpack_from("<HI", data, at)
            self._amount(row, col, style, rk_number(code))
            col += 1

    def _formula(self, record: Record) -> None:
        """A formula shows its stored result; a text follows in a record of its own."""
        data = record.data
        row, col, style = _PLACE.unpack_from(data)
        self._result = None
        if data[12:14] != b"\xff\xff":
            self._amount(row, col, style, _DOUBLE.unpack_from(data, 6)[0])
        elif data[6] == 0:
            self._result = (row, col, self._book.look(style))
        elif data[6] in (1, 2):
            self._switch(row, col, style, data[8], data[6] == 2)

    def _string(self, record: Record) -> None:
        text = self._text(record, 0)
        if self._result is None:
            self.orphans += self._book.units(text)
            return
        row, col, look = self._result
        self._result = None
        words = styled(Words(text), look.font)
        self._put(row, col, words.text, words, look, self._book.units(text))

    def _label(self, record: Record) -> None:
        row, col, style = _PLACE.unpack_from(record.data)
        text, look = self._text(record, 6), self._book.look(style)
        runs = () if record.kind == records.LABEL else self._runs(record.data, len(text))
        words = self._words(RichText(text, tuple(runs)), look)
        self._put(row, col, words.text, words, look, self._book.units(text))

    def _text(self, record: Record, at: int) -> str:
        if not self._book.unicode or not record.more:
            return self._book.text(record.data, at)
        count, flags = int.from_bytes(record.data[at : at + 2], "little"), record.data[at + 2]
        return continued((record.data[at + 3 :], *record.more), flags, count)

    def _runs(self, data: bytes, length: int) -> Iterator[tuple[int, int]]:
        """The fonts of a rich text in its own cell, as Excel 5 wrote it: a count, then place and font of each."""
        if self._book.unicode:
            return
        at = 8 + length
        yield from _pairs(data[at + 1 : at + 1 + 2 * data[at]] if at < len(data) else b"")

    def _boolean(self, record: Record) -> None:
        row, col, style = _PLACE.unpack_from(record.data)
        self._switch(row, col, style, record.data[6], record.data[7] == 1)

    def _switch(self, row: int, col: int, style: int, code: int, error: bool) -> None:
        look = self._book.look(style)
        text = ERRORS.get(code, "#N/A") if error else ("TRUE" if code else "FALSE")
        value: CellValue = text if error else bool(code)
        self._put(row, col, value, styled(Words(text), look.font), look, 1)

    def _blank(self, record: Record) -> None:
        row, col, style = _PLACE.unpack_from(record.data)
        self._put(row, col, None, Words(""), self._book.look(style), 0)

    def _blanks(self, record: Record) -> None:
        row, col = _COLUMNS.unpack_from(record.data)
        for at in range(4, len(record.data) - 3, 2):
            style = int.from_bytes(record.data[at : at + 2], "little")
            self._put(row, col, None, Words(""), self._book.look(style), 0)
            col += 1

    def _merges(self, record: Record) -> None:
        count = int.from_bytes(record.data[:2], "little")
        for at in range(2, min(2 + 8 * count, len(record.data) - 7), 8):
            top, bottom, left, right = _AREA.unpack_from(record.data, at)
            if top <= bottom and left <= right:
                self._sheet.merges.append((top + 1, left + 1, bottom + 1, right + 1))

    def _row(self, record: Record) -> None:
        if record.data[12] & _HIDDEN_ROW:
            self._sheet.hidden_rows.add(int.from_bytes(record.data[:2], "little") + 1)

    def _column(self, record: Record) -> None:
        first, last = _COLUMNS.unpack_from(record.data)
        if record.data[8] & 1:
            self._sheet.hidden_cols.update(range(first + 1, min(last, 255) + 2))

    def _edge(self, record: Record) -> None:
        if record.data:
            name = "oddHeader" if record.kind == records.HEADER else "oddFooter"
            self._sheet.edges[name] = self._book.text(record.data, 0, self._book.unicode)

    def _link(self, record: Record) -> None:
        top, bottom, left, right = _AREA.unpack_from(record.data)
        address = read_address(record.data[8:])
        if address and top == bottom and left <= right < left + _MAX_LINKS:
            self._sheet.links.update(((top + 1, col + 1), address) for col in range(left, right + 1))


def _pairs(data: bytes) -> Iterator[tuple[int, int]]:
    return zip(data[::2], data[1::2], strict=False)
