"""The file information block ([MS-DOC] 2.5): how long the parts of the text are, and where everything lies."""

from dataclasses import dataclass
from typing import Final

from tasks.reading.containers.compound import Compound, encrypted
from tasks.reading.refusal import CannotReadError, needs

_MAGIC: Final = 0xA5EC
_WORD_97: Final = 0x00C1
_ENCRYPTED: Final = 0x0100
_FIRST_TABLE: Final = 0x0200
_LENGTHS: Final = 0x4C
_PAIRS: Final = 0x9A

STYLES: Final = 1
FOOTNOTE_REFERENCES: Final = 2
FOOTNOTES: Final = 3
COMMENT_REFERENCES: Final = 4
COMMENTS: Final = 5
SECTIONS: Final = 6
HEADERS: Final = 11
CHARACTER_PAGES: Final = 12
PARAGRAPH_PAGES: Final = 13
FONTS: Final = 15
PIECES: Final = 33
COMMENT_AUTHORS: Final = 36
SHAPES: Final = 40
ENDNOTE_REFERENCES: Final = 46
ENDNOTES: Final = 47
REVISION_AUTHORS: Final = 51
BOXES: Final = 56
HEADER_BOXES: Final = 58
LISTS: Final = 73
LIST_OVERRIDES: Final = 74


@dataclass(frozen=True, slots=True)
class Lengths:
    """Characters of the parts of the text, which follow one another in this order."""

    body: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int


@dataclass(frozen=True, slots=True)
class File:
    """The main stream of a document, the ones with its tables and with what is large, the lengths of its texts."""

    main: bytes
    tables: bytes
    data: bytes
    lengths: Lengths

    def table(self, number: int) -> bytes:
        """The bytes of a table by its number in the block; empty if there is none."""
        start, end = self.area(number)
        return self.tables[start:end]

    def area(self, number: int) -> tuple[int, int]:
        """Where a table begins and ends in the stream of tables."""
        at = _PAIRS + 8 * number
        start = int.from_bytes(self.main[at : at + 4], "little")
        return start, start + int.from_bytes(self.main[at + 4 : at + 8], "little")


def is_encrypted(main: bytes) -> bool:
    """Whether the main stream says that the document is protected by a password."""
    return bool(int.from_bytes(main[10:12], "little") & _ENCRYPTED)


def open_doc(data: bytes) -> File:
    """The streams of a document. Raises CannotReadError, also for Word 6 and 95, which had another block."""
    compound = Compound(data)
    main = compound.stream("WordDocument")
    if int.from_bytes(main[:2], "little") != _MAGIC or len(main) < _PAIRS:
        raise CannotReadError("reading.broken")
    if is_encrypted(main):
        raise encrypted()
    if int.from_bytes(main[2:4], "little") < _WORD_97:
        raise needs("LibreOffice", ".docx")
    name = "1Table" if int.from_bytes(main[10:12], "little") & _FIRST_TABLE else "0Table"
    counts = [max(int.from_bytes(main[at : at + 4], "little", signed=True), 0) for at in range(_LENGTHS, 0x6C, 4)]
    return File(main, compound.stream(name), compound.stream("Data"), Lengths(*counts))


def positions(table: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """A table of places ([MS-DOC] 2.8.1): one place more than data, each datum so many bytes long."""
    count = max((len(table) - 4) // (4 + size), 0)
    places = [int.from_bytes(table[4 * n : 4 * n + 4], "little") for n in range(count + 1)] if table else []
    data = [table[4 * (count + 1) + size * n : 4 * (count + 1) + size * (n + 1)] for n in range(count)]
    return places, data
