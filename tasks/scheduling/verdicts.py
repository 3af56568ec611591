"""What the periods of two linked items say of the link: a verdict on each, also on links that are only proposed."""

from collections.abc import Callable, Iterable
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd

from tasks.scheduling.chains import Chain
from tasks.scheduling.moments import ALWAYS, DAYS, NEVER, first_day, last_day
from tasks.scheduling.network import Ints, Network, Pair
from tasks.scheduling.passes import Times, limit
from tasks.scheduling.windows import Window

_JUDGED = ("accepted", "proposed")
Truths = npt.NDArray[np.bool_]


class Verdict(StrEnum):
    """Whether a link can be kept; "undated" where one of its items does not say when."""

    IMPOSSIBLE = "impossible"
    OVERPROMISED = "impossible-as-promised"
    ORDER = "order-inside-period"
    FINE = "fine"
    UNDATED = "undated"


def judged(links: pd.DataFrame, net: Network, found: Times, late: Iterable[Chain]) -> pd.DataFrame:
    """The links (schema LINKS) with their verdicts, and for undated items the months that the network leaves them.

    `verdict` is empty on links that are rejected, lead nowhere or do not bind in time.
    `between`: "first day/last day" for the item without dates, the prerequisite if both have none.
    """
    use = np.flatnonzero(net.rows.follows & np.isin(net.rows.status, _JUDGED))
    verdicts = np.full(len(links), "", object)
    between = np.full(len(links), "", object)
    verdicts[use] = _verdicts(net, use, tuple(late))
    for row in np.flatnonzero(verdicts == Verdict.UNDATED).tolist():
        between[row] = _left(net, found, (int(net.rows.source[row]), int(net.rows.target[row])))
    columns = {"verdict": verdicts, "between": between}
    return links.assign(**{name: pd.Series(cells, dtype="str", index=links.index) for name, cells in columns.items()})


def _verdicts(net: Network, use: Ints, late: tuple[Chain, ...]) -> npt.NDArray[np.object_]:
    """The verdicts of these rows; the first that applies counts."""
    before, item = _of(net, net.rows.source[use]), _of(net, net.rows.target[use])
    arrival = before(Window.promised) + net.rows.lag[use]
    end, start = item(_end), item(_start)
    undated = before(_is_open).astype(bool) | ((end == ALWAYS) & (start == NEVER))
    over = ~undated & (arrival > end)
    apart = np.where(start != NEVER, start > arrival, (end != ALWAYS) & (end // DAYS > arrival // DAYS))
    rules = (
        (_among(net, use, late, hard=True), Verdict.IMPOSSIBLE),
        (_among(net, use, late, hard=False), Verdict.OVERPROMISED),
        (over & (before(Window.soonest) + net.rows.lag[use] > end), Verdict.IMPOSSIBLE),
        (over, Verdict.OVERPROMISED),
        (undated, Verdict.UNDATED),
        (apart, Verdict.FINE),
    )
    told = np.select([rule for rule, _ in rules], [str(verdict) for _, verdict in rules], str(Verdict.ORDER))
    return told.astype(object)


def _of(net: Network, places: Ints) -> Callable[[Callable[[Window], int]], Ints]:
    """What is asked of the windows of these items, as a column."""
    return lambda ask: np.array([ask(window) for window in net.windows], np.int64)[places]


def _end(window: Window) -> int:
    return ALWAYS if window.end is None else window.end


def _start(window: Window) -> int:
    return NEVER if window.start is None else window.start


def _is_open(window: Window) -> int:
    """Whether it does not tell before when it is not to be expected."""
    return window.promised() == NEVER or (window.end is None and not window.recurring)


def _among(net: Network, use: Ints, late: tuple[Chain, ...], hard: bool) -> Truths:
    """The rows on which a chain comes too late."""
    size = len(net.ids)
    keys = [chain.last[0] * size + chain.last[1] for chain in late if chain.impossible == hard]
    return np.isin(net.rows.keys(size)[use], np.array(keys, np.int64))


def _left(net: Network, found: Times, pair: Pair) -> str:
    """The months that are left for the undated one of two items; empty if there are none."""
    before, item = pair
    known = net.windows[before].end is not None
    open_ = item if known else before
    first, last = found.begin[open_], limit(net, found.latest, open_)
    return f"{first_day(first)}/{last_day(last)}" if first <= last else ""
