"""How much each agreement tells: the model of Fellegi and Sunter (1969), fitted to counts of patterns without answers.

Fitting is expectation maximisation; the shipped weights count as a few hundred pairs seen before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from tasks.merging.arrays import Floats, Ints
from tasks.merging.lists import rows
from tasks.merging.matching.comparison import FIELDS, unpacked

EARLIER = 500.0
"""As how many pairs of each kind the shipped weights count."""

ROUNDS = 60
"""The most rounds of fitting."""

STILL = 1e-5
"""A change of the share of matches at which fitting ends."""

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of evidence.

    share: of matches among the pairs compared; same, other: for each field the chance of each level if a pair is
    the same work, and if it is other work.
    """

    share: float
    same: tuple[Floats, ...]
    other: tuple[Floats, ...]

    def bits(self, field: int) -> Floats:
        """Weight of evidence of each level of a field, in bits."""
        found: Floats = np.log2(self.same[field] / self.other[field])
        return found

    def chance(self, pattern: Ints) -> Floats:
        """The chance that pairs with these patterns are the same work."""
        distinct, place = np.unique(pattern, return_inverse=True)
        return _chance(self, unpacked(distinct))[place]


@cache
def shipped() -> Model:
    """The model of weights.csv."""
    told: Mapping[tuple[str, str], dict[str, str]] = {(r["field"], r["level"]): r for r in rows("weights", _FOLDER)}
    chances = [
        tuple(_shares(np.array([float(told[field.name, level][side]) for level in field.levels])) for field in FIELDS)
        for side in ("same", "other")
    ]
    return Model(float(told["share", ""]["same"]), chances[0], chances[1])


def fitted(patterns: Ints, start: Model | None = None) -> Model:
    """The model that fits the patterns of pairs best, from the shipped one on."""
    return fitted_to(*np.unique(patterns, return_counts=True), start)


def fitted_to(distinct: Ints, counts: Ints, start: Model | None = None) -> Model:
    """As `fitted`, from the distinct patterns, ascending, and how many pairs have each."""
    earlier = start or shipped()
    levels = unpacked(distinct)
    model = earlier
    for _ in range(ROUNDS):
        before = model.share
        model = _better(earlier, levels, counts, _chance(model, levels))
        if abs(model.share - before) < STILL:
            break
    return model


def _better(earlier: Model, levels: list[Ints], counts: Ints, chance: Floats) -> Model:
    same, other = counts * chance, counts * (1 - chance)
    matches = EARLIER * earlier.share + float(same.sum())
    return Model(
        matches / (EARLIER + float(counts.sum())),
        tuple(_level_shares(n, level, same, earlier.same[n]) for n, level in enumerate(levels)),
        tuple(_level_shares(n, level, other, earlier.other[n]) for n, level in enumerate(levels)),
    )


def _level_shares(field: int, level: Ints, counts: Floats, earlier: Floats) -> Floats:
    return _shares(np.bincount(level, counts, len(FIELDS[field].levels)) + EARLIER * earlier)


def _shares(counts: Floats) -> Floats:
    found: Floats = counts / counts.sum()
    return found


def _chance(model: Model, levels: list[Ints]) -> Floats:
    odds = np.full(len(levels[0]), np.log2(model.share / (1 - model.share)))
    for field, level in enumerate(levels):
        odds += model.bits(field)[level]
    found: Floats = 1 / (1 + np.exp2(-odds))
    return found
