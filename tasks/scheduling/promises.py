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

    `via` is -1 where the moment is the item's own; `low` is NEVER where nothing is stated. held: what the prerequisites
    leave it, whether it can keep to it or not; source: the one that this comes from; second: what the others leave it.
    """

    low: Sequence[int]
    via: Sequence[int]
    held: Sequence[int]
    source: Sequence[int]
    second: Sequence[int]

    def without(self, item: int, source: int) -> int:
        """What the prerequisites but this one leave an item."""
        return self.second[item] if source == self.source[item] else self.held[item]

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
    held, source, second = [NEVER] * len(own), [-1] * len(own), [NEVER] * len(own)
    for item in net.order:
        if not net.before[item]:
            continue
        best, before, second[item] = latest(net.before[item], low)
        held[item], source[item] = best, before
        end = net.windows[item].end
        if best > low[item] and (end is None or best <= end):
            low[item], via[item] = best, before
    return Bounds(low, via, held, source, second)


def latest(before: Sequence[Pair], low: Sequence[int]) -> tuple[int, int, int]:
    """What these prerequisites leave an item if each is done at its moment in `low`, NEVER without any.

    The moment, the prerequisite that it comes from (-1: none), and the moment that the others leave.
    """
    best, source, second = NEVER, -1, NEVER
    for other, length in before:
        at = low[other]
        if at != NEVER and at + length > second:
            if at + length > best:
                best, source, second = at + length, other, best
            else:
                second = at + length
    return best, source, second


def late(net: Network, bounds: Bounds) -> list[Pair]:
    """The links that come too late, those within rings too: prerequisite and dependent, in the order of dependents."""
    low = bounds.low
    ends = [ALWAYS if window.end is None else window.end for window in net.windows]
    found = [pair for pair, lag in chain(net.links.items(), net.rings.items()) if low[pair[0]] + lag > ends[pair[1]]]
    return sorted(found, key=lambda pair: (pair[1], pair[0]))
