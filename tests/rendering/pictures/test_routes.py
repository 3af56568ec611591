"""Arrows go round boxes."""

from itertools import pairwise

from hypothesis import given

from tasks.rendering.pictures.routes import Area, Grid, Place
from tasks.rendering.pictures.shape import Arrow, Box
from tasks.rendering.pictures.split import sheets
from tests.rendering.pictures.drawn import LEVELS, plans

HEIGHT = 40.0


def grids(plan: tuple[list[Box], list[Arrow]]) -> list[tuple[Grid, list[str], list[tuple[str, str]]]]:
    """Every picture of a plan laid out, with its boxes and arrows."""
    boxes, arrows = plan
    pairs = [(a.before, a.after) for a in arrows]
    out = []
    for sheet in sheets([b.code for b in boxes], pairs, {b.code: LEVELS.index(b.level) for b in boxes}):
        firsts = {lane: sum(h for other, h in sheet.heights.items() if other < lane) for lane in sheet.heights}
        places = {code: Place(s.column, firsts[s.lane] + s.row) for code, s in sheet.spots.items()}
        own = [pair for pair in pairs if set(pair) <= set(places)]
        grid = Grid(places, own, Area(30, 690, 0, HEIGHT, 190, {0: 5.0}))
        out.append((grid, list(places), own))
    return out


@given(plans(40))
def test_no_arrow_passes_behind_a_box(plan: tuple[list[Box], list[Arrow]]) -> None:
    for grid, codes, pairs in grids(plan):
        corners = [grid.corner(code) for code in codes]
        for pair in pairs:
            for (x1, y1), (x2, y2) in pairwise(grid.way(pair)):
                for x, y in corners:
                    beside = max(x1, x2) <= x + 0.01 or min(x1, x2) >= x + grid.box_width - 0.01
                    above = max(y1, y2) <= y + 0.01 or min(y1, y2) >= y + HEIGHT - 0.01
                    assert beside or above


@given(plans(40))
def test_an_arrow_begins_and_ends_at_its_boxes_and_comes_from_the_left(plan: tuple[list[Box], list[Arrow]]) -> None:
    for grid, _, pairs in grids(plan):
        for pair in pairs:
            way = grid.way(pair)
            (x1, y1), (x2, y2) = grid.corner(pair[0]), grid.corner(pair[1])
            assert way[0][0] == x1 + grid.box_width
            assert y1 < way[0][1] < y1 + HEIGHT
            assert way[-1][0] == x2
            assert y2 < way[-1][1] < y2 + HEIGHT
            assert way[-2][0] < x2


@given(plans(40))
def test_boxes_do_not_overlap_and_stay_within_the_picture(plan: tuple[list[Box], list[Arrow]]) -> None:
    for grid, codes, _ in grids(plan):
        corners = [grid.corner(code) for code in codes]
        assert all(x >= 30 and x + grid.box_width <= 720.1 and y + HEIGHT <= grid.bottom + 0.1 for x, y in corners)
        lefts, tops = sorted({x for x, _ in corners}), sorted({y for _, y in corners})
        assert all(right - left > grid.box_width for left, right in pairwise(lefts))
        assert all(below - above > HEIGHT for above, below in pairwise(tops))
