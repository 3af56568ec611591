"""Which promises can't hold: what the stated periods leave each item, and the links on which that comes too late.

Every item is to be done when it says: a deadline and a period alike promise their end. An item that cannot keep its
own promise is a finding of its own; from there on it counts as kept, so that each finding has a cause of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from tasks.scheduling.moments import ALWAYS, NEVER
from tasks.scheduling.network import Network, Pair


@dataclass(frozen=True, slots=True)
class Bounds:
    """Before when no item can be expected, by place: `low` the moment, `via` the prerequisite that it comes from.

    `via` is -1 where the moment is the item's own; `low` is NEVER where nothing is stated.
    """

    low: Sequence[int]
    via: Sequence[int]

    def way_to(self, item: int) -> list[int]:
        """The items from the one whose own date counts to this one."""
        way = [item]
        while self.via[way[-1]] >= 0:
            way.append(self.via[way[-1]])
        return way[::-1]


def promised(net: Network) -> Bounds:
    """The bounds if every item is done when it is promised."""
    return _bounds(net, [window.promised() for window in net.windows])


def soonest(net: Network) -> Bounds:
    """The bounds if every item is done as early as its period allows."""
    return _bounds(net, [window.soonest() for window in net.windows])


def _bounds(net: Network, own: Sequence[int]) -> Bounds:
    low, via = list(own), [-1] * len(own)
    for item in net.order:
        best, source = latest(net.before[item], low)
        end = net.windows[item].end
        if best > low[item] and (end is None or best <= end):
            low[item], via[item] = best, source
    return Bounds(low, via)


def latest(before: Sequence[Pair], low: Sequence[int]) -> Pair:
    """The moment that the prerequisites leave an item, and the one that it comes from; NEVER and -1 without any."""
    best, source = NEVER, -1
    for other, length in before:
        at = low[other]
        if at != NEVER and at + length > best:
            best, source = at + length, other
    return best, source


def late(net: Network, bounds: Bounds) -> list[Pair]:
    """The links that come too late, those within rings too: prerequisite and dependent, in the order of dependents."""
    low = bounds.low
    ends = [ALWAYS if window.end is None else window.end for window in net.windows]
    found = [pair for pair, lag in chain(net.links.items(), net.rings.items()) if low[pair[0]] + lag > ends[pair[1]]]
    return sorted(found, key=lambda pair: (pair[1], pair[0]))
