"""Where blocks of an OpenDocument file are being read, and what is remembered of the place meanwhile."""

from dataclasses import dataclass, field
from typing import Any

from tasks.model.blocks import Content
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.opendocument.story import Story
from tasks.reading.opendocument.styles import PLAIN, Look


@dataclass(slots=True)
class Place:
    """Where blocks are being read: in the body they are counted, elsewhere all have the place of what holds them.

    `blocks` are those read so far; `path` begins the path of those in the body's boxes and notes. `bold`: whether
    all text so far is bold, None while there is none. `inside` counts the blocks of a box for their paths. `locate`
    is the place of a table's rows, empty where it is that of what holds the table. `look` is that of text whose
    styles say nothing. `keeps_blank`: paragraphs without words are blocks too.
    """

    fixed: str = ""
    counts_tables: bool = True
    locate: str = ""
    part: str = ""
    path: str = ""
    blocks: list[Content] = field(default_factory=list)
    bold: bool | None = None
    inside: int = 0
    boxes: int = 0
    look: Look = PLAIN
    keeps_blank: bool = True
    carried: tuple[Any, Any] | None = None

    @property
    def is_body(self) -> bool:
        """Whether this is the body itself and not what hangs on it."""
        return bool(self.part) and not self.path

    def at(self, story: Story, path: str, page: int) -> Provenance:
        """The provenance of a block of the body; none for what stands in a cell or hangs on the text."""
        if not self.part:
            return NOWHERE
        return Provenance(self.part, path, page, story.pages.source if page else "", hidden=story.hidden)

    def next_path(self, kind: str, number: int) -> str:
        """The path of the next block: its number in the body, or its place in what hangs on a block of the body."""
        if not self.part:
            return ""
        if not self.path:
            return f"{kind}{number}"
        self.inside += 1
        return f"{self.path}/{kind}{self.inside}"

    def hanging(self, locator: str, path: str, counts_tables: bool) -> "Place":
        """The place of what hangs on a block with this path; its blocks go behind those of this place."""
        if self.part:
            self.boxes += 1
        inside = Place(locator, counts_tables, "", self.part, f"{path}/b{self.boxes}", self.blocks)
        inside.keeps_blank = self.keeps_blank
        return inside
