"""One table as columns of text: what every format of open data becomes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

_BATCH: Final = 10_000
_OFTEN: Final = 50_000
"""Up to so many different texts of a column are kept once each."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of equal length, one for each name. locate: of a row, with `{}` for its number, from `first` on."""

    names: tuple[str, ...]
    cells: Sequence[list[str]]
    locate: str
    first: int


def turned(rows: Iterable[Sequence[str]], width: int) -> list[list[str]]:
    """Rows as so many columns: what is missing is empty, what is too much is left out; equal texts are one object."""
    columns: list[list[str]] = [[] for _ in range(width)]
    known: list[dict[str, str]] = [{} for _ in range(width)]
    left, blank = iter(rows), ("",) * width
    while batch := list(islice(left, _BATCH)):
        even = [row if len(row) == width else (*row[:width], *blank[len(row) :]) for row in batch]
        for column, words, cells in zip(columns, known, zip(*even, strict=True), strict=True):
            column += cells if len(words) > _OFTEN else [words.setdefault(cell, cell) for cell in cells]
    return columns
