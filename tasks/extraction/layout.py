"""A table with its columns understood, and what its rows are found to be."""

from dataclasses import dataclass

from tasks.extraction.contents import Roles
from tasks.extraction.grid import Grid
from tasks.extraction.headers import HeaderRows
from tasks.extraction.texts import blank

NOT_MARKS = frozenset({"", "-", "–", "—", "0", "."})
"""What a cell holds where a mark might stand, and none does."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table with its columns understood: grid, header, roles. `continued`: the header is that of the table before."""

    grid: Grid
    header: HeaderRows
    roles: Roles
    continued: bool = False

    def text(self, row: int, *fields: str) -> str:
        """The first words in a row under a column of one of these fields."""
        return next((t for c in self.roles.of(*fields) if not blank(t := self.grid.texts[row][c.index])), "")

    def begins(self, row: int, *fields: str) -> bool:
        """Whether a cell with words under one of these fields begins in this row."""
        return any(
            self.grid.owns(row, c.index) and not blank(self.grid.texts[row][c.index]) for c in self.roles.of(*fields)
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row's fate (a word of FATES; "record" if it holds actions) and the reason."""

    fate: str
    reason: str = ""
