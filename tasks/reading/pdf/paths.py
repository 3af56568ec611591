"""Lines and rectangles of a PDF page: what may rule or shade a table."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium

from tasks.reading.geometry.plane import Transform
from tasks.reading.layout.page import Fill, Rule

MAX_OBJECTS: Final = 100_000
"""Objects and segments of one page; a drawing beyond that is no table."""

_MAX_FILLS: Final = 2_000
_DEEPEST: Final = 8
_THIN: Final = 3.0
_THICKEST: Final = 12.0
_LEVEL: Final = 0.5
_SHORTEST: Final = 2.0
_Point = tuple[float, float]
_Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Drawing:
    """What was found on a page. `pictures` are the boxes of its images, `paths` the number of other shapes.

    `cut`: the page holds more objects than anybody would look at.
    """

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[_Box] = field(default_factory=list)
    paths: int = 0
    cut: bool = False
    _left: int = MAX_OBJECTS

    def spend(self, count: int) -> bool:
        """Whether the page may still hold so many objects."""
        self._left -= count
        self.cut = self.cut or self._left < 0
        return not self.cut

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Notes a line from its box; one that is neither level nor upright rules nothing."""
        width, height = x1 - x0, y1 - y0
        if height <= _THIN and width > height and width > _SHORTEST:
            self.across.append(Rule((y0 + y1) / 2, x0, x1))
        elif width <= _THIN and height > _SHORTEST:
            self.down.append(Rule((x0 + x1) / 2, y0, y1))

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Notes the four sides of a rectangle."""
        self.across += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
        self.down += [Rule(x0, y0, y1), Rule(x1, y0, y1)]


def read_drawing(page: Any, view: Transform) -> Drawing:
    """The rules, fills and pictures of a page, those inside of nested forms included."""
    drawing = Drawing()
    _Reader(drawing).objects(
        (pdfium.FPDFPage_GetObject(page, n) for n in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS))),
        view,
        0,
    )
    return drawing


@dataclass(slots=True)
class _Reader:
    """Walks through the objects; holds the places that PDFium writes its answers to."""

    drawing: Drawing
    box: tuple[ctypes.c_float, ...] = field(default_factory=lambda: tuple(ctypes.c_float() for _ in range(4)))
    mode: ctypes.c_int = field(default_factory=ctypes.c_int)
    stroke: ctypes.c_int = field(default_factory=ctypes.c_int)

    def objects(self, found: Iterator[Any], view: Transform, depth: int) -> None:
        kind_of = pdfium.FPDFPageObj_GetType
        for item in found:
            kind = kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            if not self.drawing.spend(1):
                return
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, view)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                self._form(item, view, depth)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.drawing.pictures.append(self._bounds(item, view))
            else:
                self.drawing.paths += 1

    def _form(self, item: Any, view: Transform, depth: int) -> None:
        count = min(pdfium.FPDFFormObj_CountObjects(item), MAX_OBJECTS)
        inside = (pdfium.FPDFFormObj_GetObject(item, n) for n in range(count))
        self.objects(inside, view.after(_matrix_of(item)), depth + 1)

    def _bounds(self, item: Any, view: Transform) -> _Box:
        left, bottom, right, top = self.box
        pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        return _box(view.point(left.value, bottom.value), view.point(right.value, top.value))

    def _path(self, item: Any, view: Transform) -> None:
        self.drawing.paths += 1
        pdfium.FPDFPath_GetDrawMode(item, self.mode, self.stroke)
        filled, stroked = bool(self.mode.value), bool(self.stroke.value)
        segments = pdfium.FPDFPath_CountSegments(item)
        if not (filled or stroked) or segments < 2:
            return
        x0, y0, x1, y1 = bounds = self._bounds(item, view)
        if min(x1 - x0, y1 - y0) <= _THIN and segments <= 5:
            if not (filled and segments > 2 and not stroked and self._clear(item)):
                self.drawing.rule(*bounds)
        elif (segments > 2 or min(x1 - x0, y1 - y0) <= _THICKEST) and self.drawing.spend(segments):
            # PDFium counts the width of a stroke twice: a thick rule lies between its two points.
            self._segments(item, segments, view.after(_matrix_of(item)), filled, stroked)

    def _segments(self, item: Any, count: int, view: Transform, filled: bool, stroked: bool) -> None:
        """Rules and rectangles of a path of many strokes, subpath by subpath."""
        colour = self._colour(item) if filled else ""
        for points in self._subpaths(item, count, view):
            box = _rectangle(points)
            if box is None:
                if stroked:
                    self._strokes(points)
                continue
            x0, y0, x1, y1 = box
            if min(x1 - x0, y1 - y0) <= _THIN:
                self.drawing.rule(*box)
                continue
            if colour and len(self.drawing.fills) < _MAX_FILLS:
                self.drawing.fills.append(Fill(x0, y0, x1, y1, colour))
            if stroked:
                self.drawing.frame(*box)

    def _strokes(self, points: list[_Point]) -> None:
        for start, end in pairwise(points):
            self.drawing.rule(*_box(start, end))

    def _subpaths(self, item: Any, count: int, view: Transform) -> Iterator[list[_Point]]:
        """The corners of each subpath; one with curves in it is left out."""
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[_Point] = []
        straight = True
        for number in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, number)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if straight and len(points) > 1:
                    yield points
                points, straight = [], True
            straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
            points.append(view.point(x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
                points.append(points[0])
        if straight and len(points) > 1:
            yield points

    def _colour(self, item: Any) -> str:
        """RRGGBB; "" for what is hardly there."""
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha) or alpha.value < 16:
            return ""
        return f"{red.value & 255:02X}{green.value & 255:02X}{blue.value & 255:02X}"

    def _clear(self, item: Any) -> bool:
        return not self._colour(item)


def _matrix_of(item: Any) -> Transform:
    """The map from an object's own coordinates to those of what holds it."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return Transform(1, 0, 0, 1, 0, 0)
    return Transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _box(start: _Point, end: _Point) -> _Box:
    return min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])


def _rectangle(points: list[_Point]) -> _Box | None:
    """The box of four corners whose sides run along the axes; None for any other shape."""
    if not 4 <= len(points) <= 5 or (len(points) == 5 and not _near(points[0], points[4])):
        return None
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[:4]
    level = abs(ay - by) < _LEVEL and abs(bx - cx) < _LEVEL and abs(cy - dy) < _LEVEL and abs(dx - ax) < _LEVEL
    upright = abs(ax - bx) < _LEVEL and abs(by - cy) < _LEVEL and abs(cx - dx) < _LEVEL and abs(dy - ay) < _LEVEL
    return (*_low((ax, ay), (cx, cy)), *_high((ax, ay), (cx, cy))) if level or upright else None


def _near(one: _Point, other: _Point) -> bool:
    return abs(one[0] - other[0]) < _LEVEL and abs(one[1] - other[1]) < _LEVEL


def _low(one: _Point, other: _Point) -> _Point:
    return min(one[0], other[0]), min(one[1], other[1])


def _high(one: _Point, other: _Point) -> _Point:
    return max(one[0], other[0]), max(one[1], other[1])
