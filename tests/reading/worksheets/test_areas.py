"""Merged areas of a worksheet."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.reading.worksheets.areas import Area, cut_down, merged

PLACES = st.integers(1, 20_000)
AREAS = st.tuples(PLACES, PLACES, PLACES, PLACES).map(
    lambda ends: (min(ends[0], ends[2]), min(ends[1], ends[3]), max(ends[0], ends[2]), max(ends[1], ends[3]))
)


def test_merged_columns_and_rows_end_where_the_used_area_ends() -> None:
    assert merged([(2, 1, 1_048_576, 1), (1, 3, 1, 16_384)], (1, 1, 9, 5)) == {
        (2, 1): (2, 1, 9, 1),
        (1, 3): (1, 3, 1, 5),
    }


def test_a_small_merged_area_may_reach_beyond_the_used_one() -> None:
    assert merged([(9, 5, 12, 8)], (1, 1, 9, 5)) == {(9, 5): (9, 5, 12, 8)}


def test_areas_that_begin_outside_or_cover_one_cell_are_none() -> None:
    assert merged([(10, 1, 11, 2), (1, 6, 2, 7), (3, 3, 3, 3)], (1, 1, 9, 5)) == {}


@given(AREAS, PLACES, PLACES)
def test_an_area_keeps_its_first_cell_and_never_grows(area: Area, bottom: int, right: int) -> None:
    cut = cut_down(area, bottom, right)
    assert cut[:2] == area[:2]
    assert area[0] <= cut[2] <= area[2]
    assert area[1] <= cut[3] <= area[3]
