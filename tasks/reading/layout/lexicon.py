"""What the words of a document tell of those that the end of a line cut in two."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from tasks.reading.layout.lines import Line
from tasks.reading.layout.page import Word

_EDGES: Final = ".,;:()"
_CLOSING: Final = frozenset(").,;:%")
_AMOUNT: Final = re.compile(r"\d{1,3}(?:(?:\.\d{3})+(?:,\d{1,2})?|(?:,\d{3})+(?:\.\d{1,2})?|)")
_WIDEST: Final = 1.5
_SPACED: Final = 0.2
_SPACE: Final = 0.3  # sizes of the font; where there is no more room, white space at the end of a line is not drawn
_SHORT: Final = 5  # letters of what may be the end of a word rather than a word


class Lexicon:
    """The words of a document; `texts` are its lines, those of a cell or of the running text together."""

    def __init__(self, texts: Iterable[Sequence[Line]] = ()) -> None:
        self._texts = [lines for lines in texts if lines]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words in small letters."""
        return frozenset(_folded(word) for lines in self._texts for line in lines for word in line.words)

    @cached_property
    def whole(self) -> frozenset[str]:
        """Words that stand neither first nor last in their line: nothing can have cut them."""
        return frozenset(_folded(word) for lines in self._texts for line in lines for word in line.words[1:-1])

    @cached_property
    def spaced(self) -> bool:
        """Whether white space was drawn where lines end at the end of a word, as many programs do."""
        ends = [line.words[-1].spaced for lines in self._texts for line, _ in pairwise(lines)]
        return sum(ends) > _SPACED * len(ends)

    def cut(self, line: Line, following: Line, right: float) -> bool:
        """Whether a word too long for its cell, whose text ends at `right`, was broken and goes on in the next line.

        Such a word has its line to itself and fills it. Then its parts make a number or a known word; or there is no
        white space behind the first, though others have it, and the second is no word.
        """
        head, tail = line.words[-1], following.words[0]
        if len(line.words) > 1 or head.turn or tail.turn or not _fills(head, tail, right):
            return False
        if _AMOUNT.fullmatch(head.text + tail.text):
            return not _AMOUNT.fullmatch(head.text)
        if tail.text[0] in _CLOSING:
            return head.text[-1].isalnum()
        return _goes_on(head.text, tail.text) and (
            _folded(head, tail) in self.words or self._is_part(head, tail, right - line.x1)
        )

    def _is_part(self, head: Word, tail: Word, room: float) -> bool:
        """Whether white space is missing, for no other reason than that it would part a word."""
        if head.spaced or not self.spaced or _folded(tail) in self.whole:
            return False
        return room > _SPACE * head.size or len(_folded(tail)) <= _SHORT


def _fills(head: Word, tail: Word, right: float) -> bool:
    """Whether there was no room for another letter."""
    return right - head.x1 <= _WIDEST * (tail.x1 - tail.x0) / len(tail.text)


def _folded(*parts: Word) -> str:
    return "".join(part.text for part in parts).strip(_EDGES).lower()


def _goes_on(head: str, tail: str) -> bool:
    """Whether letters follow letters, small ones unless all are capitals."""
    if not (head[-1].isalpha() and tail[0].isalpha()):
        return False
    return tail[0].islower() or (head.isupper() and tail[:2].isupper())
