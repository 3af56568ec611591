"""Text of Rich Text Format: bytes in the encoding of their font, characters by number, to where the group says."""

from typing import Final

from tasks.reading.contents import Tally
from tasks.reading.legacy.line import Look
from tasks.reading.legacy.rtf.channel import Channel
from tasks.reading.legacy.rtf.destinations import CHANNELS, TABLES
from tasks.reading.legacy.rtf.state import State
from tasks.reading.legacy.rtf.tables import Tables
from tasks.reading.notation.symbols import glyphs

_HIGH: Final = range(0xD800, 0xDC00)
_LOW: Final = range(0xDC00, 0xE000)


class TextReader:
    """Collects bytes until something else comes. `passing`: so many bytes stand in for a character told before."""

    def __init__(self, tally: Tally, tables: Tables) -> None:
        self.passing = 0
        self.author: list[str] = []
        self._tally = tally
        self._tables = tables
        self._bytes = bytearray()
        self._high = 0

    def data(self, data: bytes) -> None:
        """Bytes of text."""
        if self.passing:
            passed = min(self.passing, len(data))
            self.passing -= passed
            self._tally.skip("fallback", passed)
            data = data[passed:]
        self._bytes += data

    def flush(self, state: State, channel: Channel) -> None:
        """The bytes so far as text."""
        if self._bytes:
            font = self._tables.font(state.font)
            text, size = self._bytes.decode(font.encoding, "replace"), len(self._bytes)
            self._bytes.clear()
            self._text(glyphs(text, font.name), size, state, channel)

    def unicode(self, number: int, state: State, channel: Channel) -> None:
        """A character by its number; one beyond the first 65,536 comes in two halves."""
        self.passing = state.fallback
        code = number & 0xFFFF
        if code in _HIGH:
            self._high = code
            self._text("", 1, state, channel)
            return
        if code in _LOW:
            code = 0x10000 + ((self._high - _HIGH.start) << 10) + code - _LOW.start if self._high else 0xFFFD
        self._high = 0
        self._text(glyphs(chr(code), self._tables.font(state.font).name), 1, state, channel)

    def character(self, character: str, state: State, channel: Channel) -> None:
        """A character that a control word names."""
        if self.passing:
            self.passing -= 1
        elif shows(state) or state.target == "label":
            self._text(character, 0, state, channel)

    def put(self, text: str, state: State, channel: Channel) -> None:
        """Text into the line that is being read."""
        authors = self._tables.authors
        author = authors[state.author] if state.inserted and 0 <= state.author < len(authors) else ""
        channel.line.add(text, Look(state.bold, state.struck, state.hidden, state.inserted, author, state.link))

    def _text(self, text: str, size: int, state: State, channel: Channel) -> None:
        """Text, and how many characters the file has for it, to where the state says."""
        if state.target == "instruction":
            self._tally.skip("field code", size)
            if state.field is not None:
                state.field.instruction.append(text)
        elif not shows(state) and state.target != "label":
            self._tally.skip(state.reason, size)
            self._keep(text, state)
        elif state.deleted:
            self._tally.skip("deleted", size)
        else:
            self._tally.emitted += size
            if state.target == "label":
                channel.label.append(text)
            else:
                self.put(text, state, channel)

    def _keep(self, text: str, state: State) -> None:
        """Text of tables and properties, which no person reads."""
        if state.target == "colours":
            self._tables.colour(text)
        elif state.target in TABLES:
            self._tables.text(state.target, text)
        elif state.target == "author":
            self.author.append(text)
        elif state.target == "entry" and state.field is not None:
            state.field.entries.append(text)


def shows(state: State) -> bool:
    """Whether text goes where a person sees it."""
    return state.target == "text" or state.target in CHANNELS
