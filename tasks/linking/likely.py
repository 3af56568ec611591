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
from tasks.linking.governing import ruled, things
from tasks.linking.targets import Targets

SUREST = 0.99
"""What nobody wrote down is never quite sure."""

EVEN = 0.5
"""How sure a link of two stages must be by itself for a region to need what the centre makes for one thing."""

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

BATCH = 32
"""So many items are asked about at a time."""

_DIGITS = 9
"""Digits of log-odds that count, so that equals are equal in whatever order their parts are summed up."""

Numbers = npt.NDArray[np.float64]


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
        items = candidates.items
        ends = {end: n for n, end in enumerate(sorted({one.entry.end for one in items}))}
        self._ends = np.array([ends[one.entry.end] for one in items])
        self._regional = np.array([one.regional for one in items])
        self._weight = np.array([targets.weights.of(about) for about in candidates.objects])
        self._unique = FULL * math.log(1 + max(len(items), 1))
        about, acts, groups = candidates.objects, [one.acts for one in items], [one.groups for one in items]
        named = [things(one) for one in items]
        self._objects = Bags(about, about, BATCH, targets.weights)
        self._things = Bags(named, named, BATCH)
        self._groups = Bags(groups, groups, BATCH)
        self._ruling = Bags(acts, [ruled(one) for one in items], BATCH)

    def confidence(self, pairs: Pairs) -> Numbers:
        """How sure it is of each pair that the one asked about waits for the other, 0 to 1."""
        ones = pairs.asked[pairs.nth]
        same, rules, grouped = (self._meet(bags, pairs) for bags in (self._things, self._ruling, self._groups))
        odds, whole = self._alike(pairs, ones)
        named = same & (rules | (whole & (pairs.sure >= EVEN))) & self._regional[ones] & ~self._regional[pairs.others]
        late = ~named & (self._ends[pairs.others] > self._ends[ones])
        flags = {"thing": same, "ruled": rules, "whole": whole, "named": named, "group": grouped, "late": late}
        for name, holds in flags.items():
            odds += CONFIDENCE[name] * holds
        return np.minimum(1 / (1 + np.exp(-odds.round(_DIGITS))), SUREST)

    def _alike(self, pairs: Pairs, ones: Rows) -> tuple[Numbers, npt.NDArray[np.bool_]]:
        """Log-odds by the stages and the words in common; and whether these are all that the other is about."""
        shared = self._objects.shared(pairs.asked, pairs.nth, pairs.others)
        theirs, own = shared / self._weight[pairs.others], shared / self._weight[ones]
        odds = CONFIDENCE[""] + np.log(pairs.sure / (1 - pairs.sure)) + CONFIDENCE["mean"] * (theirs + own) / 2
        odds += CONFIDENCE["most"] * np.maximum(theirs, own)
        odds += CONFIDENCE["shared"] * np.minimum(shared / self._unique, 1.0)
        return odds, np.isclose(theirs, 1.0, rtol=0, atol=10**-_DIGITS)

    @staticmethod
    def _meet(bags: Bags, pairs: Pairs) -> npt.NDArray[np.bool_]:
        return bags.shared(pairs.asked, pairs.nth, pairs.others) > 0


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
