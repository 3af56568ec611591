"""The text of one paragraph while it is put together, and what hangs on it."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Span, SpanKind
from tasks.reading.notation.symbols import glyphs
from tasks.reading.spans import flag
from tasks.reading.word.notes import NoteReference
from tasks.reading.word.story import Field, Story
from tasks.reading.word.styles import Look
from tasks.reading.word.view import Change


class Marks(NamedTuple):
    """What wraps a stretch of text: a tracked change that this view shows, the target of a link, a prompt."""

    change: Change | None = None
    link: str = ""
    prompt: bool = False


NO_MARKS: Final = Marks()


@dataclass(slots=True)
class Line:
    """`base` is the look that the paragraph's style gives; `page` that of its first words, 0 while unknown.

    `bold`: whether all words so far are bold, None while there are none.
    """

    story: Story
    base: Look
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    graphics: list[etree._Element] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)
    bold: bool | None = None
    page: int = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def take(self, words: str, look: Look, marks: Marks) -> None:
        """Puts the words of a text node at the end, as their font draws them."""
        if self.story.fields and self.story.in_instruction:
            self.story.tally.skip("field code", len(words))
            return
        self.story.tally.emitted += len(words)
        self.add(glyphs(words, look.font) if look.font or not words.isascii() else words, look, marks)

    def add(self, words: str, look: Look, marks: Marks) -> None:
        """Puts words at the end, unless they belong to the instruction of a field."""
        if not words or (self.story.fields and self.story.in_instruction):
            return
        start, self.length = self.length, self.length + len(words)
        self.parts.append(words)
        if not words.strip():
            return
        self.bold = bool(look.bold) and self.bold is not False
        self.page = self.page or self.story.pages.words()
        if look.struck:
            self.span(start, "struck")
        if look.hidden:
            self.span(start, "hidden")
        if marks is not NO_MARKS:
            self._marked(start, marks)

    def _marked(self, start: int, marks: Marks) -> None:
        if marks.change is not None:
            kind: SpanKind = "inserted" if marks.change.kind in {"inserted", "moved to"} else "deleted"
            self.span(start, kind, marks.change.author, marks.change.date)
        if marks.link:
            self.span(start, "link", target=marks.link)
        if marks.prompt:
            self.span(start, "placeholder")

    def span(self, start: int, kind: SpanKind, author: str = "", date: str = "", target: str = "") -> None:
        """Flags the text from `start` to its present end, in one piece with an equal span before it."""
        flag(self.spans, Span(start, self.length, kind, author, date, target))

    def end_field(self, field_: Field) -> None:
        """A field is complete: a link of this line covers its result."""
        target = link_target("".join(field_.instruction))
        if target and field_.line is self:
            self.span(field_.start, "link", target=target)

    def comment_begins(self, name: str) -> None:
        """A stretch of text begins that a comment is about."""
        self.story.open_comments[name] = self.length
        self.story.anchors.setdefault(name, "")

    def comment_ends(self, name: str) -> None:
        """That stretch ends."""
        start = self.story.open_comments.pop(name, None)
        if start is not None and self.length > start:
            self.span(start, "comment", target=name)
            said = self.text[start:]
            before = self.story.anchors[name]
            self.story.anchors[name] = f"{before}\n{said}" if before else said

    def close(self) -> None:
        """The paragraph ends; comments that go on cover the next one from its beginning."""
        for name in list(self.story.open_comments):
            self.comment_ends(name)
            self.story.open_comments[name] = 0


def link_target(instruction: str) -> str:
    """Where a HYPERLINK field leads, "#…" being a place inside the document; empty for any other field."""
    words = instruction.split(None, 1)
    if len(words) < 2 or words[0].upper() != "HYPERLINK":
        return ""
    rest = words[1].strip()
    inside = rest.startswith("\\l")
    rest = rest[2:].strip() if inside else rest
    target = rest[1:].split('"', 1)[0] if rest.startswith('"') else rest.split(None, 1)[0] if rest else ""
    return f"#{target}" if inside and target else target
