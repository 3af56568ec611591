"""Any table: hidden sheets, cards, heads of minutes, lists of abbreviations, summaries, and matrices with a header."""

import re

from tasks.extraction.cards import read_cards
from tasks.extraction.draft import Fate, Reading, reason
from tasks.extraction.grid import Grid, grid_of
from tasks.extraction.headers import find_header
from tasks.extraction.matrix import Before, MatrixReading, Tools, marked_all, read_matrix
from tasks.extraction.phrases import holds, starts
from tasks.extraction.texts import blank
from tasks.extraction.trail import Trail
from tasks.model.blocks import Table

_SHORT_FORM = re.compile(r"[^\W\d_]*[A-Z0-9&/.-]{2,}[^\W\d_]*(?:\s[A-Z0-9&/.-]+)?")


def read_table(table: Table, trail: Trail, tools: Tools, before: Before) -> MatrixReading:
    """What a table gives. `before`: what the table above it leaves, should this one go on without a header."""
    grid = grid_of(table)
    own = trail.titled(table.name) if table.name else trail
    if table.hidden:
        return MatrixReading(marked_all(grid, "remark", reason("hidden-sheet")), before)
    aside = _aside(grid, tools)
    if aside is not None:
        return MatrixReading(aside, Before())
    found = read_matrix(grid, own, tools, before)
    if found.before.layout is None and not found.reading.drafts:
        return MatrixReading(_unheaded(grid), Before())
    return found


def _aside(grid: Grid, tools: Tools) -> Reading | None:
    """Tables that are no matrix: cards and heads of minutes, abbreviations, summaries of totals."""
    cards = read_cards(grid, tools)
    if cards is not None:
        return cards
    if _is_summary(grid, tools):
        return marked_all(grid, "total", reason("summary"))
    if _is_abbreviations(grid):
        return marked_all(grid, "remark", reason("abbreviations"))
    return None


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
    rows = [grid.stated(r) for r in range(grid.rows)]
    pairs = [r for r in rows if len(r) == 2]
    named = holds("abbreviation", grid.table.name) or (
        bool(rows) and len(rows[0]) == 1 and starts("abbreviation", rows[0][0][1])
    )
    short = [r for r in pairs if _SHORT_FORM.fullmatch(r[0][1]) and len(r[1][1]) > len(r[0][1])]
    filled = [r for r in rows if r]
    return bool(pairs) and len(short) >= (0.5 if named else 0.8) * len(filled) and (named or len(short) >= 3)


def _unheaded(grid: Grid) -> Reading:
    """A table in which no header was found: texts around it, signatures."""
    written = [t for r in range(grid.rows) for _, t in grid.begun(r) if not blank(t)]
    signed = any(starts("end", t) for t in written)
    fate, why = ("remark", reason("signature")) if signed else ("not understood", reason("no-header"))
    fates = [
        Fate(grid.locator(r), "empty" if grid.empty(r) else fate, "" if grid.empty(r) else why)
        for r in range(grid.rows)
    ]
    return Reading((), tuple(fates))
