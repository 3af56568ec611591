"""Areas of a worksheet's cells, and what of merged ones is worth a grid."""

from collections.abc import Iterable
from typing import Final

MAX_CELLS: Final = 2_000_000
"""Places that a grid, or what its merged cells cover, may have at most."""

Area = tuple[int, int, int, int]
"""Top, left, bottom and right of cells, from 1, all included."""

_WIDE: Final = 100
_TALL: Final = 1_000


def cut_down(area: Area, bottom: int, right: int) -> Area:
    """A merged area; one of whole rows or columns ends where the used area ends."""
    top, left, last_row, last_col = area
    if last_row - top >= _TALL:
        last_row = max(min(last_row, bottom), top)
    if last_col - left >= _WIDE:
        last_col = max(min(last_col, right), left)
    return top, left, last_row, last_col


def merged(areas: Iterable[Area], used: Area) -> dict[tuple[int, int], Area]:
    """Merged areas that begin in the used one, by their first cell, cut down to what is used."""
    top, _, bottom, right = used
    found = (cut_down(area, bottom, right) for area in areas if top <= area[0] <= bottom and area[1] <= right)
    return {area[:2]: area for area in found if area[:2] != area[2:]}
