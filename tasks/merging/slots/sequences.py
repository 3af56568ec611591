"""Numbers of each row in their order, laid end to end."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Ints, stretches


@dataclass(frozen=True, slots=True)
class Sequences:
    """bounds, values: row n has values[bounds[n]:bounds[n + 1]]."""

    bounds: Ints
    values: Ints

    def mapped(self, table: Ints) -> "Sequences":
        """The rows with every value replaced by table[value]."""
        return Sequences(self.bounds, table[self.values].astype(np.int32))

    def taken(self, rows: Ints) -> "Sequences":
        """These rows, in this order."""
        owner, turn = stretches(np.diff(self.bounds)[rows])
        values = self.values[self.bounds[rows][owner] + turn]
        return sequences(owner, values, len(rows))

    @staticmethod
    def joined(parts: Sequence["Sequences"]) -> "Sequences":
        """The rows of all parts, one after the other."""
        sizes = np.concatenate([np.diff(part.bounds) for part in parts])
        return Sequences(_bounds(sizes), np.concatenate([part.values for part in parts]))


def sequences(rows: Ints, values: Ints, size: int) -> Sequences:
    """The sequences of `size` rows from (row, value) pairs by ascending rows."""
    return Sequences(_bounds(np.bincount(rows, minlength=size)), values.astype(np.int32))


def _bounds(sizes: Ints) -> Ints:
    return np.concatenate([[0], np.cumsum(sizes)])
