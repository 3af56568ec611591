"""What lies over the cells of a worksheet: comments and text boxes, in the records of its drawing."""

import struct
from typing import Final

from tasks.reading.legacy.sheet import Box, Remark, Sheet
from tasks.reading.legacy.xls import records
from tasks.reading.legacy.xls.book import Book
from tasks.reading.legacy.xls.records import Record
from tasks.reading.legacy.xls.strings import continued

_HEAD: Final = struct.Struct("<HHI")
_CONTAINER: Final = 0xF
_CLIENT_ANCHOR: Final = 0xF010
_NOTE_OBJECT: Final = 0x19
_MORE_OF_NOTE: Final = 0xFFFF


class DrawingReader:
    """Collects the texts of a drawing: each object follows its anchor, and its text follows the object."""

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self._sheet = sheet
        self._book = book
        self._row = 1
        self._object: tuple[int, int] = (0, 0)
        self._texts: dict[int, Box] = {}
        self._notes: list[tuple[int, int, int, str]] = []

    def read(self, record: Record) -> None:
        """Takes one record; those of no drawing are passed over, and so are records that are cut off."""
        try:
            if record.kind == records.DRAWING:
                self._row = _anchored_row(b"".join((record.data, *record.more)), self._row)
            elif record.kind == records.OBJ:
                self._object = struct.unpack_from("<HH", record.data, 4)
            elif record.kind == records.TXO and self._book.unicode:
                self._text(record)
            elif record.kind == records.NOTE:
                self._note(record.data)
        except (struct.error, IndexError):
            return

    def finish(self) -> None:
        """Puts comments with their texts, once all records are read."""
        for row, col, number, author in self._notes:
            found = self._texts.pop(number, None)
            if found is not None:
                self._sheet.remarks.append(Remark(row + 1, col + 1, found.text, author, found.size))
        # The text of a comment that hangs on no cell stays where it is drawn.
        self._sheet.boxes += self._texts.values()

    def _text(self, record: Record) -> None:
        count = int.from_bytes(record.data[10:12], "little")
        if not count or not record.more or not record.more[0]:
            return
        text = continued((record.more[0][1:], *record.more[1:]), record.more[0][0], count)
        box = Box(self._row, text, self._book.units(text))
        kind, number = self._object
        if kind == _NOTE_OBJECT:
            self._texts[number] = box
        else:
            self._sheet.boxes.append(box)

    def _note(self, data: bytes) -> None:
        row, col, third, number = struct.unpack_from("<HHHH", data)
        if self._book.unicode:
            self._notes.append((row, col, number, self._book.text(data, 8)))
            return
        text, remarks = data[6:].decode(self._book.encoding, "replace")[:third], self._sheet.remarks
        if row == _MORE_OF_NOTE and remarks:
            text, (row, col) = remarks[-1].text + text, remarks[-1][:2]
            remarks.pop()
        else:
            row, col = row + 1, col + 1
        if text:
            remarks.append(Remark(row, col, text, "", self._book.units(text)))


def _anchored_row(data: bytes, default: int) -> int:
    """The row, from 1, where the last shape in these bytes begins ([MS-XLS] 2.5.193)."""
    row, at = default, 0
    while at + 8 <= len(data):
        version, kind, length = _HEAD.unpack_from(data, at)
        at += 8
        if kind == _CLIENT_ANCHOR and at + 8 <= len(data):
            row = int.from_bytes(data[at + 6 : at + 8], "little") + 1
        if version & 0xF != _CONTAINER:
            at += length
    return row
