"""The graph becomes a timetable: windows, slack, the critical path, and what cannot be kept, with ways out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from tasks.model.problem import Code, Problem
from tasks.model.tables import ITEMS, LINKS, checked
from tasks.scheduling.chains import Chain, Sides, chains, followers, sides
from tasks.scheduling.disputed import Others, disputed, others, overlooked
from tasks.scheduling.disputed import told as undecided
from tasks.scheduling.moments import day_of, first_day, last_day, moment_of, month, month_of
from tasks.scheduling.network import Network, Pair, network
from tasks.scheduling.options import WEAK, Around, Evidence, options
from tasks.scheduling.passes import Times, critical, times
from tasks.scheduling.supposed import broken, supposed
from tasks.scheduling.telling import Words, told
from tasks.scheduling.verdicts import judged
from tasks.scheduling.working_days import country_of


@dataclass(frozen=True)
class Scheduled:
    """A frame with the schema ITEMS whose columns of times are filled, what cannot be kept, and judged LINKS."""

    items: pd.DataFrame
    problems: tuple[Problem, ...]
    links: pd.DataFrame


def schedule(
    items: pd.DataFrame, links: pd.DataFrame, as_of: date, currency: str = "IDR", records: pd.DataFrame | None = None
) -> Scheduled:
    """Times of the items (schema ITEMS) from their periods and the accepted links (schema LINKS), and a verdict a link.

    as_of: from when on an item without a start can begin. currency: the plan's, which tells whose holidays count where
    days are given. records: of the items (schema RECORDS), for the periods that other sources of an item state. A month
    is the unit; an item without an end is assumed to take one. Links within a ring move nobody. A timetable always
    comes out; what cannot be kept is a problem, one for each link that comes too late, also of a likely one that nobody
    has accepted yet.
    """
    net = network(items, links)
    found = times(net, month_of(as_of))
    bounds = sides(net)
    late = chains(net, bounds)
    verdicts = judged(links, net, found, late)
    case = _Case(
        as_of, currency, Words(net.ids, items["action"].tolist()), {} if records is None else others(net, records)
    )
    told_of = (*_told(net, bounds, late, case, links), *_supposed(net, items, verdicts, case))
    return Scheduled(checked(ITEMS, _filled(items, net, found)), told_of, checked(LINKS, verdicts))


@dataclass(frozen=True, slots=True)
class _Case:
    """What problems of a plan are told by: its day and currency, its items' words, and the periods of other sources."""

    as_of: date
    currency: str
    say: Words
    others: Others


def _told(net: Network, bounds: Sides, late: Sequence[Chain], case: _Case, links: pd.DataFrame) -> Iterator[Problem]:
    """The problems of the stated links: what cannot be kept, and what only some of the sources let be kept."""
    split = {chain: found for chain in late if (found := disputed(net, chain, case.others))}
    sure = tuple(chain for chain in late if chain not in split)
    yield from _late(net, bounds, sure, case, links)
    for found in (*split.values(), *overlooked(net, late, case.others)):
        yield undecided(net, found, case.say)


def _supposed(net: Network, items: pd.DataFrame, links: pd.DataFrame, case: _Case) -> Iterator[Problem]:
    """The problems that likely links would make if they held."""
    holding = supposed(items, links)
    if not holding.empty:
        wider, bounds, late = broken(items, holding, net)
        sure = tuple(chain for chain in late if not disputed(wider, chain, case.others))
        for found in _late(wider, bounds, sure, case, holding):
            yield replace(found, code=Code.SCHEDULE_INFEASIBLE_IF)


def _late(net: Network, bounds: Sides, late: Sequence[Chain], case: _Case, links: pd.DataFrame) -> Iterator[Problem]:
    """The problems of the chains; followers stand under the chain that holds its last item up longest."""
    around = Around(moment_of(case.as_of), country_of(case.currency), _weak(net, links) if late else {})
    held = followers(net, bounds, late, around.country)
    longest = {chain.items[-1]: chain for chain in sorted(late, key=lambda chain: chain.arrival)}
    for chain in late:
        own = held.get(chain.items[-1], ()) if longest[chain.items[-1]] is chain else ()
        yield told(net, chain, options(net, bounds, chain, around), own, case.say)


def _weak(net: Network, links: pd.DataFrame) -> Mapping[Pair, Evidence]:
    """The links that bind whose evidence is weak, or that nobody has stated or accepted, with their evidence.

    Of links that nobody has stated, that is the words that both ends share.
    """
    columns = (links[name].tolist() for name in ("confidence", "kind", "evidence"))
    ends = zip(net.rows.source.tolist(), net.rows.target.tolist(), strict=True)
    found: dict[Pair, Evidence] = {}
    for pair, status, cell, kind, text in zip(ends, net.rows.status, *columns, strict=True):
        sure = float(cell or 1)
        if (sure <= WEAK or (kind == "inferred" and sure < 1)) and status == "accepted" and pair in net.links:
            found[pair] = Evidence(sure, text.partition(": ")[2] or text if kind == "inferred" else text)
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
