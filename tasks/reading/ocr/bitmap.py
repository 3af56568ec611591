"""Ruling lines in a picture of a page: long runs of dark pixels, row by row and column by column."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.reading.layout.page import Fill, Rule
from tasks.reading.ocr.strokes import Stroke, strokes_of

_SAMPLE: Final = 7
_LEVELS: Final = 256
_TOWARDS_PAPER: Final = 0.25
_WHITE: Final = b"\xff"


@dataclass(slots=True)
class Bitmap:
    """A grey picture, a byte a pixel, row after row; `scale` is how many points a pixel measures."""

    width: int
    height: int
    pixels: bytes
    scale: float

    def pgm(self) -> bytes:
        """The picture as a file (portable grey map)."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.pixels

    def turned(self, quarters: int) -> "Bitmap":
        """The picture after so many quarter turns with the clock."""
        if not quarters:
            return self
        last = (self.height - 1) * self.width
        rows = [self.pixels[last + column :: -self.width] for column in range(self.width)]
        return Bitmap(self.height, self.width, b"".join(rows), self.scale).turned(quarters - 1)


@dataclass(slots=True)
class Ruling:
    """The lines and dark areas of a picture in points, straightened: y less `slope` times x is level.

    `slope` is None if there is no line to tell.
    """

    across: list[Rule]
    down: list[Rule]
    fills: list[Fill]
    slope: float | None


def ruled(bitmap: Bitmap) -> tuple[Ruling, Bitmap]:
    """The ruling lines of a picture, and the picture without them, in which words are easier to recognise."""
    dark = _dark(bitmap.pixels)
    width, height = bitmap.width, bitmap.height
    level, solid = strokes_of(dark, width, height, bitmap.scale)
    turned = b"".join([dark[column::width] for column in range(width)])
    upright, stripes = strokes_of(turned, height, width, bitmap.scale)
    slope = _common([*((s.slope, s) for s in level), *((-s.slope, s) for s in upright)])
    scale = bitmap.scale
    tilt = slope or 0.0
    across = sorted(_rule(stroke, tilt, scale) for stroke in level)
    down = sorted(_rule(stroke, -tilt, scale) for stroke in upright)
    fills = [_fill(stroke, bitmap, tilt) for stroke in solid]
    across += [edge for stroke in solid for edge in _edges(stroke, tilt, scale)]
    down += [Rule(x, fill.top, fill.bottom) for fill in fills for x in (fill.x0, fill.x1)]
    down += [edge for stroke in stripes for edge in _edges(stroke, -tilt, scale)]
    pixels = bytearray(bitmap.pixels)
    _wipe(pixels, bitmap, level, upright)
    return Ruling(across, down, fills, slope), Bitmap(width, height, bytes(pixels), scale)


def _dark(pixels: bytes) -> bytes:
    """A NUL for each dark pixel, 1 for the others; single light pixels in a dark run are noise.

    Thin lines are grey after scanning, so the limit lies nearer to the paper than to the ink.
    """
    levels = Counter(pixels[::_SAMPLE])
    limit = _threshold(levels)
    paper = max(range(limit, _LEVELS), key=lambda level: levels[level])
    limit += int((paper - limit) * _TOWARDS_PAPER)
    dark = pixels.translate(bytes(int(level > limit) for level in range(_LEVELS)))
    return dark.replace(b"\0\1\0", bytes(3))


def _threshold(levels: Counter[int]) -> int:
    """The level that best parts dark from light (N. Otsu, 1979: largest variance between the two)."""
    total, mass = sum(levels.values()), sum(level * count for level, count in levels.items())
    best, limit, below, below_mass = 0.0, _LEVELS // 2, 0, 0
    for level in range(_LEVELS):
        below += levels[level]
        below_mass += level * levels[level]
        if 0 < below < total:
            apart = below_mass / below - (mass - below_mass) / (total - below)
            variance = below * (total - below) * apart * apart
            if variance > best:
                best, limit = variance, level
    return min(max(limit, 60), 200)


def _common(slopes: Sequence[tuple[float, Stroke]]) -> float | None:
    """The slope of most lines: the median by length."""
    ordered = sorted((slope, stroke.high - stroke.low) for slope, stroke in slopes)
    half = sum(length for _, length in ordered) / 2
    for slope, length in ordered:
        half -= length
        if half <= 0:
            return slope
    return None


def _rule(stroke: Stroke, slope: float, scale: float) -> Rule:
    """A straightened line: where it lies follows from its middle, its ends keep their places along it."""
    x, y = stroke.x / stroke.weight, stroke.y / stroke.weight
    across = y - slope * x
    return Rule(across * scale, (stroke.low + slope * y) * scale, (stroke.high + slope * y) * scale)


def _edges(stroke: Stroke, slope: float, scale: float) -> Iterator[Rule]:
    """The first and the last row of a dark rectangle, which rule like lines."""
    drop = slope * stroke.x / stroke.weight
    for row in (stroke.runs[0][0], stroke.last):
        yield Rule((row - drop) * scale, (stroke.low + slope * row) * scale, (stroke.high + slope * row) * scale)


def _fill(stroke: Stroke, bitmap: Bitmap, slope: float) -> Fill:
    """A dark rectangle, as grey as it is in its middle."""
    x, y, scale = stroke.x / stroke.weight, stroke.y / stroke.weight, bitmap.scale
    grey = bitmap.pixels[int(y) * bitmap.width + int(x)]
    top, bottom = (stroke.runs[0][0] - slope * x) * scale, (stroke.last - slope * x) * scale
    left, right = (stroke.low + slope * y) * scale, (stroke.high + slope * y) * scale
    return Fill(left, top, right, bottom, f"{grey:02X}" * 3)


def _wipe(pixels: bytearray, bitmap: Bitmap, level: Sequence[Stroke], upright: Sequence[Stroke]) -> None:
    """Paints lines white, with the grey pixels on both sides."""
    width, height = bitmap.width, bitmap.height
    for stroke in level:
        for row, start, end in stroke.runs:
            for line in range(max(row - 1, 0), min(row + 2, height)):
                pixels[line * width + start : line * width + end] = _WHITE * (end - start)
    for stroke in upright:
        for column, start, end in stroke.runs:
            for line in range(max(column - 1, 0), min(column + 2, width)):
                pixels[start * width + line : end * width : width] = _WHITE * len(
                    range(start * width + line, end * width, width)
                )
