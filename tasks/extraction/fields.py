"""A row of a table to records in the making: each action with what the other cells say about it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tasks.extraction.clauses import action_in_table
from tasks.extraction.columns import Column
from tasks.extraction.draft import Draft
from tasks.extraction.header_words import level_of
from tasks.extraction.layout import Layout
from tasks.extraction.recognise import Recognisers
from tasks.extraction.row_actions import listed_actions
from tasks.extraction.row_cells import Said, said_of
from tasks.extraction.row_words import RowWords
from tasks.extraction.setting import Setting, Tools
from tasks.extraction.several import Part
from tasks.extraction.texts import blank, tidy
from tasks.extraction.trail import Trail
from tasks.extraction.values import completed
from tasks.model.locator import item
from tasks.model.tables import TEXT_FIELDS
from tasks.model.values import SEPARATOR, joined

_NAMES = {"owner": "owners", "supporter": "supporters", "time": "period", "fund": "fund_sources", "place": "regions"}
"""Fields of columns by the names that records have for them."""


def row_drafts(layout: Layout, words: RowWords, setting: Setting, tools: Tools) -> list[Draft]:
    """A draft for each action of a row, in the order of the columns and of the list within a cell."""
    place = layout.grid.locator(words.row)
    out: list[Draft] = []
    columns = [c for c in layout.roles.of("action") if not blank(words.texts[c.index])]
    for column in columns:
        listed = listed_actions(layout, words, column, tools)
        for n, part in enumerate(listed):
            said = said_of(layout, words, column, listed, n, tools.recognise)
            fields = _fields(layout, words, said, setting, tools.recognise)
            locator = _locator(place, column, part, listed, n)
            out.append(Draft(locator, fields, (place,), f"{column.index}.{n}"))
    return out


def _locator(place: str, column: Column, part: Part, listed: Sequence[Part], n: int) -> str:
    """The row; with the column where several hold actions, and the number within a list."""
    if column.block or (column.level and (part.label or len(listed) > 1)):
        place = f"{place}, column {column.index + 1}"
    return item(place, n + 1) if (part.label and "." not in part.label) or len(listed) > 1 else place


def _fields(
    layout: Layout, words: RowWords, found: Said, setting: Setting, recognise: Recognisers
) -> Mapping[str, str]:
    part, cells = found.part, found.cells
    own = {c.field for c in layout.roles.columns}
    said = action_in_table(part.text, own, recognise)
    above = [c.field for c in layout.roles.columns if c.index in words.inherited and c.field != "no"]
    reasons = [(field, "row above") for field in above] + found.placed + list(layout.roles.inferred)
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
    if not row or part.label.startswith(f"{row}."):
        return part.label
    return f"{row}{part.label}" if part.label.isalpha() else f"{row}.{part.label}"


def continuation(layout: Layout, more: RowWords, recognise: Recognisers) -> dict[str, str]:
    """Fields that a row without an action of its own adds to the record above it."""
    column = layout.roles.of("action")[0]
    cells = said_of(layout, more, column, [Part("")], 0, recognise).cells
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
