"""Rings of items that wait for one another."""

from collections.abc import Iterator, Mapping

import networkx as nx

Link = tuple[str, str]


def rings(confidence: Mapping[Link, str]) -> Iterator[tuple[list[str], Link]]:
    """Each ring with its weakest link, from links (prerequisite, dependent) and how sure they are.

    A ring begins with the item that comes first in the alphabet. Links are left out one by one, the weakest of a
    shortest ring first, until no ring is left: every ring given is one that a person has to cut.
    """
    graph: nx.DiGraph[str] = nx.DiGraph(sorted(confidence))
    for part in sorted(sorted(p) for p in nx.strongly_connected_components(graph) if len(p) > 1):
        inside = graph.subgraph(part).copy()
        while ring := _shortest(inside):
            weakest = min(_links(ring), key=lambda link: (confidence[link], link))
            yield ring, weakest
            inside.remove_edge(*weakest)


def told(ring: list[str]) -> str:
    """A ring as people read it: A → B → A."""
    return " → ".join([*ring, ring[0]])


def _links(ring: list[str]) -> list[Link]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))


def _shortest(graph: "nx.DiGraph[str]") -> list[str]:
    """A shortest ring, empty if there is none."""
    best: list[str] = []
    for first, last in sorted(graph.edges):
        if not nx.has_path(graph, last, first):
            continue
        way: list[str] = nx.shortest_path(graph, last, first)
        if not best or len(way) < len(best):
            best = way
    return _turned(best)


def _turned(ring: list[str]) -> list[str]:
    n = ring.index(min(ring)) if ring else 0
    return ring[n:] + ring[:n]
