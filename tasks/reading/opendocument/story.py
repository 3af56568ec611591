"""What is remembered while an OpenDocument text is read from its beginning to its end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tasks.model.blocks import Revision, SpanKind
from tasks.model.receipt import Skipped
from tasks.reading.contents import Tally
from tasks.reading.opendocument.changes import Change, View
from tasks.reading.opendocument.lists import Numbering
from tasks.reading.opendocument.styles import Styles
from tasks.reading.refusal import refused
from tasks.reading.running_text.pages import Pages

MAX_COPIES: Final = 100_000
"""Cells of running text that a file may ask for by repeating others; programs write few."""

MAX_OPEN: Final = 200
"""Stretches of text that may be open at once: a file that never closes them would take too long."""


@dataclass(slots=True)
class Range:
    """A stretch of text that is open and may go on over paragraphs: a tracked change, what a comment is about.

    In the present paragraph it begins at character `start`, which is the beginning of piece `part`.
    """

    kind: SpanKind
    author: str = ""
    date: str = ""
    target: str = ""
    where: str = ""
    start: int = 0
    part: int = 0
    words: list[str] = field(default_factory=list)
    comment: "Comment | None" = None


@dataclass(slots=True)
class Comment:
    """A comment at its place. `behind`: so many blocks of the body stand before it."""

    element: etree._Element
    name: str
    where: str
    behind: int = -1
    anchor: str = ""


@dataclass(slots=True)
class Story:
    """What all parts of a document share, in one of its views.

    `object` finds the root of a formula or chart, `controls` are the values of form fields by id. `where` is the
    locator of what is being read, `hidden`: it is in a section that nobody sees, `counting`: it
    is one of the body's own paragraphs.
    """

    styles: Styles
    numbering: Numbering
    tally: Tally = field(default_factory=Tally)
    pages: Pages = field(default_factory=Pages)
    changes: dict[str, Change] = field(default_factory=dict)
    object: Callable[[str], etree._Element | None] = lambda address: None
    controls: dict[str, str] = field(default_factory=dict)
    ranges: dict[str, Range] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    charts: int = 0
    copies: int = 0
    where: str = ""
    hidden: bool = False
    counting: bool = False
    view: View = "accepted"
    settled: int = 0

    def leave(self, element: etree._Element, reason: Skipped = "not shown") -> None:
        """Counts what is left out with an element, its white space as such."""
        for words in element.itertext():
            self.tally.skip(reason if words.strip() else "white space", len(words))

    def gaps(self, parent: etree._Element) -> None:
        """Counts the text between the children of an element that holds no text itself: it should be white space."""
        self.gap(parent.text)
        for child in parent:
            self.gap(child.tail)

    def gap(self, words: str | None) -> None:
        """Counts text that stands where there should be none but white space."""
        if words:
            self.tally.skip("not shown" if words.strip() else "white space", len(words))

    def copy(self, cells: int) -> None:
        """Cells are to be repeated. Raises CannotReadError if the file asks for too many in all."""
        self.copies += cells
        if self.copies > MAX_COPIES:
            raise refused("reading.table-too-large")

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """What is read meanwhile was counted before."""
        counted, self.tally = self.tally, Tally()
        try:
            yield
        finally:
            self.tally = counted

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is read meanwhile hangs on the text and is no part of the stretches that are open in it."""
        outside, self.ranges = self.ranges, {}
        try:
            yield
        finally:
            self.ranges = outside

    def revised(self, change: Change, unit: str, text: str, where: str = "") -> None:
        """Puts a tracked change on the list."""
        place = where or self.where
        self.revisions.append(Revision(place, change.kind, unit, text, change.author, change.date))  # type: ignore[arg-type]

    def begin(self, name: str, found: Range) -> None:
        """A stretch of text begins; beyond the limit it is text like any other."""
        if len(self.ranges) < MAX_OPEN:
            self.ranges[name] = found

    @property
    def dropping(self) -> bool:
        """Whether what is read now was inserted, and the view is the one before that."""
        return self.view == "original" and any(found.kind == "inserted" for found in self.ranges.values())

    def settle(self, blocks: int) -> None:
        """A block of the body is complete, of so many: the comments on it that are new go behind it."""
        for comment in self.comments[self.settled :]:
            comment.behind = blocks
        self.settled = len(self.comments)

    def ended(self, name: str, found: Range) -> None:
        """A stretch of text is complete: what was inserted there, what a comment is about."""
        words = "\n".join(found.words)
        if found.comment is not None:
            found.comment.anchor = words
        elif name in self.changes:
            unit = "text" if words.strip("\n") else "paragraph"
            self.revised(self.changes[name], unit, words.strip("\n"), found.where)
