"""The text of a document and where its characters lie ([MS-DOC] 2.4.1): pieces of one or two bytes a character."""

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from tasks.reading.legacy.doc.fib import PIECES, File, positions
from tasks.reading.refusal import CannotReadError

_CHANGE: Final = 0x01
_TABLE: Final = 0x02
_NARROW: Final = 0x40000000
_LONG_CHANGE: Final = 0x01


@dataclass(slots=True)
class Text:
    """All characters as units of UTF-16, and the pieces that they came from.

    For each piece: its first character, its place in the main stream, how many bytes a character takes there, and the
    changes that hold for all of it.
    """

    units: "array[int]"
    starts: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    changes: list[bytes] = field(default_factory=list)

    def piece(self, position: int) -> int:
        """The piece that holds a character."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def place(self, position: int) -> int:
        """Where a character lies in the main stream."""
        piece = self.piece(position)
        return self.places[piece] + (position - self.starts[piece]) * self.widths[piece]

    def words(self, start: int, end: int) -> str:
        """The characters between two positions."""
        return self.units[start:end].tobytes().decode("utf-16-le", "replace")


def read_text(file: File) -> Text:
    """The text of a document, put together from its pieces. Raises CannotReadError if they are lost."""
    table, changes = _parts(file.table(PIECES))
    starts, pieces = positions(table, 8)
    text = Text(array("H"))
    for start, end, piece in zip(starts, starts[1:], pieces, strict=False):
        code = int.from_bytes(piece[2:6], "little")
        width = 1 if code & _NARROW else 2
        place = (code & ~_NARROW) // (3 - width)
        data = file.main[place : place + (end - start) * width] if end > start else b""
        if start != len(text.units) or len(data) < width:
            break
        text.starts.append(start)
        text.places.append(place)
        text.widths.append(width)
        text.changes.append(_change(int.from_bytes(piece[6:8], "little"), changes))
        text.units.frombytes(data[: len(data) // 2 * 2] if width == 2 else _widened(data))
    if not text.units:
        raise CannotReadError("reading.broken")
    return text


def _parts(table: bytes) -> tuple[bytes, list[bytes]]:
    """The table of pieces, and the lists of changes before it."""
    changes: list[bytes] = []
    at = 0
    while at + 3 <= len(table) and table[at] == _CHANGE:
        size = int.from_bytes(table[at + 1 : at + 3], "little")
        changes.append(table[at + 3 : at + 3 + size])
        at += 3 + size
    return (table[at + 5 :] if table[at : at + 1] == bytes((_TABLE,)) else b""), changes


def _change(code: int, changes: list[bytes]) -> bytes:
    return changes[code >> 1] if code & _LONG_CHANGE and code >> 1 < len(changes) else b""


def _widened(data: bytes) -> bytes:
    return data.decode("cp1252", "replace").encode("utf-16-le")
