"""Texts as one array of word numbers: the words of `words.plain`, a clause in front put behind, in one pass."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Ints, stretches
from tasks.merging.language.pieces import END, Cut, Held, ended
from tasks.merging.words import SCALES, opening, spelt, straight

_TOKEN = re.compile(r"[^\W_]+|\n")

_WORDED = re.compile(r"\w")

_TIED_BACK = re.compile(rf"\A(?:se-|[/&]|{'|'.join(SCALES)})")
_TIED_ON = re.compile(r"[/&]\Z")
"""Pieces over whose beginning, and over whose end, `spelt` may look."""


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


def tokenised(cut: Cut, vocabulary: Vocabulary) -> Tokens:
    """The words of texts; words that the vocabulary does not have yet are added to it in alphabetical order.

    So the order of the texts has no part in the numbers.
    """
    tied = _Tied(cut)
    parts = [tied.joined(ids) for ids in cut.parts]
    found = _TOKEN.findall(spelt(END.join(tied.pieces) + END))
    number = {word: vocabulary.add(word) for word in sorted(set(found))}
    piece, words = ended(found)
    values = np.fromiter(map(number.__getitem__, found), np.int32, len(found))[words]
    held = Held(piece[words], values, len(tied.pieces))
    return Tokens(np.concatenate([np.zeros(0, np.int32), *map(held.values, parts)]))


def counted(tokens: Tokens, size: int) -> Ints:
    """How often each word stands in the texts."""
    return np.bincount(tokens.ids, minlength=size)


class _Tied:
    """Folded pieces, and which of them do not stand for themselves: neighbours, or a place further ahead, change them.

    pieces: those of the texts; then, when they have been joined, rows of tied ones.
    """

    def __init__(self, cut: Cut) -> None:
        _, *rest = cut.pieces
        self.pieces = [END, *unicodedata.normalize("NFKC", END.join(rest)).casefold().split(END)]
        self._number: dict[str, int] = {}
        self._back, self._on, self._front, self._worded = (
            np.array([wanted.search(piece) is not None for piece in self.pieces])
            for wanted in (_TIED_BACK, _TIED_ON, opening(), _WORDED)
        )

    def joined(self, ids: Ints) -> Ints:
        """The pieces of texts, tied ones as one."""
        tied = np.zeros(len(ids) + 1, np.bool_)
        tied[1:-1] = (self._on[ids[:-1]] | self._back[ids[1:]]) & (ids[:-1] != 0) & (ids[1:] != 0)
        begins, sizes = self._fronted(ids)
        owner, turn = stretches(np.maximum(sizes - 1, 0))
        tied[begins[owner] + turn + 1] = True
        heads, ends = (np.flatnonzero(some) for some in (~tied[:-1] & tied[1:], tied[:-1] & ~tied[1:]))
        made, whole = ids.copy(), frozenset(begins.tolist())
        for head, end in zip(heads.tolist(), (ends + 1).tolist(), strict=True):
            said = " ".join([self.pieces[n] for n in ids[head:end].tolist()])
            made[head] = self._numbered(straight(said) if head in whole else said)
        return made[~tied[:-1]]

    def _numbered(self, said: str) -> int:
        number = self._number.setdefault(said, len(self.pieces))
        if number == len(self.pieces):
            self.pieces.append(said)
        return number

    def _fronted(self, ids: Ints) -> tuple[Ints, Ints]:
        """Where the texts begin whose first word may open what `straight` puts behind, and how long they are."""
        ends = np.flatnonzero(ids == 0)
        begins = np.concatenate([ends[:0], [0], ends[:-1] + 1])[: len(ends)]
        words = np.cumsum(self._worded[ids]) - self._worded[ids]
        opens = np.flatnonzero(self._front[ids])
        row = np.searchsorted(ends, opens)
        row = row[words[opens] == words[begins[row]]]
        return begins[row], (ends - begins)[row]
