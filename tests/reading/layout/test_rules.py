"""Rules of a page to grids."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.reading.layout.page import Rule
from tasks.reading.layout.rules import crossings, gridded, joined, positions


def test_pieces_gaps_and_double_lines_are_one_rule() -> None:
    pieces = [Rule(10, 0, 50), Rule(10.4, 52, 100), Rule(11, 90, 120), Rule(30, 0, 40), Rule(30, 60, 90)]
    assert [(r.low, r.high) for r in joined(pieces)] == [(0, 120), (0, 40), (60, 90)]


def test_rules_that_do_not_meet_are_no_grid() -> None:
    across = [Rule(10, 0, 100), Rule(50, 0, 100), Rule(200, 0, 100)]
    down = [Rule(0, 10, 50), Rule(100, 10, 50), Rule(300, 0, 400)]
    ((level, upright),) = crossings(across, down)
    assert [r.at for r in level] == [10, 50]
    assert [r.at for r in upright] == [0, 100]


def test_missing_rules_make_spans() -> None:
    across = [Rule(0, 0, 90), Rule(10, 30, 90), Rule(20, 0, 90)]
    down = [Rule(0, 0, 20), Rule(30, 0, 20), Rule(60, 10, 20), Rule(90, 0, 20)]
    grid = gridded(across, down, positions(r.at for r in down), positions(r.at for r in across))
    assert grid.spans() == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


def test_a_line_that_no_rule_follows_is_no_row() -> None:
    across = [Rule(0, 0, 90), Rule(10, 0, 5), Rule(20, 0, 90)]
    down = [Rule(0, 0, 20), Rule(90, 0, 20)]
    grid = gridded(across, down, [0, 90], [0, 10, 20])
    assert grid.ys == [0, 20]


places = st.integers(0, 8)
rule = st.builds(lambda at, a, b: Rule(at * 10, min(a, b) * 10, max(a, b) * 10 + 10), places, places, places)


@given(st.lists(rule, min_size=2, max_size=20), st.lists(rule, min_size=2, max_size=20))
def test_cells_cover_every_field_once(across: list[Rule], down: list[Rule]) -> None:
    xs, ys = positions(r.at for r in down), positions(r.at for r in across)
    if len(xs) < 2 or len(ys) < 2:
        return
    grid = gridded(joined(across), joined(down), xs, ys)
    fields = [(r, c) for row, col, h, w in grid.spans() for r in range(row, row + h) for c in range(col, col + w)]
    assert sorted(fields) == [(r, c) for r in range(grid.rows) for c in range(grid.cols)]
