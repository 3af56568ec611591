"""Where DrawingML says that shapes stand: boxes in English Metric Units, and the transforms of groups."""

import math
import re
from typing import Final

from lxml import etree

from tasks.reading.drawing.names import A
from tasks.reading.geometry.length import length
from tasks.reading.geometry.plane import NO_TRANSFORM, Box, Transform

_WHOLE: Final = re.compile(r"-?\d{1,15}")
_DEGREES: Final = 60_000


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
