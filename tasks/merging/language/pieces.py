"""Texts cut at their spaces: what a piece holds is found out once for each distinct one."""

from collections.abc import Sequence

import numpy as np

from tasks.merging.arrays import Bools, Ints, stretches

END = "\n"
"""What stands behind the last piece of every text."""

CHUNK = 65536
"""How many texts are cut at a time."""


class Pieces(dict[str, int]):
    """Numbers of distinct pieces, in the order in which they are first met; END is 0."""

    def __init__(self) -> None:
        super().__init__({END: 0})

    def __missing__(self, piece: str) -> int:
        self[piece] = number = len(self)
        return number

    def cut(self, texts: str) -> Ints:
        """The pieces of `lines`."""
        pieces = texts.replace(END, f" {END} ").split(" ")[:-1]
        return np.fromiter(map(self.__getitem__, pieces), np.int32, len(pieces))


class Cut:
    """Texts cut at their spaces. pieces: the distinct ones; parts: those of the texts, so many texts at a time."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.pieces = Pieces()
        self.parts = [self.pieces.cut(lines(texts[n : n + CHUNK])) for n in range(0, len(texts), CHUNK)]


class Held:
    """What each distinct piece holds: whole numbers, piece after piece."""

    def __init__(self, piece: Ints, values: Ints, size: int) -> None:
        """piece: of each value, ascending; size: how many pieces there are."""
        self._sizes = np.bincount(piece, minlength=size)
        self._begins = np.cumsum(self._sizes) - self._sizes
        self._values = values

    def of(self, ids: Ints) -> tuple[Ints, Ints]:
        """(place, value) of all that a row of pieces holds, if few of them hold something."""
        there = np.flatnonzero((self._sizes > 0)[ids])
        owner, turn = stretches(self._sizes[ids[there]])
        return there[owner], self._values[self._begins[ids[there]][owner] + turn]

    def values(self, ids: Ints) -> Ints:
        """All that a row of pieces holds."""
        sizes = self._sizes[ids]
        done = np.cumsum(sizes)
        found: Ints = self._values[np.repeat(self._begins[ids] - done + sizes, sizes) + np.arange(sizes.sum())]
        return found


def lines(texts: Sequence[str]) -> str:
    """Texts with END behind each and nowhere else."""
    whole = END.join((*texts, ""))
    if whole.count(END) > len(texts):
        whole = END.join((*(text.replace(END, " ") for text in texts), ""))
    return whole


def ended(found: Sequence[str]) -> tuple[Ints, Bools]:
    """The piece of each word found in pieces, each with END behind it, and which are words; the first piece is END."""
    ends = np.fromiter(map(END.__eq__, found), np.bool_, len(found))
    ends[0] = False
    return np.cumsum(ends) - ends, ~ends
