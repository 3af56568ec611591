"""What the two of a pair have in common, as one level for each field and one whole number for all fields."""

from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints
from tasks.merging.matching.contradictions import Reason
from tasks.merging.matching.features import Features
from tasks.merging.matching.mentions import OPEN, Mentions
from tasks.merging.matching.objects import Likeness, shared

LIKE = (0.0, 0.3, 0.45, 0.62, 0.8, 0.95)
"""Likeness of objects from which on a step begins, above 0 the first."""

NEAR_SUM = 0.11
"""By which share of the larger two sums differ that are about the same."""

MUCH = 0.6
"""From which share of their common stretch on two periods are almost the same."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is compared, and the names of its levels, which `weights.csv` uses."""

    name: str
    levels: tuple[str, ...]


_MORE = ("none", "one", "both")
_SAID = ("unsaid", "equal", "silent")
FIELDS = (
    Field("object", tuple(f"{step} {more}" for step in range(len(LIKE) + 1) for more in _MORE)),
    Field("name", ("shared", "unsaid")),
    Field("act", ("same", "near", "silent")),
    Field("owner", ("same", "shared", "silent")),
    Field("level", _SAID),
    Field("audience", _SAID),
    Field("subject", _SAID),
    Field("step", _SAID),
    Field("period", ("exact", "much", "some", "unknown")),
    Field("quantity", ("equal", "unknown")),
    Field("budget", ("equal", "near", "differs", "unknown")),
)
"""Object: step of likeness, and on how many sides words are left over."""


def levels(features: Features, a: Ints, b: Ints, found: Ints, objects: Likeness) -> list[Ints]:
    """The level of each field of FIELDS for pairs without veto. found: reasons of the pairs."""
    slots, told = features.slots, features.mentions
    more = objects.more_a.astype(np.int64) + objects.more_b
    same_act = np.where(slots.act[a] == slots.act[b], 0, 1)
    same_owner = np.where(told.party[a] == told.party[b], 0, _owner_level(features, a, b))
    steps = np.where(slots.steps.code[a] == slots.steps.code[b], slots.steps.sizes()[slots.steps.code[a]] > 0, 1)
    return [
        np.digitize(objects.like, (1e-9, *LIKE[1:])) * 3 + more,
        np.where(objects.rare, 0, 1),
        np.where(features.vague[a] | features.vague[b], 2, same_act),
        np.where(found & (Reason.OWNER_SILENT | Reason.OWNER_LIKELY) != 0, 2, same_owner),
        _said(slots.level[a] != 0, found & Reason.LEVEL_SILENT != 0),
        _said((slots.audience[a] & slots.audience[b]) != 0, found & Reason.AUDIENCE_SILENT != 0),
        _said((slots.subject[a] & slots.subject[b]) != 0, found & Reason.SUBJECT_SILENT != 0),
        _said(steps != 0, found & Reason.STEP_SILENT != 0),
        _periods(told.start, told.end, a, b),
        _quantities(features, a, b),
        _sums(told.budget, a, b),
    ]


def patterns(found: list[Ints]) -> Ints:
    """The levels of all fields as one number."""
    whole = np.zeros(len(found[0]), np.int64)
    for field, level in zip(FIELDS, found, strict=True):
        whole = whole * len(field.levels) + level
    return whole


def unpacked(pattern: Ints) -> list[Ints]:
    """The levels of patterns, field by field."""
    found = []
    for field in reversed(FIELDS):
        found.append(pattern % len(field.levels))
        pattern = pattern // len(field.levels)
    return found[::-1]


def sum_confirms(told: Mentions, a: Ints, b: Ints) -> Bools:
    """Whether sum and period confirm that rows are the same work, whatever they call it."""
    found: Bools = (_sums(told.budget, a, b) <= 1) & (_periods(told.start, told.end, a, b) <= 1)
    return found


def sums_confirm(pattern: Ints) -> Bools:
    """As `sum_confirms`, by the patterns of pairs."""
    levels = dict(zip((field.name for field in FIELDS), unpacked(pattern), strict=True))
    found: Bools = (levels["budget"] <= 1) & (levels["period"] <= 1)
    return found


def _said(equal: Ints, silent: Ints) -> Ints:
    return np.where(silent, 2, np.where(equal, 1, 0))


def _owner_level(features: Features, a: Ints, b: Ints) -> Ints:
    """0 if the owners are equal, 1 if not; by the owners of each distinct party."""
    told = features.mentions
    numbers: dict[tuple[str, ...], int] = {}
    owners = np.array([numbers.setdefault(party.owners, len(numbers)) for party in told.parties], np.int64)
    return np.where(owners[told.party[a]] == owners[told.party[b]], 0, 1)


def _periods(start: Ints, end: Ints, a: Ints, b: Ints) -> Ints:
    ended = (end[a] == end[b]) & (end[a] != OPEN)
    known = (np.minimum(start[a], start[b]) != OPEN) & (np.minimum(end[a], end[b]) != OPEN)
    exact = (start[a] == start[b]) & (end[a] == end[b]) & ((start[a] != OPEN) | (end[a] != OPEN))
    common = np.minimum(end[a], end[b]) - np.maximum(start[a], start[b]) + 1
    whole = np.maximum(end[a], end[b]) - np.minimum(start[a], start[b]) + 1
    share: Floats = common / np.maximum(whole, 1)
    return np.where(exact, 0, np.where(~known, np.where(ended, 1, 3), np.where(share > MUCH, 1, 2)))


def _quantities(features: Features, a: Ints, b: Ints) -> Ints:
    """0 if the two name a number in common, of one thing or a large one."""
    found = features.slots.quantities
    size = np.int64(max(len(found), 1))
    pairs, place = np.unique(found.code[a] * size + found.code[b], return_inverse=True)
    (owner, _, there), _ = shared(found, pairs // size, pairs % size, int(found.values.max(initial=0)) + 1)
    equal = np.bincount(owner, there, len(pairs))[place] > 0
    return np.where(equal, 0, 1)


def _sums(budget: Ints, a: Ints, b: Ints) -> Ints:
    one, other = budget[a].astype(np.int64), budget[b].astype(np.int64)
    near = np.abs(one - other) <= NEAR_SUM * np.maximum(one, other)
    known = (one != OPEN) & (other != OPEN)
    return np.where(~known, 3, np.where(one == other, 0, np.where(near, 1, 2)))
