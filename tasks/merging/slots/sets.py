"""A set of numbers for each row, laid end to end, equal sets stored once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tasks.merging.arrays import Bools, Ints, distinct, mixed, stretches, summed


@dataclass(frozen=True, slots=True)
class Sets:
    """code: the set of each row; bounds, values: set n is values[bounds[n]:bounds[n + 1]], ascending.

    hashes: of the sets, ascending, which makes the codes independent of the order of the rows.
    """

    code: Ints
    bounds: Ints
    values: Ints
    hashes: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def sizes(self) -> Ints:
        """How many numbers each distinct set holds."""
        return np.diff(self.bounds)

    def of(self, code: int) -> list[int]:
        """The numbers of a set."""
        return [int(n) for n in self.values[self.bounds[code] : self.bounds[code + 1]]]

    def mapped(self, table: Ints) -> "Sets":
        """The rows with every value replaced by table[value]."""
        made = sets(np.repeat(np.arange(len(self)), self.sizes()), table[self.values], len(self))
        return Sets(made.code[self.code], made.bounds, made.values, made.hashes)

    def without(self, some: Bools) -> "Sets":
        """The rows without the values that are marked."""
        owner = np.repeat(np.arange(len(self)), self.sizes())
        kept = ~some[self.values]
        made = sets(owner[kept], self.values[kept], len(self))
        return Sets(made.code[self.code], made.bounds, made.values, made.hashes)

    def together(self, other: "Sets") -> "Sets":
        """The rows with the numbers of both."""
        both, code = np.unique(self.code * np.int64(max(len(other), 1)) + other.code, return_inverse=True)
        sides = ((self, both // max(len(other), 1)), (other, both % max(len(other), 1)))
        rows, values = [], []
        for side, codes in sides:
            owner, turn = stretches(side.sizes()[codes])
            rows.append(owner)
            values.append(side.values[side.bounds[codes[owner]] + turn])
        made = sets(np.concatenate(rows), np.concatenate(values), len(both))
        return Sets(made.code[code], made.bounds, made.values, made.hashes)

    @staticmethod
    def joined(parts: Sequence["Sets"]) -> "Sets":
        """The rows of all parts, one after the other."""
        hashes, place, code = np.unique(
            np.concatenate([part.hashes for part in parts]), return_index=True, return_inverse=True
        )
        offsets = np.cumsum([0, *(len(part) for part in parts)])
        codes = [code[part.code + offsets[n]] for n, part in enumerate(parts)]
        begins = np.cumsum([0, *(len(part.values) for part in parts)])
        starts = np.concatenate([part.bounds[:-1] + begins[n] for n, part in enumerate(parts)])
        sizes = np.concatenate([part.sizes() for part in parts])[place]
        owner, turn = stretches(sizes)
        values = np.concatenate([part.values for part in parts])[starts[place][owner] + turn]
        return Sets(np.concatenate(codes), np.concatenate([[0], np.cumsum(sizes)]), values, hashes)


def sets(rows: Ints, values: Ints, size: int) -> Sets:
    """The sets of `size` rows from (row, value) pairs in any order, doubles allowed; size * value is below 2**63."""
    span = np.int64(values.max(initial=0)) + 1
    pairs = distinct(rows * span + values)
    rows, values = pairs // span, pairs % span
    sizes = np.bincount(rows, minlength=size)
    whole = summed(mixed(values), np.cumsum(sizes))
    hashes, place, code = np.unique(whole, return_index=True, return_inverse=True)
    begins = np.cumsum(sizes) - sizes
    owner, turn = stretches(sizes[place])
    bounds = np.concatenate([[0], np.cumsum(sizes[place])])
    return Sets(code, bounds, values[begins[place][owner] + turn], hashes)
