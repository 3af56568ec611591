"""Tables that were cut in two, by the end of a page or by hand, linked again: how sure, and why.

Rows stay where they stand; the link alone says that they belong together. What speaks for it, in this order: the
words between both say so ("lanjutan"), the header is repeated, the numbering goes on, the columns are as many.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Final, Literal

from tasks.model.blocks import Block, Continuation, Table

_CAPTION: Final = 12  # words of a caption at most
_HEADER: Final = 3  # rows of a repeated header at most
_ALIKE: Final = 0.7  # share of the cells that are the same in a header and one that differs by accident
_MISREAD: Final = 0.75  # likeness of a word and what a scanner made of it
_LONGEST: Final = 60  # letters of a header that are compared
_WORDS: Final = 3  # cells with words in such a header at least
_NUMBERED: Final = 0.6  # share of the rows that a column of numbers fills at least
_NUMBER: Final = re.compile(r"[\s(]*(\d{1,4})[\s.)]*")

_Reason = Literal["same-columns", "repeated-header", "numbering-goes-on", "said-so"]
_CONFIDENCE: Final[dict[_Reason, float]] = {
    "said-so": 0.95,
    "repeated-header": 0.9,
    "numbering-goes-on": 0.9,
    "same-columns": 0.6,
}
_RESTART: Final = 0.5
"""How sure a repeated header is if the numbering below it starts again: two tables of one form look like that."""


@dataclass(frozen=True, slots=True)
class _Face:
    """What a table shows of itself: its first rows, and the numbers in its first column, None where there is none."""

    first: tuple[tuple[str, ...], ...]
    numbers: tuple[int | None, ...]

    @property
    def numbered(self) -> bool:
        """Whether its first column is one of numbers, the header left aside."""
        below = self.numbers[1:] or self.numbers
        return sum(n is not None for n in below) >= _NUMBERED * max(len(below), 1)


def linked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, tables that go on from the one before marked so. Worksheets and hidden tables never do."""
    out: list[Block] = []
    last: Table | None = None
    said, title = False, ""
    for block in blocks:
        if isinstance(block, Table):
            found = None if last is None else _continuation(last, block, said)
            out.append(block if found is None else replace(block, continues=found))
            last, said = (None if block.at.sheet or block.hidden else block), False
            continue
        out.append(block)
        if block.kind == "note" or not block.text.strip():
            continue
        # A slide repeats its title above the second half of a table.
        same = block.kind == "heading" and block.text.casefold() == title
        title = block.text.casefold() if block.kind == "heading" else title
        if same or _says_so(block.text):
            said = True
        else:
            last = None
    return tuple(out)


def _says_so(text: str) -> bool:
    """Whether a caption says that what follows is the continuation of something."""
    words = re.findall(r"[a-z']+", text.lower().replace("’", "'"))
    return len(words) <= _CAPTION and not _continuation_words().isdisjoint(words)


@cache
def _continuation_words() -> frozenset[str]:
    with (Path(__file__).parent / "continuation_words.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines))


def _continuation(first: Table, second: Table, said: bool) -> Continuation | None:
    """The link from the second table back to the first; None if nothing speaks for it."""
    if first.cols != second.cols or first.cols < 2:
        return None
    before, after = _face(first), _face(second)
    repeated = sum(1 for _ in takewhile(_same, zip(before.first, after.first, strict=False)))
    last = next((n for n in reversed(before.numbers) if n is not None), None)
    following = next((n for n in after.numbers[repeated:] if n is not None), None)
    goes_on = last is not None and following is not None and last < following <= last + 2
    if said:
        reason: _Reason = "said-so"
    elif repeated:
        reason = "repeated-header"
    elif goes_on:
        reason = "numbering-goes-on"
    elif _has_header(second, after):
        return None
    else:
        reason = "same-columns"
    restarts = repeated and not said and following is not None and last is not None and following <= last
    sure = _RESTART if restarts else _CONFIDENCE[reason]
    return Continuation(first.locator, sure, reason, repeated, _row_goes_on(before, after, repeated))


def _same(rows: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    """Whether two rows say the same, or nearly so: a recognised header may differ by a letter, a drawn one be cut."""
    one, other = rows
    if one == other:
        return True
    if _NUMBER.fullmatch(one[0]) or _NUMBER.fullmatch(other[0]):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a or b]
    words = [pair for pair in pairs if any(map(str.isalpha, pair[0]))]
    if len(words) < _WORDS or sum(a == b for a, b in pairs) < _ALIKE * len(pairs):
        return False
    return all(a == b or _near(a[:_LONGEST], b[:_LONGEST]) for a, b in pairs)


def _near(one: str, other: str) -> bool:
    """Whether one is the beginning of the other, or a letter or two were taken for others."""
    cut = bool(one and other) and (one.startswith(other) or other.startswith(one))
    return cut or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _MISREAD


def _has_header(table: Table, face: _Face) -> bool:
    """Whether a table seems to begin with a header of its own: bold throughout, or without the number others have."""
    cells = [cell for cell in table.cells if cell.row == 1 and cell.text.strip()]
    bold = bool(cells) and all(cell.bold for cell in cells)
    full = len(cells) == table.cols
    return bold or (face.numbered and full and face.numbers[0] is None) or not face.first


def _row_goes_on(before: _Face, after: _Face, repeated: int) -> bool:
    """Whether the first row has words but no number, in a table of numbered rows: it goes on with the last one."""
    rows = after.first[repeated : repeated + 1]
    return before.numbered and bool(rows) and not rows[0][0].strip() and any(word.strip() for word in rows[0][1:])


def _face(table: Table) -> _Face:
    first = [[""] * table.cols for _ in range(min(table.rows, _HEADER + 1))]
    numbers: list[int | None] = [None] * table.rows
    for row, col, text in table.words():
        if row <= len(first) and col <= table.cols:
            first[row - 1][col - 1] = " ".join(text.split()).casefold()
        if col == 1 and row <= table.rows:
            numbers[row - 1] = _number(text)
    return _Face(tuple(tuple(row) for row in first), tuple(numbers))


def _number(text: str) -> int | None:
    match = _NUMBER.fullmatch(text)
    return int(match[1]) if match else None
