"""The graph becomes a timetable: windows, slack, the critical path, and what cannot be kept, with ways out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tasks.model.problem import Problem
from tasks.model.tables import ITEMS, LINKS
from tasks.scheduling.chains import Chain, Sides, chains, followers, sides
from tasks.scheduling.moments import day_of, first_day, last_day, moment_of, month, month_of
from tasks.scheduling.network import Network, Pair, network
from tasks.scheduling.options import WEAK, Around, Evidence, options
from tasks.scheduling.passes import Times, critical, times
from tasks.scheduling.telling import Words, told
from tasks.scheduling.verdicts import judged
from tasks.scheduling.working_days import country_of


@dataclass(frozen=True)
class Scheduled:
    """A frame with the schema ITEMS whose columns of times are filled, what cannot be kept, and judged LINKS."""

    items: pd.DataFrame
    problems: tuple[Problem, ...]
    links: pd.DataFrame


def schedule(items: pd.DataFrame, links: pd.DataFrame, as_of: date, currency: str = "IDR") -> Scheduled:
    """Times of the items (schema ITEMS) from their periods and the accepted links (schema LINKS), and a verdict a link.

    as_of: from when on an item without a start can begin. currency: the plan's, which tells whose holidays count where
    days are given. A month is the unit; an item without an end is assumed to take one. Links within a ring move nobody.
    A timetable always comes out; what cannot be kept is a problem, one for each link that comes too late.
    """
    net = network(items, links)
    found = times(net, month_of(as_of))
    bounds = sides(net)
    late = chains(net, bounds)
    around = Around(moment_of(as_of), country_of(currency), _weak(net, links) if late else {})
    return Scheduled(
        ITEMS.validate(_filled(items, net, found)),
        tuple(_told(net, bounds, late, around, items)),
        LINKS.validate(judged(links, net, found, late)),
    )


def _told(net: Network, bounds: Sides, late: Sequence[Chain], around: Around, items: pd.DataFrame) -> Iterator[Problem]:
    """The problems of the chains; followers stand under the chain that holds its last item up longest."""
    say = Words(net.ids, items["action"].tolist())
    held = followers(net, bounds, late, around.country)
    longest = {chain.items[-1]: chain for chain in sorted(late, key=lambda chain: chain.arrival)}
    for chain in late:
        own = held.get(chain.items[-1], ()) if longest[chain.items[-1]] is chain else ()
        yield told(net, chain, options(net, bounds, chain, around), own, say)


def _weak(net: Network, links: pd.DataFrame) -> Mapping[Pair, Evidence]:
    """The links that bind whose evidence is weak or that nobody has stated."""
    columns = (links[name].tolist() for name in ("confidence", "kind", "evidence"))
    ends = zip(net.rows.source.tolist(), net.rows.target.tolist(), strict=True)
    found: dict[Pair, Evidence] = {}
    for pair, status, cell, kind, text in zip(ends, net.rows.status, *columns, strict=True):
        sure = float(cell or 1)
        if (sure <= WEAK or kind == "inferred") and status == "accepted" and pair in net.links:
            found[pair] = Evidence(sure, text)
    return found


def _filled(items: pd.DataFrame, net: Network, found: Times) -> pd.DataFrame:
    path = set(critical(net, found))
    numbers = range(len(net.ids))
    columns = {
        "earliest_start": [_start(net, n, found.begin[n]) for n in numbers],
        "latest_finish": [_finish(net, n, found.latest[n]) for n in numbers],
        "slack_months": [str(found.slack(n)) for n in numbers],
        "on_critical_path": ["yes" if n in path else "" for n in numbers],
    }
    return items.assign(**{name: pd.Series(cells, dtype="str", index=items.index) for name, cells in columns.items()})


def _start(net: Network, item: int, begin: int) -> str:
    """The day it says if it begins in that month, else the month's first."""
    start = net.windows[item].start
    return day_of(start).isoformat() if start is not None and month(start) == begin else first_day(begin)


def _finish(net: Network, item: int, last: int) -> str:
    """The day it says if that is the month, else the month's last."""
    end = net.windows[item].end
    return day_of(end).isoformat() if end is not None and month(end) == last else last_day(last)
