"""Texts as one array of word numbers: the words of `words.plain`, a clause in front put behind, in one pass."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.words import spelt, straight

END = "\n"
"""The word behind the last word of every text; its number is 0, no phrase holds it."""

CHUNK = 65536
"""How many texts are taken apart at a time."""

_TOKEN = re.compile(r"[^\W_]+|\n")


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
    number: dict[str, int] = {END: 0}
    parts = [np.zeros(0, np.int32)]
    for first in range(0, len(texts), CHUNK):
        found = _TOKEN.findall(_joined(texts[first : first + CHUNK]))
        for word in set(found) - number.keys():
            number[word] = len(number)
        parts.append(np.fromiter(map(number.__getitem__, found), np.int32, len(found)))
    known = np.zeros(len(number), np.int32)
    for word in sorted(number):
        known[number[word]] = vocabulary.add(word)
    return Tokens(known[np.concatenate(parts)])


def counted(tokens: Tokens, size: int) -> Ints:
    """How often each word stands in the texts."""
    return np.bincount(tokens.ids, minlength=size)


def _joined(texts: Iterable[str]) -> str:
    one_line = (text.replace(END, " ") for text in texts)
    whole = unicodedata.normalize("NFKC", END.join(chain(one_line, ("",))))
    return spelt(straight(whole.casefold()))
