"""What is remembered while a Word document is read from its beginning to its end."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from tasks.model.blocks import Content, Span
from tasks.reading.word.numbering import Counters
from tasks.reading.word.styles import Styles
from tasks.reading.word.text import Fields, Line, Note


@dataclass(slots=True)
class Story:
    """Counters and open fields of a document; `note` finds the text of a note, `chunk` reads an embedded file."""

    styles: Styles
    counters: Counters
    note: Callable[[Note], etree._Element | None]
    chunk: Callable[[str, str], tuple[Content, ...]]
    fields: Fields = field(default_factory=Fields)
    paragraphs: int = 0
    tables: int = 0


@dataclass(slots=True)
class Place:
    """Where blocks are being read: in the body they are counted, elsewhere all have the place of what holds them.

    `blocks` are those read so far; `carried` is a paragraph whose mark was deleted: it runs on into
    the next one. `bold`: whether all text so far is bold, None while there is none.
    """

    fixed: str = ""
    counts_tables: bool = True
    blocks: list[Content] = field(default_factory=list)
    carried: Line | None = None
    carried_at: str = ""
    bold: bool | None = None


def carry(place: Place, line: Line, locator: str) -> None:
    """Keeps what is left of a paragraph with a deleted mark; nothing if nothing is left."""
    if place.carried is not None:
        join(place.carried, line)
    elif line.text or line.boxes:
        place.carried, place.carried_at = line, locator


def join(first: Line, second: Line) -> None:
    """Puts the second line behind the first."""
    shift = first.length
    first.parts += second.parts
    first.length += second.length
    first.spans += [Span(s.start + shift, s.end + shift, s.kind) for s in second.spans]
    first.boxes += second.boxes
    first.notes += second.notes
    if second.bold is not None:
        first.bold = second.bold and first.bold is not False
