"""The cells of one worksheet of a binary workbook, sparse: what its dimensions claim is never trusted."""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tasks.model.blocks import CellValue
from tasks.reading.legacy.sheet import ERRORS, PLAIN, Look, Sheet, SheetCell, Words, rich, shown, styled
from tasks.reading.legacy.xls.records import rk_number
from tasks.reading.legacy.xlsb import records
from tasks.reading.legacy.xlsb.records import read_records, wide_string
from tasks.reading.legacy.xlsb.styles import Styles

_LAST_ROW: Final = 1_048_575
_LAST_COL: Final = 16_383
_CELL: Final = struct.Struct("<II")
_DOUBLE: Final = struct.Struct("<d")
_AREA: Final = struct.Struct("<IIII")
_RUN: Final = struct.Struct("<HH")
_RICH: Final = 0x01
_EDGES: Final = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_HIDDEN_ROW: Final = 0x10
_NUMBERS: Final = frozenset({
    records.RK, records.REAL, records.REAL_RESULT, records.BOOLEAN, records.BOOLEAN_RESULT, records.ERROR,
    records.ERROR_RESULT,
})  # fmt: skip
_TEXTS: Final = {records.TEXT: 8, records.TEXT_RESULT: 8, records.RICH_TEXT: 9}


@dataclass(frozen=True, slots=True)
class Book:
    """What the worksheets share: texts as the records hold them, looks, the first day."""

    strings: list[bytes]
    styles: Styles
    since_1904: bool


def read_cells(part: bytes, sheet: Sheet, book: Book) -> int:
    """Puts the cells of a part into a sheet. Returns what the part holds, counted from its records alone."""
    reader = _Reader(sheet, book)
    size = 0
    for kind, data in read_records(part):
        size += _size(kind, data, book)
        reader.read(kind, data)
    return size


def units(text: str) -> int:
    """How many units of UTF-16 a text has, which is what the file counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def _rich_words(data: bytes, look: Look, styles: Styles) -> Words:
    """A text with runs of fonts ([MS-XLSB] 2.5.122) in the look of its cell."""
    text, at = wide_string(data, 1)
    if not data or not data[0] & _RICH:
        return styled(Words(text), look.font)
    count = int.from_bytes(data[at : at + 4], "little")
    pairs = data[at + 4 : at + 4 + 4 * count]
    runs = [(start, styles.font(font)) for start, font in _RUN.iter_unpack(pairs[: len(pairs) // 4 * 4])]
    return rich(text, runs, look.font)


def _edges(data: bytes) -> dict[str, str]:
    """Codes of headers and footers of the printed pages."""
    found, at = {}, 2
    for name in _EDGES:
        found[name], at = wide_string(data, at)
    return found


def _size(kind: int, data: bytes, book: Book) -> int:
    if kind == records.SHARED_TEXT:
        index = int.from_bytes(data[8:12], "little")
        return int.from_bytes(book.strings[index][1:5], "little") if index < len(book.strings) else 0
    if kind == records.HEADER_FOOTER:
        return sum(map(len, _edges(data).values()))
    at = _TEXTS.get(kind)
    return int(kind in _NUMBERS) if at is None else int.from_bytes(data[at : at + 4], "little")


class _Reader:
    def __init__(self, sheet: Sheet, book: Book) -> None:
        self._sheet = sheet
        self._book = book
        self._row = 0
        self._known: dict[tuple[int, int], tuple[Words, int]] = {}
        self._cells: dict[int, Callable[[int, int, Look, bytes], None]] = {
            records.BLANK: self._blank,
            records.RK: self._rk,
            records.REAL: self._real,
            records.REAL_RESULT: self._real,
            records.BOOLEAN: self._boolean,
            records.BOOLEAN_RESULT: self._boolean,
            records.ERROR: self._error,
            records.ERROR_RESULT: self._error,
            records.TEXT: self._text,
            records.TEXT_RESULT: self._text,
            records.RICH_TEXT: self._rich,
            records.SHARED_TEXT: self._shared,
        }

    def read(self, kind: int, data: bytes) -> None:
        """Takes one record; one that is too short is passed over."""
        cell = self._cells.get(kind)
        try:
            if cell is not None:
                col, style = _CELL.unpack_from(data)
                style &= 0xFFFFFF
                if self._row <= _LAST_ROW and col <= _LAST_COL:
                    looks = self._book.styles.looks
                    cell(col, style, looks[style] if style < len(looks) else PLAIN, data)
            elif kind == records.ROW:
                self._row = int.from_bytes(data[:4], "little")
                if data[11] & _HIDDEN_ROW:
                    self._sheet.hidden_rows.add(self._row + 1)
            elif kind == records.COLUMN:
                first, last = _CELL.unpack_from(data)
                if data[16] & 1:
                    self._sheet.hidden_cols.update(range(first + 1, min(last, _LAST_COL) + 2))
            elif kind == records.HEADER_FOOTER:
                self._sheet.edges.update(_edges(data))
            elif kind == records.MERGE:
                self._merge(*_AREA.unpack_from(data))
        except (struct.error, IndexError):
            return

    def _merge(self, top: int, bottom: int, left: int, right: int) -> None:
        if top <= bottom <= _LAST_ROW and left <= right <= _LAST_COL:
            self._sheet.merges.append((top + 1, left + 1, bottom + 1, right + 1))

    def _put(self, col: int, value: CellValue, words: Words, look: Look, size: int) -> None:
        if words.text or look.fill:
            self._sheet.cells.append(SheetCell(self._row + 1, col + 1, value, words, look, size))

    def _blank(self, col: int, style: int, look: Look, data: bytes) -> None:
        self._put(col, None, Words(""), look, 0)

    def _rk(self, col: int, style: int, look: Look, data: bytes) -> None:
        self._amount(col, look, rk_number(int.from_bytes(data[8:12], "little")))

    def _real(self, col: int, style: int, look: Look, data: bytes) -> None:
        self._amount(col, look, _DOUBLE.unpack_from(data, 8)[0])

    def _amount(self, col: int, look: Look, amount: float) -> None:
        value, text = shown(amount, look.number_format, self._book.since_1904)
        self._put(col, value, styled(Words(text), look.font), look, 1)

    def _boolean(self, col: int, style: int, look: Look, data: bytes) -> None:
        self._put(col, data[8] == 1, styled(Words("TRUE" if data[8] else "FALSE"), look.font), look, 1)

    def _error(self, col: int, style: int, look: Look, data: bytes) -> None:
        text = ERRORS.get(data[8], "#N/A")
        self._put(col, text, styled(Words(text), look.font), look, 1)

    def _text(self, col: int, style: int, look: Look, data: bytes) -> None:
        text, _ = wide_string(data, 8)
        words = styled(Words(text), look.font)
        self._put(col, words.text, words, look, units(text))

    def _rich(self, col: int, style: int, look: Look, data: bytes) -> None:
        words = _rich_words(data[8:], look, self._book.styles)
        self._put(col, words.text, words, look, units(wide_string(data, 9)[0]))

    def _shared(self, col: int, style: int, look: Look, data: bytes) -> None:
        index = int.from_bytes(data[8:12], "little")
        known = self._known.get((index, style))
        if known is None:
            item = self._book.strings[index]
            known = _rich_words(item, look, self._book.styles), units(wide_string(item, 1)[0])
            self._known[index, style] = known
        self._put(col, known[0].text, known[0], look, known[1])
