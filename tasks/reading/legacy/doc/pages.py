"""Formatted disk pages ([MS-DOC] 2.9.33, 2.9.175): properties of stretches of the main stream."""

import sys
from bisect import bisect_right
from typing import Final, NamedTuple

from tasks.reading.legacy.doc.fib import CHARACTER_PAGES, PARAGRAPH_PAGES, File, positions
from tasks.reading.legacy.doc.sprms import ELSEWHERE, ELSEWHERE_OLD, sprms

_PAGE: Final = 512
_PAGE_NUMBER: Final = 0x3FFFFF
_PARAGRAPH_ENTRY: Final = 13


class Stretch(NamedTuple):
    """Bytes of the main stream with one set of properties. `style` is the style of a paragraph."""

    start: int
    end: int
    style: int
    properties: bytes


class Stretches:
    """Finds the properties of a place in the main stream."""

    def __init__(self, found: list[Stretch]) -> None:
        self._found = sorted(found)
        self._starts = [stretch.start for stretch in self._found]

    def at(self, place: int) -> Stretch | None:
        """The stretch that holds a place; None if none does."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or self._found[index].end <= place:
            return None
        return self._found[index]

    def after(self, place: int) -> int:
        """Where the next stretch behind a place begins; far away if there is none."""
        index = bisect_right(self._starts, place)
        return self._starts[index] if index < len(self._starts) else sys.maxsize


def paragraph_stretches(file: File) -> Stretches:
    """The properties of paragraphs, by the place of their marks."""
    return Stretches(_read(file, PARAGRAPH_PAGES, _PARAGRAPH_ENTRY))


def character_stretches(file: File) -> Stretches:
    """The properties of characters."""
    return Stretches(_read(file, CHARACTER_PAGES, 1))


def _read(file: File, table: int, entry: int) -> list[Stretch]:
    found: list[Stretch] = []
    _, numbers = positions(file.table(table), 4)
    for number in dict.fromkeys(int.from_bytes(number, "little") & _PAGE_NUMBER for number in numbers):
        page = file.main[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            continue
        count = page[-1]
        offsets = 4 * (count + 1)
        for n in range(count):
            start, end = (int.from_bytes(page[at : at + 4], "little") for at in (4 * n, 4 * n + 4))
            at = offsets + entry * n
            offset = 2 * page[at] if at < _PAGE else 0
            style, own = _properties(page, offset, paragraph=entry > 1)
            found.append(Stretch(start, end, style, _elsewhere(own, file.data) if entry > 1 else own))
    return found


def _elsewhere(own: bytes, data: bytes) -> bytes:
    """The properties themselves, or those in the stream of large data that they refer to."""
    for code, operand in sprms(own):
        if code in (ELSEWHERE, ELSEWHERE_OLD):
            place = int.from_bytes(operand, "little")
            size = int.from_bytes(data[place : place + 2], "little")
            return data[place + 2 : place + 2 + size]
    return own


def _properties(page: bytes, offset: int, paragraph: bool) -> tuple[int, bytes]:
    if not offset or offset + 1 >= _PAGE:
        return 0, b""
    if not paragraph:
        return 0, page[offset + 1 : offset + 1 + page[offset]]
    size, at = (2 * page[offset] - 1, offset + 1) if page[offset] else (2 * page[offset + 1], offset + 2)
    data = page[at : at + size]
    return int.from_bytes(data[:2], "little"), data[2:]
