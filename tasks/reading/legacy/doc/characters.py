"""The characters of a paragraph: looks, fields, symbols, marks that draw something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tasks.reading.contents import Tally
from tasks.reading.legacy.doc.pages import Stretches
from tasks.reading.legacy.doc.pieces import Text
from tasks.reading.legacy.doc.properties import CharacterLook, Looks
from tasks.reading.legacy.line import Line, Look
from tasks.reading.notation.symbols import glyph, glyphs

_MARKS: Final = re.compile(r"([\x00-\x1f])")
_SHOWN: Final = {"\t": "\t", "\x0b": "\n", "\x1e": "-"}
_FIELD_BEGIN: Final = "\x13"
_FIELD_RESULT: Final = "\x14"
_FIELD_END: Final = "\x15"
_SYMBOL: Final = "("
_LINK: Final = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"', re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field that has not ended: its instruction, whether that is still read, the address that it leads to."""

    code: list[str] = field(default_factory=list)
    in_code: bool = True
    link: str = ""


class Characters:
    """Makes lines of characters. Fields may go on from one paragraph to the next."""

    def __init__(
        self,
        text: Text,
        looks: Looks,
        stretches: Stretches,
        fonts: Sequence[str],
        authors: Sequence[str],
        tally: Tally,
    ) -> None:
        self._text = text
        self._looks = looks
        self._stretches = stretches
        self._fonts = fonts
        self._authors = authors
        self._tally = tally
        self._fields: list[_Field] = []

    def begin(self) -> None:
        """A text begins, in which no field is open."""
        self._fields = []

    def line(self, start: int, end: int, style: int) -> Line:
        """The characters between two positions, in a paragraph of this style."""
        line = Line()
        for words, look in self._runs(start, end, style):
            if look.special and look.symbol is not None and words == _SYMBOL:
                font, code = look.symbol
                self._add(line, glyph(code, self._font(font)), 1, look)
                continue
            for piece in _MARKS.split(words):
                if piece >= " ":
                    self._add(line, glyphs(piece, self._font(look.font)), len(piece.encode("utf-16-le")) // 2, look)
                elif piece:
                    self._mark(line, piece, look)
        return line

    def _runs(self, start: int, end: int, style: int) -> Iterator[tuple[str, CharacterLook]]:
        """Stretches of characters that look alike."""
        text = self._text
        while start < end:
            piece = text.piece(start)
            place, width = text.place(start), text.widths[piece]
            stop = text.starts[piece + 1] if piece + 1 < len(text.starts) else end
            found = self._stretches.at(place)
            if found is None:
                following = self._stretches.after(place)
                stop = min(stop, end, start + max((following - place) // width, 1))
                look = self._looks.characters(style, b"", text.changes[piece])
            else:
                stop = min(stop, end, start + max((found.end - place) // width, 1))
                look = self._looks.characters(style, found.properties, text.changes[piece])
            yield text.words(start, stop), look
            start = stop

    def _font(self, number: int) -> str:
        return self._fonts[number] if 0 <= number < len(self._fonts) else ""

    def _add(self, line: Line, words: str, size: int, look: CharacterLook) -> None:
        """Puts words into a line, unless they are part of an instruction or deleted."""
        if any(one.in_code for one in self._fields):
            self._fields[-1].code.append(words)
            self._tally.skip("field code", size)
        elif look.deleted:
            self._tally.skip("deleted", size)
        else:
            self._tally.emitted += size
            line.add(words, self._shown(look))

    def _mark(self, line: Line, mark: str, look: CharacterLook) -> None:
        if mark == _FIELD_BEGIN:
            self._fields.append(_Field())
        elif mark == _FIELD_RESULT and self._fields:
            found = _LINK.search("".join(self._fields[-1].code))
            self._fields[-1].in_code, self._fields[-1].link = False, found[1] if found else ""
        elif mark == _FIELD_END and self._fields:
            self._fields.pop()
        elif mark in _SHOWN and not look.deleted and not any(one.in_code for one in self._fields):
            line.add(_SHOWN[mark], self._shown(look))

    def _shown(self, look: CharacterLook) -> Look:
        link = next((one.link for one in reversed(self._fields) if one.link), "")
        author = self._authors[look.author] if look.inserted and look.author < len(self._authors) else ""
        return Look(look.bold, look.struck or look.twice_struck, look.hidden, look.inserted, author, link)
