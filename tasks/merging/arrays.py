"""Names of array types and the few operations on grouped arrays that the columns of merging share."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.integer[Any]]
Floats = NDArray[np.floating[Any]]
Bools = NDArray[np.bool_]


def first_of(places: Ints, groups: Ints, size: int, otherwise: int) -> Ints:
    """The first of the ascending places of each group, `otherwise` for groups that have none."""
    found = np.full(size, otherwise, np.int64)
    found[groups[::-1]] = places[::-1]
    return found


def stretches(counts: Ints) -> tuple[Ints, Ints]:
    """For stretches of these lengths laid end to end: the stretch of each element, and its turn in it."""
    done = np.cumsum(counts)
    size = int(done[-1]) if len(done) else 0
    owner = np.cumsum(np.bincount(done, minlength=size + 1)[:size])
    return owner, np.arange(size) - (done - counts)[owner]


def distinct(numbers: Ints) -> Ints:
    """The distinct numbers, ascending; by sorting, which is quicker than hashing if there are many."""
    found = np.sort(numbers)
    new = np.ones(len(found), np.bool_)
    new[1:] = found[1:] != found[:-1]
    return found[new]


def holds(keys: Ints, wanted: Ints) -> Bools:
    """Whether each wanted number is among the ascending keys."""
    if not len(keys):
        return np.zeros(len(wanted), np.bool_)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    found: Bools = keys[place] == wanted
    return found


def common(keys: Ints, others: Ints) -> tuple[Bools, Bools]:
    """Whether each of these ascending distinct numbers is among the others, which are so too; and the reverse."""
    there, back = np.zeros(len(keys), np.bool_), np.zeros(len(others), np.bool_)
    if len(others):
        place = np.minimum(np.searchsorted(others, keys), len(others) - 1)
        there = others[place] == keys
        back[place[there]] = True
    return there, back


def summed(numbers: NDArray[np.uint64], ends: Ints) -> NDArray[np.uint64]:
    """The sums, modulo 2**64, of the stretches of numbers before each of the ascending ends."""
    done = np.concatenate([np.zeros(1, np.uint64), np.cumsum(numbers, dtype=np.uint64)])[ends]
    return np.diff(done, prepend=np.uint64(0))


def mixed(numbers: Ints) -> NDArray[np.uint64]:
    """Numbers spread over 64 bits, so that sums of them tell sets apart.

    Source: the finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
    """
    bits = numbers.astype(np.uint64)
    bits += np.uint64(0x9E3779B97F4A7C15)
    bits ^= bits >> np.uint64(30)
    bits *= np.uint64(0xBF58476D1CE4E5B9)
    bits ^= bits >> np.uint64(27)
    bits *= np.uint64(0x94D049BB133111EB)
    bits ^= bits >> np.uint64(31)
    return bits
