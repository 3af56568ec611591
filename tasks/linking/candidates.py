"""What an item may wait for, found by the words of what it is about, its stage and where it is done."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from tasks.linking.bags import Rows
from tasks.linking.endings import stem
from tasks.linking.stages import before, stage, text
from tasks.linking.targets import Target, Targets
from tasks.merging.essence import product

TELLING = 4
"""By how many of its most telling words the object of an item is looked up."""

CROWDED = 40
"""How many items of a stage a word may lead to; a word of more says too little to look by."""

Place = str
"""A region's folded name, "*" for any region, "-" for regions without saying which, "" for the centre."""


class Candidates:
    """The items of a plan by the words of their objects, their stages and where they are done.

    items: in the order of the plan; what is found are places in it. objects: the words that say what each is about,
    without those of products and texts; stages: of each; ranks: by id.
    """

    def __init__(self, targets: Targets) -> None:
        self.items: Sequence[Target] = list(targets.all.values())
        self.objects = [_object(one) for one in self.items]
        self.stages = [stage(one) for one in self.items]
        order = sorted(range(len(self.items)), key=lambda n: self.items[n].item_id)
        self.ranks = np.argsort(order)
        self._weights = targets.weights
        found: dict[tuple[str, Place], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for n, (one, about, name) in enumerate(zip(self.items, self.objects, self.stages, strict=True)):
            places = _places(one)
            for word in about:
                for place in places:
                    found[word, place][name].append(n)
        self._by = {key: _few(stages) for key, stages in found.items()}

    def before(self, n: int) -> Iterator[tuple[float, Rows]]:
        """The items of stages that the nth may wait for, with how sure the stages make it; some more than once."""
        one = self.items[n]
        words = self._weights.rarest(self.objects[n], TELLING)
        own = "regional" if one.regional else "central"
        there = (*sorted(one.regions), "-") if one.regional and one.regions else ("*",)
        for side, places in (("central", ("",)), ("regional", there)):
            waited = before().get((self.stages[n], f"{side} to {own}"), ())
            for key in ((word, place) for word in words for place in places if waited):
                found = self._by.get(key, {})
                yield from ((sure, found[name]) for name, sure in waited if name in found)


def _few(stages: Mapping[str, Sequence[int]]) -> dict[str, Rows]:
    return {name: np.array(places) for name, places in stages.items() if len(places) <= CROWDED}


def _object(one: Target) -> frozenset[str]:
    return frozenset(stem(word) for word in one.entry.about.object if not (product(word) or text(word)))


def _places(one: Target) -> Iterable[Place]:
    return ("*", *(sorted(one.regions) or ("-",))) if one.regional else ("",)
