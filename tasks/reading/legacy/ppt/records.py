"""The records of a presentation's stream ([MS-PPT] 2.3.1): a header of eight bytes, then contents or more records."""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

DOCUMENT: Final = 1000
SLIDE: Final = 1006
SLIDE_ATOM: Final = 1007
NOTES: Final = 1008
SLIDE_PERSIST: Final = 1011
SLIDE_SHOW: Final = 1017
DRAWING: Final = 1036
PLACEHOLDER: Final = 3011
OUTLINE_REFERENCE: Final = 3998
TEXT_HEADER: Final = 3999
TEXT_CHARACTERS: Final = 4000
TEXT_BYTES: Final = 4008
SLIDE_LIST: Final = 4080
USER_EDIT: Final = 4085
PERSIST_DIRECTORY: Final = 6002
PAGE_NUMBER: Final = 4056

GROUP: Final = 0xF003
SHAPE: Final = 0xF004
TEXT_BOX: Final = 0xF00D
CHILD_ANCHOR: Final = 0xF00F
CLIENT_ANCHOR: Final = 0xF010
CLIENT_DATA: Final = 0xF011
MORE_OPTIONS: Final = 0xF122

_HEAD: Final = struct.Struct("<HHI")
_CONTAINER: Final = 0xF
_MAX_DEPTH: Final = 32


class Record(NamedTuple):
    """A record: its type, its instance (a number that tells apart records of a type), its contents."""

    kind: int
    instance: int
    data: bytes
    holds_records: bool

    def children(self) -> "Iterator[Record]":
        """The records inside a container; none in any other."""
        return read_records(self.data) if self.holds_records else iter(())

    def first(self, kind: int) -> "Record | None":
        """The first record of a type inside."""
        return next((child for child in self.children() if child.kind == kind), None)


def record_at(stream: bytes, place: int) -> Record | None:
    """The record that begins at a place; None if none does."""
    return next(read_records(stream[place:]), None) if 0 <= place < len(stream) else None


def read_records(data: bytes) -> Iterator[Record]:
    """The records in these bytes; the last one may be cut off."""
    at = 0
    while at + _HEAD.size <= len(data):
        version, kind, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        yield Record(kind, version >> 4, data[at : at + length], version & 0xF == _CONTAINER)
        at += length


def descend(record: Record, depth: int = 0) -> Iterator[Record]:
    """A record and all within it."""
    yield record
    if depth < _MAX_DEPTH:
        for child in record.children():
            yield from descend(child, depth + 1)


def text_of(record: Record) -> str | None:
    """The text of an atom, paragraphs parted by a carriage return; None if it holds no text."""
    if record.kind == TEXT_CHARACTERS:
        return record.data.decode("utf-16-le", "replace")
    return record.data.decode("latin-1") if record.kind == TEXT_BYTES else None


def size(record: Record) -> int:
    """Characters in all texts of a container, marks left out: the first figure of the receipt."""
    texts = (text_of(inner) for inner in descend(record))
    return sum(printable(text) for text in texts if text)


def printable(text: str) -> int:
    """Characters of a text that are no marks."""
    return sum(character >= " " for character in text)
