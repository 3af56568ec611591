"""What was changed within a cell: without tracking against the issued words, with it between the two views."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.model.proposals import Change, Proposal
from tasks.reviewing.answers import with_meaning
from tasks.reviewing.context import Context
from tasks.reviewing.fields import parts_of
from tasks.reviewing.lines import Line, Revision, view
from tasks.reviewing.lost_marks import with_lost_marks
from tasks.reviewing.notes import new_note
from tasks.reviewing.tables import Cell, Row
from tasks.reviewing.words import bare, shown

_STRUCK: Final = 0.9
_NOTE: Final = 0.95


@dataclass(frozen=True)
class Place:
    """A cell of an issued row and that of its copy; sure: that they belong together."""

    context: Context
    issued: Row
    at: Row
    column: int
    sure: float


def row_changes(context: Context, issued: Row, at: Row, sure: float) -> Iterator[Proposal]:
    """The proposals of all cells of a row, also in columns that reviewers added."""
    as_many = len(issued.cells) == len(at.cells)
    columns = {n: n for n in range(len(issued.cells))} if as_many else context.columns
    for n, cell in enumerate(issued.cells):
        other = columns.get(n)
        if other is not None and other < len(at.cells):
            changes = cell_changes(Place(context, issued, at, n, sure), cell, at.cells[other])
            yield from (meant for change in changes for meant in with_meaning(change, context, issued))
    if issued.number > 1 and not as_many and len(at.cells) == len(context.table.header):
        for m in sorted(set(range(len(at.cells))) - set(columns.values())):
            yield from _own_column(context, issued, at, m, sure)


def replaced_changes(
    context: Context, issued: Row, at: Row, who: Revision | None, sure: float
) -> Iterator[Proposal]:  # fmt: skip
    """The proposals of a row that stands anew in another place, all by whoever moved it."""
    for n, (cell, other) in enumerate(zip(issued.cells, at.cells, strict=False)):
        place = Place(context, issued, at, n, sure)
        base, after = (_parts(place, lines, accepted=True) for lines in (cell.lines, other.lines))
        for field in dict.fromkeys([*base, *after]):
            yield from _step(place, field, base.get(field, ""), after.get(field, ""), who, struck=False)


def _own_column(context: Context, issued: Row, at: Row, column: int, sure: float) -> Iterator[Proposal]:
    cell = at.cells[column]
    if cell.accepted:
        new = shown(view(cell.lines, accepted=True))
        who = _authors(cell.lines) if not cell.rejected else None
        field = context.table.rows[0].new_texts[column]
        yield context.proposal(Change.EDITED, issued, at, who, sure, field=field, new=new)


def cell_changes(place: Place, issued: Cell, cell: Cell) -> Iterator[Proposal]:
    """The proposals of a cell, field by field."""
    struck = [p for line in cell.lines for p in line.pieces if p.struck is not None and p.text.strip()]
    if not struck and issued.accepted == cell.rejected == cell.accepted:
        return
    cell = with_lost_marks(cell, issued.accepted)
    if struck and any(p.struck is not None for line in issued.lines for p in line.pieces):
        struck = []
    by = next((p.struck for p in struck if p.struck and p.struck.author), None)
    bare_now = bool(struck) and by is None
    base = _parts(place, issued.lines, accepted=True)
    before = _parts(place, cell.lines, accepted=False, struck=not bare_now)
    after = _parts(place, cell.lines, accepted=True, struck=not struck)
    full = _parts(place, cell.lines, accepted=True)
    for field in dict.fromkeys([*base, *before, *after]):
        old, middle, new = (part.get(field, "") for part in (base, before, after))
        cut = bare(full.get(field, "")) != bare(new)
        yield from _step(place, field, old, middle, None, cut and bare_now)
        yield from _step(place, field, middle, new, _authors(cell.lines) or by or Revision("", ""), cut and bool(by))


def _parts(place: Place, lines: Sequence[Line], accepted: bool, struck: bool = True) -> dict[str, str]:
    known = place.context.labels.get(place.column, frozenset())
    return parts_of(view(lines, accepted, struck), place.context.field(place.column), known)


def _step(
    place: Place, field: str, old: str, new: str, who: Revision | None, struck: bool
) -> Iterator[Proposal]:  # fmt: skip
    if bare(old) == bare(new):
        return
    note, rest = new_note(old, new)
    tell = place.context.proposal
    if bare(rest) != bare(old):
        change, sure = (Change.STRUCK, _STRUCK) if struck else (Change.EDITED, 1.0)
        yield tell(change, place.issued, place.at, who, place.sure * sure, field=field, old=old, new=rest)
    if note:
        yield tell(Change.NOTE, place.issued, place.at, who, place.sure * _NOTE, field=field, old=old, new=note)


def _authors(lines: Sequence[Line]) -> Revision | None:
    """Who changed a cell, all of them, and when last."""
    found = [r for line in lines for r in (line.inserted, line.deleted) if r]
    found += [r for line in lines for p in line.pieces for r in (p.inserted, p.deleted) if r]
    if not found:
        return None
    names = dict.fromkeys(r.author for r in found if r.author)
    return Revision("; ".join(names), max(r.date for r in found))
