"""How likely one item waits for another that nobody said it waits for, by what both are about, do and make.

Worked out for many pairs at once. Fitted on meetings with known links, see CONFIDENCE.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tasks.linking.bags import Bags, Rows
from tasks.linking.candidates import Candidates
from tasks.linking.governing import done, ruled, things
from tasks.linking.proper import names
from tasks.linking.stages import ruling
from tasks.linking.targets import Target, Targets

SUREST = 0.99
"""What nobody wrote down is never quite sure."""

DOUBTED = 0.79
"""How sure any link is at most but those of what a region needs of the centre's texts and systems."""

FULL = 1.8
"""So many words that nobody else uses, or their weight, say all that a common object can."""

NAMED = 2.0
"""So much more than another word of its rarity a proper name tells."""

NEAR = 2
"""So many rows behind the prerequisite stands what is done next with it."""

CONFIDENCE = {
    "": -4.49,
    "stages": 0.60,
    "theirs": 1.66,
    "own": 1.52,
    "shared": 2.04,
    "group": 0.92,
    "late": -2.40,
    "thing": 1.25,
    "ruled": 1.24,
    "after": 0.26,
    "next": 1.00,
    "before": -1.08,
    "named": 0.83,
}
"""Log-odds by logistic regression (ridge of 2) on twelve meetings whose inferred links are known.

stages: log-odds of the two stages; theirs, own: share of the prerequisite's and the dependent's object in common;
shared: weight of what is common; group: of one working group; late: the prerequisite ends after the other, and is
not "named"; thing: both are about one thing; ruled: the prerequisite's product rules what the other does; after, next,
before: where the dependent's row stands to the prerequisite's in one file, "next" besides "after"; named: a region
needs what the centre makes for just that, whether late or not.
"""

BATCH = 32
"""So many items are asked about at a time."""

_DIGITS = 9
"""Digits of log-odds that count, so that equals are equal in whatever order their parts are summed up."""

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of items, the nth of those asked about with another, and how sure their stages make it that it waits."""

    asked: Rows
    nth: Rows
    others: Rows
    sure: Numbers


class Likelihood:
    """What the likelihood of links rests on, of all items of a plan."""

    def __init__(self, targets: Targets, candidates: Candidates) -> None:
        items, about = candidates.items, candidates.objects
        ends = {end: n for n, end in enumerate(sorted({one.entry.end for one in items}))}
        self._ends = np.array([ends[one.entry.end] for one in items])
        self._regional = np.array([one.regional for one in items])
        self._below = np.array([one.regional or bool(one.regions) for one in items])
        self._issued = np.array([ruling(name) for name in candidates.stages])
        self._files, self._places = _standing(targets, items)
        worth = _worth(targets, about)
        self._weight = np.array([math.fsum(worth[word] for word in words) for words in about])
        self._unique = FULL * math.log(1 + max(len(items), 1))
        named = [things(one) for one in items]
        groups = [one.groups for one in items]
        self._objects = Bags(about, about, BATCH, worth.__getitem__)
        self._things = Bags(named, named, BATCH)
        self._groups = Bags(groups, groups, BATCH)
        self._ruling = Bags([done(one) for one in items], [ruled(one) for one in items], BATCH)

    def confidence(self, pairs: Pairs) -> Numbers:
        """How sure it is of each pair that the one asked about waits for the other, 0 to 1.

        Across working groups only who works in regions waits for the centre without saying so.
        """
        ones = pairs.asked[pairs.nth]
        odds, whole = self._alike(pairs, ones)
        flags = self._flags(pairs, ones) | self._order(pairs.others, ones)
        given = self._issued[pairs.others] & self._regional[ones] & ~self._regional[pairs.others]
        flags["named"] = given & flags["thing"] & (flags["ruled"] | whole)
        flags["late"] &= ~flags["named"]
        for name, holds in flags.items():
            odds += CONFIDENCE[name] * holds
        sure = np.minimum(1 / (1 + np.exp(-odds.round(_DIGITS))), np.where(given, SUREST, DOUBTED))
        below = self._below[ones] & ~self._regional[pairs.others]
        return np.where(below | flags["group"], sure, 0.0)

    def _alike(self, pairs: Pairs, ones: Rows) -> tuple[Numbers, Flags]:
        """Log-odds by the stages and the words in common; and whether these are all that the prerequisite is about."""
        shared = self._objects.shared(pairs.asked, pairs.nth, pairs.others)
        theirs, own = shared / self._weight[pairs.others], shared / self._weight[ones]
        odds: Numbers = CONFIDENCE[""] + CONFIDENCE["stages"] * np.log(pairs.sure / (1 - pairs.sure))
        odds += CONFIDENCE["theirs"] * theirs + CONFIDENCE["own"] * own
        odds += CONFIDENCE["shared"] * np.minimum(shared / self._unique, 1.0)
        return odds, np.isclose(theirs, 1.0, rtol=0, atol=10**-_DIGITS)

    def _flags(self, pairs: Pairs, ones: Rows) -> dict[str, Flags]:
        bags = {"thing": self._things, "ruled": self._ruling, "group": self._groups}
        met = {name: one.shared(pairs.asked, pairs.nth, pairs.others) > 0 for name, one in bags.items()}
        return met | {"late": self._ends[pairs.others] > self._ends[ones]}

    def _order(self, others: Rows, ones: Rows) -> dict[str, Flags]:
        """Which of two rows of one file stands first, and whether the other follows at once."""
        behind = self._places[ones] - self._places[others]
        one_file = self._files[ones] == self._files[others]
        after = one_file & (behind > 0)
        return {"after": after, "next": after & (behind <= NEAR), "before": one_file & (behind < 0)}


def _worth(targets: Targets, objects: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much each word of the objects counts."""
    weights = targets.weights
    proper = names(targets.rows, weights, len(objects))
    words = frozenset().union(*objects)
    return {word: weights(word) * (NAMED if word in proper else 1.0) for word in words}


def _standing(targets: Targets, items: Sequence[Target]) -> tuple[Rows, Rows]:
    """The file in which each item is first told, by a number, and the place of its row."""
    first = {row["item_id"]: n for n, row in reversed([*enumerate(targets.rows)])}
    places = [first[one.item_id] for one in items]
    files = {row["file"]: n for n, row in enumerate(targets.rows)}
    return np.array([files[targets.rows[n]["file"]] for n in places], dtype=np.intp), np.array(places, dtype=np.intp)


def pairs(asked: Sequence[int], candidates: Candidates) -> Pairs:
    """These items with each that they may wait for, once."""
    found = [(n, sure, others) for n, one in enumerate(asked) for sure, others in candidates.before(one)]
    sizes = [len(others) for _, _, others in found]
    others = np.concatenate([np.empty(0, dtype=np.intp), *(others for _, _, others in found)])
    nth = np.repeat(np.array([n for n, _, _ in found], dtype=np.intp), sizes)
    sure = np.repeat(np.array([sure for _, sure, _ in found], dtype=np.float64), sizes)
    rows = np.array(asked, dtype=np.intp)
    _, once = np.unique(nth * len(candidates.items) + others, return_index=True)
    once = once[others[once] != rows[nth[once]]]
    return Pairs(rows, nth[once], others[once], sure[once])
