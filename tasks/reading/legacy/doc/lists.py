"""Automatic numbers ([MS-DOC] 2.9.131, 2.9.147): definitions of lists, and where paragraphs count anew."""

from dataclasses import dataclass
from typing import Final

from tasks.reading.legacy.doc.fib import LIST_OVERRIDES, LISTS, File
from tasks.reading.legacy.doc.sprms import FONT, sprms
from tasks.reading.word.numbering import LEVELS, Counters, Level, List

_FORMATS: Final = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
    6: "cardinalText", 7: "ordinalText", 22: "decimalZero", 23: "bullet", 255: "none",
}  # fmt: skip
_DEFINITION: Final = 28
_LEVEL: Final = 28
_OVERRIDE: Final = 16


def read_counters(file: File, fonts: list[str]) -> Counters:
    """The lists of a document by the number that paragraphs refer to."""
    definitions = _definitions(file, fonts)
    table = file.table(LIST_OVERRIDES)
    count = min(int.from_bytes(table[:4], "little"), len(table) // _OVERRIDE)
    reader = _Reader(table, 4 + _OVERRIDE * count, fonts)
    lists = {}
    for number in range(1, count + 1):
        entry = table[4 + _OVERRIDE * (number - 1) : 4 + _OVERRIDE * number]
        name = entry[:4].hex()
        levels, starts = dict(definitions.get(name, {})), {}
        reader.at += 4
        for _ in range(entry[12] if len(entry) > 12 else 0):
            index, start, own = reader.override()
            if own is not None:
                levels[index] = own
            elif start is not None:
                starts[index] = start
        lists[str(number)] = List(name, levels, starts)
    return Counters(lists)


def _definitions(file: File, fonts: list[str]) -> dict[str, dict[int, Level]]:
    """The levels of each list by its identity. They lie behind the table, as its length does not say."""
    table = file.table(LISTS)
    if not table:
        return {}
    count = min(int.from_bytes(table[:2], "little"), len(table) // _DEFINITION)
    reader = _Reader(file.tables, file.area(LISTS)[0] + 2 + _DEFINITION * count, fonts)
    found = {}
    for number in range(count):
        entry = table[2 + _DEFINITION * number : 2 + _DEFINITION * (number + 1)]
        simple = len(entry) > 26 and entry[26] & 1
        found[entry[:4].hex()] = dict(enumerate(reader.level() for _ in range(1 if simple else LEVELS)))
    return found


@dataclass(slots=True)
class _Reader:
    """Reads levels one after the other."""

    data: bytes
    at: int
    fonts: list[str]

    def level(self) -> Level:
        """One level: its fixed part, its properties, its text with the numbers of levels as placeholders."""
        head = self._take(_LEVEL)
        if len(head) < _LEVEL:
            return Level()
        self._take(head[25])
        characters = self._take(head[24])
        length = int.from_bytes(self._take(2), "little")
        text = self._take(2 * length).decode("utf-16-le", "replace")
        flags = head[5]
        return Level(
            max(int.from_bytes(head[:4], "little", signed=True), 0),
            _FORMATS.get(head[4], "decimal"),
            "".join(f"%{ord(c) + 1}" if ord(c) < LEVELS else c for c in text),
            (0 if head[26] == 0 else head[26]) if flags & 0x08 else None,
            bool(flags & 0x04),
            self._font(characters),
        )

    def override(self) -> tuple[int, int | None, Level | None]:
        """Which level is told otherwise: from where it counts, or what it is."""
        head = self._take(8)
        flags = head[4] if len(head) > 4 else 0
        own = self.level() if flags & 0x20 else None
        start = int.from_bytes(head[:4], "little", signed=True) if flags & 0x10 else None
        return flags & 0xF, start, own

    def _take(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]

    def _font(self, characters: bytes) -> str:
        found = [int.from_bytes(operand, "little") for code, operand in sprms(characters) if code == FONT]
        return self.fonts[found[-1]] if found and found[-1] < len(self.fonts) else ""
