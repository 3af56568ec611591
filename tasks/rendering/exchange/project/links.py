"""The links of a project: only such as project software accepts, which refuses a file in which tasks wait in a ring."""

from collections.abc import Iterable, Mapping
from typing import Final

import networkx as nx

from tasks.linking.related import RELATED
from tasks.rendering.view.items import Row

_DAYS: Final = {"D": 1, "W": 7, "M": 30}
_FORMATS: Final = {"D": 8, "W": 10, "M": 12}
"""LagFormat: elapsed days, weeks, months."""
_TENTHS_A_DAY: Final = 24 * 60 * 10
"""LinkLag counts tenths of minutes."""


def binding(links: Iterable[Row], known: Iterable[str]) -> list[Row]:
    """The accepted links between known items that bind."""
    items = set(known)
    return [
        row
        for row in links
        if row["status"] == "accepted" and row["relation"] != RELATED and {row["from_item"], row["to_item"]} <= items
    ]


def rings(links: Iterable[Row]) -> dict[str, int]:
    """The items that wait for themselves through others, each with the number of its ring."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((row["from_item"], row["to_item"]) for row in links)
    found = sorted(sorted(ring) for ring in nx.strongly_connected_components(graph) if len(ring) > 1)
    alone = sorted([item] for item in nx.nodes_with_selfloops(graph))
    return {item: n for n, ring in enumerate([*alone, *found]) for item in ring}


def predecessors(links: Iterable[Row], within: Mapping[str, int]) -> dict[str, dict[str, str]]:
    """What each item waits for, with the lag; links inside a ring are left out, whichever of them is wrong."""
    found: dict[str, dict[str, str]] = {}
    for row in links:
        before, after = row["from_item"], row["to_item"]
        if before not in within or within[before] != within.get(after):
            found.setdefault(after, {})[before] = row["lag"]
    return found


def lag(cell: str) -> tuple[int, int]:
    """LinkLag and LagFormat of a duration as "P14D"; no lag for none."""
    unit = cell[-1:]
    if unit not in _DAYS or not cell[1:-1].isdigit():
        return 0, _FORMATS["D"]
    return int(cell[1:-1]) * _DAYS[unit] * _TENTHS_A_DAY, _FORMATS[unit]
