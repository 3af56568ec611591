"""Groups from pairs: connected, disjoint, and never against a veto."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.cluster import WITNESSES, clusters

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] != p[1]), max_size=20)


def test_pairs_chain_to_groups() -> None:
    assert clusters(5, [(3, 1), (1, 4)], lambda a, b: True) == [[0], [1, 3, 4], [2]]


def test_what_may_not_meet_is_not_joined_by_a_third() -> None:
    assert clusters(3, [(0, 1), (1, 2)], lambda a, b: {a, b} != {0, 2}) == [[0, 1], [2]]


@given(PAIRS, PAIRS)
def test_every_number_is_in_one_group_and_no_group_holds_enemies(
    pairs: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    enemies = {frozenset(p) for p in apart}
    found = clusters(8, pairs, lambda a, b: frozenset((a, b)) not in enemies)
    assert sorted(n for group in found for n in group) == list(range(8))
    assert WITNESSES >= 8
    assert not any(frozenset(p) in enemies for group in found for p in combinations(group, 2))


@given(PAIRS)
def test_without_enemies_pairs_end_up_together(pairs: list[tuple[int, int]]) -> None:
    group = {n: i for i, members in enumerate(clusters(8, pairs, lambda a, b: True)) for n in members}
    assert all(group[a] == group[b] for a, b in pairs)
