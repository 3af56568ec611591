"""The style sheet ([MS-DOC] 2.9.272): names, and the properties that paragraphs inherit."""

from dataclasses import dataclass
from typing import Final

from tasks.reading.legacy.doc.fib import STYLES, File

_PARAGRAPH: Final = 1
_CHARACTER: Final = 2
_NO_STYLE: Final = 0xFFF
_HEADINGS: Final = range(1, 10)
_MAX_BASES: Final = 32


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its level as a built-in heading (0 = none), the one it builds on, its own properties."""

    name: str
    heading: int
    base: int
    paragraph: bytes
    characters: bytes


class Styles:
    """The styles of a document by number."""

    def __init__(self, found: dict[int, Style]) -> None:
        self._found = found

    def name(self, number: int) -> str:
        """The name of a style; empty if it is unknown."""
        return self._found[number].name if number in self._found else ""

    def chain(self, number: int) -> list[Style]:
        """A style and those that it builds on, the most basic one first."""
        chain: list[Style] = []
        while number in self._found and len(chain) < _MAX_BASES:
            chain.append(self._found[number])
            number = self._found[number].base
        return chain[::-1]


def read_styles(file: File) -> Styles:
    """The styles of a document; those that are damaged are left out."""
    sheet = file.table(STYLES)
    size = int.from_bytes(sheet[:2], "little")
    count, base = int.from_bytes(sheet[2:4], "little"), int.from_bytes(sheet[4:6], "little")
    at, found = 2 + size, {}
    for number in range(count):
        length = int.from_bytes(sheet[at : at + 2], "little")
        entry = sheet[at + 2 : at + 2 + length]
        if len(entry) > base:
            found[number] = _style(entry, base)
        at += 2 + length
    return Styles(found)


def _style(entry: bytes, base: int) -> Style:
    built_in = int.from_bytes(entry[:2], "little") & 0xFFF
    second = int.from_bytes(entry[2:4], "little")
    kind, parent = second & 0xF, second >> 4
    length = int.from_bytes(entry[base : base + 2], "little")
    name = entry[base + 2 : base + 2 + 2 * length].decode("utf-16-le", "replace")
    at = base + 4 + 2 * length
    paragraph = characters = b""
    if kind == _PARAGRAPH:
        first, at = _update(entry, at)
        paragraph = first[2:]
    if kind in (_PARAGRAPH, _CHARACTER):
        characters, _ = _update(entry, at)
    heading = built_in if built_in in _HEADINGS else 0
    return Style(name, heading, -1 if parent == _NO_STYLE else parent, paragraph, characters)


def _update(entry: bytes, at: int) -> tuple[bytes, int]:
    """A set of properties and the place behind it; each begins at an even place."""
    at += at % 2
    size = int.from_bytes(entry[at : at + 2], "little")
    return entry[at + 2 : at + 2 + size], at + 2 + size
