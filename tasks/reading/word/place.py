"""Where blocks of a Word document are being read, and paragraphs that run on into the next one."""

from dataclasses import dataclass, field

from tasks.model.blocks import Content
from tasks.reading.spans import shifted
from tasks.reading.word.line import Line


@dataclass(slots=True)
class Place:
    """In the body blocks are counted, elsewhere all have the locator of what holds them.

    `part` is the part of the file in whose flow this is; empty inside cells, boxes and notes. `blocks` are those read
    so far; `carried` is a paragraph whose mark was deleted: it runs on into the next one. `bold`: whether all text so
    far is bold, None while there is none.
    """

    fixed: str = ""
    counts_tables: bool = True
    part: str = ""
    blocks: list[Content] = field(default_factory=list)
    carried: Line | None = None
    carried_at: str = ""
    bold: bool | None = None


def carry(place: Place, line: Line, locator: str) -> None:
    """Keeps what is left of a paragraph with a deleted mark; nothing if nothing is left."""
    if place.carried is not None:
        join(place.carried, line)
    elif line.text or line.boxes or line.graphics:
        place.carried, place.carried_at = line, locator


def join(first: Line, second: Line) -> None:
    """Puts the second line behind the first."""
    first.spans += shifted(second.spans, first.length)
    first.parts += second.parts
    first.length += second.length
    first.boxes += second.boxes
    first.graphics += second.graphics
    first.notes += second.notes
    first.page = first.page or second.page
    if second.bold is not None:
        first.bold = second.bold and first.bold is not False
