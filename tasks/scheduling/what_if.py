"""What if: an item is moved, and what slips then, by how much, for whom."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from tasks.model.values import parts
from tasks.scheduling.moments import end_of, last_day, month_of, start_of
from tasks.scheduling.network import network
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


def what_if(items: pd.DataFrame, links: pd.DataFrame, as_of: date, item: str, months: int) -> tuple[Slip, ...]:
    """What slips if this item is done so many months later than scheduled, those that slip most first.

    items, links: with the schemas ITEMS and LINKS. The item itself is not among them. Raises KeyError if it is not in
    the plan.
    """
    net = network(items, links)
    if item not in net.ids:
        raise KeyError(item)
    place = net.ids.index(item)
    today = month_of(as_of)
    old = times(net, today)
    begin, end = old.begin[place] + months, old.end[place] + months
    new = times(net.with_window(place, Window(start_of(begin), end_of(end))), today)
    owners = items["owners"].tolist()
    slips = [
        Slip(net.ids[n], tuple(parts(owners[n])), last_day(old.end[n]), last_day(new.end[n]), new.end[n] - old.end[n])
        for n in range(len(net.ids))
        if n != place and new.end[n] != old.end[n]
    ]
    return tuple(sorted(slips, key=lambda slip: -slip.months))
