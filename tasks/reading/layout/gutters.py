"""Columns of text without rules: the strips of white space that line after line leaves free."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

_Span = tuple[float, float]
_SURE: Final = 2


@dataclass(slots=True)
class Gutter:
    """White space from `low` to `high`; `support` lines have text on both of its sides."""

    low: float
    high: float
    support: int


@dataclass(slots=True)
class Gutters:
    """The gutters of the lines added so far; none is narrower than `least`.

    `fixed`: they come from an earlier part of the same table, so that none is parted or added.
    """

    least: float
    left: float
    right: float
    found: list[Gutter] = field(default_factory=list)
    fixed: bool = False

    def blocked(self, spans: Sequence[_Span]) -> bool:
        """Whether a line of these pieces runs across a gutter that at least two lines respect."""
        return any(g.support >= _SURE and not self._free(g, spans) for g in self.found)

    def _free(self, gutter: Gutter, spans: Sequence[_Span]) -> list[_Span]:
        """What of a gutter the pieces leave free."""
        free: list[_Span] = []
        low = gutter.low
        for start, end in spans:
            if end <= low or start >= gutter.high:
                continue
            free.append((low, start))
            low = max(low, end)
        free.append((low, gutter.high))
        return [(a, b) for a, b in free if b - a >= self.least]

    def add(self, spans: Sequence[_Span]) -> None:
        """Takes a line that is not blocked: its pieces from left to right."""
        first, last = spans[0][0], spans[-1][1]
        if not self.fixed:
            self._widen(spans)
        kept: list[Gutter] = []
        for gutter in self.found:
            free = self._free(gutter, spans)
            if self.fixed and free:
                free = [max(free, key=lambda pair: pair[1] - pair[0])]
            for low, high in free:
                kept.append(Gutter(low, high, gutter.support + (first <= low and last >= high)))
        self.found = kept
        self.left, self.right = min(self.left, first), max(self.right, last)

    def _widen(self, spans: Sequence[_Span]) -> None:
        """New gutters beyond the text so far: between it and pieces beside it, and between these."""
        ends = [end for _, end in spans if end <= self.left]
        starts = [start for start, end in spans if end <= self.left]
        before = zip(ends, [*starts[1:], self.left], strict=True) if ends else ()
        ends = [end for start, end in spans if start >= self.right]
        starts = [start for start, _ in spans if start >= self.right]
        after = zip([self.right, *ends[:-1]], starts, strict=True) if starts else ()
        self.found = [
            *(Gutter(low, high, 0) for low, high in before if high - low >= self.least),
            *self.found,
            *(Gutter(low, high, 0) for low, high in after if high - low >= self.least),
        ]

    def edges(self) -> list[float]:
        """The edges of the columns: the outer ones, and the middles of the gutters."""
        return [self.left, *((g.low + g.high) / 2 for g in self.found), self.right]


def begun(spans: Sequence[_Span], least: float) -> Gutters:
    """The gutters of a first line."""
    found = [Gutter(a[1], b[0], 1) for a, b in itertools.pairwise(spans) if b[0] - a[1] >= least]
    return Gutters(least, spans[0][0], spans[-1][1], found)


def continued(edges: Sequence[float], least: float) -> Gutters:
    """The gutters of an earlier part of a table, as narrow strips around the edges of its columns."""
    found = [Gutter(edge - least / 2, edge + least / 2, _SURE) for edge in edges[1:-1]]
    return Gutters(least * 0.5, edges[0], edges[-1], found, fixed=True)
