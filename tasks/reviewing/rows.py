"""What was done to whole rows: deleted, added, copied, moved."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz, process

from tasks.model.proposals import GROUP, Change, Part, Proposal
from tasks.reviewing.additions import added_parts
from tasks.reviewing.cells import replaced_changes, row_changes
from tasks.reviewing.context import Context, parts_held
from tasks.reviewing.fields import coded, column_field, item_of
from tasks.reviewing.lines import Revision, view
from tasks.reviewing.match_rows import moved
from tasks.reviewing.moves import Moves, mover
from tasks.reviewing.tables import Row
from tasks.reviewing.words import shown

_COPY: Final = 90.0
"""Likeness in percent from which on an added row is a copy of another."""

_MIGRATED: Final = 0.95
"""How sure it is that a row in another table is the same."""


def table_changes(context: Context, moves: Moves) -> Iterator[Proposal]:
    """The proposals of a table. moves: of its rows."""
    issued, rows, found = context.issued.rows, context.table.rows, context.found
    away = moved({n: m for n, m in found.same.items() if rows[n].deleted is None})
    for n in sorted(found.same):
        yield from _kept(context, n, moves, n in away)
    for n in found.added:
        if n not in moves.taken and rows[n].deleted is None and any(rows[n].new_texts):
            yield _added(context, rows[n], n)
    for m in found.lost:
        if m in moves.out:
            yield from _migrated(context, m, moves)
        else:
            at = Row(min(issued[m].number, len(rows)), [])
            yield _deleted(context, issued[m], at, None, 0.9)
    if len(context.columns) < len(context.issued.header):
        yield from _lost_columns(context)


def _kept(context: Context, n: int, moves: Moves, away: bool) -> Iterator[Proposal]:
    found = context.found
    row, issued, sure = context.table.rows[n], context.issued.rows[found.same[n]], found.sure[n]
    if row.deleted is not None and n in moves.within:
        there = moves.within[n]
        target = context.table.rows[there]
        yield _moved(context, issued, target, there, row.deleted, sure)
        yield from replaced_changes(context, issued, target, row.deleted, sure)
    elif row.deleted is not None and found.same[n] in moves.out:
        yield from _migrated(context, found.same[n], moves)
    elif row.deleted is not None:
        yield _deleted(context, issued, row, row.deleted, sure)
    else:
        if away:
            yield _moved(context, issued, row, n, None, sure * 0.95)
        yield from row_changes(context, issued, row, sure)


def _migrated(context: Context, place: int, moves: Moves) -> Iterator[Proposal]:
    """A row that stands in another table now, and what was changed in it on the way."""
    there, n = moves.out[place]
    issued, target, who = context.issued.rows[place], there.table.rows[n], mover(context, place)
    yield there.proposal(Change.ROW_MOVED, issued, target, who, _MIGRATED, field=GROUP, new=_beside(there, n))
    yield from replaced_changes(there, issued, target, who, _MIGRATED)


def _deleted(context: Context, issued: Row, at: Row, who: Revision | None, sure: float) -> Proposal:
    """A deletion; in the sheet of an institution it may only mean that this one has no part in the work."""
    found = context.proposal(Change.ROW_DELETED, issued, at, who, sure, old=_told(context, issued))
    action = parts_held(context, issued).get("action", "") if coded(issued) else ""
    parts = (Part("action", action, ""), Part("owners", context.office, ""))
    return replace(found, parts=tuple(part for part in parts if part.old))


def _moved(context: Context, issued: Row, at: Row, n: int, who: Revision | None, sure: float) -> Proposal:
    return context.proposal(Change.ROW_MOVED, issued, at, who, sure, new=_after(context, n))


def _after(context: Context, n: int) -> str:
    """What the row before is called, empty for the first below the header."""
    before = next((row for row in reversed(context.table.rows[1:n]) if row.deleted is None), None)
    return "" if before is None else item_of(before, context.names)


def _beside(context: Context, n: int) -> str:
    """What the row before is called, that behind for the first below the header: one of the same group."""
    if before := _after(context, n):
        return before
    behind = next((row for row in context.table.rows[n + 1 :] if coded(row)), None)
    return "" if behind is None else item_of(behind, context.names)


def _added(context: Context, row: Row, n: int) -> Proposal:
    found = _new(context, row, n)
    return replace(found, parts=added_parts(context, row))


def _new(context: Context, row: Row, n: int) -> Proposal:
    who, told, before = row.inserted or row.typed, _told(context, row), _beside(context, n)
    words = [" | ".join(other.texts) for other in context.issued.rows]
    best = process.extractOne(" | ".join(row.new_texts), words, scorer=fuzz.ratio, score_cutoff=_COPY)
    if best:
        source = context.issued.rows[best[2]]
        return context.proposal(Change.ROW_COPIED, source, row, who, best[1] / 100, new=told, old=before)
    return context.proposal(Change.ROW_ADDED, None, row, who, 0.95, new=told, old=before)


def _told(context: Context, row: Row) -> str:
    """The cells of a row with what heads them."""
    heads = context.table.rows[0].texts if context.table.rows else ()
    cells = (
        (heads[n] if n < len(heads) else "", shown(view(cell.lines, accepted=row.deleted is None)))
        for n, cell in enumerate(row.cells)
    )
    return "\n".join(f"{head}: {words}" if head else words for head, words in cells if words)


def _lost_columns(context: Context) -> Iterator[Proposal]:
    for n, header in enumerate(context.issued.header):
        if n not in context.columns:
            yield context.proposal(
                Change.COLUMN_DELETED, None, context.table.rows[0], None, 0.9, field=column_field(header), old=header
            )
