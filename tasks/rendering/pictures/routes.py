"""The ways of arrows between boxes in a grid: in the channels between columns and the gaps between rows.

An arrow never passes behind a box. Arrows of one box share a way as far as they go together; ways of different boxes
that would lie upon each other lie side by side.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tasks.rendering.pictures.svg import Point
from tasks.rendering.pictures.tracks import side_by_side, spread

ROW_GAP = 9.0
"""Space above a row, more where many arrows pass there."""
_STEP = 3.0
_CHANNEL = 17.0
_TRACK = 3.6
_MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """Column and row of a box, both counted from 0 through the whole picture."""

    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Area:
    """What the grid lies in: left edge, width, top edge, height of a box; extra: space above some rows."""

    left: float
    width: float
    top: float
    box: float
    widest: float
    extra: Mapping[int, float]


Pair = tuple[str, str]


class Grid:
    """Boxes and ways laid out. `pairs`: of each arrow the box where it begins and that where it ends.

    columns: how many there are at least, the last ones empty.
    """

    def __init__(self, places: Mapping[str, Place], pairs: Sequence[Pair], area: Area, columns: int = 1) -> None:
        self._places = places
        self._pairs = [pair for pair in dict.fromkeys(pairs) if pair[0] in places and pair[1] in places]
        self._area = area
        self._columns = max([columns, *(place.column + 1 for place in places.values())])
        self._rows = max((place.row for place in places.values()), default=0) + 1
        self._corridors, lanes = self._corridor_lanes()
        self.tops = self._row_tops(lanes)
        self._ports = self._in_ports()
        self._tracks, tracks = self._channel_tracks()
        self.lefts, self.box_width = self._column_lefts(tracks)

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.tops[-1] + self._area.box

    def corner(self, code: str) -> Point:
        """The upper left corner of a box."""
        place = self._places[code]
        return self.lefts[place.column], self.tops[place.row]

    def way(self, pair: Pair) -> list[Point]:
        """The points of an arrow, from the right side of its first box to the left side of the other."""
        first, last = self._places[pair[0]], self._places[pair[1]]
        begin = (self.lefts[first.column] + self.box_width, self._out(pair[0]))
        end = (self.lefts[last.column], self._ports[pair])
        leaving = self._x(first.column, pair[0])
        if pair not in self._corridors:
            return [begin, (leaving, begin[1]), (leaving, end[1]), end]
        level = self._level(pair)
        arriving = self._x(last.column - 1, pair[0])
        return [begin, (leaving, begin[1]), (leaving, level), (arriving, level), (arriving, end[1]), end]

    def _corridor_lanes(self) -> tuple[dict[Pair, int], dict[int, int]]:
        """Of each arrow that passes a column its lane in the gap above its end, and the number of lanes by gap."""
        spans: dict[int, dict[str, list[int]]] = {}
        far = [pair for pair in self._pairs if not self._near(pair)]
        for pair in far:
            gap = self._places[pair[1]].row
            ends = [self._places[pair[0]].column, self._places[pair[1]].column - 1]
            spans.setdefault(gap, {}).setdefault(pair[0], []).extend(ends)
        chosen = {
            gap: side_by_side({key: (min(v), max(v)) for key, v in held.items()}, 0) for gap, held in spans.items()
        }
        lanes = {gap: max(found.values()) + 1 for gap, found in chosen.items()}
        return {pair: chosen[self._places[pair[1]].row][pair[0]] for pair in far}, lanes

    def _near(self, pair: Pair) -> bool:
        return self._places[pair[1]].column == self._places[pair[0]].column + 1

    def _row_tops(self, lanes: Mapping[int, int]) -> list[float]:
        self._gap_tops = {}
        tops, y = [], self._area.top
        for row in range(self._rows):
            y += self._area.extra.get(row, 0.0)
            self._gap_tops[row] = y
            y += max(ROW_GAP if row else _STEP, (lanes.get(row, 0) + 1) * _STEP)
            tops.append(y)
            y += self._area.box
        return tops

    def _level(self, pair: Pair) -> float:
        row = self._places[pair[1]].row
        gap, lanes = self.tops[row] - self._gap_tops[row], self._lanes_in(row)
        return self._gap_tops[row] + gap * (self._corridors[pair] + 1) / (lanes + 1)

    def _lanes_in(self, row: int) -> int:
        return 1 + max(n for pair, n in self._corridors.items() if self._places[pair[1]].row == row)

    def _out(self, code: str) -> float:
        return self.tops[self._places[code].row] + self._area.box * _MIDDLE

    def _straight(self, pair: Pair) -> bool:
        return self._near(pair) and self._places[pair[0]].row == self._places[pair[1]].row

    def _in_ports(self) -> dict[Pair, float]:
        """Where each arrow meets its end: from above in the upper half, from below in the lower, straight ones between.

        What comes along a gap comes from above.
        """
        held: dict[str, list[Pair]] = {}
        for pair in self._pairs:
            held.setdefault(pair[1], []).append(pair)
        out: dict[Pair, float] = {}
        for code, arriving in held.items():
            top = self.tops[self._places[code].row]
            ordered = sorted(arriving, key=lambda pair: (self._near(pair), self._out(pair[0])))
            upper = [p for p in ordered if not self._straight(p) and (not self._near(p) or self._above(p))]
            lower = [p for p in ordered if self._near(p) and not self._straight(p) and not self._above(p)]
            out |= {pair: top + self._area.box * _MIDDLE for pair in ordered if self._straight(pair)}
            out |= {
                p: top + self._area.box * share for p, share in zip(upper, spread(len(upper), 0.1, 0.42), strict=True)
            }
            out |= {
                p: top + self._area.box * share for p, share in zip(lower, spread(len(lower), 0.58, 0.9), strict=True)
            }
        return out

    def _above(self, pair: Pair) -> bool:
        return self._places[pair[0]].row < self._places[pair[1]].row

    def _channel_tracks(self) -> tuple[dict[tuple[int, str], int], dict[int, int]]:
        """The track of each first box in each channel it uses, and the number of tracks by channel."""
        spans: dict[int, dict[str, list[float]]] = {}
        for pair in self._pairs:
            for channel, ends in self._verticals(pair):
                spans.setdefault(channel, {}).setdefault(pair[0], []).extend(ends)
        found: dict[tuple[int, str], int] = {}
        counts: dict[int, int] = {}
        for channel, held in spans.items():
            chosen = side_by_side({key: (min(v), max(v)) for key, v in held.items()}, 2)
            counts[channel] = max(chosen.values()) + 1
            found |= {(channel, key): track for key, track in chosen.items()}
        return found, counts

    def _verticals(self, pair: Pair) -> Iterable[tuple[int, list[float]]]:
        first, last = self._places[pair[0]], self._places[pair[1]]
        if self._straight(pair):
            return
        if self._near(pair):
            yield first.column, [self._out(pair[0]), self._ports[pair]]
            return
        yield first.column, [self._out(pair[0]), self._level(pair)]
        yield last.column - 1, [self._level(pair), self._ports[pair]]

    def _column_lefts(self, tracks: Mapping[int, int]) -> tuple[list[float], float]:
        self._counts = tracks
        channels = [self._channel(n) for n in range(self._columns - 1)]
        before = self._channel(-1) if -1 in tracks else 0.0
        behind = self._channel(self._columns - 1) if self._columns - 1 in tracks else 0.0
        room = self._area.width - before - behind - sum(channels)
        width = min(room / self._columns, self._area.widest)
        spare = (room - width * self._columns) / max(self._columns, 1)
        self._wider = min(spare, width) if self._columns > 1 else 0.0
        lefts = [self._area.left + before]
        for channel in channels:
            lefts.append(lefts[-1] + width + channel + self._wider)
        return lefts, width

    def _channel(self, number: int) -> float:
        return _CHANNEL + _TRACK * max(self._counts.get(number, 0), 1)

    def _x(self, channel: int, key: str) -> float:
        """The line in a channel on which the ways of a box run up and down."""
        track = self._tracks.get((channel, key), 0)
        left = self.lefts[channel] + self.box_width if channel >= 0 else self.lefts[0] - self._channel(-1)
        inner = 0 <= channel < self._columns - 1
        return left + (_CHANNEL - 9) + _TRACK * track + (self._wider / 2 if inner else 0.0)
