"""What stands in which picture: connected actions together, no more than a page holds and an eye follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tasks.rendering.pictures.layers import Block, Spot, block, neighbours

MOST_BOXES = 40
MOST_COLUMNS = 6
MOST_ROWS = 8


@dataclass(slots=True)
class Sheet:
    """The blocks of a picture: where each box stands, rows counted within its lane, and the rows of every lane."""

    spots: dict[str, Spot] = field(default_factory=dict)
    used: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def heights(self) -> dict[int, int]:
        """Rows by lane."""
        out: dict[int, int] = {}
        for (lane, _), rows in self.used.items():
            out[lane] = max(out.get(lane, 0), rows)
        return out

    @property
    def width(self) -> int:
        """Columns."""
        return max((column for _, column in self.used), default=0) + 1

    def place(self, one: Block) -> bool:
        """Puts a block where it adds the fewest rows; whether there was room."""
        if len(self.spots) + len(one.spots) > MOST_BOXES:
            return False
        offsets = range(max(MOST_COLUMNS - one.width, 0) + 1)
        rows = {offset: sum(self._with(one, offset).values()) for offset in offsets}
        best = min(offsets, key=lambda offset: (rows[offset], offset))
        if rows[best] > MOST_ROWS and self.spots:
            return False
        self._put(one, best)
        return True

    def _starts(self, one: Block, offset: int) -> dict[int, int]:
        span = range(offset, offset + one.width)
        return {lane: max(self.used.get((lane, column), 0) for column in span) for lane in one.heights}

    def _with(self, one: Block, offset: int) -> dict[int, int]:
        """Rows by lane with the block in place."""
        starts, held = self._starts(one, offset), self.heights
        lanes = {*held, *one.heights}
        return {lane: max(held.get(lane, 0), starts.get(lane, 0) + one.heights.get(lane, 0)) for lane in lanes}

    def _put(self, one: Block, offset: int) -> None:
        starts = self._starts(one, offset)
        for code, spot in one.spots.items():
            self.spots[code] = Spot(spot.lane, spot.column + offset, starts[spot.lane] + spot.row)
        for lane, rows in one.heights.items():
            for column in range(offset, offset + one.width):
                self.used[lane, column] = starts[lane] + rows


def sheets(codes: Sequence[str], pairs: Sequence[tuple[str, str]], lanes: Mapping[str, int]) -> list[Sheet]:
    """All linked codes on as few sheets as it takes, the largest groups first.

    A group too large for a sheet is parted; a box that is left without an arrow then is left out: the boxes to which it
    is linked name it.
    """
    found: list[Sheet] = []
    for one in _blocks(codes, pairs, lanes):
        if not any(sheet.place(one) for sheet in found):
            found.append(Sheet())
            found[-1].place(one)
    return found


def _blocks(codes: Sequence[str], pairs: Sequence[tuple[str, str]], lanes: Mapping[str, int]) -> list[Block]:
    after = neighbours(codes, pairs)
    out = []
    waiting = [group for group in _groups(codes, after) if len(group) > 1]
    while waiting:
        group = waiting.pop(0)
        own = _within(group, after)
        whole = block(group, own, lanes) if len(group) <= MOST_BOXES else None
        if whole and _fits(whole):
            out.append(whole)
            continue
        taken = _grown(group, own, lanes)
        out.append(block(taken, _within(taken, own), lanes))
        gone = set(taken)
        left = [code for code in group if code not in gone]
        waiting += [rest for rest in _groups(left, _within(left, own)) if len(rest) > 1]
    return sorted(out, key=lambda one: -len(one.spots))


def _fits(one: Block) -> bool:
    return (
        len(one.spots) <= MOST_BOXES and one.width <= MOST_COLUMNS and sum(one.heights.values()) <= MOST_ROWS
    )  # fmt: skip


def _within(codes: Iterable[str], after: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    chosen = dict.fromkeys(codes)
    return {code: [later for later in after[code] if later in chosen] for code in chosen}


def _groups(codes: Sequence[str], after: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The connected groups, the largest first, each in the order of `codes`."""
    beside = _both_ways(codes, after)
    place = {code: n for n, code in enumerate(codes)}
    seen: set[str] = set()
    found = []
    for code in codes:
        if code not in seen:
            group, edge = {code}, [code]
            while edge:
                new = [other for other in beside[edge.pop()] if other not in group]
                group.update(new)
                edge += new
            seen |= group
            found.append(sorted(group, key=place.__getitem__))
    return sorted(found, key=lambda group: -len(group))


def _both_ways(codes: Iterable[str], after: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    beside: dict[str, list[str]] = {code: [] for code in codes}
    for code, following in after.items():
        for later in following:
            beside[code].append(later)
            beside[later].append(code)
    return beside


def _grown(group: Sequence[str], after: Mapping[str, Sequence[str]], lanes: Mapping[str, int]) -> list[str]:
    """As much of a group as a sheet holds: from its busiest box on, always what is tied most to what is there."""
    beside = _both_ways(group, after)
    place = {code: n for n, code in enumerate(group)}
    taken = [max(group, key=lambda code: (len(beside[code]), -place[code]))]
    barred: set[str] = set()
    while len(taken) < MOST_BOXES:
        ties: dict[str, int] = {}
        for code in taken:
            for other in beside[code]:
                if other not in taken and other not in barred:
                    ties[other] = ties.get(other, 0) + 1
        if not ties:
            break
        chosen = min(ties, key=lambda code: (-ties[code], place[code]))
        trial = sorted([*taken, chosen], key=place.__getitem__)
        if _fits(block(trial, _within(trial, after), lanes)):
            taken = trial
        else:
            barred.add(chosen)
    return taken
