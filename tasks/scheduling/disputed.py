"""Links on which sources disagree: kept by the period that one source states for an item, broken by that of another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from tasks.model.problem import Code, Problem, problem
from tasks.scheduling.chains import Chain
from tasks.scheduling.moments import ALWAYS, NEVER
from tasks.scheduling.network import Network, Pair
from tasks.scheduling.telling import Words, interval
from tasks.scheduling.windows import Window, windows

Others = Mapping[int, tuple[Window, ...]]
"""By place: the periods that sources state for an item besides the one that the plan goes by."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """An item for which sources state two periods: one of them keeps the order of the link, the other breaks it."""

    item: int
    kept: Window
    broken: Window
    link: Pair


def others(net: Network, records: pd.DataFrame) -> Others:
    """The further periods of items, from their records (schema RECORDS)."""
    places = {item: n for n, item in enumerate(net.ids)}
    found: dict[int, list[Window]] = {}
    several = records[records["item_id"].duplicated(keep=False) & ((records["start"] != "") | (records["end"] != ""))]
    for item, window in zip(several["item_id"].tolist(), windows(several), strict=True):
        place = places.get(item, -1)
        if place >= 0 and window != net.windows[place] and window not in found.get(place, ()):
            found.setdefault(place, []).append(window)
    return {place: tuple(stated) for place, stated in found.items()}


def disputed(net: Network, chain: Chain, known: Others) -> Dispute | None:
    """Whether another source's period of one item lets a chain that comes too late be in time."""
    for item in chain.items:
        for window in known.get(item, ()):
            if not _late(net, chain.items, {item: window}):
                return Dispute(item, window, net.windows[item], chain.last)
    return None


def overlooked(net: Network, late: Iterable[Chain], known: Others) -> Iterator[Dispute]:
    """The links that the plan's periods keep and another source's period of one end would break."""
    told = {chain.last for chain in late}
    for pair in net.links if known else ():
        for item in pair:
            if pair not in told and not _late(net, pair, {}):
                broken = (window for window in known.get(item, ()) if _late(net, pair, {item: window}))
                yield from (Dispute(item, net.windows[item], window, pair) for window in broken)


def told(net: Network, found: Dispute, say: Words) -> Problem:
    """The problem of a dispute."""
    before, after = found.link
    return problem(
        Code.SCHEDULE_UNDECIDED,
        item=say.ids[found.item],
        action=say.actions[found.item],
        kept=interval(found.kept),
        broken=interval(found.broken),
        before=say.ids[before],
        after=say.ids[after],
    )


def _late(net: Network, way: Sequence[int], instead: Mapping[int, Window]) -> bool:
    """Whether the last of these items would come too late, each done as promised, some with other periods."""
    at = instead.get(way[0], net.windows[way[0]]).promised()
    for before, item in pairwise(way):
        at = NEVER if at == NEVER else at + net.lag((before, item))
        window = instead.get(item, net.windows[item])
        end = ALWAYS if window.end is None else window.end
        if item == way[-1]:
            return at > end
        at = max(at, window.promised()) if at <= end else window.promised()
    return False
