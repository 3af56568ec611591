"""Sets of words of all items as rows of numbers, so that what two share is found for many pairs at once."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.intp]
Bag = frozenset[str]


class Bags:
    """What the sets of some items share with the sets of others: `asking` and `having`, one set an item.

    worth: how much a word counts; most: how many items ask at a time.
    """

    def __init__(
        self, asking: Sequence[Bag], having: Sequence[Bag], most: int, worth: Callable[[str], float] = lambda _: 1.0
    ) -> None:
        numbers = {word: n for n, word in enumerate(sorted(frozenset().union(*asking, *having)))}
        self._words = len(numbers) + 1
        self._asking = _table(asking, numbers)
        self._having = self._asking if having is asking else _table(having, numbers)
        self._sizes = np.array([len(bag) for bag in having])
        self._worth = np.array([*map(worth, numbers), 0.0])
        self._asked = np.zeros(most * self._words)

    def shared(self, asking: Rows, nth: Rows, having: Rows) -> npt.NDArray[np.float64]:
        """The worth of the words that pairs of items share: the nth of the items that ask, and one that has."""
        words = self._asking[asking]
        places = words + np.arange(len(asking))[:, None] * self._words
        self._asked[places] = self._worth[words]
        theirs = self._having.take(having, axis=0) + nth.astype(np.int32)[:, None] * self._words
        found: npt.NDArray[np.float64] = self._asked.take(theirs.T).sum(axis=0)
        self._asked[places] = 0.0
        return found


def _table(bags: Sequence[Bag], numbers: dict[str, int]) -> npt.NDArray[np.int32]:
    """The numbers of the words, a row a set, filled up with the number that no word has."""
    table = np.full((len(bags), max(map(len, bags), default=0)), len(numbers), dtype=np.int32)
    for row, bag in enumerate(bags):
        table[row, : len(bag)] = sorted(numbers[word] for word in bag)
    return table
