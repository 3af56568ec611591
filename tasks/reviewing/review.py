"""A copy against the document as it was issued: all that its reviewer proposes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tasks.model import locator
from tasks.model.proposals import Change, Proposal
from tasks.reviewing.comments import Thread, Threads
from tasks.reviewing.context import Context, context_of
from tasks.reviewing.fields import item_names, parts_of
from tasks.reviewing.lines import Line, Revision, view
from tasks.reviewing.match_rows import match_rows
from tasks.reviewing.match_tables import match_tables
from tasks.reviewing.returned import Returned
from tasks.reviewing.rows import table_changes
from tasks.reviewing.tables import Body, Row, Table, joined
from tasks.reviewing.words import bare, shown

_LOST_TABLE: Final = 0.8


def review(issued: Body, copy: Returned, sure: float = 1.0) -> list[Proposal]:
    """The proposals of a copy, in the order of its text. sure: that it is a copy of this document."""
    found = [*_tables(issued, copy), *_prose(copy)]
    return [replace(p, confidence=round(p.confidence * sure, 2)) for p in found]


def _tables(issued: Body, copy: Returned) -> Iterator[Proposal]:
    names = item_names(issued.tables)
    threads = Threads(copy.comments, copy.extended)
    pairs = match_tables(issued.tables, copy.body.tables)
    whole: dict[int, list[Table]] = {}
    for n, m in sorted(pairs.items()):
        whole.setdefault(m, []).append(copy.body.tables[n])
    for m, several in whole.items():
        context = context_of(copy, issued.tables[m], joined(several), names)
        yield from table_changes(context)
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
    same = match_rows(context.issued.rows, context.table.rows).same
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


def _prose(copy: Returned) -> Iterator[Proposal]:
    """Tracked changes and comments outside tables."""
    threads = Threads(copy.comments, copy.extended)
    for number, line in copy.body.paragraphs:
        place = locator.paragraph(number)
        old, new = (shown(view([line], accepted)) for accepted in (False, True))
        if bare(old) != bare(new):
            yield _text(copy, place, _first(line), Change.TEXT, old=old, new=new)
        for _, thread in threads.at([line]):
            comment = _text(copy, place, thread.who, Change.COMMENT, old=new, comment=thread.words)
            yield replace(comment, resolved=thread.resolved)


def _first(line: Line) -> Revision:
    marks = [r for p in line.pieces for r in (p.inserted, p.deleted) if r]
    return next(iter(marks), line.inserted or line.deleted or Revision("", ""))


def _text(copy: Returned, place: str, who: Revision, change: Change, **words: str) -> Proposal:
    return Proposal(
        change, "", "", words.get("old", ""), words.get("new", ""), who.author, who.date, words.get("comment", ""),
        resolved=False, tracked=True, confidence=1.0, file=copy.file, place=place, row="",
    )  # fmt: skip
