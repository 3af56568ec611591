"""Any table: hidden sheets, cards, heads of minutes, lists of abbreviations, summaries, and matrices with a header."""

import re
from dataclasses import replace

from tasks.extraction.cards import read_cards
from tasks.extraction.draft import Fate, Reading, reason
from tasks.extraction.grid import Grid, grid_of
from tasks.extraction.headers import find_header
from tasks.extraction.matrix import read_matrix
from tasks.extraction.other_tables import of_another_kind
from tasks.extraction.phrases import equals, holds, starts
from tasks.extraction.setting import Before, Setting, TableReading, Tools
from tasks.extraction.texts import blank
from tasks.extraction.transposed import read_transposed
from tasks.model.blocks import Table
from tasks.model.problem import Code, problem

_NARROW = 4  # columns of a list of abbreviations at most
_MATRIX = 3  # rows of several cells from which a table without a header is worth a word
_SIGNED = 8  # rows of a table of signatures at most
_ABOUT_PEOPLE = frozenset({"person", "meta", "place", "remarks", "ignore", "no"})
_COUNT = re.compile(r"(?:Rp\.?\s*)?-?\d[\d.,]*\s*%?")
_REACHED = re.compile(r"\S@\S|\+?\(?\d[\d\s()-]{6,}")
_SHORT_FORM = re.compile(r"[^\W\d_]*[A-Z0-9&/.-]{2,}[^\W\d_]*(?:\s[A-Z0-9&/.-]+)?")


def read_table(table: Table, setting: Setting, tools: Tools, before: Before) -> TableReading:
    """What a table gives. `before`: what the table above it leaves, should this one go on without a header."""
    grid = grid_of(table)
    own = replace(setting, trail=setting.trail.titled(table.name)) if table.name else setting
    if table.hidden:
        return TableReading(_all(grid, "remark", reason("hidden-sheet")), before)
    aside = _aside(grid, own, tools)
    if aside is not None:
        return aside
    found = read_matrix(grid, own, tools, before)
    if found.before.layout is None and not found.reading.drafts:
        return TableReading(_unheaded(grid, own, tools), sender=found.sender)
    return found


def _aside(grid: Grid, setting: Setting, tools: Tools) -> TableReading | None:
    """Tables that are no matrix: cards and heads of minutes, abbreviations, summaries of totals."""
    cards = read_transposed(grid, setting, tools) or read_cards(grid, setting, tools)
    if cards is not None:
        return cards
    if _is_summary(grid, tools):
        return TableReading(_all(grid, "total", reason("summary")))
    if _is_abbreviations(grid):
        return TableReading(_all(grid, "remark", reason("abbreviations")))
    if _is_signatures(grid, tools):
        return TableReading(_all(grid, "remark", reason("signature")))
    return None


def _is_signatures(grid: Grid, tools: Tools) -> bool:
    """A few cells of which one says who signs ("Notulis,"), and none heads anything of a plan."""
    if grid.rows > _SIGNED or grid.cols > _NARROW:
        return False
    texts = [t for r in range(grid.rows) for _, t in grid.begun(r) if not blank(t)]
    signs = any(starts("end", t) and len(t.split()) <= _NARROW for t in texts)
    words = [w for t in texts if signs and (w := tools.vocabulary.look(t))]
    return signs and not any(w.sure and w.field not in _ABOUT_PEOPLE for w in words)


def _is_contacts(grid: Grid, tools: Tools) -> bool:
    """A header about people or their numbers, and telephones or addresses in most rows below it."""
    heads = [w for _, t in grid.begun(0) if (w := tools.vocabulary.look(t))] if grid.rows else []
    reached = sum(1 for r in range(1, grid.rows) if any(_REACHED.search(t) for _, t in grid.begun(r)))
    return any(w.field == "person" for w in heads) and 2 * reached > grid.rows - 1


def _is_summary(grid: Grid, tools: Tools) -> bool:
    """Titles that say "rekapitulasi" over columns without any action."""
    for row in range(min(grid.rows, 8)):
        header = find_header(grid, row, tools.vocabulary)
        if header is not None:
            titles = [grid.table.name, *(t for r in range(row) for _, t in grid.begun(r))]
            words = [tools.vocabulary.look(p[-1]) for p in header.paths if p]
            return any(starts("summary", t) for t in titles) and not any(w and w.field == "action" for w in words)
    return False


def _is_abbreviations(grid: Grid) -> bool:
    """Two columns, the left one of short forms; or a title that says so."""
    if grid.cols > _NARROW:
        return False
    rows = [grid.stated(r) for r in range(grid.rows)]
    pairs = [r for r in rows if len(r) == 2]
    named = holds("abbreviation", grid.table.name) or (
        bool(rows) and len(rows[0]) == 1 and starts("abbreviation", rows[0][0][1])
    )
    short = [r for r in pairs if _SHORT_FORM.fullmatch(r[0][1]) and len(r[1][1]) > len(r[0][1])]
    filled = [r for r in rows if r]
    return bool(pairs) and len(short) >= (0.5 if named else 0.8) * len(filled) and (named or len(short) >= 3)


def _unheaded(grid: Grid, setting: Setting, tools: Tools) -> Reading:
    """A table in which no header was found: signatures, or something that nobody here understands."""
    written = [grid.begun(r) for r in range(grid.rows)]
    if any(starts("end", t) for row in written for _, t in row):
        return _all(grid, "remark", reason("signature"))
    if _is_contacts(grid, tools):
        return _all(grid, "remark", reason("attendance"))
    heads = next(([t for _, t in row] for row in written if len(row) > 1), [])
    other = of_another_kind(heads, next(reversed(setting.trail.titles), ""))
    if other is not None:
        return _all(grid, "remark", reason(other))
    if _is_counted(grid):
        return _all(grid, "total", reason("summary"))
    problems = []
    if sum(1 for row in written if len([t for _, t in row if not blank(t)]) > 1) >= _MATRIX:
        first = next(row for row in written if len(row) > 1)
        names = ", ".join(f"'{t}'" for _, t in first)
        problems.append(problem(Code.TABLE_NOT_UNDERSTOOD, "", grid.locator(0), columns=names))
    return replace(_all(grid, "not understood", reason("no-header")), problems=tuple(problems))


def _is_counted(grid: Grid) -> bool:
    """Whether numbers stand beside labels alone, under a title of a summary or with a total among them."""
    rows = [row for r in range(grid.rows) if (row := [t for _, t in grid.stated(r) if not blank(t)])]
    counted = [row for row in rows if len(row) > 1]
    named = any(starts("summary", t) for t in (grid.table.name, *(row[0] for row in rows if len(row) == 1)))
    numbers = all(_COUNT.fullmatch(t) for row in counted for t in row[1:])
    return bool(counted) and numbers and (named or any(equals("total", row[0]) for row in counted))


def _all(grid: Grid, fate: str, why: str) -> Reading:
    """A table that gives no records, row by row; empty rows stay empty."""
    empty = [grid.empty(r) for r in range(grid.rows)]
    return Reading(
        (), tuple(Fate(grid.locator(r), "empty" if e else fate, "" if e else why) for r, e in enumerate(empty))
    )
