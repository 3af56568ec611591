"""Level lines and dark rectangles in a picture of black and white, from its runs of dark pixels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_SHORTEST: Final = 18.0
_LEAST: Final = 28.0
_THICKEST: Final = 3.5
_STRAIGHT: Final = 0.05
_REACH: Final = 8
_ALIKE: Final = 3
_SOLID: Final = 0.8
_MOST_RUNS: Final = 200_000


@dataclass(slots=True)
class Stroke:
    """Runs that touch from row to row. Sums are those of a straight line fitted to their middles."""

    low: int
    high: int
    last: int
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    weight: int = 0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    xy: float = 0.0

    def add(self, row: int, start: int, end: int) -> None:
        """Takes one more run."""
        length, middle = end - start, (start + end) / 2
        self.low, self.high, self.last = min(self.low, start), max(self.high, end), row
        self.runs.append((row, start, end))
        self.weight += length
        self.x += length * middle
        self.y += length * row
        self.xx += length * (middle * middle + length * length / 12)
        self.xy += length * middle * row

    def touches(self, start: int, end: int) -> bool:
        """Whether a run may go on this stroke: it meets the last one, and is of its kind."""
        _, low, high = self.runs[-1]
        alike = (end - start) < _ALIKE * (high - low) and (high - low) < _ALIKE * (end - start)
        return alike and start <= high + _REACH and end >= low - _REACH

    @property
    def thickness(self) -> float:
        """How many rows thick it is."""
        return self.weight / (self.high - self.low)

    @property
    def is_solid(self) -> bool:
        """Whether it fills a rectangle."""
        return self.weight > _SOLID * (self.high - self.low) * (self.last - self.runs[0][0] + 1)

    @property
    def slope(self) -> float:
        """How steeply it runs."""
        spread = self.xx - self.x * self.x / self.weight
        return (self.xy - self.x * self.y / self.weight) / spread if spread > self.weight else 0.0


def strokes_of(dark: bytes, width: int, height: int, scale: float) -> tuple[list[Stroke], list[Stroke]]:
    """Level lines, thin and long enough, from the rows of a picture; and its dark rectangles."""
    shortest = max(int(_SHORTEST / scale), 8)
    strokes: list[Stroke] = []
    active: list[Stroke] = []
    for row, start, end in _runs(dark, width, height, shortest):
        active = [stroke for stroke in active if row - stroke.last <= 2]
        stroke = next((s for s in active if s.touches(start, end)), None)
        if stroke is None:
            stroke = Stroke(start, end, row)
            strokes.append(stroke)
            active.append(stroke)
        stroke.add(row, start, end)
    long = [stroke for stroke in strokes if (stroke.high - stroke.low) * scale >= _LEAST]
    lines = [stroke for stroke in long if stroke.thickness * scale <= _THICKEST and abs(stroke.slope) < _STRAIGHT]
    solid = [stroke for stroke in long if stroke.thickness * scale > _THICKEST and stroke.is_solid]
    return lines, solid


def _runs(dark: bytes, width: int, height: int, shortest: int) -> Iterator[tuple[int, int, int]]:
    find = re.compile(b"\0{%d,}" % shortest).finditer
    count = 0
    for row in range(height):
        begin = row * width
        for match in find(dark, begin, begin + width):
            count += 1
            yield row, match.start() - begin, match.end() - begin
        if count > _MOST_RUNS:
            return
