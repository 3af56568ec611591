"""The network: the items with their windows, and which waits for which, in an order in which one can walk it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd

from tasks.scheduling.moments import lag as moments
from tasks.scheduling.windows import Window, windows

FOLLOWS = "finish-start"
"""The relation that binds in time: the dependent cannot begin before the prerequisite ends."""

Pair = tuple[int, int]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """The table of links in columns, by row: both ends by place (-1: not in the plan), and the lag in moments."""

    source: Ints
    target: Ints
    lag: Ints
    status: npt.NDArray[np.object_]
    follows: npt.NDArray[np.bool_]

    def keys(self, size: int) -> Ints:
        """One number for the two ends of each row, of as many items."""
        return self.source * size + self.target


@dataclass(frozen=True, slots=True)
class Network:
    """Items by their place in the table; `before` and `after` hold the other end of each link and its lag in moments.

    order: prerequisites before dependents. links, rings: the lag of each link by its two ends; those within a ring pass
    nothing on and are in neither `before` nor `after`, but in `ringed` by their dependent. rows: the table of links.
    """

    ids: tuple[str, ...]
    windows: tuple[Window, ...]
    before: Sequence[Sequence[Pair]]
    after: Sequence[Sequence[Pair]]
    order: Sequence[int]
    links: Mapping[Pair, int]
    rings: Mapping[Pair, int]
    ringed: Mapping[int, Sequence[Pair]]
    rows: Rows

    def lag(self, pair: Pair) -> int:
        """The lag of a link, also of one within a ring."""
        return self.links[pair] if pair in self.links else self.rings[pair]

    def with_window(self, item: int, window: Window) -> "Network":
        """The network with another window for one item."""
        return replace(self, windows=(*self.windows[:item], window, *self.windows[item + 1 :]))


def network(items: pd.DataFrame, links: pd.DataFrame) -> Network:
    """The network of the items (schema ITEMS) under the accepted links (schema LINKS).

    Of two links between the same items the longer lag counts.
    """
    ids = tuple(items["item_id"].tolist())
    rows = _rows(ids, links)
    binding = _binding(rows)
    rings: dict[Pair, int] = {}
    before, after = _sides(len(ids), binding)
    order = _order(before, after)
    if len(order) < len(ids):
        binding, rings = _without_rings(binding, set(range(len(ids))).difference(order))
        before, after = _sides(len(ids), binding)
        order = _order(before, after)
    ringed: dict[int, list[Pair]] = {}
    for (a, b), length in rings.items():
        ringed.setdefault(b, []).append((a, length))
    return Network(ids, windows(items), before, after, order, binding, rings, ringed, rows)


def _rows(ids: Sequence[str], links: pd.DataFrame) -> Rows:
    places = {item: n for n, item in enumerate(ids)}
    source, target = (
        np.array([places.get(item, -1) for item in links[name].tolist()], np.int64) for name in ("from_item", "to_item")
    )
    cells = links["lag"].tolist()
    known = {cell: moments(cell) for cell in dict.fromkeys(cells)}
    length = np.array([known[cell] for cell in cells], np.int64)
    follows = links["relation"].to_numpy(object) == FOLLOWS
    inside = (source >= 0) & (target >= 0) & (source != target)
    return Rows(source, target, length, links["status"].to_numpy(object), follows & inside)


def _binding(rows: Rows) -> dict[Pair, int]:
    use = rows.follows & (rows.status == "accepted")
    columns = (rows.source[use], rows.target[use], rows.lag[use])
    found = np.lexsort(columns[::-1])
    source, target, length = (column[found].tolist() for column in columns)
    return dict(zip(zip(source, target, strict=True), length, strict=True))


def _sides(size: int, links: Mapping[Pair, int]) -> tuple[list[list[Pair]], list[list[Pair]]]:
    before: list[list[Pair]] = [[] for _ in range(size)]
    after: list[list[Pair]] = [[] for _ in range(size)]
    for (a, b), length in links.items():
        before[b].append((a, length))
        after[a].append((b, length))
    return before, after


def _order(before: Sequence[Sequence[Pair]], after: Sequence[Sequence[Pair]]) -> list[int]:
    """Prerequisites before dependents (Kahn 1962); whatever lies on a ring or behind one is left out."""
    waiting = [len(pairs) for pairs in before]
    order = [item for item, count in enumerate(waiting) if not count]
    for item in order:
        for other, _ in after[item]:
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    return order


def _without_rings(
    links: Mapping[Pair, int], doubtful: Collection[int]
) -> tuple[dict[Pair, int], dict[Pair, int]]:  # fmt: skip
    """The links that lie on no ring, and those that do."""
    graph: nx.DiGraph[int] = nx.DiGraph(pair for pair in links if pair[0] in doubtful)
    part = {item: n for n, ring in enumerate(nx.strongly_connected_components(graph)) for item in ring}
    rings = {pair: lag for pair, lag in links.items() if part.get(pair[0], -1) == part.get(pair[1], -2)}
    return {pair: lag for pair, lag in links.items() if pair not in rings}, rings
