"""Reading order of boxes, whatever they are boxes of."""

import random
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from tasks.reading.geometry.order import in_order
from tasks.reading.geometry.plane import Box

INCH = 914_400


class Shape(NamedTuple):
    """Something with a box."""

    box: Box


boxes = st.builds(
    lambda x, y, w, h: Shape(Box(x, y, x + w, y + h)),
    *[st.integers(0, 20).map(lambda n: n * INCH // 2)] * 4,
)


@given(st.lists(boxes, max_size=12), st.randoms(use_true_random=False))
def test_order_loses_nothing_and_ignores_the_order_of_the_file(shapes: list[Shape], shuffled: random.Random) -> None:
    found = in_order(shapes)
    assert sorted(map(id, found)) == sorted(map(id, shapes))
    mixed = list(shapes)
    shuffled.shuffle(mixed)
    key = [(s.box.top, s.box.left) for s in found]
    assert sorted(key) == sorted((s.box.top, s.box.left) for s in in_order(mixed))


@given(st.lists(boxes, min_size=2, max_size=8))
def test_what_stands_wholly_above_everything_is_read_first(shapes: list[Shape]) -> None:
    top = Shape(Box(0, -3 * INCH, INCH, -2 * INCH))
    assert in_order([*shapes, top])[0] is top


def test_many_shapes_are_no_trouble() -> None:
    stairs = [Shape(Box(n, n, n + 2 * INCH, n + 2 * INCH)) for n in range(3_000)]
    assert in_order(list(reversed(stairs))) == stairs
