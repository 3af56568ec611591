"""The text of one paragraph while it is put together, with the stretches of it that look different."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tasks.model.blocks import Content, Heading, ListItem, Paragraph, Span, SpanKind
from tasks.model.provenance import NOWHERE, Provenance
from tasks.reading.spans import flag

_MAX_OUTLINE: Final = 9


class Look(NamedTuple):
    """How characters look. `link` is the address that they lead to, `author` who inserted them."""

    bold: bool = False
    struck: bool = False
    hidden: bool = False
    inserted: bool = False
    author: str = ""
    link: str = ""


@dataclass(slots=True)
class Line:
    """A paragraph: its text so far, the label before it, its level as a heading (0 = none) or in a list (from 0)."""

    label: str = ""
    level: int = 0
    outline: int = 0
    style: str = ""
    bold: bool | None = None
    spans: list[Span] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def add(self, words: str, look: Look) -> None:
        """Puts words at the end."""
        if not words:
            return
        start, self._length = self._length, self._length + len(words)
        self._parts.append(words)
        if words.strip():
            self.bold = look.bold and self.bold is not False
        self._mark(start, "struck", look.struck)
        self._mark(start, "hidden", look.hidden)
        self._mark(start, "inserted", look.inserted, author=look.author)
        self._mark(start, "link", bool(look.link), target=look.link)

    def _mark(self, start: int, kind: SpanKind, applies: bool, author: str = "", target: str = "") -> None:
        if applies:
            flag(self.spans, Span(start, self._length, kind, author, "", target))

    def block(self, locator: str, at: Provenance = NOWHERE) -> Content:
        """The paragraph as a heading, list item or running text."""
        text, spans = self.text, tuple(self.spans)
        if 0 < self.outline <= _MAX_OUTLINE and text.strip():
            return Heading(locator, text, self.outline, self.label, spans, at=at)
        if self.label:
            return ListItem(locator, text, self.level, self.label, self.style, spans, at=at)
        return Paragraph(locator, text, self.style, spans, at=at)
