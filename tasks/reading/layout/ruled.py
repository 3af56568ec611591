"""Tables whose cells are parted by rules."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from tasks.reading.layout.counted import with_rows
from tasks.reading.layout.lines import lines_of
from tasks.reading.layout.page import Fill, Page, Rule, Word
from tasks.reading.layout.rules import SNAP, Grid, crossings, gridded, joined, positions
from tasks.reading.layout.table import Box, Found

MAX_CELLS: Final = 100_000
_SHADED: Final = 0.5
_BAR: Final = 0.25
_OVER: Final = 1.5
_WHITE: Final = "FFFFFF"


def ruled_tables(page: Page) -> tuple[list[Found], list[Word]]:
    """The tables of a page that rules part into cells, from top to bottom, and the words outside of them."""
    across, down = joined(page.across), joined(page.down)
    words = page.words
    tables: list[Found] = []
    for group in sorted(crossings(across, down), key=_extent):
        grid = _grid(*group, words)
        if grid is None:
            continue
        inside, words = _parted(words, grid)
        if inside or grid.rows * grid.cols > 2:
            table = _table(grid, inside, page)
            tables = [*_without_nested(tables, table), table]
    return sorted(tables, key=lambda table: (table.top, table.columns[0])), words


def _without_nested(tables: list[Found], outer: Found) -> list[Found]:
    """Puts tables that lie in a cell of another one there; gives those that do not."""
    rest: list[Found] = []
    for table in tables:
        inside = (box for box in outer.boxes if box.x0 <= table.columns[0] and table.columns[-1] <= box.x1)
        box = next((box for box in inside if box.top <= table.top and table.bottom <= box.bottom), None)
        (rest if box is None else box.nested).append(table)
    return rest


def _extent(group: tuple[list[Rule], list[Rule]]) -> tuple[float, float, float]:
    """Smaller grids first, so that a table in a cell of another takes its words."""
    across, down = group
    height = max(r.high for r in down) - min(r.low for r in down)
    width = max(r.high for r in across) - min(r.low for r in across)
    return width * height, across[0].at, down[0].at


def _grid(across: list[Rule], down: list[Rule], words: Sequence[Word]) -> Grid | None:
    """The grid of rules that hang together; None for a frame around text, a mere cross, or a drawing."""
    xs, ys = positions(rule.at for rule in down), positions(rule.at for rule in across)
    if len(xs) * len(ys) > MAX_CELLS:
        return None
    left, right = min(r.low for r in across), max(r.high for r in across)
    top, bottom = min(r.low for r in down), max(r.high for r in down)
    body = [w for w in words if left <= _middle(w) <= right and top - SNAP <= (w.top + w.bottom) / 2 <= bottom + SNAP]
    xs = _closed(xs, left, right, [_middle(w) for w in body])
    ys = _closed(ys, top, bottom, [(w.top + w.bottom) / 2 for w in body])
    if len(xs) < 2 or len(ys) < 2:
        return None
    grid = gridded(across, down, xs, ys)
    return grid if grid.rows * grid.cols > 1 else None


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2


def _closed(lines: list[float], low: float, high: float, places: Sequence[float]) -> list[float]:
    """Adds the outer edges that nobody drew: where the other rules end, if there is text between."""
    first = [low] if lines[0] - low > 2 * SNAP and any(low < at < lines[0] for at in places) else []
    last = [high] if high - lines[-1] > 2 * SNAP and any(lines[-1] < at < high for at in places) else []
    return [*first, *lines, *last]


def _parted(words: Sequence[Word], grid: Grid) -> tuple[list[Word], list[Word]]:
    """The words whose middle lies in the grid, and the others."""
    x0, top, x1, bottom = grid.box
    inside: list[Word] = []
    others: list[Word] = []
    for word in words:
        mine = x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom
        (inside if mine else others).append(word)
    return inside, others


def _table(grid: Grid, words: Iterable[Word], page: Page) -> Found:
    boxes = [_box(grid, *span) for span in grid.spans()]
    owners: list[list[Box]] = [[boxes[0]] * grid.cols for _ in range(grid.rows)]
    for box in boxes:
        for row in owners[box.row : box.row + box.rowspan]:
            row[box.col : box.col + box.colspan] = [box] * box.colspan
    for word in words:
        _put(word, grid, owners, page)
    for box in boxes:
        if box.words:
            box.lines = lines_of(box.words)
    _shade(grid, owners, page.fills)
    found = Found(boxes, grid.rows, grid.xs, grid.ys[0], grid.ys[-1])
    return with_rows(found) if any(box.col == 0 and len(box.lines) > 1 for box in boxes) else found


def _box(grid: Grid, row: int, col: int, height: int, width: int) -> Box:
    return Box(row, col, height, width, grid.xs[col], grid.ys[row], grid.xs[col + width], grid.ys[row + height])


def _put(word: Word, grid: Grid, owners: list[list[Box]], page: Page) -> None:
    """Gives a word to the cell that holds its middle; a word that runs over a rule is parted there."""
    row = min(bisect_right(grid.ys, (word.top + word.bottom) / 2), grid.rows) - 1
    col = min(bisect_right(grid.xs, (word.x0 + word.x1) / 2), grid.cols) - 1
    box = owners[row][col]
    if page.split and (word.x0 < box.x0 - _OVER or word.x1 > box.x1 + _OVER):
        parts = page.split(word, box.x0 if word.x0 < box.x0 - _OVER else box.x1)
        if len(parts) > 1 and grid.xs[0] - _OVER <= word.x0 and word.x1 <= grid.xs[-1] + _OVER:
            for part in parts:
                _put(part, grid, owners, page)
            return
    box.words.append(word)


def _shade(grid: Grid, owners: list[list[Box]], fills: Iterable[Fill]) -> None:
    """The colour that covers most of a cell; in an empty cell a bar is enough, as in a chart of months."""
    x0, top, x1, bottom = grid.box
    covered: dict[tuple[int, int], tuple[Box, dict[str, float]]] = {}
    for fill in fills:
        if fill.x1 <= x0 or fill.x0 >= x1 or fill.bottom <= top or fill.top >= bottom:
            continue
        first, last = max(bisect_right(grid.ys, fill.top) - 1, 0), bisect_right(grid.ys, fill.bottom - 0.1)
        left, right = max(bisect_right(grid.xs, fill.x0) - 1, 0), bisect_right(grid.xs, fill.x1 - 0.1)
        boxes = {(box.row, box.col): box for row in owners[first:last] for box in row[left:right]}
        for place, box in boxes.items():
            shares = covered.setdefault(place, (box, {}))[1]
            shares[fill.colour] = shares.pop(fill.colour, 0.0) + _share(fill, box)
    for box, shares in covered.values():
        least = _SHADED if box.words else _BAR
        colour = next((c for c, share in reversed(shares.items()) if share >= least), _WHITE)
        box.fill = "" if colour == _WHITE else colour


def _share(fill: Fill, box: Box) -> float:
    width = min(fill.x1, box.x1) - max(fill.x0, box.x0)
    height = min(fill.bottom, box.bottom) - max(fill.top, box.top)
    return max(width, 0.0) * max(height, 0.0) / ((box.x1 - box.x0) * (box.bottom - box.top))
