"""Rules of a page brought together: pieces to lines, lines that meet to grids."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from tasks.reading.layout.page import Rule

SNAP: Final = 3.5
"""Positions that are nearer are one: double lines, and the two sides of a line drawn as a rectangle."""

GAP: Final = 3.0
"""A gap that wide in a line, or between the ends of two that meet, is an accident of drawing."""

MAX_RULES: Final = 1_500
_MOST: Final = 0.5


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Collinear pieces put together, in order of position; the longest if there are too many for any table."""
    out: list[Rule] = []
    for cluster in _clusters(sorted(rules)):
        cluster.sort(key=lambda rule: rule.low)
        at, low, high = cluster[0]
        at = cluster[len(cluster) // 2].at
        for rule in cluster[1:]:
            if rule.low <= high + GAP:
                high = max(high, rule.high)
            else:
                out.append(Rule(at, low, high))
                low, high = rule.low, rule.high
        out.append(Rule(at, low, high))
    if len(out) > MAX_RULES:
        out = sorted(sorted(out, key=lambda rule: (rule.low - rule.high, rule))[:MAX_RULES])
    return out


def _clusters(ordered: Sequence[Rule]) -> Iterable[list[Rule]]:
    cluster: list[Rule] = []
    for rule in ordered:
        if cluster and rule.at - cluster[0].at > SNAP:
            yield cluster
            cluster = []
        cluster.append(rule)
    if cluster:
        yield cluster


def positions(values: Iterable[float]) -> list[float]:
    """Distinct positions in order."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > SNAP:
            out.append(value)
    return out


def crossings(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules that hang together, horizontal and vertical ones, one pair a grid; lonely rules are left out."""
    parent = list(range(len(across) + len(down)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    places = [rule.at for rule in down]
    for number, rule in enumerate(across):
        first, last = bisect_left(places, rule.low - GAP), bisect_right(places, rule.high + GAP)
        for index in range(first, last):
            if down[index].low - GAP <= rule.at <= down[index].high + GAP:
                parent[root(number)] = root(len(across) + index)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate((*across, *down)):
        groups.setdefault(root(number), ([], []))[number >= len(across)].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


@dataclass(slots=True)
class Grid:
    """Lines of a table: `xs` and `ys` from left to right and top to bottom.

    `across[i][c]`: a rule runs along ys[i] over column c; `down[r][j]`: one runs along xs[j] past row r.
    """

    xs: list[float]
    ys: list[float]
    across: list[bytearray] = field(default_factory=list)
    down: list[bytearray] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.ys) - 1

    @property
    def cols(self) -> int:
        """How many columns."""
        return len(self.xs) - 1

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom edge."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def spans(self) -> list[tuple[int, int, int, int]]:
        """Row, column (from 0), height and width of each cell in reading order: fields that no rule parts."""
        taken = [bytearray(self.cols) for _ in range(self.rows)]
        out: list[tuple[int, int, int, int]] = []
        for row in range(self.rows):
            for col in range(self.cols):
                if taken[row][col]:
                    continue
                right, bottom = self._right(row, col, taken[row]), row + 1
                while bottom < self.rows and self._goes_on(bottom, col, right) and not any(taken[bottom][col:right]):
                    bottom += 1
                for line in taken[row:bottom]:
                    line[col:right] = b"\1" * (right - col)
                out.append((row, col, bottom - row, right - col))
        return out

    def _right(self, row: int, col: int, taken: bytearray) -> int:
        right = col + 1
        while right < self.cols and not self.down[row][right] and not taken[right]:
            right += 1
        return right

    def _goes_on(self, row: int, left: int, right: int) -> bool:
        """Whether the same columns form one field in this row, with no rule above it."""
        down = self.down[row]
        closed = (left == 0 or down[left]) and (right == self.cols or down[right])
        return bool(closed) and not any(self.across[row][left:right]) and not any(down[left + 1 : right])


def gridded(across: Sequence[Rule], down: Sequence[Rule], xs: list[float], ys: list[float]) -> Grid:
    """The grid of rules on these positions; positions that no rule keeps apart are dropped."""
    level = _covered(across, ys, xs)
    upright = _covered(down, xs, ys)
    keep_y = [i for i in range(len(ys)) if i in (0, len(ys) - 1) or any(level[i])]
    keep_x = [j for j in range(len(xs)) if j in (0, len(xs) - 1) or any(upright[j])]
    if len(keep_x) < len(xs) or len(keep_y) < len(ys):
        return gridded(across, down, [xs[j] for j in keep_x], [ys[i] for i in keep_y])
    turned = [bytearray(upright[j][r] for j in range(len(xs))) for r in range(len(ys) - 1)]
    return Grid(xs, ys, level, turned)


def _covered(rules: Sequence[Rule], lines: Sequence[float], steps: Sequence[float]) -> list[bytearray]:
    """For every line and every step between two positions: whether rules cover most of it."""
    found = [[0.0] * (len(steps) - 1) for _ in lines]
    for rule in rules:
        line = found[_nearest(lines, rule.at)]
        first = max(bisect_right(steps, rule.low) - 1, 0)
        for step in range(first, min(bisect_left(steps, rule.high), len(line))):
            line[step] += min(rule.high, steps[step + 1]) - max(rule.low, steps[step])
    widths = [high - low for low, high in itertools.pairwise(steps)]
    return [bytearray(got > _MOST * width for got, width in zip(line, widths, strict=True)) for line in found]


def _nearest(lines: Sequence[float], at: float) -> int:
    index = bisect_left(lines, at)
    if index == len(lines) or (index and at - lines[index - 1] < lines[index] - at):
        return index - 1
    return index
