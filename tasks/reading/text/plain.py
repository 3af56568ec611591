"""Plain text to blocks: titles, points of lists, tables and messages as people type them, Markdown among them.

Each line is a block, empty ones too, so that lines count as in any editor. Signs that only shape the text are taken
off; words stay as they were written.
"""

from collections.abc import Sequence
from typing import Final

from tasks.model.blocks import Block
from tasks.reading.contents import Contents, Tally
from tasks.reading.text.aligned import aligned_cells, aligned_rows
from tasks.reading.text.builder import Builder, Place
from tasks.reading.text.chat import head, is_chat
from tasks.reading.text.drawn import drawn_cells, drawn_rows
from tasks.reading.text.encoding import decode
from tasks.reading.text.lines import Line, joined, split
from tasks.reading.text.marks import fence, hash_title, is_rule, point, underlined
from tasks.reading.text.wrapped import continuations

_CODE: Final = "code"


def read_plain_text(data: bytes) -> Contents:
    """The contents of a text file. Never raises for what it holds."""
    tally = Tally()
    blocks = read_text(decode(data), Place(), tally)
    return Contents(tuple(blocks), tally.receipt())


def read_text(text: str, place: Place, tally: Tally, *, flowed: bool = False) -> list[Block]:
    """The blocks of a text; in a flowed one (RFC 3676) lines go on that end in a space."""
    return _Reader(split(text, place.first, tally, flowed=flowed), Builder(place, tally)).blocks()


class _Reader:
    """Takes the lines from the first to the last, so many at a time as belong to the next block."""

    def __init__(self, lines: Sequence[Line], builder: Builder) -> None:
        self._lines = lines
        self._builder = builder
        self._chat = is_chat([line.text for line in lines])
        self._goes_on = continuations(lines)
        self._no_table_before = 0
        self._endless: set[str] = set()

    def blocks(self) -> list[Block]:
        at = 0
        while at < len(self._lines):
            if self._lines[at].text:
                at += self._code(at) or self._table(at) or self._title(at) or self._words(at)
            else:
                self._builder.paragraph(self._lines[at])
                at += 1
        return self._builder.blocks

    def _code(self, at: int) -> int:
        """A stretch between two fences: its lines are read as they stand."""
        opening = fence(self._lines[at].text)
        if not opening or opening in self._endless:
            return 0
        end = next((n for n in range(at + 1, len(self._lines)) if self._lines[n].text == opening), 0)
        if not end:
            self._endless.add(opening)
            return 0
        self._builder.markup(self._lines[at])
        for line in self._lines[at + 1 : end]:
            self._builder.verbatim(line, _CODE)
        self._builder.markup(self._lines[end])
        return end + 1 - at

    def _table(self, at: int) -> int:
        if self._chat or at < self._no_table_before:
            return 0
        builder = self._builder
        drawn, end = drawn_rows(self._lines, at)
        if drawn:
            locators = [builder.place.locator(row.line) for row in drawn]
            builder.table(self._lines[at], len(drawn), drawn_cells(drawn, locators, builder.tally))
            return len(drawn)
        aligned, stop = aligned_rows(self._lines, at)
        if aligned:
            lines = self._lines[at : at + len(aligned)]
            locators = [builder.place.locator(line) for line in lines]
            builder.table(lines[0], len(lines), aligned_cells(aligned, lines, locators, builder.tally))
            return len(aligned)
        self._no_table_before = max(end, stop)
        return 0

    def _title(self, at: int) -> int:
        line = self._lines[at]
        hashes = hash_title(line.text)
        if hashes is not None:
            self._builder.tally.skip("markup", hashes.signs)
            self._builder.tally.skip("white space", hashes.spaces)
            self._builder.heading(line, hashes.text, hashes.level)
            return 1
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        level = underlined(line.text, below.text) if below is not None and self._stands_alone(at) else 0
        if below is None or not level:
            return 0
        self._builder.markup(below)
        self._builder.heading(line, line.text, level)
        return 2

    def _stands_alone(self, at: int) -> bool:
        """Whether no words stand right above a line, and it does not begin like a point or a message."""
        above = self._lines[at - 1].text if at else ""
        text = self._lines[at].text
        return (not above or is_rule(above)) and point(text) is None and not head(text)

    def _words(self, at: int) -> int:
        style = head(self._lines[at].text) if self._chat else ""
        end = self._end_of_message(at + 1) if style else self._end_of_sentence(at + 1)
        line = joined(self._lines[at:end], "\n" if style else " ")
        found = None if style else point(line.text)
        if found is None:
            self._builder.paragraph(line, style)
        else:
            self._builder.item(line, found)
        return end - at

    def _end_of_sentence(self, at: int) -> int:
        while at in self._goes_on:
            at += 1
        return at

    def _end_of_message(self, at: int) -> int:
        """A message goes on in the lines below it, until an empty one, a point of a list or the next message."""
        while at < len(self._lines):
            text = self._lines[at].text
            if not text or head(text) or point(text) is not None or hash_title(text) is not None:
                break
            at += 1
        return at
