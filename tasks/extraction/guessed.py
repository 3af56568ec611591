"""A header that no word list knows, or that is not there at all: found by what the rows below it hold."""

import re
from collections.abc import Callable, Sequence

from tasks.extraction.contents import like_action
from tasks.extraction.grid import Grid
from tasks.extraction.headers import DEEPEST, HeaderRows, column_path
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import blank

_SAMPLE = 40  # rows that tell what columns hold
_LEAST = 2  # rows with an action from which a table is one of actions
_WORDS = 2  # words of an action at least
_DAY = re.compile(r"\d.*[^\W\d_]{3}|[^\W\d_]{3}.*\d{4}|\d[/.-]\d{1,2}[/.-]\d")
_SAYS_WHEN = re.compile(r"[^\W\d_]|\d{4}")


def guess_header(grid: Grid, recognise: Recognisers) -> HeaderRows | None:
    """The header over the first row that reads like an action beside a time, a sum of money or those who act.

    Without any row above it in which several cells hold words, the header is empty and lies before that row. None
    where no column holds actions in most of its cells, or no other column says when, how much or by whom.
    """
    rows = range(min(grid.rows, _SAMPLE))
    action = next((col for col in range(grid.cols) if _holds(grid, rows, col, _reads_like_action)), None)
    if action is None or not any(_speaks(grid, rows, c, action, recognise) for c in range(grid.cols) if c != action):
        return None
    first = next(r for r in rows if grid.owns(r, action) and _reads_like_action(grid.texts[r][action]))
    while first > 0 and _data(grid, first - 1, recognise):
        first -= 1
    top = first
    while top > 0 and first - top < DEEPEST and len(grid.stated(top - 1)) > 1:
        top -= 1
    paths = tuple(column_path(grid, top, first - 1, col) if top < first else () for col in range(grid.cols))
    return HeaderRows(top, first - 1, paths)


def _holds(grid: Grid, rows: Sequence[int], col: int, test: Callable[[str], bool]) -> bool:
    """Whether most of the cells with words that begin in these rows of a column pass a test, and some do."""
    texts = [t for r in rows if grid.owns(r, col) and not blank(t := grid.texts[r][col])]
    passed = [test(t) for t in texts]
    below = passed[passed.index(True) :] if True in passed else []  # what stands above may be titles
    return sum(below) >= _LEAST and 5 * sum(below) >= 3 * len(below)


def _reads_like_action(text: str) -> bool:
    return len(text.split()) >= _WORDS and like_action(text)


def _data(grid: Grid, row: int, recognise: Recognisers) -> bool:
    """Whether a row of several cells has a sum or a time of some length in one of them, as no header has."""
    texts = [t for _, t in grid.stated(row)]
    return len(texts) > 1 and any(
        recognise.money(t) or (_SAYS_WHEN.search(t) and _DAY.search(t) and recognise.is_period(t)) for t in texts
    )


def _speaks(grid: Grid, rows: Sequence[int], col: int, action: int, recognise: Recognisers) -> bool:
    """Whether a column says when, how much or by whom beside most of the actions."""
    beside = [r for r in rows if _reads_like_action(grid.texts[r][action])]
    tests = (
        lambda text: bool(recognise.money(text)),
        lambda text: _SAYS_WHEN.search(text) is not None and recognise.is_period(text),
        recognise.only_institutions,
    )
    return any(_holds(grid, beside, col, test) for test in tests)
