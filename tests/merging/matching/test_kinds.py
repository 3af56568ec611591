"""What is read from tables is what is judged pair by pair."""

import numpy as np
from hypothesis import given, settings

from tasks.merging.arrays import Ints
from tasks.merging.matching.contradictions import judges, reasons
from tasks.merging.matching.features import features
from tasks.merging.matching.kinds import tabled
from tasks.merging.matching.knowledge import seen
from tests.merging.matching.examples import ROWS, Row, mentioned


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_the_judges_together_tell_all_reasons(rows: list[Row]) -> None:
    mentions = mentioned(rows * (len(rows) + 1))
    made = features(mentions, seen(mentions)[1].words)
    one, other = (side.ravel() for side in np.indices((len(rows), len(made))))
    told = np.zeros(len(one), np.int64)
    for judge in judges(made):
        told |= judge(one, other)
    assert np.array_equal(told, reasons(made, one, other))


def test_pairs_of_few_kinds_are_judged_beforehand_and_once() -> None:
    column = np.array([7, -3, 7, -3, 7])
    asked = []

    def judge(a: Ints, b: Ints) -> Ints:
        asked.append(len(a))
        told: Ints = column[a] - 2 * column[b]
        return told

    found = tabled(judge, column)
    pairs = np.array([0, 1, 2, 4]), np.array([3, 2, 4, 1])
    for _ in range(2):
        assert found(*pairs).tolist() == [13, -17, -7, 13]
    assert asked == [4]


def test_where_there_are_many_kinds_each_pair_is_judged_itself() -> None:
    column = np.arange(5)
    found = tabled(lambda a, b: column[a] * column[b], column)
    assert found(np.array([2]), np.array([3])).tolist() == [6]
