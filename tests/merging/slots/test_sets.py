"""Sets of rows keep their values, however they are put together."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.slots.sets import Sets, sets

ROWS = st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=6)


def made(rows: list[list[int]]) -> Sets:
    pairs = [(n, value) for n, values in enumerate(rows) for value in values]
    return sets(np.array([n for n, _ in pairs], np.int64), np.array([v for _, v in pairs], np.int64), len(rows))


def content(found: Sets) -> list[list[int]]:
    return [found.of(int(code)) for code in found.code]


@given(ROWS)
def test_every_row_has_its_distinct_values(rows: list[list[int]]) -> None:
    found = made(rows)
    assert content(found) == [sorted(set(row)) for row in rows]
    assert len(found) == len({frozenset(row) for row in rows})


@given(ROWS, ROWS)
def test_parts_join_to_the_whole(one: list[list[int]], other: list[list[int]]) -> None:
    joined = Sets.joined([made(one), made(other)])
    assert content(joined) == content(made(one + other))
    assert joined.code.tolist() == made(one + other).code.tolist()


@given(st.lists(st.tuples(*[st.lists(st.integers(0, 9), max_size=4)] * 2), max_size=6))
def test_together_rows_have_the_values_of_both(rows: list[tuple[list[int], list[int]]]) -> None:
    both = made([one for one, _ in rows]).together(made([other for _, other in rows]))
    assert content(both) == [sorted({*one, *other}) for one, other in rows]
