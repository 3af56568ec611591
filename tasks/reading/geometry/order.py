"""Reading order: from the top down, side by side from the left.

A slide is cut along its empty strips, first into bands above each other, a band into columns, a column into bands
again. So two boxes side by side come left first although the right one stands a little higher, and a column is read
to its end before the next one. What no strip parts goes by its upper left corner.
"""

from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

from tasks.reading.geometry.plane import Box

_MARGIN: Final = 91_440
"""A tenth of an inch, PowerPoint's usual margin between a box and its text: boxes may overlap so much."""
_DEEPEST: Final = 16


class Placed(Protocol):
    """Something with a box."""

    @property
    def box(self) -> Box:
        """Where it stands."""


T = TypeVar("T", bound=Placed)


def in_order(shapes: Sequence[T], deepest: int = _DEEPEST) -> list[T]:
    """Shapes in the order in which a person reads them; those at the same place keep their order."""
    if len(shapes) > 1 and deepest:
        for start, end in ((1, 3), (0, 2)):
            strips = _strips(shapes, start, end)
            if len(strips) > 1:
                return [shape for strip in strips for shape in in_order(strip, deepest - 1)]
    return sorted(shapes, key=lambda shape: (shape.box.top, shape.box.left))


def _strips(shapes: Sequence[T], start: int, end: int) -> list[list[T]]:
    """Shapes parted wherever nothing but margins stands between them along one axis."""
    spans = sorted((*_core(shape.box[start], shape.box[end]), index) for index, shape in enumerate(shapes))
    strips: list[list[T]] = []
    reach = float("-inf")
    for first, last, index in spans:
        if first >= reach:
            strips.append([])
        strips[-1].append(shapes[index])
        reach = max(reach, last)
    return strips


def _core(low: float, high: float) -> tuple[float, float]:
    margin = min(_MARGIN, (high - low) / 4)
    return low + margin, high - margin
