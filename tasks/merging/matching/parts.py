"""Mentions in parts that can be matched one by one, each with the knowledge of the whole: no pair spans two parts."""

from collections.abc import Sequence

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.matching.groups import connected
from tasks.merging.matching.mentions import Mentions


def parts(mentions: Mentions, number: int, tied: Sequence[tuple[int, int]] = ()) -> list[Ints]:
    """The rows of each of at most `number` parts, about equally large, none empty.

    Whoever shares an office, or may, is in one part, and so is everybody of a region in which somebody names no office.
    tied: pairs of rows that must stay in one part as well.
    """
    bundle = _bundles(mentions, tied)[mentions.party]
    names, sizes = np.unique(bundle, return_counts=True)
    loads = [0] * number
    part: dict[int, int] = {}
    for n in np.lexsort((names, -sizes)).tolist():
        lightest = loads.index(min(loads))
        part[int(names[n])] = lightest
        loads[lightest] += int(sizes[n])
    chosen = np.array([part[name] for name in bundle.tolist()], np.int64)
    return [rows for n in range(number) if len(rows := np.flatnonzero(chosen == n))]


def _bundles(mentions: Mentions, tied: Sequence[tuple[int, int]]) -> Ints:
    """For each party the first of those that it must not be separated from."""
    first: dict[tuple[str, ...], int] = {}
    pairs = [(int(mentions.party[a]), int(mentions.party[b])) for a, b in tied]
    silent = {party.regions for party in mentions.parties if not party.owners}
    for n, party in enumerate(mentions.parties):
        keys: list[tuple[str, ...]] = [("office", name) for name in sorted({*party.involved, *party.held})]
        keys += [("region", *party.regions)] if party.regions in silent else []
        pairs += [(first.setdefault(key, n), n) for key in keys]
    whole = np.array(pairs, np.int64).reshape(-1, 2)
    return connected(len(mentions.parties), whole[:, 0], whole[:, 1])
