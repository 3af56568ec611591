"""Marks that a program lost: words that one reviewer inserted and another deleted again.

Word marks them as both; LibreOffice (7.4) keeps the deletion alone, so that they seem to have been there before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations
from typing import Final

from tasks.reviewing.lines import Line, Piece, view
from tasks.reviewing.tables import Cell
from tasks.reviewing.words import bare

_MOST: Final = 6
"""Deleted pieces of a cell among which those are looked for."""

Spot = tuple[int, int]


def with_lost_marks(cell: Cell, issued: str) -> Cell:
    """The cell with the fewest deleted words marked as inserted too, so that it held before what was issued.

    The cell as it is, if it held that anyway, or if no choice of words explains the difference.
    """
    if cell.rejected == issued:
        return cell
    spots = [(n, m) for n, line in enumerate(cell.lines) for m, piece in enumerate(line.pieces) if _alone(piece)]
    for chosen in _choices(spots) if len(spots) <= _MOST else ():
        lines = [_marked(line, [m for k, m in chosen if k == n]) for n, line in enumerate(cell.lines)]
        if bare("\n".join(view(lines, accepted=False))) == issued:
            return Cell(lines)
    return cell


def _choices(spots: Sequence[Spot]) -> Iterator[tuple[Spot, ...]]:
    return chain.from_iterable(combinations(spots, number) for number in range(1, len(spots) + 1))


def _alone(piece: Piece) -> bool:
    return piece.deleted is not None and piece.inserted is None


def _marked(line: Line, places: Sequence[int]) -> Line:
    if not places:
        return line
    pieces = [replace(p, inserted=p.deleted) if m in places else p for m, p in enumerate(line.pieces)]
    return replace(line, pieces=pieces)
