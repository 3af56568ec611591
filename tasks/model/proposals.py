"""What reviewers propose: one value a change that a copy of an issued document shows when it comes back."""

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What kind of change it is; the gravest for a plan come first."""

    ROW_DELETED = "row-deleted"
    ROW_ADDED = "row-added"
    EDITED = "edited"
    STRUCK = "struck"
    NOTE = "note"
    COMMENT = "comment"
    ROW_COPIED = "row-copied"
    ROW_MOVED = "row-moved"
    TABLE_DELETED = "table-deleted"
    COLUMN_DELETED = "column-deleted"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change, a deletion struck through, a note in brackets or a comment.

    item: the code of the item of the plan, or what the row is called where it has none; field: a name of fields.csv, or
    the header of a column that stands there under no name; old, new: the words before and after; date: as the document
    has it; comment: its words, with the answers to it; resolved: it is marked as settled; tracked: the program recorded
    the change, so that author and date are its own; confidence: that it is this row and this change, 0 to 1; file: the
    copy; place: a locator; row: the row of the issued document, the same in all copies, empty outside tables.
    """

    change: Change
    item: str
    field: str
    old: str
    new: str
    author: str
    date: str
    comment: str
    resolved: bool
    tracked: bool
    confidence: float
    file: str
    place: str
    row: str
