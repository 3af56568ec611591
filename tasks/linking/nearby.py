"""What needs the records around to be understood: "that guideline", "it", "the equipment"."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.linking.names import MARGIN, Found, covered, twins
from tasks.linking.targets import Target, Targets
from tasks.linking.wanted import Wanted
from tasks.merging import acts
from tasks.merging.likeness import common

NEAR = 6
"""How many records back "that guideline" may lie."""

CLOSE = 3
"""How many records back a guideline may lie of which nothing more is said."""

SHARED = 0.25
"""How much of what an item is about another must be about to be "it"."""

ALL = 0.8
"""From which part on of what an item is about the other that has it is the same work."""

MOSTLY = 0.5
"""The same if both do it by the same act."""

EXACT = 0.1
"""What it counts that an item does just what is said to be done."""

_BUILDING = frozenset({"build"})
"""The act of works, which lists name by what is built alone ("2 MW mini-hydro")."""

Row = Mapping[str, str]


class Nearby:
    """The records of a plan in the order of their files."""

    def __init__(self, rows: Sequence[Row], targets: Targets) -> None:
        self._rows = rows
        self._targets = targets

    def before(self, asked: Wanted, place: int, related: bool = False, yielding: bool = False) -> Found:
        """The nearest item before a record, in its file, that has all that is said of a thing.

        related: it must be close, and share a word or an owner with the record, or do what is said to be done.
        yielding: it must be close, and something must exist after it.
        """
        own = self._targets.all[self._rows[place]["item_id"]]
        for target in self._back(place, CLOSE if related or yielding else NEAR):
            made = asked.product in target.products if asked.product else not related or _done(asked, target)
            akin = bool(own.owners & target.owners or own.subject & target.subject or asked.acts & target.acts)
            brings = not yielding or any(acts.yields(act) for act in target.acts)
            if made and brings and (akin or not related) and covered(asked, target, self._targets) >= 1:
                return Found((target.item_id,))
        return Found(())

    def closest(self, found: Found, asked: Wanted, place: int) -> Found:
        """Of items that are equally good the one nearest before a record, in its file, else the only one akin to it.

        Akin is what shares a word with the record besides those that are said. As they are if there is none.
        """
        near = (target.item_id for target in self._back(place, NEAR) if target.item_id in found.items)
        if first := next(near, ""):
            return Found((first,))
        own = self._targets.all[self._rows[place]["item_id"]]
        about = own.subject - asked.words
        akin = [item for item in found.items if self._targets.all[item].subject & about]
        return Found((akin[0],)) if len(akin) == 1 else found

    def same(self, own: Target, target: Target) -> bool:
        """Whether an item is about just what another is, so that it names itself rather than what it waits for."""
        shared = self._shared(own, target)
        return shared >= ALL or (shared >= MOSTLY and bool(own.acts & target.acts - {""}))

    def previous(self, place: int) -> Found:
        """The item right before a record, in its file, if it is about the same ("shall then build")."""
        own = self._targets.all[self._rows[place]["item_id"]]
        about = (target.item_id for target in self._back(place, 1) if not own.subject.isdisjoint(target.subject))
        return Found(tuple(about))

    def stage(self, asked: Wanted, place: int) -> Found:
        """The nearest item before a record, in its file, of the earlier phase that alone is named ("after phase 1").

        It must do what the record does, with the same thing.
        """
        own = self._targets.all[self._rows[place]["item_id"]]
        steps = {name for name, _ in own.steps}
        for target in self._back(place, NEAR):
            of_one = asked.steps <= target.steps and steps >= {name for name, _ in asked.steps}
            if of_one and own.acts & target.acts and self._shared(own, target) >= SHARED:
                return Found((target.item_id,))
        return Found(())

    def _back(self, place: int, most: int) -> Iterator[Target]:
        """The other items before a record in its file, the nearest first, so many records back at most."""
        here = self._rows[place]
        for n in range(place - 1, max(place - 1 - most, -1), -1):
            if self._rows[n]["file"] == here["file"] and self._rows[n]["item_id"] != here["item_id"]:
                yield self._targets.all[self._rows[n]["item_id"]]

    def own(self, asked: Wanted, place: int) -> Found:
        """The item that makes or brings what the record itself is about ("once it is signed", "after the tools come").

        It must do what is said is done, or be of whom it is said to come from; doubtful if two are as good.
        """
        own = self._targets.all[self._rows[place]["item_id"]]
        fit = [t for t in self._targets.with_words(own.subject) if t.item_id != own.item_id and _does(asked, t)]
        scored = sorted(((self._shared(own, t) + EXACT * bool(asked.acts & t.acts), t) for t in fit), key=_first)
        best = [t for part, t in scored if part >= max(SHARED, scored[0][0] - MARGIN)]
        if len({t.family or t.item_id for t in best}) > 1 and not all(
            twins(best[0], t, self._targets) for t in best[1:]
        ):
            return Found(())
        return Found(tuple(t.item_id for t in best[:1]))

    def _shared(self, own: Target, target: Target) -> float:
        left, _ = common(own.subject, target.words)
        whole = self._targets.weights.of(own.subject)
        return self._targets.weights.of(left) / whole if whole else 0.0


def _done(asked: Wanted, target: Target) -> bool:
    """Whether an item does what is said to be done."""
    return not asked.acts or bool({acts.family(act) for act in asked.acts} & {acts.family(act) for act in target.acts})


def _first(scored: tuple[float, Target]) -> float:
    return -scored[0]


def _does(asked: Wanted, target: Target) -> bool:
    """Whether an item does what is said of "it", and is of those who are said to."""
    if asked.names and not asked.names & target.names:
        return False
    if asked.stands_for == "generic":
        return bool({acts.family(act) for act in target.acts} & {"supply", "distribute"} or target.acts & _BUILDING)
    said = {found.act for word in target.words if (found := acts.form(word))} | target.acts
    unsaid = target.acts == {""} and bool(asked.acts & _BUILDING)
    return bool(asked.names or asked.acts & said or unsaid)
