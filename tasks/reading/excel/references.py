"""Addresses of cells and areas of a worksheet."""

import re
from functools import lru_cache
from typing import Final

from tasks.reading.worksheets.areas import Area

LAST_ROW: Final = 1_048_576
LAST_COL: Final = 16_384
_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


@lru_cache(maxsize=LAST_COL)
def column(letters: str) -> int:
    """The number of the column with these letters, A being 1; 0 if they name none."""
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        return 0
    col = 0
    for letter in letters.upper():
        col = col * 26 + ord(letter) - ord("A") + 1
    return col if col <= LAST_COL else 0


def parse_reference(words: str) -> tuple[int, int] | None:
    """Row and column from 1 of a reference such as "B12"; None if it is none or outside of a worksheet."""
    match = _REFERENCE.fullmatch(words)
    if match is None:
        return None
    row, col = int(match[2]), column(match[1])
    return (row, col) if 0 < row <= LAST_ROW and col else None


def parse_area(words: str) -> Area | None:
    """The area of a reference such as "A1:C3"; None if it is none."""
    first, _, last = words.partition(":")
    start, end = parse_reference(first), parse_reference(last or first)
    if start is None or end is None:
        return None
    return min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])
