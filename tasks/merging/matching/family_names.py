"""Names of programmes and products in two kinds of work: one that both have, or one for each."""

import numpy as np

from tasks.merging.arrays import Bools, Ints, holds, stretches
from tasks.merging.matching.features import Features


def share_name(made: Features, a: Ints, b: Ints) -> Bools:
    """Whether both name the same."""
    named = made.named
    held = np.repeat(np.arange(len(named)), named.sizes()) * np.int64(made.size) + named.values
    owner, turn = stretches(named.sizes()[named.code[a]])
    values = named.values[named.bounds[named.code[a]][owner] + turn]
    there = holds(held, named.code[b][owner] * np.int64(made.size) + values)
    told: Bools = np.bincount(owner, there, len(a)) > 0
    return told


def named_apart(made: Features, a: Ints, b: Ints, names: Bools) -> Bools:
    """Of pairs of which each has a name that the other has not (`names`), those whose names do not begin alike.

    "TVE" may be short for "TV Edukasi".
    """
    told = names.copy()
    for n in np.flatnonzero(names).tolist():
        one, other = (set(map(made.spelt, made.named.of(int(made.named.code[row[n]])))) for row in (a, b))
        told[n] = not any(x.startswith(y) or y.startswith(x) for x in one - other for y in other - one)
    return told
