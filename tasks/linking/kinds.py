"""Kinds of work: items that do the same with the same thing, found by the words of what they are about.

Large plans say one thing of many regions; what holds between two kinds is worked out once for all their items.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tasks.linking.governing import ruled, things
from tasks.linking.stages import before, stage
from tasks.linking.targets import Target, Targets
from tasks.merging.essence import product

TELLING = 4
"""By how many of its most telling words the object of an item is looked up."""

CROWDED = 100
"""How many items of a stage a word may lead to; a word of more says too little to look by."""

Place = str
"""A region's folded name, "*" for any region, "" for the centre."""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What items have in common that do one kind of work.

    things, ruled: see governing; weight: of the object's words; telling: the most telling of these.
    """

    object: frozenset[str]
    things: frozenset[str]
    ruled: frozenset[str]
    acts: frozenset[str]
    stage: str
    regional: bool
    weight: float
    telling: tuple[str, ...]


class Kinds:
    """The items of a plan by kind, and by the words of their objects, their stages and where they are done."""

    def __init__(self, targets: Targets) -> None:
        self._targets = targets
        self._kinds: dict[tuple[object, ...], Kind] = {}
        self.members: dict[Kind, list[Target]] = defaultdict(list)
        self._by: dict[tuple[str, str, Place], dict[Kind, list[Target]]] = defaultdict(lambda: defaultdict(list))
        for target in targets.all.values():
            kind = self._kind(target)
            self.members[kind].append(target)
            for word in kind.object:
                for place in _places(target):
                    self._by[word, kind.stage, place][kind].append(target)
        self._by = {key: found for key, found in self._by.items() if sum(map(len, found.values())) <= CROWDED}

    def before(self, kind: Kind, target: Target) -> Iterator[tuple[Kind, float, list[Target]]]:
        """The items of stages that one of this kind may wait for, by kind, each with how sure its stage makes it.

        An item of several regions is found once for each of them.
        """
        own = "regional" if kind.regional else "central"
        for side, places in (("central", ("",)), ("regional", sorted(target.regions) if kind.regional else ("*",))):
            for name, sure in before().get((kind.stage, f"{side} to {own}"), ()):
                for word in kind.telling:
                    for place in places:
                        for other, items in self._by.get((word, name, place), {}).items():
                            yield other, sure, items

    def _kind(self, target: Target) -> Kind:
        about = frozenset(word for word in target.entry.about.object if not product(word))
        told = about, things(target), ruled(target), target.acts, stage(target), target.regional
        if told not in self._kinds:
            weights = self._targets.weights
            self._kinds[told] = Kind(*told, weights.of(about), tuple(weights.rarest(about, TELLING)))
        return self._kinds[told]


def _places(target: Target) -> Iterable[Place]:
    return ("*", *sorted(target.regions)) if target.regional else ("",)
