"""Phrases of several words found in, or put in one form in, arrays of word numbers."""

from collections.abc import Iterator, Sequence

import numpy as np

from tasks.merging.arrays import Bools, Ints


class Phrases:
    """A tree of phrases over word numbers, walked for all places of an array at once."""

    def __init__(self, phrases: Sequence[tuple[int, ...]], size: int) -> None:
        """phrases: none empty; the first of equal ones holds. size: of the vocabulary."""
        self._size = size
        edges: dict[int, int] = {}
        ends: list[int] = [-1]
        for number, phrase in enumerate(phrases):
            node = 0
            for word in phrase:
                node = edges.setdefault(node * size + word, len(ends))
                ends += [-1] * (node == len(ends))
            ends[node] = number if ends[node] < 0 else ends[node]
        keys = np.array(sorted(edges), np.int64)
        self._keys, self._nodes = keys, np.array([edges[k] for k in keys.tolist()], np.int64)
        self._ends = np.array(ends, np.int64)
        self._first = np.full(size, -1, np.int64)
        self._first[keys[keys < size]] = self._nodes[keys < size]

    def found(self, ids: Ints) -> Iterator[tuple[int, Ints, Ints]]:
        """(length, places, phrases): all phrases in the array, nested ones too, by rising length."""
        places = np.flatnonzero((self._first >= 0)[ids])
        nodes = self._first[ids[places]]
        length = 1
        while len(places):
            told = self._ends[nodes] >= 0
            if told.any():
                yield length, places[told], self._ends[nodes[told]]
            inside = places + length < len(ids)
            places, nodes = places[inside], nodes[inside]
            wanted = nodes * self._size + ids[places + length]
            edge = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
            there = self._keys[edge] == wanted
            places, nodes = places[there], self._nodes[edge[there]]
            length += 1

    def longest(self, ids: Ints) -> tuple[Ints, Ints, Ints]:
        """(places, lengths, phrases): from the left the longest phrase at each place, none over another."""
        phrase = np.full(len(ids), -1, np.int64)
        length = np.zeros(len(ids), np.int64)
        for size, places, numbers in self.found(ids):
            phrase[places], length[places] = numbers, size
        places = np.flatnonzero(phrase >= 0)
        places = places[_apart(places, places + length[places])]
        return places, length[places], phrase[places]


def _apart(begins: Ints, ends: Ints) -> Bools:
    """Which of the stretches remain if each that begins within one that remains is dropped, from the left."""
    kept = np.zeros(len(begins), np.bool_)
    open_ = np.arange(len(begins))
    while len(open_):
        before = np.concatenate([[0], np.maximum.accumulate(ends[open_])[:-1]])
        free = begins[open_] >= before
        kept[open_[free]] = True
        covered = np.concatenate([[0], np.maximum.accumulate(np.where(free, ends[open_], 0))[:-1]])
        open_ = open_[~free & (begins[open_] >= covered)]
    return kept


def replaced(ids: Ints, phrases: Phrases, terms: Sequence[tuple[int, ...]]) -> Ints:
    """The array with every phrase put as its term (by number of the phrase), as `words.aligned` does."""
    places, lengths, numbers = phrases.longest(ids)
    sizes = np.array([len(term) for term in terms], np.int64)
    many = np.ones(len(ids), np.int64)
    for step in range(1, int(lengths.max(initial=1))):
        many[places[lengths > step] + step] = 0
    many[places] = sizes[numbers]
    begins = np.cumsum(many) - many
    made = np.repeat(ids, many)
    for step in range(int(sizes.max(initial=1))):
        word = np.array([term[step] if step < len(term) else 0 for term in terms], ids.dtype)
        longer = sizes[numbers] > step
        made[begins[places[longer]] + step] = word[numbers[longer]]
    return made
