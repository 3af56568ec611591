"""Links that nobody wrote down: the same object in two stages of government work, or what a region needs of the centre.

They are proposals. How sure each is was fitted on meetings with known links, see CONFIDENCE.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tasks.linking.governing import also
from tasks.linking.kinds import Kind, Kinds
from tasks.linking.targets import Target, Targets

PROPOSED = 0.3
"""From which confidence on a link is proposed."""

ACCEPTED = 0.97
"""From which confidence on a link holds unless people say otherwise, if the periods do not speak against it."""

SUREST = 0.99
"""What nobody wrote down is never quite sure."""

EVEN = 0.5
"""How sure a link of two stages must be by itself for a region to need what the centre makes for one thing."""

BEST = 2
"""How many prerequisites are proposed for an item at most, those of the regions for one of the centre aside."""

FULL = 1.8
"""So many words that nobody else uses, or their weight, say all that a common object can."""

CONFIDENCE = {
    "": -4.63,
    "mean": 0.97,
    "most": 1.30,
    "shared": 3.11,
    "group": 0.90,
    "late": -1.63,
    "thing": 1.44,
    "ruled": 1.01,
    "whole": 1.11,
    "named": 1.92,
}
"""Log-odds by logistic regression on the sample meetings: share of the objects in common, of both sides and of the side
with more; weight of what is common; whether of one working group; whether the prerequisite ends after the other;
whether both are about one thing; whether the prerequisite's product rules the act of the other; whether all that it is
about is common; whether so a region needs what the centre makes for just that, whether late or not."""

_LEAST = math.log(PROPOSED / (1 - PROPOSED)) - 1e-9
"""Log-odds from which on a link is proposed, and a little less, for rounding."""

_HELP = sum(max(CONFIDENCE[name], 0.0) for name in ("group", "late"))
"""How much more log-odds two items can have than their kinds of work."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A link that is proposed. words: roots that both objects share; stages: of the two ends.

    late: the prerequisite ends in a later month than the other.
    """

    source: str
    target: str
    confidence: float
    stages: tuple[str, str]
    words: tuple[str, ...]
    late: bool


def inferred(targets: Targets) -> list[Proposal]:
    """The links to propose, the surest first: for each item the best of those that it may wait for."""
    plan = _Plan(targets)
    found = [one for kind in plan.kinds.members for one in plan.proposals(kind)]
    return sorted(found, key=lambda one: (-one.confidence, one.source, one.target))


class _Plan:
    """The items by kinds of work."""

    def __init__(self, targets: Targets) -> None:
        self.targets = targets
        self.kinds = Kinds(targets)
        self._weights: dict[frozenset[str], float] = {}
        self._unique = math.log(1 + max(len(targets.all), 1))

    def proposals(self, kind: Kind) -> Iterator[Proposal]:
        """The best of what each item of a kind may wait for."""
        known: dict[Kind, _Pair | None] = {}
        for target in self.kinds.members[kind]:
            yield from _chosen(list(self._likely(target, kind, known)), self.targets)

    def _likely(self, target: Target, kind: Kind, known: dict[Kind, "_Pair | None"]) -> Iterator[Proposal]:
        """What an item may wait for, each with how sure that is. known: of this kind and others, added to."""
        seen = {target.item_id}
        for other, sure, items in self.kinds.before(kind, target):
            if other not in known:
                known[other] = self._pair(other, kind, sure)
            pair = known[other]
            if pair is None:
                continue
            for one in items:
                if one.item_id not in seen:
                    seen.add(one.item_id)
                    likely = _confidence(pair, one, target)
                    if likely >= PROPOSED and _agree(one, target):
                        ends, stages = (one.item_id, target.item_id), (other.stage, kind.stage)
                        yield Proposal(*ends, likely, stages, tuple(sorted(pair.shared)), _late(one, target))

    def _pair(self, one: Kind, other: Kind, sure: float) -> "_Pair | None":
        """What holds between two kinds; None if no item of the one is likely enough to wait for one of the other."""
        common = one.object & other.object
        shared = self._weight(common)
        shares = shared / one.weight, shared / other.weight
        same = not one.things.isdisjoint(other.things)
        ruled, whole = not one.ruled.isdisjoint(other.acts), shares[0] == 1
        named = same and (ruled or (whole and sure >= EVEN)) and other.regional and not one.regional
        odds = math.log(sure / (1 - sure)) + CONFIDENCE[""] + CONFIDENCE["mean"] * sum(shares) / 2
        odds += CONFIDENCE["most"] * max(shares) + CONFIDENCE["shared"] * min(shared / self._unique / FULL, 1.0)
        for name, holds in (("thing", same), ("ruled", ruled), ("whole", whole), ("named", named)):
            if holds:
                odds += CONFIDENCE[name]
        return _Pair(odds, common, named) if odds + _HELP >= _LEAST else None

    def _weight(self, common: frozenset[str]) -> float:
        found = self._weights.get(common)
        if found is None:
            found = self._weights[common] = self.targets.weights.of(common)
        return found


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two kinds of work. odds: log-odds that one waits for the other; shared: words; named: see CONFIDENCE."""

    odds: float
    shared: frozenset[str]
    named: bool


def _confidence(pair: _Pair, one: Target, other: Target) -> float:
    """How sure a link from one item to another is, of kinds that are such a pair."""
    odds = pair.odds
    if not one.groups.isdisjoint(other.groups):
        odds += CONFIDENCE["group"]
    if not pair.named and _late(one, other):
        odds += CONFIDENCE["late"]
    return min(1 / (1 + math.exp(-odds)), SUREST)


def _chosen(found: Sequence[Proposal], targets: Targets) -> Iterator[Proposal]:
    """The best of the prerequisites of an item; all of those of regions that the centre gathers."""
    sure = sorted(found, key=lambda one: (-one.confidence, one.source))
    regional = {one.source for one in sure if targets.all[one.source].regional}
    gathers = bool(sure) and not targets.all[sure[0].target].regional
    rest = [one for one in sure if not (gathers and one.source in regional)]
    yield from (one for one in sure if gathers and one.source in regional)
    yield from rest[:BEST]


def _late(one: Target, other: Target) -> bool:
    return one.entry.end > other.entry.end


def _agree(one: Target, other: Target) -> bool:
    """Whether nothing parts two items: place, school level, audience, phase; nor do both make or do the same."""
    if _same_product(one, other) or also(one) in other.acts - {""}:
        return False
    if one.regions and other.regions and not one.regions & other.regions:
        return False
    return not any(_differ(a, b) for a, b in ((one.slots, other.slots), (one.steps, other.steps)))


def _same_product(one: Target, other: Target) -> bool:
    """Whether both make a product of one kind, and not one for the other's level."""
    return one.regional == other.regional and bool(one.products & other.products)


def _differ(a: Iterable[tuple[str, str]], b: Iterable[tuple[str, str]]) -> bool:
    """Whether both fill a slot and with nothing in common."""
    mine, yours = set(a), set(b)
    names = {name for name, _ in mine} & {name for name, _ in yours}
    return any(not {p for p in mine if p[0] == name} & {p for p in yours if p[0] == name} for name in names)
