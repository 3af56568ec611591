"""Groups from pairs: connected, disjoint, never against what is forbidden."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.arrays import Bools, Ints
from tasks.merging.matching import groups as module
from tasks.merging.matching.groups import Decided, Forbidden, connected, groups

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] != p[1]), max_size=20)
Pair = tuple[int, int]


def columns(pairs: list[Pair]) -> tuple[Ints, Ints]:
    whole = np.array(pairs, np.int64).reshape(-1, 2)
    return whole[:, 0], whole[:, 1]


def apart(pairs: list[Pair]) -> Forbidden:
    enemies = {frozenset(pair) for pair in pairs}

    def forbidden(a: Ints, b: Ints) -> Bools:
        return np.array([frozenset(pair) in enemies for pair in zip(a.tolist(), b.tolist(), strict=True)], np.bool_)

    return forbidden


def test_pairs_chain_to_groups() -> None:
    assert groups(5, *columns([(3, 1), (1, 4)]), apart([])).tolist() == [0, 1, 2, 1, 1]


def test_the_surest_pair_goes_first_and_what_may_not_meet_is_not_joined_by_a_third() -> None:
    assert groups(3, *columns([(0, 1), (1, 2)]), apart([(0, 2)])).tolist() == [0, 0, 2]
    assert groups(3, *columns([(1, 2), (0, 1)]), apart([(0, 2)])).tolist() == [0, 1, 1]


@given(PAIRS, PAIRS)
def test_no_group_holds_enemies(pairs: list[Pair], enemies: list[Pair]) -> None:
    found = groups(8, *columns(pairs), apart(enemies))
    assert all(found[a] != found[b] for a, b in enemies)
    assert set(found.tolist()) <= set(range(8))


@given(PAIRS)
def test_without_enemies_groups_are_what_pairs_connect(pairs: list[Pair]) -> None:
    assert groups(8, *columns(pairs), apart([])).tolist() == connected(8, *columns(pairs)).tolist()


@given(PAIRS, PAIRS, PAIRS)
def test_decisions_win(pairs: list[Pair], enemies: list[Pair], joined: list[Pair]) -> None:
    found = groups(8, *columns(pairs), apart(enemies), Decided(tuple(joined), tuple(combinations(range(8), 2))))
    assert found.tolist() == connected(8, *columns(joined)).tolist()


def test_a_long_chain_is_cut_at_its_weakest_pairs() -> None:
    size = 3 * module.LARGEST
    pairs = [(n, n + 1) for n in range(size - 1)]
    found = groups(size, *columns(pairs), apart([]))
    assert np.bincount(found).max() <= module.LARGEST
    assert found[1] == found[0]
