"""Weights of evidence fit themselves to what is seen, without answers."""

import numpy as np

from tasks.merging.matching.comparison import FIELDS, patterns, unpacked
from tasks.merging.matching.model import fitted, shipped


def pattern(count: int, **given: str) -> np.ndarray:
    usual = {"object": "0 both", "act": "same", "owner": "same", "period": "unknown", "quantity": "unknown"}
    usual |= {"budget": "unknown"} | dict.fromkeys(("name", "level", "audience", "subject", "step"), "unsaid")
    levels = [np.full(count, field.levels.index((usual | given)[field.name])) for field in FIELDS]
    return patterns(levels)


def test_patterns_keep_all_levels() -> None:
    found = unpacked(pattern(1, object="6 none", budget="near"))
    assert FIELDS[0].levels[int(found[0][0])] == "6 none"
    assert FIELDS[-1].levels[int(found[-1][0])] == "near"


def test_chances_of_every_field_add_up() -> None:
    model = shipped()
    for field, same, other in zip(FIELDS, model.same, model.other, strict=True):
        assert len(same) == len(other) == len(field.levels)
        assert abs(same.sum() - 1) < 1e-9
        assert abs(other.sum() - 1) < 1e-9


def test_the_shipped_weights_know_alike_from_unlike() -> None:
    alike, unlike = shipped().chance(np.concatenate([pattern(1, object="6 none"), pattern(1)]))
    assert alike > 0.95
    assert unlike < 0.2


def test_a_field_that_goes_with_alike_objects_gains_weight() -> None:
    seen = np.concatenate(
        [
            pattern(4000, object="6 none", budget="equal"),
            pattern(4000, object="0 both", budget="differs"),
            pattern(200, object="5 one", budget="equal"),
        ]
    )
    before, after = shipped().bits(len(FIELDS) - 1), fitted(seen).bits(len(FIELDS) - 1)
    assert after[0] > before[0] + 1
    assert after[2] < before[2] - 1


def test_nothing_seen_changes_nothing() -> None:
    model = fitted(pattern(0))
    assert abs(model.share - shipped().share) < 1e-9
