"""Cards: blocks of labels with values beside them, one block an action; and the heads of minutes, which look alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extraction.clauses import action_in_table
from tasks.extraction.columns import Column
from tasks.extraction.draft import Draft, Fate, Reading, reason
from tasks.extraction.grid import Grid
from tasks.extraction.header_words import money_unit
from tasks.extraction.headers import find_header
from tasks.extraction.labels import Labelled, sender
from tasks.extraction.phrases import equals, starts
from tasks.extraction.setting import Setting, TableReading, Tools
from tasks.extraction.texts import blank, fold, unfilled
from tasks.extraction.values import completed
from tasks.extraction.vocabulary import Word

_LABELS = 3  # labels under one another from which a column is one of labels
_LOOK = 60  # rows in which the first labels must stand


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with its value: where the label stands, what it means, the words beside it."""

    row: int
    col: int
    label: str
    word: Word
    value: str


def read_cards(grid: Grid, setting: Setting, tools: Tools) -> TableReading | None:
    """Records of a table of cards, or the fates of a head of minutes; None if the table is neither."""
    if _headed(grid, tools) or not any(True for _ in _runs(grid, tools, min(grid.rows, _LOOK))):
        return None
    runs = list(_runs(grid, tools, grid.rows))
    entries = [e for run in runs for e in run]
    if 2 * len({e.row for e in entries}) < sum(1 for r in range(grid.rows) if grid.stated(r)):
        return None
    drafts = sorted((d for run in runs for d in card_draft(grid, run, setting, tools)), key=lambda d: d.mark)
    who = "" if drafts else next((w for e in entries if (w := sender(_labelled(e), tools.recognise))), "")
    return TableReading(Reading(tuple(drafts), tuple(_fates(grid, runs, drafts))), sender=who)


def _headed(grid: Grid, tools: Tools) -> bool:
    """Whether a table of few rows has a header across: two labels under one another mean little then."""
    return grid.rows <= _LABELS + 1 and any(find_header(grid, row, tools.vocabulary) for row in range(grid.rows - 1))


def _labelled(entry: Entry) -> Labelled:
    return Labelled(entry.word, entry.label, entry.value)


def _runs(grid: Grid, tools: Tools, rows: int) -> Iterator[list[Entry]]:
    """Labels under one another in a column; a row without one, or a label for the second time, begins a new run."""
    filled = sum(1 for r in range(min(grid.rows, _LABELS + 1)) if grid.stated(r))
    least = _LABELS if filled > _LABELS or grid.rows > _LABELS + 1 else max(filled, 2)
    for col in range(grid.cols - 1):
        run: list[Entry] = []
        for row in range(rows):
            entry = _entry(grid, row, col, tools)
            if run and (entry is None or _again(entry, run)):
                yield from [run] if _different(run) >= least else []
                run = []
            run += [entry] if entry else []
        yield from [run] if _different(run) >= least else []


def _different(run: list[Entry]) -> int:
    """How many different things the labels name; all those about the meeting itself count."""
    return len({e.label if e.word.field == "meta" else e.word.field for e in run})


def _again(entry: Entry, run: list[Entry]) -> bool:
    fields = {e.word.field for e in run}
    return fold(entry.label) in {fold(e.label) for e in run} or (entry.word.field == "action" and "action" in fields)


def _entry(grid: Grid, row: int, col: int, tools: Tools) -> Entry | None:
    text = grid.texts[row][col]
    if blank(text) or not grid.owns(row, col) or len(text) > 60:
        return None
    word = tools.vocabulary.look(text.rstrip(" :"))
    if word is None or not word.sure:
        return None
    return Entry(row, col, text, word, _value(grid, row, col))


def _value(grid: Grid, row: int, col: int) -> str:
    """The words beside a label: in the next cell, behind a cell with a colon alone."""
    for c in range(col + 1, min(col + 3, grid.cols)):
        text = grid.texts[row][c]
        if text.strip() != ":" and (grid.owns(row, c) or grid.cells[row][c] is None):
            return text.strip().removeprefix(":").strip()
    return ""


def card_draft(grid: Grid, run: list[Entry], setting: Setting, tools: Tools) -> list[Draft]:
    """The action of one card with what its other labels say; none in a card without one."""
    action = _action(run)
    if action is None:
        return []
    cells: dict[str, list[tuple[Column, str]]] = {}
    for entry in run:
        if entry is not action and not blank(entry.value):
            column = Column(entry.col, (entry.label,), entry.word.field, entry.word.rank, unit=money_unit(entry.label))
            cells.setdefault(entry.word.field, []).append((column, entry.value))
    said = action_in_table(action.value, {e.word.field for e in run}, tools.recognise)
    number = "".join(t for _, t in cells.get("no", []))
    base = {"number": number, "heading": setting.trail.text(*(t for _, t in cells.get("programme", [])))}
    fields = completed(base, said, cells, setting, tools.recognise)
    places = [grid.locator(action.row), *(grid.locator(e.row) for e in run if e is not action)]
    return [Draft(places[0], fields, tuple(places), f"{action.row:07}.{action.col}")]


def _action(run: list[Entry]) -> Entry | None:
    """The entry that holds the action; none in the head of minutes or in a card that nobody filled in."""
    if any(e.word.field == "meta" for e in run):
        return None
    named = [e for e in run if e.word.field == "action"]
    chosen = min(named, key=lambda e: (e.word.rank, e.row), default=None)
    if (
        chosen is None
        or blank(chosen.value)
        or equals("placeholder", chosen.value.strip("() "))
        or unfilled(chosen.value)
    ):
        return None
    return None if starts("example", chosen.value) else chosen


def _is_head(run: list[Entry]) -> bool:
    """Whether labels head a document: they speak of the meeting, or of no action at all."""
    fields = {e.word.field for e in run}
    return "meta" in fields or "action" not in fields


def _fates(grid: Grid, runs: list[list[Entry]], drafts: list[Draft]) -> Iterator[Fate]:
    made = {place for d in drafts for place in d.places}
    heads = {e.row for run in runs if _is_head(run) for e in run}
    cards = {e.row for run in runs for e in run}
    for row in range(grid.rows):
        place = grid.locator(row)
        if place in made:
            continue
        if grid.empty(row):
            yield Fate(place, "empty")
        elif row in heads:
            yield Fate(place, "remark", reason("head"))
        elif row in cards:
            yield Fate(place, "empty", reason("unfilled"))
        else:
            yield Fate(place, "heading", reason("card-title"))
