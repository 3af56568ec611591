"""The lines of a plain text, each with its number, without the space and the signs of quotation around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.reading.contents import Tally

_BREAK: Final = re.compile(r"\r\n|\r|\n")
_QUOTE: Final = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_SIGNATURE: Final = "-- "
_TAB: Final = 4


@dataclass(frozen=True, slots=True)
class Line:
    """`typed` is the line with the space around it; `quoted`: signs of quotation stood before it.

    A line may stand for several that belong together; `added` characters were then put between them.
    """

    number: int
    text: str
    typed: str
    quoted: bool = False
    added: int = 0

    @property
    def raw(self) -> str:
        """The line as it stands on the screen: tabs as spaces, none of them at its end."""
        return self.typed.expandtabs(_TAB).rstrip()

    @property
    def indent(self) -> int:
        """Columns of space before the first word."""
        return len(self.raw) - len(self.raw.lstrip())


def line_count(text: str) -> int:
    """So many lines a text has, counting one behind its last line end."""
    return len(_BREAK.split(text))


def split(text: str, first: int, tally: Tally, *, flowed: bool = False) -> list[Line]:
    """The lines of a text, counted from `first`; their ends and the space around them count as white space.

    In a flowed text (RFC 3676) a line that ends in a space goes on in the next one.
    """
    tally.read += len(text)
    pieces = _BREAK.split(text)
    if not pieces[-1]:
        pieces.pop()
    tally.skip("white space", len(text) - sum(map(len, pieces)))
    lines = [_line(number, piece, tally) for number, piece in enumerate(pieces, first)]
    return list(_unflowed(lines, pieces)) if flowed else lines


def _line(number: int, piece: str, tally: Tally) -> Line:
    quote = _QUOTE.match(piece)
    if quote:
        signs = quote[0].count(">")
        tally.skip("markup", signs)
        tally.skip("white space", quote.end() - signs)
        piece = piece[quote.end() :]
    text = piece.strip()
    tally.skip("white space", len(piece) - len(text))
    return Line(number, text, piece, quote is not None)


def joined(lines: Sequence[Line], between: str) -> Line:
    """Lines that belong together, at the place of the first one."""
    first = lines[0]
    if len(lines) == 1:
        return first
    text = between.join(line.text for line in lines)
    typed = first.typed[: len(first.typed) - len(first.typed.lstrip())] + text
    added = sum(line.added for line in lines) + len(between) * (len(lines) - 1)
    return Line(first.number, text, typed, first.quoted, added)


def count_gaps(line: Line, words: Sequence[str], tally: Tally) -> None:
    """Counts the space of a line that is in none of these words of it; what joined lines have between them is none."""
    outside = _spaces(line.text) - sum(map(_spaces, words))
    added = min(outside, line.added)
    tally.skip("white space", outside - added)
    tally.emitted -= line.added - added


def _spaces(text: str) -> int:
    return sum(map(str.isspace, text))


def _unflowed(lines: Sequence[Line], pieces: Sequence[str]) -> Iterator[Line]:
    held: list[Line] = []
    for line, piece in zip(lines, pieces, strict=True):
        if held and held[-1].quoted != line.quoted:
            yield joined(held, " ")
            held = []
        held.append(line)
        if not piece.endswith(" ") or piece.endswith(_SIGNATURE) or not line.text:
            yield joined(held, " ")
            held = []
    if held:
        yield joined(held, " ")
