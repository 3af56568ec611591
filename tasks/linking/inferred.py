"""Links that nobody wrote down: the same object in two stages of government work, or what a region needs of the centre.

They are proposals, each with how sure it is.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tasks.linking.candidates import Candidates
from tasks.linking.governing import also
from tasks.linking.likely import BATCH, Likelihood, pairs
from tasks.linking.targets import Target, Targets

PROPOSED = 0.35
"""From which confidence on a link is proposed."""

ACCEPTED = 0.8
"""From which confidence on a link holds unless people say otherwise, if the periods do not speak against it."""

BEST = 2
"""How many prerequisites are proposed for an item at most, those of regions for who gathers them aside."""


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
    candidates = Candidates(targets)
    likelihood = Likelihood(targets, candidates)
    places = range(len(candidates.items))
    batches = (places[n : n + BATCH] for n in places[::BATCH])
    found = [one for batch in batches for one in _proposals(batch, candidates, likelihood)]
    return sorted(found, key=lambda one: (-one.confidence, one.source, one.target))


def _proposals(batch: Sequence[int], candidates: Candidates, likelihood: Likelihood) -> Iterator[Proposal]:
    """The best of what each of these items may wait for."""
    found = pairs(batch, candidates)
    sure = likelihood.confidence(found)
    likely = np.flatnonzero(sure >= PROPOSED)
    likely = likely[np.lexsort((candidates.ranks[found.others[likely]], -sure[likely], found.nth[likely]))]
    ends = np.searchsorted(found.nth[likely], range(1, len(batch)))
    for own, part in zip(batch, np.split(likely, ends), strict=True):
        ranked = zip(found.others[part].tolist(), sure[part].tolist(), strict=True)
        for other, confidence in _chosen(own, ranked, candidates.items):
            yield _proposal(other, own, confidence, candidates)


def _chosen(own: int, ranked: Iterable[tuple[int, float]], items: Sequence[Target]) -> Iterator[tuple[int, float]]:
    """The best of the prerequisites of an item, the surest first; all that the centre, or one of no region, gathers."""
    target, left = items[own], BEST
    for other, sure in ranked:
        gathered = items[other].regional and not (target.regional and target.regions)
        if (gathered or left) and _agree(items[other], target):
            left -= not gathered
            yield other, sure
        if target.regional and not left:
            return


def _proposal(other: int, own: int, confidence: float, candidates: Candidates) -> Proposal:
    one, target = candidates.items[other], candidates.items[own]
    words = tuple(sorted(candidates.objects[other] & candidates.objects[own]))
    stages = candidates.stages[other], candidates.stages[own]
    late = one.entry.end > target.entry.end
    return Proposal(one.item_id, target.item_id, confidence, stages, words, late)


def _agree(one: Target, other: Target) -> bool:
    """Whether nothing parts two items: place, school level, audience, phase; nor do both make or do the same."""
    if _same_product(one, other) or (one.regions and other.regions and not one.regions & other.regions):
        return False
    if any(_differ(a, b) for a, b in ((one.slots, other.slots), (one.steps, other.steps))):
        return False
    return also(one) not in other.acts - {""}


def _same_product(one: Target, other: Target) -> bool:
    """Whether both make a product of one kind, and not one for the other's level."""
    return one.regional == other.regional and bool(one.products & other.products)


def _differ(a: Collection[tuple[str, str]], b: Collection[tuple[str, str]]) -> bool:
    """Whether both fill a slot and with nothing in common."""
    if not (a and b):
        return False
    mine, yours = set(a), set(b)
    names = {name for name, _ in mine} & {name for name, _ in yours}
    return any(not {p for p in mine if p[0] == name} & {p for p in yours if p[0] == name} for name in names)
