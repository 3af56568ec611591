"""Where boxes stand so that arrows run to the right: columns by dependency, rows within their lanes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a box in a grid, counted from 0; rows are counted within the lane."""

    lane: int
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Block:
    """Boxes that hang together, placed among themselves. heights: rows that each lane takes; width: columns."""

    spots: Mapping[str, Spot]
    heights: Mapping[int, int]
    width: int


def neighbours(codes: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """For every code those that come after it, of these codes alone, each once."""
    out: dict[str, list[str]] = {code: [] for code in codes}
    for before, after in pairs:
        if before in out and after in out and before != after and after not in out[before]:
            out[before].append(after)
    return out


def columns(codes: Sequence[str], after: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The column of each code: right of all it waits for. In a circle the first code in order begins."""
    order = _order(codes, after)
    rank = {code: n for n, code in enumerate(order)}
    found = dict.fromkeys(order, 0)
    awaiting = dict.fromkeys(order, False)
    for code in order:
        for later in after[code]:
            if rank[later] > rank[code]:
                found[later] = max(found[later], found[code] + 1)
                awaiting[later] = True
    for code in reversed(order):
        following = [found[later] for later in after[code] if rank[later] > rank[code]]
        if following and not awaiting[code]:
            found[code] = min(following) - 1
    return found


def _order(codes: Sequence[str], after: Mapping[str, Sequence[str]]) -> list[str]:
    """The codes so that each stands behind those before it, as far as circles allow."""
    open_ends = dict.fromkeys(codes, 0)
    for code in codes:
        for later in after[code]:
            open_ends[later] += 1
    left = dict.fromkeys(codes)
    out: list[str] = []
    ready = [code for code in codes if not open_ends[code]]
    while left:
        code = ready.pop(0) if ready else next(iter(left))
        if code not in left:
            continue
        del left[code]
        out.append(code)
        for later in after[code]:
            open_ends[later] -= 1
            if not open_ends[later] and later in left:
                ready.append(later)
    return out


def block(codes: Sequence[str], after: Mapping[str, Sequence[str]], lanes: Mapping[str, int]) -> Block:
    """The codes placed: `after` as given by `neighbours`, `lanes` the lane of each."""
    column = columns(codes, after)
    return arranged(codes, after, lanes, column)


def arranged(
    codes: Sequence[str], after: Mapping[str, Sequence[str]], lanes: Mapping[str, int], column: Mapping[str, int]
) -> Block:
    """The codes in given columns, in rows that keep arrows short."""
    stacks: dict[tuple[int, int], list[str]] = {}
    for code in codes:
        stacks.setdefault((lanes[code], column[code]), []).append(code)
    linked: dict[str, list[str]] = {code: [] for code in codes}
    for code in codes:
        for later in after[code]:
            linked[code].append(later)
            linked[later].append(code)
    heights: dict[int, int] = {}
    for (lane, _), stack in stacks.items():
        heights[lane] = max(heights.get(lane, 0), len(stack))
    _sort(stacks, linked, heights)
    rows = _rows(stacks, linked, heights, lanes)
    spots = {code: Spot(lanes[code], column[code], rows[code]) for code in codes}
    return Block(spots, heights, max(column.values(), default=0) + 1)


def _sort(
    stacks: Mapping[tuple[int, int], list[str]], linked: Mapping[str, Sequence[str]], heights: Mapping[int, int]
) -> None:
    """Orders every stack by the middle of what its boxes are linked to, to and fro."""
    base = _bases(heights)
    level = {code: base[key[0]] + n for key, stack in stacks.items() for n, code in enumerate(stack)}
    for sweep in range(_SWEEPS):
        for key in sorted(stacks, key=lambda key: key[1], reverse=bool(sweep % 2)):
            stack = stacks[key]
            middle = {code: _middle([level[other] for other in linked[code]], level[code]) for code in stack}
            stack.sort(key=lambda code: middle[code])
            level |= {code: base[key[0]] + n for n, code in enumerate(stack)}


def _middle(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _bases(heights: Mapping[int, int]) -> dict[int, int]:
    """The first row of each lane below those above it."""
    out, top = {}, 0
    for lane in sorted(heights):
        out[lane] = top
        top += heights[lane]
    return out


def _rows(
    stacks: Mapping[tuple[int, int], Sequence[str]],
    linked: Mapping[str, Sequence[str]],
    heights: Mapping[int, int],
    lanes: Mapping[str, int],
) -> dict[str, int]:
    """The row of each box: beside what it is linked to in its lane, where the stack leaves room."""
    out: dict[str, int] = {}
    for key in sorted(stacks, key=lambda key: key[1]):
        stack, height = stacks[key], heights[key[0]]
        free = 0
        for n, code in enumerate(stack):
            beside = [out[other] for other in linked[code] if other in out and lanes[other] == key[0]]
            wanted = round(_middle(beside, free))
            out[code] = min(max(wanted, free), height - (len(stack) - n))
            free = out[code] + 1
    return out
