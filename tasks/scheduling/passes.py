"""The two passes over the graph: forward for the earliest times, backward for the latest. Near-linear."""

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from tasks.scheduling.windows import Window


@dataclass(frozen=True, slots=True)
class Times:
    """In months: the earliest begin and end of each item, the latest end that holds nothing up, and their distance."""

    begin: Mapping[str, int]
    end: Mapping[str, int]
    latest: Mapping[str, int]

    def slack(self, item: str) -> int:
        """Months by which an item may slip; negative if a dependent is late already."""
        return self.latest[item] - self.end[item]


def times(graph: "nx.DiGraph[str]", windows: Mapping[str, Window], today: int) -> Times:
    """The times of all items. graph: acyclic, edges from prerequisite to dependent, every item a node.

    Forward: an item begins when it says, but not before the month in which its last prerequisite ends; both may
    fall in one month. Backward: an item must have ended in the month in which its dependents must end at the latest.
    """
    order = list(nx.lexicographical_topological_sort(graph))
    begin: dict[str, int] = {}
    end: dict[str, int] = {}
    for item in order:
        floor = max((end[before] for before in graph.predecessors(item)), default=0)
        begin[item] = windows[item].begins(floor, today)
        end[item] = windows[item].ends(begin[item])
    return Times(begin, end, _latest(graph, windows, order, end))


def _latest(
    graph: "nx.DiGraph[str]", windows: Mapping[str, Window], order: list[str], end: Mapping[str, int]
) -> dict[str, int]:
    horizon = max(end.values(), default=0)
    latest: dict[str, int] = {}
    for item in reversed(order):
        own = windows[item]
        limits = [min(latest[after], _deadline(windows[after], horizon)) for after in graph.successors(item)]
        if own.start is None and own.end is not None:
            limits.append(own.end)
        latest[item] = min(limits, default=horizon)
    return latest


def _deadline(window: Window, horizon: int) -> int:
    return window.end if window.end is not None else horizon


def critical(graph: "nx.DiGraph[str]", found: Times, windows: Mapping[str, Window]) -> list[str]:
    """The items of the critical path, in order: the longest chain without slack that ends with the plan.

    The plan ends with the last of the items that depend on others or are waited for. Longest: most months of work,
    then most items, then first in the alphabet. Recurring work is on no path.
    """
    linked = [item for item in graph if graph.degree(item)]
    tight = graph.subgraph(i for i in linked if found.slack(i) <= 0 and not windows[i].recurring)
    best: dict[str, tuple[int, int, str]] = {}
    for item in nx.lexicographical_topological_sort(tight):
        before = max(((*best[b][:2], b) for b in sorted(tight.predecessors(item))), default=(0, 0, ""), key=_length)
        best[item] = (before[0] + windows[item].duration, before[1] + 1, before[2])
    last = max((found.end[item] for item in linked), default=0)
    ends = [item for item in sorted(best) if found.end[item] >= last]
    return _chain(best, max(ends, key=lambda item: best[item][:2])) if ends else []


def _length(chain: tuple[int, int, str]) -> tuple[int, int]:
    return chain[:2]


def _chain(best: Mapping[str, tuple[int, int, str]], item: str) -> list[str]:
    chain = [item]
    while best[chain[-1]][2]:
        chain.append(best[chain[-1]][2])
    return chain[::-1]
