"""The graph becomes a timetable: windows, slack, the critical path, and links that cannot be kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import networkx as nx
import pandas as pd

from tasks.model.problem import Code, Problem, problem
from tasks.model.tables import ITEMS
from tasks.scheduling.passes import Times, critical, times
from tasks.scheduling.windows import Window, first_day, last_day, month, month_of, window

FOLLOWS = "finish-start"
"""The relation that binds in time: the dependent cannot begin before the prerequisite ends."""


@dataclass(frozen=True)
class Scheduled:
    """A frame with the schema ITEMS whose columns of times are filled, and the links that cannot be kept."""

    items: pd.DataFrame
    problems: tuple[Problem, ...]


def schedule(items: pd.DataFrame, links: pd.DataFrame, as_of: date) -> Scheduled:
    """Times of the items (schema ITEMS) from their periods and the accepted links (schema LINKS).

    as_of: from when on an item without a start can begin. A month is the unit; an item without a period is assumed
    to take one. Links within a ring bind nobody. A timetable always comes out; what cannot be kept is a problem.
    """
    rows = {str(row["item_id"]): {str(k): str(v) for k, v in row.items()} for row in items.to_dict("records")}
    windows = {item: window(row) for item, row in rows.items()}
    graph = _graph(list(rows), links)
    found = times(graph, windows, month_of(as_of))
    path = set(critical(graph, found, windows))
    columns = {
        "earliest_start": [_start(rows[i], found.begin[i]) for i in rows],
        "latest_finish": [_finish(rows[i], found.latest[i]) for i in rows],
        "slack_months": [str(found.slack(i)) for i in rows],
        "on_critical_path": ["yes" if i in path else "" for i in rows],
    }
    filled = items.assign(**{name: pd.Series(cells, dtype="str", index=items.index) for name, cells in columns.items()})
    return Scheduled(ITEMS.validate(filled), tuple(_infeasible(graph, found, windows, rows)))


def _graph(nodes: list[str], links: pd.DataFrame) -> "nx.DiGraph[str]":
    """The accepted links as an acyclic graph: those within a ring are left out."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    binding = links[(links["status"] == "accepted") & (links["relation"] == FOLLOWS)]
    pairs = dict.fromkeys(zip(binding["from_item"], binding["to_item"], strict=True))
    graph.add_edges_from((a, b) for a, b in pairs if a in graph and b in graph and a != b)
    part = {item: n for n, members in enumerate(nx.strongly_connected_components(graph)) for item in members}
    graph.remove_edges_from([(a, b) for a, b in graph.edges if part[a] == part[b]])
    return graph


def _infeasible(
    graph: "nx.DiGraph[str]", found: Times, windows: Mapping[str, Window], rows: Mapping[str, Mapping[str, str]]
) -> Iterator[Problem]:
    """The links whose dependent must end before its prerequisite can, in the order of the items."""
    for item in rows:
        end = windows[item].end
        for before in graph.predecessors(item):
            if end is not None and found.end[before] > end:
                yield problem(
                    Code.SCHEDULE_INFEASIBLE,
                    item=item,
                    prerequisite=before,
                    end=rows[item]["end"],
                    earliest=_finish(rows[before], found.end[before]),
                    months=str(found.end[before] - end),
                )


def _start(row: Mapping[str, str], begin: int) -> str:
    """The day it says if it begins in that month, else the month's first."""
    return row["start"] if month(row["start"]) == begin else first_day(begin)


def _finish(row: Mapping[str, str], end: int) -> str:
    """The day it says if that is the month, else the month's last."""
    return row["end"] if month(row["end"]) == end else last_day(end)
