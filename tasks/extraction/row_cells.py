"""What the cells of a row say of each of its actions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tasks.extraction.columns import Column
from tasks.extraction.header_words import level_of, same_level
from tasks.extraction.layout import NOT_MARKS, Layout
from tasks.extraction.phrases import equals
from tasks.extraction.recognise import Recognisers
from tasks.extraction.row_words import RowWords
from tasks.extraction.several import Part, share
from tasks.extraction.shared_cells import share_of, told
from tasks.extraction.texts import blank, nested_text

BY_LINE = frozenset({"owner", "time", "start", "end", "budget", "fund", "output", "target"})
"""Fields whose cells may list what belongs to each of several actions, a line each."""
_MARKED = frozenset({"month", "owner mark", "supporter mark", "fund mark"})
_SUM = re.compile(r"(?<![\w.])\d")

Cells = dict[str, list[tuple[Column, str]]]
"""Texts of a row about one action, by field, left to right."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says of one of its actions: the action, the cells about it, fields of which position alone tells."""

    part: Part
    cells: Cells = field(default_factory=dict)
    placed: list[tuple[str, str]] = field(default_factory=list)

    def add(self, column: Column, text: str, name: str = "") -> None:
        """One more text about the action, under the field of its column if none is named."""
        if not blank(text) and not equals("none", text):
            self.cells.setdefault(name or column.field, []).append((column, text))


def said_of(
    layout: Layout, words: RowWords, action: Column, listed: Sequence[Part], n: int, recognise: Recognisers
) -> Said:
    """What a row says about the nth action of a cell.

    A sum that stands for all of them is that of the first, so that it is not counted twice; the others remark on it.
    """
    said = Said(listed[n])
    for column in _about(layout, action, listed[n].level):
        text = words.texts[column.index]
        if column.field in _MARKED:
            if _marked(layout, words.row, column.index, action.index):
                said.cells.setdefault(column.field, []).append((column, text))
        elif column.index != action.index and not blank(text):
            own, by_place = share(text, listed, n, column.field in BY_LINE)
            shared = n > 0 and column.field == "budget" and own == text and _SUM.search(text) is not None
            if column.shares:
                own = share_of(own, column.field, column.shares, recognise)
            said.add(column, f"{column.title}: {own}" if shared else own, "remarks" if shared else "")
            if shared and recognise.funds(own):
                said.add(column, own, "fund")
            said.placed.extend([(column.field, "position in the cell")] if by_place and not blank(own) else [])
    if n == 0:
        said.add(action, "; ".join(_nested(layout, words.row)), "remarks")
    return _told(said, action, recognise) if action.shares else said


def _nested(layout: Layout, row: int) -> list[str]:
    """What tables within the cells of a row say beside the words of those cells."""
    own = {c.index for c in layout.roles.columns if layout.grid.owns(row, c.index)}
    texts = [nested_text(layout.grid.cells[row][col]) for col in sorted(own)]
    return [line for text in texts for line in text.split("\n") if line]


def _told(said: Said, action: Column, recognise: Recognisers) -> Said:
    """An action without what its own cell says beside it, which stands among the cells."""
    text, beside = told(said.part.text, action.shares, recognise)
    for name, words in beside:
        said.add(action, words, name)
    return replace(said, part=replace(said.part, text=text))


def _about(layout: Layout, action: Column, level: str) -> list[Column]:
    """The columns that speak of an action: those of its block and level, and those that hold for all."""
    out = []
    levels: dict[str, list[str]] = {}
    for c in layout.roles.columns:
        if c.level and c.field != "action":
            levels.setdefault(c.field, []).append(c.level)
    for c in layout.roles.columns:
        if c.field == "action" or c.block not in {0, action.block}:
            continue
        if not c.level or not level or c.field == "owner mark" or c.level in _of_level(level, levels[c.field]):
            out.append(c)
    return out


def _of_level(level: str, columns: list[str]) -> list[str]:
    """Levels of the columns that hold for an action of this level; "daerah" takes all but the centre."""
    own = same_level(level, columns)
    if own is not None:
        return [own]
    regional = [c for c in columns if level_of(c) != "central"]
    return [] if level_of(level) == "central" else regional


def _marked(layout: Layout, row: int, col: int, action: int) -> bool:
    """Whether a month or owner is marked: by any sign, or by a colour that the action's cell does not have."""
    if layout.grid.texts[row][col].strip() not in NOT_MARKS:
        return True
    cell, own = layout.grid.cells[row][col], layout.grid.cells[row][action]
    fill = cell.fill if cell is not None and not cell.hidden else ""
    return bool(fill) and fill.upper() not in {"FFFFFF", "FFFFFFFF"} and (own is None or fill != own.fill)
