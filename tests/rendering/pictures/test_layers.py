"""Arrows run to the right, boxes have places of their own."""

from hypothesis import given

from tasks.rendering.pictures.layers import block, columns, neighbours
from tasks.rendering.pictures.shape import Arrow, Box
from tests.rendering.pictures.drawn import LEVELS, plans

Drawn = tuple[list[Box], list[Arrow]]


@given(plans(20))
def test_without_circles_every_arrow_runs_to_the_right(plan: Drawn) -> None:
    boxes, arrows = plan
    codes = [box.code for box in boxes]
    forward = [(a.before, a.after) for a in arrows if codes.index(a.before) < codes.index(a.after)]
    found = columns(codes, neighbours(codes, forward))
    assert all(found[before] < found[after] for before, after in forward)


@given(plans(20))
def test_no_two_boxes_share_a_place_and_rows_stay_within_their_lane(plan: Drawn) -> None:
    boxes, arrows = plan
    codes = [box.code for box in boxes]
    lanes = {box.code: LEVELS.index(box.level) for box in boxes}
    found = block(codes, neighbours(codes, [(a.before, a.after) for a in arrows]), lanes)
    spots = [(spot.lane, spot.column, spot.row) for spot in found.spots.values()]
    assert len(set(spots)) == len(codes)
    assert all(0 <= row < found.heights[lane] and column < found.width for lane, column, row in spots)


def test_a_circle_begins_with_the_first() -> None:
    assert columns(["a", "b", "c"], {"a": ["b"], "b": ["c"], "c": ["a"]}) == {"a": 0, "b": 1, "c": 2}


def test_a_prerequisite_stands_close_to_what_waits_for_it() -> None:
    after = neighbours("abcd", [("a", "b"), ("b", "c"), ("d", "c")])
    assert columns("abcd", after) == {"a": 0, "b": 1, "c": 2, "d": 1}
