"""A copy against the document as it was issued: all that its reviewer proposes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tasks.model.proposals import Change, Proposal
from tasks.reviewing.comments import Thread, Threads
from tasks.reviewing.context import Context, context_of
from tasks.reviewing.fields import item_names, parts_of
from tasks.reviewing.lines import Line, view
from tasks.reviewing.match_tables import match_tables
from tasks.reviewing.moves import moves
from tasks.reviewing.prose import prose_changes
from tasks.reviewing.returned import Returned
from tasks.reviewing.rows import table_changes
from tasks.reviewing.tables import Body, Row, Table, joined, parted

_LOST_TABLE: Final = 0.8


def review(issued: Body, copy: Returned, sure: float = 1.0, office: str = "") -> list[Proposal]:
    """The proposals of a copy, in the order of its text.

    sure: that it is a copy of this document; office: the institution whose sheet it is, empty if it is nobody's.
    """
    found = [*_tables(issued, copy, office), *prose_changes(issued, copy)]
    return [replace(p, confidence=round(p.confidence * sure, 2)) for p in found]


def _tables(issued: Body, copy: Returned, office: str) -> Iterator[Proposal]:
    names = item_names(issued.tables)
    threads = Threads(copy.comments, copy.extended)
    headers = {table.header for table in issued.tables}
    returned = [part for table in copy.body.tables for part in parted(table, headers)]
    pairs = match_tables(issued.tables, returned)
    whole: dict[int, list[Table]] = {}
    for n, m in sorted(pairs.items()):
        whole.setdefault(m, []).append(returned[n])
    contexts = [context_of(copy, issued.tables[m], joined(several), names, office) for m, several in whole.items()]
    for context, moved in zip(contexts, moves(contexts), strict=True):
        yield from table_changes(context, moved)
        yield from _comments(context, threads)
    for m in sorted(set(range(len(issued.tables))) - set(pairs.values())):
        yield _lost(copy, issued.tables[m])


def _lost(copy: Returned, table: Table) -> Proposal:
    context = context_of(copy, table, table, {})
    words = " | ".join(table.header)
    return context.proposal(Change.TABLE_DELETED, None, table.rows[0], None, _LOST_TABLE, old=words)


def _comments(context: Context, threads: Threads) -> Iterator[Proposal]:
    if not any(line.noted or line.opened for row in context.table.rows for c in row.cells for line in c.lines):
        return
    same = context.found.same
    for n, row in enumerate(context.table.rows):
        issued = context.issued.rows[same[n]] if n in same else None
        for place, cell in enumerate(row.cells):
            for number, thread in threads.at(cell.lines):
                field = _field_at(context, place, cell.lines[: number + 1])
                yield _comment(context, issued, row, field, thread)


def _comment(context: Context, issued: Row | None, row: Row, field: str, thread: Thread) -> Proposal:
    found = context.proposal(Change.COMMENT, issued, row, thread.who, 1.0, field=field, comment=thread.words)
    return replace(found, resolved=thread.resolved)


def _field_at(context: Context, place: int, lines: list[Line]) -> str:
    """The field of the last of these lines of a cell."""
    column = next((n for n, m in context.columns.items() if m == place), place)
    parts = parts_of(view(lines, accepted=True), context.field(column), context.labels.get(column, frozenset()))
    return list(parts)[-1]
