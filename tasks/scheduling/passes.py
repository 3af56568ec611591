"""The timetable: a pass forward for when each item is done, one backward for how far it may slip. In months."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.scheduling.moments import DAYS, month
from tasks.scheduling.network import Network


@dataclass(frozen=True, slots=True)
class Times:
    """By place: the months in which an item begins and ends, and the last in which it may end and hold nothing up."""

    begin: Sequence[int]
    end: Sequence[int]
    latest: Sequence[int]

    def slack(self, item: int) -> int:
        """Months by which an item may slip; below zero if it holds up a dependent already."""
        return self.latest[item] - self.end[item]


def times(net: Network, today: int) -> Times:
    """The times of all items, each as it is promised. today: the month from which undated items can begin.

    Forward: an item begins when it says, but not before the month in which its last prerequisite ends; both may fall
    in one month. Backward: an item must have ended when its dependents must end at the latest.
    """
    begin, end = [0] * len(net.ids), [0] * len(net.ids)
    for item in net.order:
        floor = max([end[other] + length // DAYS for other, length in net.before[item]], default=0)
        begin[item] = net.windows[item].begins(floor, today)
        end[item] = net.windows[item].ends(begin[item])
    return Times(begin, end, _latest(net, max(end, default=0)))


def _latest(net: Network, horizon: int) -> list[int]:
    """`within` holds what `limit` tells of each item: asked once an item, not once a link."""
    latest, within = [horizon] * len(net.ids), [horizon] * len(net.ids)
    for item in reversed(net.order):
        if net.after[item]:
            latest[item] = min([within[other] - length // DAYS for other, length in net.after[item]])
        within[item] = limit(net, latest, item)
    return latest


def limit(net: Network, latest: Sequence[int], item: int) -> int:
    """The month in which an item must have ended: its own end, or that which its dependents leave it."""
    end = net.windows[item].end
    return latest[item] if end is None else min(latest[item], month(end))


def critical(net: Network, found: Times) -> list[int]:
    """The items of the critical path, in order: the longest chain that holds up the end of all linked work at once.

    That end is the last of the items that depend on others or are waited for. Longest: most months of work, then most
    items, then first in the table. Recurring work is on no path.
    """
    linked = {n for n in range(len(net.ids)) if net.before[n] or net.after[n]}
    once = {n for n in linked if not net.windows[n].recurring}
    last = max((found.end[item] for item in once), default=0)
    latest = _latest(net, last)
    best: dict[int, tuple[int, int, int]] = {}
    for item in (n for n in net.order if n in once and found.end[n] >= latest[n]):
        limit_ = limit(net, latest, item)
        chains = [
            (*best[a][:2], a) for a, length in net.before[item] if a in best and found.end[a] >= limit_ - length // DAYS
        ]
        months, items, before = max(chains, default=(0, 0, -1), key=lambda chain: (*chain[:2], -chain[2]))
        best[item] = (months + net.windows[item].months, items + 1, before)
    ends = [item for item in sorted(best) if found.end[item] >= last]
    return _chain(best, max(ends, key=lambda item: best[item][:2])) if ends else []


def _chain(best: dict[int, tuple[int, int, int]], item: int) -> list[int]:
    chain = [item]
    while best[chain[-1]][2] >= 0:
        chain.append(best[chain[-1]][2])
    return chain[::-1]
