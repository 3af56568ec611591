"""One line of a web page while it is put together; white space collapses as in a browser."""

import re
from dataclasses import dataclass, field
from typing import Final

from tasks.model.blocks import Span, SpanKind
from tasks.reading.contents import Tally
from tasks.reading.notation.symbols import glyphs
from tasks.reading.spans import flag
from tasks.reading.web.look import PLAIN, Change, Look

_SPACES: Final = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Line:
    """`label` is a number that Word wrote out; `bold`: whether all words so far are bold, None while there are none.

    `taken` are the characters of text nodes in it; `space` is the look of a space that waits for a further word.
    """

    tally: Tally
    parts: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    length: int = 0
    taken: int = 0
    spans: list[Span] = field(default_factory=list)
    space: Look | None = None
    bold: bool | None = None
    style: str = ""

    def take(self, words: str, look: Look) -> None:
        """Puts the words of a text node at the end."""
        if look.label:
            self.label.append(_drawn(words, look))
            return
        if look.preformatted:
            self._settle_space()
            self.taken += len(words)
            self._add(words, look)
            return
        folded = _SPACES.sub(" ", words)
        self.tally.skip("white space", len(words) - len(folded))
        bare = folded.strip(" ")
        if folded[:1] == " ":
            self._want_space(look)
        if bare:
            self._settle_space()
            self.taken += len(bare)
            self._add(bare, look)
            if folded[-1] == " ":
                self._want_space(look)

    def add(self, words: str, look: Look) -> None:
        """Puts words at the end that a person sees although no text node holds them."""
        if words:
            self._settle_space()
            self._add(words, look)

    def _add(self, words: str, look: Look) -> None:
        words = _drawn(words, look)
        start, self.length = self.length, self.length + len(words)
        self.parts.append(words)
        if words.strip():
            self.bold = look.bold and self.bold is not False
            self.style = self.style or look.style
        if look is not PLAIN:
            self._mark(start, look)

    def break_off(self, look: Look) -> None:
        """What follows stands below, in the same block."""
        if self.space is not None:
            self.tally.skip("white space", 1)
            self.space = None
        self.add("\n" if self.length else "", look)

    def end(self) -> str:
        """The text; what was taken counts as emitted if a person sees anything of it."""
        if self.space is not None:
            self.tally.skip("white space", 1)
        text = "".join(self.parts)
        if text.strip():
            self.tally.emitted += self.taken
        else:
            self.tally.skip("white space", self.taken)
        return text

    def end_label(self) -> str:
        """The number that Word wrote out, without the space around it."""
        words = "".join(self.label)
        label = words.strip()
        self.tally.emitted += len(label)
        self.tally.skip("white space", len(words) - len(label))
        return label

    def _want_space(self, look: Look) -> None:
        """A space is to follow, unless there is one already or nothing stands before it."""
        if self.space is None and self.length and not self.parts[-1].endswith((" ", "\n")):
            self.space = look
        else:
            self.tally.skip("white space", 1)

    def _settle_space(self) -> None:
        if self.space is not None:
            look, self.space = self.space, None
            self.taken += 1
            self._add(" ", look)

    def _mark(self, start: int, look: Look) -> None:
        if look.struck is not None:
            self._span(start, "struck", look.struck)
        if look.inserted is not None:
            self._span(start, "inserted", look.inserted)
        if look.hidden:
            self._span(start, "hidden", Change())
        if look.link:
            self._span(start, "link", Change(), look.link)

    def _span(self, start: int, kind: SpanKind, change: Change, target: str = "") -> None:
        flag(self.spans, Span(start, self.length, kind, change.author, change.date, target))


def _drawn(words: str, look: Look) -> str:
    """Words as their font draws them; a symbol font draws no space."""
    return glyphs(words, look.font) if (look.font or not words.isascii()) and words.strip() else words
