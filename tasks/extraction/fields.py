"""A row of a table to records in the making: each action with what the other cells say about it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tasks.extraction.clauses import action_in_table
from tasks.extraction.columns import Column
from tasks.extraction.draft import Draft
from tasks.extraction.header_words import level_of, same_level
from tasks.extraction.layout import NOT_MARKS, Layout
from tasks.extraction.phrases import equals
from tasks.extraction.recognise import Recognisers
from tasks.extraction.row_words import RowWords
from tasks.extraction.setting import Setting, Tools
from tasks.extraction.several import Part, actions, share
from tasks.extraction.shared_cells import in_brackets, share_of, told
from tasks.extraction.texts import blank, tidy
from tasks.extraction.trail import Trail
from tasks.extraction.values import completed
from tasks.model.locator import item
from tasks.model.tables import TEXT_FIELDS
from tasks.model.values import SEPARATOR, joined

_BY_LINE = frozenset({"owner", "time", "start", "end", "budget", "fund", "output", "target"})
_NAMES = {"owner": "owners", "supporter": "supporters", "time": "period", "fund": "fund_sources", "place": "regions"}
"""Fields of columns by the names that records have for them."""
_MARKED = frozenset({"month", "owner mark", "supporter mark", "fund mark"})

Cells = dict[str, list[tuple[Column, str]]]
"""Texts of a row about one action, by field, left to right."""


def row_drafts(layout: Layout, words: RowWords, setting: Setting, tools: Tools) -> list[Draft]:
    """A draft for each action of a row, in the order of the columns and of the list within a cell."""
    place = layout.grid.locator(words.row)
    out: list[Draft] = []
    columns = [c for c in layout.roles.of("action") if not blank(words.texts[c.index])]
    for column in columns:
        listed = _listed(words.texts[column.index], column, tools)
        for n, part in enumerate(listed):
            cells, placed = _cells(layout, words, column, listed, n, tools.recognise)
            if column.shares:
                part = _told(part, column, cells, tools.recognise)
            fields = _fields(layout, words, cells, part, setting, tools.recognise, placed)
            locator = _locator(place, column, part, listed, n)
            out.append(Draft(locator, fields, (place,), f"{column.index}.{n}"))
    return out


def _listed(text: str, column: Column, tools: Tools) -> list[Part]:
    """The actions in a cell, each with the level of government that the cell or the column names."""
    if column.shares:
        text = in_brackets(text, column.shares, tools.vocabulary, tools.recognise)
    return [replace(p, level=p.level or column.level) for p in actions(text) if not blank(p.text)]


def _told(part: Part, column: Column, cells: Cells, recognise: Recognisers) -> Part:
    """An action without what its cell says beside it, which is added to the cells."""
    action, said = told(part.text, column.shares, recognise)
    for field, words in said:
        cells.setdefault(field, []).append((replace(column, field=field), words))
    return replace(part, text=action)


def _locator(place: str, column: Column, part: Part, listed: Sequence[Part], n: int) -> str:
    """The row; with the column where several hold actions, and the number within a list."""
    if column.block or (column.level and (part.label or len(listed) > 1)):
        place = f"{place}, column {column.index + 1}"
    return item(place, n + 1) if part.label or len(listed) > 1 else place


def _cells(
    layout: Layout, words: RowWords, action: Column, listed: Sequence[Part], n: int, recognise: Recognisers
) -> tuple[Cells, list[tuple[str, str]]]:
    """What each column says about the nth action of a cell, and the fields of which its position alone tells."""
    cells: Cells = {}
    placed: list[tuple[str, str]] = []
    for column in _about(layout, action, listed[n].level):
        text = words.texts[column.index]
        if column.index == action.index:
            continue
        if column.field in _MARKED:
            if _marked(layout, words.row, column.index, action.index):
                cells.setdefault(column.field, []).append((column, text))
            continue
        said, by_place = share(text, listed, n, column.field in _BY_LINE) if not blank(text) else ("", False)
        if column.shares:
            said = share_of(said, column.field, column.shares, recognise)
        if not blank(said) and not equals("none", said):
            cells.setdefault(column.field, []).append((column, said))
            placed += [(column.field, "position in the cell")] if by_place else []
    return cells, placed


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


def _fields(
    layout: Layout,
    words: RowWords,
    cells: Cells,
    part: Part,
    setting: Setting,
    recognise: Recognisers,
    placed: list[tuple[str, str]],
) -> Mapping[str, str]:
    own = {c.field for c in layout.roles.columns}
    said = action_in_table(part.text, own, recognise)
    above = [c.field for c in layout.roles.columns if c.index in words.inherited and c.field != "no"]
    reasons = [(field, "row above") for field in above] + placed + list(layout.roles.inferred)
    base = {
        "number": _number(_row_number(layout, words, part), part),
        "heading": setting.trail.text(*[t for _, t in cells.get("programme", [])]),
        "level_hint": level_of(part.level),
        "inferred": joined([f"{_NAMES.get(field, field)}: {why}" for field, why in reasons]),
    }
    fields = completed(base, said, cells, setting, recognise)
    if fields.get("owners_text") or not part.level:
        return fields
    return {**fields, "owners_text": _level_title(layout, part.level)}


def _level_title(layout: Layout, level: str) -> str:
    """A level of government as the header has it, if a column is headed by it."""
    return next((tidy(c.path[-1]) for c in layout.roles.columns if c.level == level and c.path), level)


def _row_number(layout: Layout, words: RowWords, part: Part) -> str:
    """The number in the row; one that holds for several rows only for parts that carry a number of their own."""
    columns = [
        c for c in layout.roles.of("no") or layout.roles.of("code") if part.numbered or c.index not in words.inherited
    ]
    return " ".join(words.texts[c.index].strip() for c in columns).strip()


def _number(row: str, part: Part) -> str:
    """The printed number; of several actions under one number, each with its own behind it ("3.2", "3b")."""
    row = row.strip().rstrip(".)")
    if not part.numbered:
        return row
    if not row:
        return part.label
    return f"{row}{part.label}" if part.label.isalpha() else f"{row}.{part.label}"


def continuation(layout: Layout, more: RowWords, recognise: Recognisers) -> dict[str, str]:
    """Fields that a row without an action of its own adds to the record above it."""
    column = layout.roles.of("action")[0]
    cells, _ = _cells(layout, more, column, [Part("")], 0, recognise)
    added = completed({}, {}, cells, Setting(Trail()), recognise)
    action = more.texts[column.index] if layout.grid.owns(more.row, column.index) else ""
    return {name: text for name, text in {**added, "action": tidy(action)}.items() if not blank(text)}


def with_more(draft: Draft, added: Mapping[str, str], place: str) -> Draft:
    """A draft with what a further row adds: sentences go on, lists grow."""
    fields = dict(draft.fields)
    for name, text in added.items():
        if text not in fields.get(name, ""):
            separator = " " if name in TEXT_FIELDS else SEPARATOR
            fields[name] = separator.join(t for t in (fields.get(name, ""), text) if t)
    return replace(draft, fields=fields, places=(*draft.places, place))
