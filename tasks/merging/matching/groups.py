"""Groups of mentions from pairs: the surest first, and no group holds two that may not be one work."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Bools, Ints
from tasks.merging.matching.blocks import ahead, rest

LARGEST = 3000
"""Chained pairs of more mentions than these are cut at the weakest ones before all pairs among them are asked."""

Forbidden = Callable[[Ints, Ints], Bools]


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided, as pairs of rows: the same work, other work. Both win over everything else.

    Where the two contradict each other, `together` holds.
    """

    together: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()


NOTHING = Decided()


def groups(size: int, one: Ints, other: Ints, forbidden: Forbidden, decided: Decided = NOTHING) -> Ints:
    """The group of each row, named by its lowest row.

    one, other: the pairs to unite, the surest first; forbidden: whether pairs of rows must not be in one group.
    """
    fixed = connected(size, *_sides(decided.together))
    one, other = _cut(size, fixed[one], fixed[other], fixed)
    whole = connected(size, np.concatenate([one, fixed]), np.concatenate([other, np.arange(size)]))
    enemies = _enemies(whole, fixed, forbidden)
    enemies += [(int(fixed[a]), int(fixed[b])) for a, b in decided.apart if fixed[a] != fixed[b]]
    torn = np.zeros(size, np.bool_)
    torn[[int(whole[a]) for a, b in enemies if whole[a] == whole[b]]] = True
    doubtful = torn[whole[one]]
    left = zip(one[doubtful].tolist(), other[doubtful].tolist(), strict=True)
    return np.where(torn[whole], _careful(size, left, enemies)[fixed], whole)


def connected(size: int, one: Ints, other: Ints) -> Ints:
    """The lowest row that each row is connected to by pairs."""
    root = np.arange(size)
    while True:
        before = root.copy()
        low = np.minimum(root[one], root[other])
        for side in (root[one], root[other], one, other):
            np.minimum.at(root, side, low)
        root = root[root]
        if np.array_equal(root, before):
            return root


def _sides(pairs: Sequence[tuple[int, int]]) -> tuple[Ints, Ints]:
    whole = np.array(pairs, np.int64).reshape(-1, 2)
    return whole[:, 0], whole[:, 1]


def _cut(size: int, one: Ints, other: Ints, fixed: Ints) -> tuple[Ints, Ints]:
    """The pairs without the weaker half of each set of chained ones that is too large, until none is."""
    while True:
        whole = connected(size, one, other)
        many = np.bincount(whole[fixed], minlength=size)
        large = np.flatnonzero(many[whole[one]] > LARGEST)
        if not len(large):
            return one, other
        order = large[np.argsort(whole[one[large]], kind="stable")]
        after = rest(whole[one[order]])
        turn = np.arange(len(order)) - np.searchsorted(whole[one[order]], whole[one[order]])
        kept = np.ones(len(one), np.bool_)
        kept[order[turn > after]] = False
        kept[order[(turn == 0) & (after == 0)]] = False
        one, other = one[kept], other[kept]


def _enemies(whole: Ints, fixed: Ints, forbidden: Forbidden) -> list[tuple[int, int]]:
    """The pairs of decided groups that are connected and must not be in one group."""
    members = np.flatnonzero(np.bincount(whole, minlength=len(whole))[whole] > 1)
    members = members[np.argsort(whole[members], kind="stable")]
    found: set[tuple[int, int]] = set()
    for a, b in ahead(members, rest(whole[members])):
        open_ = fixed[a] != fixed[b]
        a, b = a[open_], b[open_]
        bad = forbidden(a, b)
        found |= set(zip(fixed[a[bad]].tolist(), fixed[b[bad]].tolist(), strict=True))
    return sorted(found)


def _careful(size: int, pairs: Iterable[tuple[int, int]], enemies: Iterable[tuple[int, int]]) -> Ints:
    """Groups by union-find whose roots know their enemies."""
    hostile: dict[int, set[int]] = defaultdict(set)
    for a, b in enemies:
        hostile[a].add(b)
        hostile[b].add(a)
    parent: dict[int, int] = {}

    def root(n: int) -> int:
        while (over := parent.setdefault(n, n)) != n:
            parent[n] = parent[over]
            n = parent[n]
        return n

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        if low == high or high in hostile[low]:
            continue
        parent[high] = low
        for enemy in hostile.pop(high, set()):
            hostile[enemy].discard(high)
            hostile[enemy].add(low)
            hostile[low].add(enemy)
    group = np.arange(size)
    for n in list(parent):
        group[n] = root(n)
    return group
