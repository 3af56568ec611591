"""Where the header of a table lies, how many rows it takes, and the path of words over each column."""

import re
from dataclasses import dataclass

from tasks.extraction.grid import Grid
from tasks.extraction.header_words import is_month, is_quarter, is_unit, level_words, money_unit
from tasks.extraction.month_columns import initials
from tasks.extraction.questions import is_question
from tasks.extraction.role_letters import headed
from tasks.extraction.texts import blank, fold
from tasks.extraction.vocabulary import Vocabulary

DEEPEST = 3
"""Rows that a header may take."""
_SUM = re.compile(r"(?<![\d.,])(?!1[.,]?0)[1-9]\d{0,2}(?:[.,]\d{3})+(?![\d])|(?<!\d)[1-9]\d{4,}")
"""A sum of money, of which no header holds one; "Rp 1.000" there is a unit."""
_LONG = 120  # letters of a cell beyond which a row is no header
_LONGEST_QUESTION = 200
_QUESTIONS = 3  # fields that a row of questions asks for, from which it heads a table
_WEEKS = frozenset({"1", "2", "3", "4", "5", "i", "ii", "iii", "iv", "v"})


@dataclass(frozen=True, slots=True)
class HeaderRows:
    """Rows `first` to `last` of a grid head its columns; `paths`: the words over each column, outermost first."""

    first: int
    last: int
    paths: tuple[tuple[str, ...], ...]

    def repeated(self, grid: Grid, row: int) -> bool:
        """Whether a row says again what a row of the header says."""
        words = [fold(t) for t in grid.texts[row]]
        return any(_mostly_equal(words, [fold(t) for t in own]) for own in self.texts())

    def texts(self) -> list[list[str]]:
        """The words of each level of the header, column by column."""
        deep = max((len(p) for p in self.paths), default=0)
        return [[p[min(level, len(p) - 1)] if p else "" for p in self.paths] for level in range(deep)]


def find_header(grid: Grid, row: int, vocabulary: Vocabulary, known: bool = False) -> HeaderRows | None:
    """The header that begins in a row, None if the row is none.

    known: rows with data came before, so only unmistakable headers count.
    """
    if not _heads(grid, row, vocabulary, known):
        return None
    last = row + _depth(grid, row, vocabulary) - 1
    paths = tuple(column_path(grid, row, last, col) for col in range(grid.cols))
    return HeaderRows(row, last, paths)


def _heads(grid: Grid, row: int, vocabulary: Vocabulary, known: bool) -> bool:
    texts = [t for _, t in grid.stated(row)]
    if len(texts) < 2 or any(_too_long(t) or _SUM.search(t) for t in texts):
        return False
    if known or (grid.table.rows > 200 and row > 40):
        exact = {w.field for t in texts if (w := vocabulary.exact(t))}
        return len(exact) >= 2 and 2 * len(exact) >= len(texts)
    return _known_enough(texts, vocabulary)


def _too_long(text: str) -> bool:
    return len(text) > (_LONGEST_QUESTION if is_question(text) else _LONG)


def _known_enough(texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether enough of the texts are known as headers; several levels or several months count as one more."""
    words = [w for t in texts if (w := vocabulary.look(t))]
    letters = _letters_of_months(texts)
    runs = sum(1 for test in (level_words, is_month, is_quarter) if sum(1 for t in texts if test(t)) > 1)
    runs += bool(letters) + _asks(texts, vocabulary)
    sure = len({w.field for w in words if w.sure}) + runs
    if sure < 1 or len({w.field for w in words}) + runs < 2:
        return False
    other = [t for t in texts if vocabulary.look(t) is None and (level_words(t) or is_month(t) or is_quarter(t))]
    counted = len(words) + len(other) + letters + len(headed(texts))
    return 5 * counted >= 2 * len(texts) and (sure >= 2 or 5 * counted >= 3 * len(texts))


def _asks(texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the texts are questions, each for something else: "Siapa yang urus", "Kapan harus ada"."""
    asked = {w.field for t in texts if is_question(t) and (w := vocabulary.look(t))}
    return len(asked) >= _QUESTIONS


def _letters_of_months(texts: list[str]) -> int:
    """How many of the texts are the first letters of a year's months, side by side: 12 or none."""
    return 12 if any(initials(texts[i : i + 12]) for i in range(len(texts) - 11)) else 0


def _depth(grid: Grid, row: int, vocabulary: Vocabulary) -> int:
    written = [
        c for c in grid.cells[row] if c is not None and c.row == row + 1 and not blank(grid.texts[row][c.col - 1])
    ]
    most = min(DEEPEST, grid.rows - row)
    depth = min(max((c.rowspan for c in written), default=1), most)
    while depth < most and _goes_on(grid, row, row + depth, vocabulary):
        depth += 1
    return depth


def _goes_on(grid: Grid, first: int, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row belongs to the header above: all its words stand beneath wide or empty header cells."""
    begun = [(c, t) for c, t in grid.begun(row) if not blank(t)]
    if begun and all(is_unit(t) for _, t in begun):
        return True
    if not begun or not all(_beneath(grid, first, row - 1, c) for c, _ in begun):
        return False
    return all(_header_like(t, vocabulary) for _, t in begun)


def _beneath(grid: Grid, first: int, above: int, col: int) -> bool:
    cell = grid.cells[above][col]
    if cell is None or blank(grid.texts[above][col]):
        return True
    if cell.colspan > 1:
        return True
    right = col + 1 < grid.cols and blank(grid.texts[first][col + 1])
    return right and above == first


def _header_like(text: str, vocabulary: Vocabulary) -> bool:
    if len(text) > 40:
        return False
    return bool(
        vocabulary.look(text)
        or level_words(text)
        or is_month(text)
        or is_quarter(text)
        or money_unit(text)
        or fold(text) in _WEEKS
    ) or (len(text) == 1 and text.isupper())


def column_path(grid: Grid, first: int, last: int, col: int) -> tuple[str, ...]:
    """The words over a column in the rows of a header, outermost first; empty where nothing is written."""
    words = [grid.texts[r][col] for r in range(first, last + 1)]
    if blank(words[0]) and any(not blank(w) for w in words):
        words[0] = _to_the_left(grid, first, col)
    return tuple(dict.fromkeys(w for w in words if not blank(w)))


def _to_the_left(grid: Grid, row: int, col: int) -> str:
    """The words over a column whose own cell is empty: those of the group that begins to its left."""
    return next((grid.texts[row][c] for c in range(col - 1, -1, -1) if not blank(grid.texts[row][c])), "")


def _mostly_equal(row: list[str], header: list[str]) -> bool:
    written = [(a, b) for a, b in zip(row, header, strict=False) if a or b]
    same = sum(1 for a, b in written if a and a == b)
    return same >= 2 and 5 * same >= 4 * len(written)
