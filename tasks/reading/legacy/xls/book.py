"""What the worksheets of a workbook share: texts, fonts, formats, colours; and the list of the worksheets."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from tasks.reading.containers.compound import encrypted
from tasks.reading.legacy.sheet import PLAIN, Font, Look
from tasks.reading.legacy.xls import records
from tasks.reading.legacy.xls.records import Record
from tasks.reading.legacy.xls.strings import RichText, encoding, shared_strings, unicode_string
from tasks.reading.notation.number_formats import BUILT_IN
from tasks.reading.worksheets.colours import indexed_colours, visible

_BOLD_FROM: Final = 600
_SKIPPED_FONT: Final = 4
_FIRST_OF_PALETTE: Final = 8
_MAX_PALETTE: Final = 56
_WORKSHEET: Final = 0


@dataclass(frozen=True, slots=True)
class Bound:
    """A worksheet: its name, whether it is hidden, where its records begin."""

    name: str
    hidden: bool
    start: int


@dataclass(slots=True)
class Book:
    """The globals of a workbook. `unicode`: of Excel 97 or later, whose texts are not in a code page."""

    unicode: bool = True
    encoding: str = "cp1252"
    since_1904: bool = False
    sheets: list[Bound] = field(default_factory=list)
    strings: list[RichText] = field(default_factory=list)
    fonts: list[Font] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)

    def font(self, number: int) -> Font:
        """A font by its number; there is none with the number 4."""
        index = number - 1 if number > _SKIPPED_FONT else number
        return self.fonts[index] if 0 <= index < len(self.fonts) else PLAIN.font

    def look(self, number: int) -> Look:
        """The look of a cell by the number of its format."""
        return self.looks[number] if number < len(self.looks) else PLAIN

    def text(self, data: bytes, at: int, wide_count: bool = True) -> str:
        """A string in a record, whichever of the two kinds this workbook has."""
        if self.unicode:
            return unicode_string(data, at, wide_count)
        width = 2 if wide_count else 1
        count = int.from_bytes(data[at : at + width], "little")
        return data[at + width : at + width + count].decode(self.encoding, "replace")

    def units(self, text: str) -> int:
        """How many characters the file counts for a text: units of UTF-16, or bytes of the code page."""
        if text.isascii():
            return len(text)
        return (
            len(text.encode("utf-16-le", "replace")) // 2
            if self.unicode
            else len(text.encode(self.encoding, "replace"))
        )


def read_book(globals_: Iterable[Record]) -> Book:
    """The globals from their records. Raises CannotReadError for a workbook with a password."""
    book = Book()
    formats = dict(BUILT_IN)
    palette = dict(indexed_colours())
    extended: list[bytes] = []
    for record in globals_:
        kind, data = record.kind, record.data
        if kind == records.BOF:
            book.unicode = int.from_bytes(data[:2], "little") >= 0x0600
        elif kind == records.FILEPASS:
            raise encrypted()
        elif kind == records.SST:
            count = int.from_bytes(data[4:8], "little")
            book.strings = shared_strings((data[8:], *record.more), count)
        elif kind == records.XF:
            extended.append(data)
        elif kind == records.FORMAT and len(data) > 2:
            formats[int.from_bytes(data[:2], "little")] = book.text(data, 2, book.unicode)
        elif kind == records.PALETTE:
            palette.update(_palette(data))
        else:
            _setting(record, book)
    book.looks = [_look(data, book, formats, palette) for data in extended]
    return book


def _setting(record: Record, book: Book) -> None:
    data = record.data
    if record.kind == records.CODEPAGE:
        book.encoding = encoding(int.from_bytes(data[:2], "little"))
    elif record.kind == records.DATEMODE:
        book.since_1904 = data[:1] == b"\1"
    elif record.kind == records.FONT and len(data) > 14:
        weight = int.from_bytes(data[6:8], "little")
        book.fonts.append(Font(book.text(data, 14, False), weight >= _BOLD_FROM, bool(data[2] & 0x08)))
    elif record.kind == records.BOUNDSHEET and len(data) > 6 and data[5] == _WORKSHEET:
        start = int.from_bytes(data[:4], "little")
        book.sheets.append(Bound(book.text(data, 6, False), bool(data[4] & 0x03), start))


def _palette(data: bytes) -> dict[int, str]:
    count = min(int.from_bytes(data[:2], "little"), _MAX_PALETTE, (len(data) - 2) // 4)
    return {_FIRST_OF_PALETTE + n: data[2 + 4 * n : 5 + 4 * n].hex().upper() for n in range(count)}


def _look(data: bytes, book: Book, formats: dict[int, str], palette: dict[int, str]) -> Look:
    font = book.font(int.from_bytes(data[:2], "little"))
    code = formats.get(int.from_bytes(data[2:4], "little"), "")
    if book.unicode:
        pattern, colour = int.from_bytes(data[14:18], "little") >> 26, int.from_bytes(data[18:20], "little")
    else:
        pattern, colour = int.from_bytes(data[10:12], "little") & 0x3F, int.from_bytes(data[8:10], "little")
    fill = palette.get(colour & 0x7F, "") if pattern else ""
    return Look(code if code.lower() != "general" else "", visible(fill), font)
