"""Texts as one array of word numbers: the words of `words.plain`, a clause in front put behind, in one pass."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.language.pieces import END, Cut, Held, ended
from tasks.merging.words import SCALES, opening, spelt, straight

_TOKEN = re.compile(r"[^\W_]+|\n")

_WORD = re.compile(r"\w")

_TIED_BACK = re.compile(rf"\A(?:se-|[/&]|{'|'.join(SCALES)})")
_TIED_ON = re.compile(r"[/&]\Z")
"""Pieces over whose beginning, and over whose end, `spelt` may look."""

_BACK, _ON, _FRONT, _WORDED = (np.uint8(1 << n) for n in range(4))
"""Kinds of pieces: tied to the one in front, to the next one, opening what may be put behind, with a letter."""


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
        self._kind = np.zeros(len(self.pieces), np.uint8)
        for kind, wanted in ((_BACK, _TIED_BACK), (_ON, _TIED_ON), (_FRONT, opening()), (_WORDED, _WORD)):
            self._kind |= kind * np.array([wanted.search(piece) is not None for piece in self.pieces], np.uint8)

    def joined(self, ids: Ints) -> Ints:
        """The pieces of texts, tied ones as one."""
        kinds, ends = self._kind[ids], ids == 0
        tied = np.zeros(len(ids) + 1, np.bool_)
        back, on = np.flatnonzero(kinds & _BACK), np.flatnonzero(kinds & _ON)
        tied[back[~ends[back - 1]]] = True
        tied[on[~ends[on + 1]] + 1] = True
        turned: dict[int, int] = {}
        for begin, end, said in self._turned(ids, *_fronted(kinds, np.flatnonzero(ends))):
            tied[begin + 1 : end] = True
            turned[begin] = self._numbered(said)
        made = ids.copy()
        heads, lasts = (np.flatnonzero(some) for some in (~tied[:-1] & tied[1:], tied[:-1] & ~tied[1:]))
        for head, end in zip(heads.tolist(), (lasts + 1).tolist(), strict=True):
            if head not in turned:
                made[head] = self._numbered(self._said(ids[head:end]))
        made[[*turned]] = [*turned.values()]
        return made[~tied[:-1]]

    def _turned(self, ids: Ints, begins: Ints, ends: Ints) -> Iterator[tuple[int, int, str]]:
        """(begin, end, text put straight) of those of these texts whose front belongs behind."""
        for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
            said = self._said(ids[begin:end])
            if "," in said and (turned := straight(said)) != said:
                yield begin, end, turned

    def _said(self, ids: Ints) -> str:
        return " ".join([self.pieces[n] for n in ids.tolist()])

    def _numbered(self, said: str) -> int:
        number = self._number.setdefault(said, len(self.pieces))
        if number == len(self.pieces):
            self.pieces.append(said)
        return number


def _fronted(kinds: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Where the texts begin and end whose first word may open what `straight` puts behind."""
    begins = np.concatenate([ends[:0], [0], ends[:-1] + 1])[: len(ends)]
    worded = kinds & _WORDED != 0
    words = np.cumsum(worded) - worded
    opens = np.flatnonzero(kinds & _FRONT)
    row = np.searchsorted(ends, opens)
    row = row[words[opens] == words[begins[row]]]
    return begins[row], ends[row]
