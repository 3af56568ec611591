"""Where shapes stand on a slide: boxes in English Metric Units, and the transforms of groups."""

import math
import re
from typing import Final, NamedTuple

from lxml import etree

from tasks.reading.drawing.names import A

_UNITS: Final = {"mm": 36_000.0, "cm": 360_000.0, "in": 914_400.0, "pt": 12_700.0, "pc": 152_400.0, "pi": 152_400.0}
_MEASURE: Final = re.compile(r"(-?\d{1,12}(?:\.\d{1,12})?)(mm|cm|in|pt|pc|pi)")
_WHOLE: Final = re.compile(r"-?\d{1,15}")
_DEGREES: Final = 60_000


class Box(NamedTuple):
    """A rectangle on the slide; `top` grows downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Transform(NamedTuple):
    """From the coordinates inside a group to those of the slide: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: "Transform") -> "Transform":
        """This transform of what `first` gives."""
        e, f = self.point(first.e, first.f)
        return Transform(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )

    def box(self, box: Box) -> Box:
        """The upright box around a transformed box."""
        corners = [self.point(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        across, down = zip(*corners, strict=True)
        return Box(min(across), min(down), max(across), max(down))


NO_TRANSFORM: Final = Transform()
NO_BOX: Final = Box(0, 0, 0, 0)


def around(boxes: list[Box]) -> Box:
    """The box around boxes."""
    if not boxes:
        return NO_BOX
    return Box(
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )


def read_box(xfrm: etree._Element | None) -> Box | None:
    """The upright box of a shape in its group's coordinates; None if its place is not said."""
    if xfrm is None:
        return None
    box = _box(xfrm, "off", "ext")
    turn = _turn(xfrm)
    return box if box is None or not turn else _turned(box, turn).box(box)


def read_transform(xfrm: etree._Element | None) -> Transform:
    """What a group does to its members: it scales, flips and turns them."""
    outer = None if xfrm is None else _box(xfrm, "off", "ext")
    if xfrm is None or outer is None:
        return NO_TRANSFORM
    inner = _box(xfrm, "chOff", "chExt") or outer
    across = _scale(outer.right - outer.left, inner.right - inner.left)
    down = _scale(outer.bottom - outer.top, inner.bottom - inner.top)
    x, y = outer.left, outer.top
    if _on(xfrm, "flipH"):
        across, x = -across, outer.right
    if _on(xfrm, "flipV"):
        down, y = -down, outer.bottom
    placed = Transform(across, 0, 0, down, x - across * inner.left, y - down * inner.top)
    turn = _turn(xfrm)
    return _turned(outer, turn).after(placed) if turn else placed


def length(words: str | None) -> float:
    """A coordinate: a whole number of EMU, or a number with a unit (ISO/IEC 29500-1, 20.1.10.16); 0 if neither."""
    if not words:
        return 0
    if _WHOLE.fullmatch(words):
        return int(words)
    found = _MEASURE.fullmatch(words)
    return float(found[1]) * _UNITS[found[2]] if found else 0


def _box(xfrm: etree._Element, corner: str, size: str) -> Box | None:
    off, ext = xfrm.find(A + corner), xfrm.find(A + size)
    if off is None:
        return None
    x, y = length(off.get("x")), length(off.get("y"))
    width, height = (0.0, 0.0) if ext is None else (length(ext.get("cx")), length(ext.get("cy")))
    return Box(x, y, x + max(width, 0), y + max(height, 0))


def _turn(xfrm: etree._Element) -> float:
    """The clockwise turn in radians."""
    words = xfrm.get("rot", "")
    return math.radians(int(words) / _DEGREES % 360) if _WHOLE.fullmatch(words) else 0.0


def _turned(box: Box, turn: float) -> Transform:
    """A turn about the centre of a box."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    cos, sin = math.cos(turn), math.sin(turn)
    return Transform(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)


def _scale(outer: float, inner: float) -> float:
    return outer / inner if inner else 1.0


def _on(element: etree._Element, name: str) -> bool:
    return element.get(name) in {"1", "true"}
