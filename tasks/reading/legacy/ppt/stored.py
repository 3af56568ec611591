"""Where the newest version of each part of a presentation lies: every saving adds a directory ([MS-PPT] 2.3.2)."""

from dataclasses import dataclass
from typing import Final

from tasks.reading.containers.compound import Compound, encrypted
from tasks.reading.legacy.ppt.records import (
    DOCUMENT,
    PERSIST_DIRECTORY,
    SLIDE_LIST,
    USER_EDIT,
    Record,
    read_records,
    record_at,
)
from tasks.reading.refusal import CannotReadError

_ENCRYPTED: Final = 0xF3D1C4DF
_MAX_EDITS: Final = 10_000
_MAX_PARTS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Stored:
    """The stream of a presentation, its main container, and the places of parts by their numbers."""

    stream: bytes
    document: Record
    places: dict[int, int]

    def part(self, number: int) -> Record | None:
        """A part by its number; None if it is lost."""
        return record_at(self.stream, self.places[number]) if number in self.places else None

    def slide_list(self, instance: int) -> Record | None:
        """The list of slides (0), masters (1) or pages of notes (2)."""
        lists = (child for child in self.document.children() if child.kind == SLIDE_LIST)
        return next((child for child in lists if child.instance == instance), None)


def check_password(compound: Compound) -> None:
    """Raises CannotReadError if a presentation is protected by a password."""
    if int.from_bytes(compound.stream("Current User")[12:16], "little") == _ENCRYPTED:
        raise encrypted()
    if "EncryptedSummary" in compound:
        raise encrypted()


def open_ppt(compound: Compound) -> Stored:
    """The parts of a presentation. Raises CannotReadError if they cannot be found."""
    stream = compound.stream("PowerPoint Document")
    current = compound.stream("Current User")
    places, main = _directory(stream, int.from_bytes(current[16:20], "little"))
    document = record_at(stream, places[main]) if main in places else None
    if document is None or document.kind != DOCUMENT:
        document = next((r for r in reversed(list(read_records(stream))) if r.kind == DOCUMENT), None)
    if document is None:
        raise CannotReadError("reading.broken")
    return Stored(stream, document, places)


def _directory(stream: bytes, edit: int) -> tuple[dict[int, int], int]:
    """The places of parts, those of later savings first, and the number of the main container."""
    places: dict[int, int] = {}
    main = 0
    for _ in range(_MAX_EDITS):
        record = record_at(stream, edit)
        if record is None or record.kind != USER_EDIT or len(record.data) < 20:
            break
        before, directory, number = (int.from_bytes(record.data[at : at + 4], "little") for at in (8, 12, 16))
        main = main or number
        for part, place in _entries(record_at(stream, directory)):
            places.setdefault(part, place)
        if not 0 < before < edit or len(places) > _MAX_PARTS:
            break
        edit = before
    return places, main


def _entries(directory: Record | None) -> list[tuple[int, int]]:
    if directory is None or directory.kind != PERSIST_DIRECTORY:
        return []
    numbers = [int.from_bytes(directory.data[at : at + 4], "little") for at in range(0, len(directory.data) - 3, 4)]
    found, at = [], 0
    while at < len(numbers):
        first, count = numbers[at] & 0xFFFFF, numbers[at] >> 20
        found += [(first + n, place) for n, place in enumerate(numbers[at + 1 : at + 1 + count])]
        at += 1 + count
    return found
