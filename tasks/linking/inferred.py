"""Links that nobody wrote down: the same object in two stages of government work, or what a region needs of the centre.

They are proposals. How sure each is was fitted on meetings with known links, see CONFIDENCE.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tasks.linking.governing import also, ruled, things
from tasks.linking.stages import before, stage
from tasks.linking.targets import Target, Targets
from tasks.merging.essence import product

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

TELLING = 4
"""By how many of its most telling words the object of an item is looked up."""

CROWDED = 100
"""How many items of a stage a word may lead to; a word of more says too little to look by."""

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
    found = [one for target in targets.all.values() for one in _chosen(list(plan.proposals(target)), plan)]
    return sorted(found, key=lambda one: (-one.confidence, one.source, one.target))


class _Plan:
    """The items by the words of their objects, their stages and where they belong."""

    def __init__(self, targets: Targets) -> None:
        self.targets = targets
        self.objects = {item: _object(target) for item, target in targets.all.items()}
        self.stages = {item: stage(target) for item, target in targets.all.items()}
        self._things = {item: things(target) for item, target in targets.all.items()}
        self._ruled = {item: ruled(target) for item, target in targets.all.items()}
        self._whole = {item: targets.weights.of(words) for item, words in self.objects.items()}
        self._unique = math.log(1 + max(len(targets.all), 1))
        self._by: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for item, target in targets.all.items():
            for word in sorted(self.objects[item]):
                for place in _places(target):
                    self._by[word, self.stages[item], place].append(item)

    def proposals(self, target: Target) -> Iterator[Proposal]:
        """What an item may wait for, each with how sure that is."""
        own = self.objects[target.item_id]
        for other, sure in self._before(target):
            shared = self.objects[other.item_id] & own
            likely = self._likely(other, target, self.targets.weights.of(shared), sure)
            if likely >= PROPOSED and _agree(other, target):
                stages = self.stages[other.item_id], self.stages[target.item_id]
                yield Proposal(
                    other.item_id, target.item_id, likely, stages, tuple(sorted(shared)), _late(other, target)
                )

    def _before(self, target: Target) -> Iterator[tuple[Target, float]]:
        own = "regional" if target.regional else "central"
        seen = {target.item_id}
        for side, places in (("central", ("",)), ("regional", sorted(target.regions) if target.regional else ("*",))):
            for name, sure in before().get((self.stages[target.item_id], f"{side} to {own}"), ()):
                keys = [(word, name, place) for word in self._telling(target.item_id) for place in places]
                hits = [item for key in keys if len(self._by.get(key, ())) <= CROWDED for item in self._by.get(key, ())]
                for item in dict.fromkeys(hits):
                    if item not in seen:
                        seen.add(item)
                        yield self.targets.all[item], sure

    def _telling(self, item: str) -> list[str]:
        return self.targets.weights.rarest(self.objects[item], TELLING)

    def _likely(self, one: Target, other: Target, shared: float, sure: float) -> float:
        shares = shared / self._whole[one.item_id], shared / self._whole[other.item_id]
        same = bool(self._things[one.item_id] & self._things[other.item_id])
        ruled, whole = bool(self._ruled[one.item_id] & other.acts), shares[0] == 1
        named = same and (ruled or (whole and sure >= EVEN)) and other.regional and not one.regional
        told = (
            ("", 1.0),
            ("mean", sum(shares) / 2),
            ("most", max(shares)),
            ("shared", min(shared / self._unique / FULL, 1.0)),
            ("group", not one.groups.isdisjoint(other.groups)),
            ("late", _late(one, other) and not named),
            ("thing", same),
            ("ruled", ruled),
            ("whole", whole),
            ("named", named),
        )
        odds = math.log(sure / (1 - sure)) + sum(CONFIDENCE[name] * value for name, value in told)
        return min(1 / (1 + math.exp(-odds)), SUREST)


def _chosen(found: Sequence[Proposal], plan: _Plan) -> Iterator[Proposal]:
    """The best of the prerequisites of an item; all of those of regions that the centre gathers."""
    sure = sorted(found, key=lambda one: (-one.confidence, one.source))
    regional = {one.source for one in sure if plan.targets.all[one.source].regional}
    gathers = bool(sure) and not plan.targets.all[sure[0].target].regional
    rest = [one for one in sure if not (gathers and one.source in regional)]
    yield from (one for one in sure if gathers and one.source in regional)
    yield from rest[:BEST]


def _late(one: Target, other: Target) -> bool:
    return one.entry.end > other.entry.end


def _object(target: Target) -> frozenset[str]:
    return frozenset(word for word in target.entry.about.object if not product(word))


def _places(target: Target) -> Iterable[str]:
    return ("*", *sorted(target.regions)) if target.regional else ("",)


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
