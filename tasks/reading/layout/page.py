"""A page as words, rules and fills, before anything is known of its tables and paragraphs.

Lengths are points (1/72 inch), x to the right and y downwards from the upper left corner of the page as it is shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, NamedTuple

ASCENT: Final = 0.8
DESCENT: Final = 0.2
"""How far letters reach above and below their base line, in sizes of the font; the same for all fonts."""

DIAGONAL: Final = -1


class Word(NamedTuple):
    """Characters without white space. `turn`: quarter turns against the clock, DIAGONAL for anything between.

    `start` is the word's first character in the page's text; `link` the address that a click on it opens. Words of
    one `run` were drawn together; 0 if nobody knows. `spaced`: white space was drawn behind it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    turn: int = 0
    start: int = -1
    link: str = ""
    run: int = 0
    spaced: bool = False

    @property
    def base(self) -> float:
        """The line that its letters stand on."""
        return self.bottom - DESCENT * self.size


class Rule(NamedTuple):
    """A straight line along one axis: where it lies on the other, where it begins and ends."""

    at: float
    low: float
    high: float


class Fill(NamedTuple):
    """A coloured rectangle (RRGGBB); later ones lie over earlier ones."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: str


@dataclass(slots=True)
class Page:
    """What was drawn. `across` are horizontal rules, `down` vertical ones; `number` counts from 1.

    `split` parts a word where a vertical rule crosses it, if its letters have places of their own. `recognised`: the
    words come from a picture. `comments` are author and words of the notes that readers left on the page.
    """

    number: int
    width: float
    height: float
    words: list[Word]
    across: list[Rule]
    down: list[Rule]
    fills: list[Fill]
    split: Callable[[Word, float], Sequence[Word]] | None = None
    recognised: bool = False
    comments: tuple[tuple[str, str], ...] = ()

    @property
    def em(self) -> float:
        """The usual size of its letters."""
        return median(word.size for word in self.words) if self.words else 10.0


def ink(text: str) -> int:
    """How many characters of a text leave ink. White space is left out, since a PDF has places, not spaces."""
    return len(text) - sum(map(str.isspace, text)) if text else 0
