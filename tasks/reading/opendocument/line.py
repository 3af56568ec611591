"""The text of one paragraph while it is put together, and what hangs on it."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tasks.model.blocks import Span, SpanKind
from tasks.reading.notation.symbols import glyphs
from tasks.reading.opendocument.story import Range, Story
from tasks.reading.opendocument.styles import Look
from tasks.reading.spans import flag

_SPACES: Final = re.compile(r"[ \t\r\n]+")
ODD: Final = re.compile(r"[\t\r\n\u00ad\u2011]|  ")
"""What is not shown as it stands in a text node."""
_SOFT_HYPHEN: Final = "\u00ad"
_HARD_HYPHEN: Final = "\u2011"


@dataclass(slots=True)
class Line:
    """`page` is that of its first words, 0 while unknown. `bold`: whether all words so far are, None if there are none.

    `hanging`: text boxes, charts and notes that stand behind the paragraph. `spaced`: white space that comes next is
    none (ODF 1.3 part 3, 6.1.2). `hidden`: the whole paragraph is. `taken` are its characters from text nodes.
    `begins`: the number of the paragraph, where deleted ones that ran on into it stood before its first words.
    """

    story: Story
    hidden: bool = False
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    hanging: list[etree._Element] = field(default_factory=list)
    bold: bool | None = None
    page: int = 0
    spaced: bool = True
    label: str = ""
    taken: int = 0
    begins: int = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def take(self, words: str, look: Look) -> None:
        """Puts the words of a text node at the end, white space folded, as their font draws them."""
        tally = self.story.tally
        if self.story.ranges and self.story.dropping:
            return
        seen = words
        if ODD.search(words) or (self.spaced and words[:1].isspace()):
            seen = _SPACES.sub(" ", words.replace(_SOFT_HYPHEN, "")).replace(_HARD_HYPHEN, "-")
            if self.spaced and seen.startswith(" "):
                seen = seen[1:]
        tally.emitted += len(seen)
        self.taken += len(seen)
        tally.skip("white space", len(words) - len(seen))
        if seen:
            self.spaced = seen.endswith(" ")
            self._put(glyphs(seen, look.font or "") if look.font or not seen.isascii() else seen, look)

    def hang(self, element: etree._Element) -> None:
        """Something stands behind the paragraph."""
        if not self.story.dropping:
            self.hanging.append(element)

    def add(self, words: str, look: Look) -> None:
        """Puts at the end what stands for an element: a tab, the value of a form field."""
        if words and not self.story.dropping:
            self.spaced = False
            self._put(words, look)

    def _put(self, words: str, look: Look) -> None:
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

    def span(self, start: int, kind: SpanKind, author: str = "", date: str = "", target: str = "") -> None:
        """Flags the text from `start` to its present end, in one piece with an equal span before it."""
        flag(self.spans, Span(start, self.length, kind, author, date, target))

    def open(self, name: str, found: Range) -> None:
        """A stretch of text begins here."""
        found.start, found.part, found.where = self.length, len(self.parts), self.story.where
        self.story.begin(name, found)

    def close(self, name: str) -> None:
        """A stretch of text ends here."""
        found = self.story.ranges.pop(name, None)
        if found is not None:
            self._flag(found)
            self.story.ended(name, found)

    def finish(self) -> None:
        """The paragraph is complete: stretches that are open go on in the next one."""
        for found in self.story.ranges.values():
            self._flag(found)
            found.start = found.part = 0
        if (self.hidden or self.story.hidden) and self.length:
            self.spans = [Span(0, self.length, "hidden"), *(span for span in self.spans if span.kind != "hidden")]

    def _flag(self, found: Range) -> None:
        found.words.append("".join(self.parts[found.part :]))
        self.span(found.start, found.kind, found.author, found.date, found.target)
