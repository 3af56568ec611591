"""Judgements of pairs that depend on a few columns alone: where these have few kinds of rows, read from a table."""

from collections.abc import Callable

import numpy as np

from tasks.merging.arrays import Ints, distinct
from tasks.merging.matching.blocks import key

Judge = Callable[[Ints, Ints], Ints]
"""The reasons of each pair of two columns of rows, as 32 bits."""


def tabled(judge: Judge, *columns: Ints) -> Judge:
    """A judge that gives what `judge` gives, which looks at nothing but these columns of the rows.

    Each pair of kinds of rows is judged beforehand, unless there are more such pairs than rows.
    """
    whole = key(*columns)
    kinds = distinct(whole)
    size = len(kinds)
    if size**2 > len(whole):
        return judge
    kind = np.searchsorted(kinds, whole)
    row = np.empty(size, np.int64)
    row[kind] = np.arange(len(kind))
    told = judge(np.repeat(row, size), np.tile(row, size)).astype(np.int32)
    return lambda a, b: told[kind[a] * size + kind[b]]
