"""A body of text (of a shape, a cell, a note) as paragraphs with their labels."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from tasks.model.blocks import ListItem, Paragraph, Span
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.drawing.lists import LEVELS, NO_BULLETS, Counters, Levels, read_bullet
from tasks.reading.drawing.plain import PROPERTIES, plain_text
from tasks.reading.drawing.text import Reader, read_line
from tasks.reading.xml import number


@dataclass(slots=True)
class Words:
    """A paragraph with words: its place in the body from 1, its label ("" if none), its level from 0."""

    text: str
    spans: tuple[Span, ...]
    bold: bool | None
    number: int
    label: str = ""
    level: int = 0

    def block(self, locator: str, at: Provenance = NOWHERE) -> Paragraph | ListItem:
        """The block of this paragraph."""
        if self.label:
            return ListItem(locator, self.text, self.level, self.label, "", self.spans, at)
        return Paragraph(locator, self.text, "", self.spans, at)


def read_body(paragraphs: Iterable[etree._Element], reader: Reader, levels: Levels = NO_BULLETS) -> list[Words]:
    """The paragraphs (a:p) of one body that hold words; its automatic numbers begin anew."""
    counters = Counters()
    found = []
    for place, paragraph in enumerate(paragraphs, 1):
        words, characters = _words(paragraph, place, reader)
        has_words = bool(words.text) and not words.text.isspace()
        words.label, words.level = _label(paragraph, levels, counters, has_words)
        if has_words:
            reader.tally.emitted += characters
            found.append(words)
        else:
            reader.tally.skip("white space", characters)
    return found


def read_cell(
    paragraphs: Iterable[etree._Element], reader: Reader, levels: Levels, locator: str
) -> tuple[tuple[Paragraph | ListItem, ...], bool]:
    """The blocks of a table's cell, and whether all its words are bold."""
    words = read_body(paragraphs, reader, levels)
    return tuple(w.block(locator) for w in words), bool(words) and all(w.bold for w in words)


def _words(paragraph: etree._Element, place: int, reader: Reader) -> tuple[Words, int]:
    """A paragraph without its label, and the characters of its text nodes."""
    plain = None if reader.hidden else plain_text(paragraph, reader.bold)
    if plain is not None:
        return Words(plain.text, (), plain.bold, place), plain.characters
    line = read_line(paragraph, reader)
    return Words(line.text, tuple(line.spans), line.bold, place), line.characters


def _label(paragraph: etree._Element, levels: Levels, counters: Counters, has_words: bool) -> tuple[str, int]:
    properties = next(paragraph.iterchildren(PROPERTIES), None)
    if properties is None:
        return counters.label(0, levels[0], has_words), 0
    level = min(max(number(properties.get("lvl")), 0), LEVELS - 1)
    bullet = levels[level]
    if len(properties):
        bullet = read_bullet(properties).over(bullet)
    return counters.label(level, bullet, has_words), level
