"""Groups of records from pairs: the most alike are united first, and no group may hold two that a veto parts."""

from collections.abc import Callable, Iterable

WITNESSES = 8
"""How many members of each group are asked before two groups become one."""


def clusters(size: int, pairs: Iterable[tuple[int, int]], agree: Callable[[int, int], bool]) -> list[list[int]]:
    """Groups of the numbers below `size`, each sorted, in the order of their first members.

    pairs: what to unite, the surest first. agree: whether two may be in one group.
    """
    group = {n: [n] for n in range(size)}
    for a, b in pairs:
        one, other = group[a], group[b]
        if one is other or not _compatible(one, other, agree):
            continue
        if len(one) < len(other):
            one, other = other, one
        one.extend(other)
        group.update(dict.fromkeys(other, one))
    return [sorted(members) for n, members in group.items() if min(members) == n]


def _compatible(one: list[int], other: list[int], agree: Callable[[int, int], bool]) -> bool:
    return all(agree(a, b) for a in one[:WITNESSES] for b in other[:WITNESSES])
