"""Texts as one array of word numbers: the words of `words.plain`, a clause in front put behind, in one pass."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.language.pieces import CHUNK, END, Held, Pieces, ended, lines
from tasks.merging.words import SCALES, spelt, straight

_TOKEN = re.compile(r"[^\W_]+|\n")

_TIE = "\0"
"""Stands for a space across which `spelt` looks; it is part of no word either."""

_TIED = (" se-", " /", "/ ", " &", "& ", *(f" {scale}" for scale in SCALES))
"""Wherever `spelt` may look across a space there is one of these."""


class Vocabulary:
    """Words by number and numbers by word; END is 0."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words: list[str] = [END]
        self.number: dict[str, int] = {END: 0}
        for word in words:
            self.add(word)

    def add(self, word: str) -> int:
        """The number of a word, a new one if it has none yet."""
        number = self.number.setdefault(word, len(self.words))
        if number == len(self.words):
            self.words.append(word)
        return number

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of all texts by number, each text followed by 0."""

    ids: Ints

    def ends(self) -> Ints:
        """The place of each text's 0."""
        return np.flatnonzero(self.ids == 0)

    def __len__(self) -> int:
        return int(np.count_nonzero(self.ids == 0))


def tokenised(texts: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """The words of texts; words that the vocabulary does not have yet are added to it in alphabetical order.

    So the order of the texts has no part in the numbers.
    """
    pieces = Pieces()
    parts = [pieces.cut(_folded(texts[first : first + CHUNK])) for first in range(0, len(texts), CHUNK)]
    found = _TOKEN.findall(spelt(END.join(pieces).replace(_TIE, " ") + END))
    number = {word: vocabulary.add(word) for word in sorted(set(found))}
    piece, words = ended(found)
    held = Held(piece[words], np.fromiter(map(number.__getitem__, found), np.int32, len(found))[words], len(pieces))
    return Tokens(np.concatenate([np.zeros(0, np.int32), *(held.of(ids)[1] for ids in parts)]))


def counted(tokens: Tokens, size: int) -> Ints:
    """How often each word stands in the texts."""
    return np.bincount(tokens.ids, minlength=size)


def _folded(texts: Sequence[str]) -> str:
    whole = straight(unicodedata.normalize("NFKC", lines(texts)).casefold())
    for tied in _TIED:
        whole = whole.replace(tied, tied.replace(" ", _TIE))
    return whole
