"""What would remove a chain: changes of one thing each, tried out before they are offered."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice, pairwise

from tasks.scheduling.chains import Chain, Sides, new_end
from tasks.scheduling.moments import DAYS, NEVER, day_by, is_whole, moment_of
from tasks.scheduling.network import Network, Pair
from tasks.scheduling.promises import Bounds, latest
from tasks.scheduling.windows import Window
from tasks.scheduling.working_days import working_day

WEAK = 0.85
"""Up to this confidence the evidence of a link is weak enough to ask whether it holds at all."""


class Kind(StrEnum):
    """What is changed: the last item (end, rest), the first (the others but cut), or a link (cut)."""

    SOONER = "sooner"
    SHORTER = "shorter"
    EARLIER = "earlier"
    FIRST_PART = "first-part"
    END = "end"
    REST = "rest"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Option:
    """A change that removes a chain.

    end: the last item ends later. sooner: the first keeps an earlier deadline; shorter: it ends earlier with the same
    start; earlier: it moves as a whole. first-part: of the first, what is waited for is done by then; rest: of the
    last, what waits is done by then, the rest as promised. cut: the link does not hold.
    window: the new period of `item`, for parts that of the part. link, evidence: what is cut, and the words for it.
    """

    kind: Kind
    item: int
    window: Window
    link: Pair | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure a link is, 0 to 1, and the words that it rests on."""

    confidence: float
    text: str


@dataclass(frozen=True, slots=True)
class Around:
    """What options depend on beside the network.

    today: the moment before which nothing can be moved. country: whose holidays count. weak: the links with weak
    evidence.
    """

    today: int
    country: str
    weak: Mapping[Pair, Evidence]


def options(net: Network, bounds: Sides, chain: Chain, around: Around) -> tuple[Option, ...]:
    """Two to four changes each of which removes the chain: of its first item, of its last, of its weakest link.

    What is late after a change was late before, or was a follower of something late.
    """
    found = [option for option in _of_first(net, chain, around) if _works(net, bounds, chain, option)]
    last = chain.items[-1]
    later = replace(net.windows[last], end=new_end(chain, around.country))
    found.append(Option(Kind.END, last, later))
    if not any(option.kind == Kind.FIRST_PART for option in found):
        found.append(Option(Kind.REST, last, later))
    cuts = _cuts(net, chain, around)
    found.extend(islice((option for option in cuts if _works(net, bounds, chain, option)), 1))
    return tuple(found)


def _cuts(net: Network, chain: Chain, around: Around) -> Iterator[Option]:
    """To cut each of the links with weak evidence, the weakest first; where a ring is to be cut is another question."""
    weak = [pair for pair in _links(chain) if pair in around.weak and pair in net.links]
    for pair in sorted(weak, key=lambda pair: around.weak[pair].confidence):
        yield Option(Kind.CUT, pair[1], net.windows[pair[1]], pair, around.weak[pair].text)


def _links(chain: Chain) -> Iterator[Pair]:
    return pairwise(chain.items)


def _of_first(net: Network, chain: Chain, around: Around) -> Iterator[Option]:
    """Changes of the first item that keep to the calendar."""
    first = chain.items[0]
    window = net.windows[first]
    needed = chain.earliest - (chain.arrival - chain.end)
    if window.end == chain.earliest and not window.recurring:
        by = _by(needed, window, around)
        if by >= max(around.today, window.start or 0):
            part = replace(window, end=by)
            yield Option(Kind.SOONER if window.start is None else Kind.SHORTER, first, part)
            yield Option(Kind.FIRST_PART, first, part)
            return
    moved = _earlier(window, chain.earliest - needed)
    if moved.start is not None and moved.start >= around.today:
        yield Option(Kind.EARLIER, first, moved)


def _by(needed: int, window: Window, around: Around) -> int:
    """The last moment until then; where a day is given the last working day, if that leaves any time."""
    if is_whole(needed):
        return needed
    day = day_by(needed)
    working = moment_of(working_day(day, around.country, -1))
    return working if working >= (window.start or 0) else moment_of(day)


def _earlier(window: Window, short: int) -> Window:
    """A window moved back: by whole months if it is as long as one or more, by days if days are given."""
    days = window.start is not None and window.end is not None and window.end - window.start < DAYS - 1
    step = short if days and short < DAYS else -(-short // DAYS) * DAYS
    start = None if window.start is None else moment_of(day_by(window.start - step))
    end = None if window.end is None else moment_of(day_by(window.end - step))
    return replace(window, start=start, end=end)


def _works(net: Network, bounds: Sides, chain: Chain, option: Option) -> bool:
    """Whether the chain is gone after the change and its first item can keep to it, as promised and as soon as can be.

    Tried out along the chain, with what else each of its items waits for. That may have become earlier by the change
    too, so that at worst a change that would do is not offered.
    """
    return all(
        _in_time(net, side, chain, option, own)
        for side, own in ((bounds.promised, Window.promised), (bounds.soonest, Window.soonest))
    )


def _in_time(
    net: Network, bounds: Bounds, chain: Chain, option: Option, own: Callable[[Window], int]
) -> bool:  # fmt: skip
    first = chain.items[0]
    at = bounds.low[first]
    if option.item == first and option.link is None:
        held = max(bounds.held[first], latest(net.ringed.get(first, ()), bounds.low)[0])
        end = option.window.end
        if end is not None and held > end:
            return False
        at = max(own(option.window), held)
    for before, item in _links(chain):
        if option.link == (before, item):
            at = NEVER
        elif at != NEVER:
            at += net.lag((before, item))
        if item != chain.items[-1]:
            at = _passed_on(own(net.windows[item]), net.windows[item].end, max(at, bounds.without(item, before)))
    return at <= chain.end


def _passed_on(own: int, end: int | None, held: int) -> int:
    """Before when an item on the way cannot be expected if its prerequisites leave it that moment."""
    return max(own, held) if end is None or held <= end else own
