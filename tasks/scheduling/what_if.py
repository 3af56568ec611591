"""What if: an item is moved, and what slips then, by how much, for whom."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from tasks.model.values import parts
from tasks.scheduling.moments import end_of, last_day, month_of, start_of
from tasks.scheduling.network import Network, network
from tasks.scheduling.passes import times
from tasks.scheduling.windows import Window


@dataclass(frozen=True, slots=True)
class Slip:
    """An item that ends in another month than before. months: how much later, below zero: earlier."""

    item: str
    owners: tuple[str, ...]
    before: str
    after: str
    months: int


@dataclass(frozen=True, slots=True)
class Moved:
    """An item that was moved. asked: how many months later it was to end; own: how it ends; slips: what else slips.

    An item cannot end before what it waits for, so `own` may be later than asked. ringed: whether it lies on a ring,
    whose links move nobody.
    """

    asked: int
    own: Slip
    slips: tuple[Slip, ...]
    ringed: bool


def what_if(items: pd.DataFrame, links: pd.DataFrame, as_of: date, item: str, months: int) -> Moved:
    """What slips if this item is done so many months later than scheduled, those that slip most first.

    items, links: with the schemas ITEMS and LINKS. Raises KeyError if it is not in the plan.
    """
    net = network(items, links)
    place, today = _place(net, item), month_of(as_of)
    old = times(net, today)
    begin, end = old.begin[place] + months, old.end[place] + months
    new = times(net.with_window(place, Window(start_of(begin), end_of(end))), today)
    owners = items["owners"].tolist()
    slips = [
        Slip(net.ids[n], tuple(parts(owners[n])), last_day(old.end[n]), last_day(new.end[n]), new.end[n] - old.end[n])
        for n in range(len(net.ids))
        if n == place or new.end[n] != old.end[n]
    ]
    others = sorted((slip for slip in slips if slip.item != item), key=lambda slip: -slip.months)
    ringed = any(place in pair for pair in net.rings)
    return Moved(months, next(slip for slip in slips if slip.item == item), tuple(others), ringed)


def months_to(items: pd.DataFrame, links: pd.DataFrame, as_of: date, item: str, day: date) -> int:
    """How many months later than scheduled an item ends that ends in the month of this day; arguments as of what_if."""
    net = network(items, links)
    return month_of(day) - times(net, month_of(as_of)).end[_place(net, item)]


def _place(net: Network, item: str) -> int:
    if item not in net.ids:
        raise KeyError(item)
    return net.ids.index(item)
