"""Proposals fitted into the graph of what is known: none that closes a ring, none that says what a way says already."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from tasks.linking.inferred import Proposal

Link = tuple[str, str]


def fitting(proposals: Sequence[Proposal], known: Iterable[Link]) -> list[Proposal]:
    """The proposals, the surest first, without those that are known, lie on a ring, or skip a step in between."""
    known = set(known)
    held = {(one.source, one.target): one for one in proposals}
    new = {pair: one for pair, one in held.items() if pair not in known and pair[::-1] not in known}
    new = _without_rings(new, known)
    after: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for source, target in (*known, *new):
        after[source].add(target)
        before[target].add(source)
    return [one for (source, target), one in new.items() if after[source].isdisjoint(before[target])]


def _without_rings(new: Mapping[Link, Proposal], known: Iterable[Link]) -> dict[Link, Proposal]:
    """The proposals without the least sure of those on each ring, until none is on one."""
    left, links = dict(new), [*known, *new]
    while True:
        ringed = _on_rings(links)
        weakest: dict[int, Link] = {}
        for n, pair in ringed:
            if pair in left:
                had = weakest.get(n)
                weakest[n] = pair if had is None or left[pair].confidence <= left[had].confidence else had
        if not weakest:
            return left
        for pair in weakest.values():
            del left[pair]
        links = [pair for _, pair in ringed if pair in left or pair not in new]


def _on_rings(links: Sequence[Link]) -> list[tuple[int, Link]]:
    """The links that lie on rings, each with the number of its ring; nothing else can be on one once some are gone."""
    graph: nx.DiGraph[str] = nx.DiGraph(links)
    rings = (ring for ring in nx.strongly_connected_components(graph) if len(ring) > 1)
    part = {item: n for n, ring in enumerate(rings) for item in ring}
    return [(part[a], (a, b)) for a, b in links if a in part and part[a] == part.get(b)]
