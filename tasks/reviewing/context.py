"""What is known of an issued table and its copy while their rows are compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tasks.model import locator
from tasks.model.proposals import Change, Proposal
from tasks.reviewing.fields import column_field, item_of, labels, parts_of
from tasks.reviewing.lines import Revision, view
from tasks.reviewing.match_rows import Found, match_rows
from tasks.reviewing.returned import Returned
from tasks.reviewing.tables import Row, Table


@dataclass(frozen=True)
class Context:
    """An issued table and its copy.

    names: code by number of an item; columns: place in the copy of each column; office: the institution whose sheet the
    document is, empty if it is nobody's.
    """

    copy: Returned
    issued: Table
    table: Table
    names: Mapping[str, str]
    columns: Mapping[int, int]
    labels: Mapping[int, frozenset[str]]
    office: str = ""

    @cached_property
    def found(self) -> Found:
        """Which row of the copy is which of the issued table."""
        return match_rows(self.issued.rows, self.table.rows)

    def field(self, place: int) -> str:
        """The field of a column of the issued table."""
        return column_field(self.issued.header[place]) if place < len(self.issued.header) else ""

    def row_name(self, row: Row) -> str:
        """What an issued row is called in all copies."""
        own = row.bookmarks[0] if row.bookmarks else locator.table_row(self.issued.number, row.number)
        return f"{self.copy.mark or ''}/{own}"

    def proposal(
        self, change: Change, issued: Row | None, at: Row, who: Revision | None, sure: float, **words: str
    ) -> Proposal:
        """A proposal on a row; who: None for what was not tracked. words: field, old, new, comment."""
        author, date = who or self.copy.saved
        item = "" if issued is None or issued.number == 1 else item_of(issued, self.names)
        return Proposal(
            change, item, words.get("field", ""), words.get("old", ""), words.get("new", ""), author, date,
            words.get("comment", ""), resolved=False, tracked=who is not None, confidence=round(sure, 2),
            file=self.copy.file, place=locator.table_row(self.table.number, at.number),
            row="" if issued is None else self.row_name(issued),
        )  # fmt: skip


def context_of(copy: Returned, issued: Table, table: Table, names: Mapping[str, str], office: str = "") -> Context:
    """The context of a pair of tables."""
    return Context(copy, issued, table, names, _columns(issued.header, table.header), labels(issued), office)


def parts_held(context: Context, issued: Row) -> dict[str, str]:
    """The words of an issued row by field."""
    found: dict[str, str] = {}
    for n, cell in enumerate(issued.cells):
        known = context.labels.get(n, frozenset())
        for field, words in parts_of(view(cell.lines, accepted=True), context.field(n), known).items():
            if words:
                found.setdefault(field, words)
    return found


def _columns(issued: tuple[str, ...], returned: tuple[str, ...]) -> dict[int, int]:
    """Place in the copy of each issued column that is there: by its header, by its place if none was lost or added."""
    if len(issued) == len(returned):
        return {n: n for n in range(len(issued))}
    found: dict[int, int] = {}
    for n, header in enumerate(issued):
        match = next((m for m, other in enumerate(returned) if other == header and m not in found.values()), None)
        if match is not None:
            found[n] = match
    return found
