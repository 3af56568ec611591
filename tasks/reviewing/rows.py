"""What was done to whole rows: deleted, added, copied, moved."""

from collections.abc import Iterator, Mapping
from typing import Final

from rapidfuzz import fuzz, process

from tasks.model.proposals import Change, Proposal
from tasks.reviewing.cells import replaced_changes, row_changes
from tasks.reviewing.context import Context
from tasks.reviewing.fields import column_field, item_of
from tasks.reviewing.lines import Revision, view
from tasks.reviewing.match_rows import Found, match_rows, moved
from tasks.reviewing.tables import Row
from tasks.reviewing.words import shown

_COPY: Final = 90.0
"""Likeness in percent from which on an added row is a copy of another."""


def table_changes(context: Context) -> Iterator[Proposal]:
    """The proposals of a table."""
    issued, rows = context.issued.rows, context.table.rows
    found = match_rows(issued, rows)
    partners = _moves(context, found)
    away = moved({n: m for n, m in found.same.items() if rows[n].deleted is None})
    for n in sorted(found.same):
        yield from _kept(context, found, n, partners, n in away)
    for n in found.added:
        if n not in partners.values() and rows[n].deleted is None and any(rows[n].new_texts):
            yield _added(context, rows[n], n)
    for m in found.lost:
        at = Row(min(issued[m].number, len(rows)), [])
        yield context.proposal(Change.ROW_DELETED, issued[m], at, None, 0.9, old=_told(context, issued[m]))
    if len(context.columns) < len(context.issued.header):
        yield from _lost_columns(context)


def _kept(
    context: Context, found: Found, n: int, partners: Mapping[int, int], away: bool
) -> Iterator[Proposal]:  # fmt: skip
    row, issued, sure = context.table.rows[n], context.issued.rows[found.same[n]], found.sure[n]
    if row.deleted is not None and n in partners:
        there = partners[n]
        target = context.table.rows[there]
        yield _moved(context, issued, target, there, row.deleted, sure)
        yield from replaced_changes(context, issued, target, row.deleted, sure)
    elif row.deleted is not None:
        yield context.proposal(Change.ROW_DELETED, issued, row, row.deleted, sure, old=_told(context, issued))
    else:
        if away:
            yield _moved(context, issued, row, n, None, sure * 0.95)
        yield from row_changes(context, issued, row, sure)


def _moves(context: Context, found: Found) -> dict[int, int]:
    """The inserted row by the deleted one of which it is the new place."""
    rows = context.table.rows
    gone = [n for n in found.same if rows[n].deleted is not None]
    new = [n for n in found.added if rows[n].inserted is not None]
    scored = sorted(
        (-fuzz.ratio(" | ".join(context.issued.rows[found.same[n]].texts), " | ".join(rows[m].new_texts)), n, m)
        for n in gone
        for m in new
    )
    out: dict[int, int] = {}
    for score, n, m in scored:
        if -score >= _COPY and n not in out and m not in out.values():
            out[n] = m
    return out


def _moved(context: Context, issued: Row, at: Row, n: int, who: Revision | None, sure: float) -> Proposal:
    return context.proposal(Change.ROW_MOVED, issued, at, who, sure, new=_after(context, n))


def _after(context: Context, n: int) -> str:
    """What the row before is called, empty for the first below the header."""
    before = next((row for row in reversed(context.table.rows[1:n]) if row.deleted is None), None)
    return "" if before is None else item_of(before, context.names)


def _added(context: Context, row: Row, n: int) -> Proposal:
    who, told, before = row.inserted or row.typed, _told(context, row), _after(context, n)
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
