"""Why a promise can't hold: chains of one earliest date, prerequisites, and one latest date; and what follows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.scheduling.moments import NEVER, day_of, is_whole, moment_of, month
from tasks.scheduling.network import Network, Pair
from tasks.scheduling.promises import Bounds, late, latest, promised, soonest
from tasks.scheduling.working_days import working_day


@dataclass(frozen=True, slots=True)
class Chain:
    """Items, by place, from the one whose date counts to the one that comes too late. None of its parts can be spared.

    earliest: before when the first cannot be expected. arrival: when that leaves the last, by the lags between them.
    clear: when nothing holds its last link up any more, later only if work that recurs lies behind a broken promise.
    end: when the last has promised to end. impossible: even if all goes as fast as the periods allow; otherwise it
    can hold if the first does not use up the time that it promised.
    """

    items: tuple[int, ...]
    earliest: int
    arrival: int
    clear: int
    end: int
    impossible: bool

    @property
    def last(self) -> Pair:
        """The link on which it comes too late."""
        return self.items[-2], self.items[-1]

    @property
    def months(self) -> int:
        """Months that are short, 0 within one month."""
        return month(self.arrival) - month(self.end)

    @property
    def days(self) -> int:
        """Days that are short, if both fall in one month."""
        return (day_of(self.arrival) - day_of(self.end)).days if self.months == 0 else 0


@dataclass(frozen=True, slots=True)
class Sides:
    """The bounds of a network: as promised, and as soon as can be."""

    promised: Bounds
    soonest: Bounds


def sides(net: Network) -> Sides:
    """Both bounds."""
    return Sides(promised(net), soonest(net))


def chains(net: Network, bounds: Sides) -> tuple[Chain, ...]:
    """One chain for every link that comes too late, in the order of the dependents."""
    hard = dict.fromkeys(late(net, bounds.soonest))
    soft = dict.fromkeys(late(net, bounds.promised))
    pairs = sorted({**soft, **hard}, key=lambda pair: (pair[1], pair[0]))
    return tuple(_chain(net, bounds, p, p in soft, p in hard) for p in pairs)


def _chain(net: Network, bounds: Sides, pair: Pair, soft: bool, impossible: bool) -> Chain:
    before, item = pair
    side = bounds.promised if soft else bounds.soonest
    way = side.way_to(before)
    lag, end = net.lag(pair), net.windows[item].end
    clear = max(bounds.promised.low[before], bounds.soonest.low[before]) + lag
    return Chain(
        (*way, item), side.low[way[0]], side.low[before] + lag, clear, NEVER if end is None else end, impossible
    )


def new_end(chain: Chain, country: str) -> int:
    """When the last item can end instead: the month, or, where a day is given, the next working day."""
    if is_whole(chain.clear):
        return chain.clear
    return moment_of(working_day(day_of(chain.clear), country, 1))


def followers(net: Network, bounds: Sides, found: Sequence[Chain], country: str) -> Mapping[int, tuple[int, ...]]:
    """The items that are late only because the last item of a chain is, by that item, in the order of the table.

    Each stands under one cause, the one that holds it up longest.
    """
    at = [NEVER] * len(net.ids)
    for chain in found:
        at[chain.items[-1]] = max(at[chain.items[-1]], new_end(chain, country))
    cause = {chain.items[-1]: chain.items[-1] for chain in found}
    held: dict[int, list[int]] = {}
    for item in _downstream(net, cause):
        slip, source, _ = latest(net.before[item], at)
        end = net.windows[item].end
        if end is not None and slip > end:
            held.setdefault(cause[source], []).append(item)
        elif slip <= max(bounds.promised.low[item], net.windows[item].promised()):
            continue
        at[item], cause[item] = slip, cause[source]
    for (source, item), lag in net.rings.items():
        end = net.windows[item].end
        if source in cause and item not in cause and end is not None and at[source] + lag > end:
            cause[item] = cause[source]
            held.setdefault(cause[source], []).append(item)
    return {item: tuple(sorted(late)) for item, late in held.items()}


def _downstream(net: Network, causes: Mapping[int, int]) -> Iterator[int]:
    """Whoever waits for something that slips, prerequisites first; `causes` grows on the way."""
    ends = frozenset(causes)
    return (n for n in net.order if n not in ends and any(other in causes for other, _ in net.before[n]))
