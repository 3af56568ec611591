"""What changed between two versions of a plan: one value a change of an item or a link, with what caused it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What happened to an item, or to a link that ends at it."""

    NEW = "new"
    DROPPED = "dropped"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    OWNER = "owner"
    BUDGET = "budget"
    WORDING = "wording"
    FIELD = "field"
    LINK_ADDED = "link-added"
    LINK_REMOVED = "link-removed"
    LINK_SUSPECT = "link-suspect"


class Reason(StrEnum):
    """What caused a change.

    FILE_RENAMED: a name or folder alone, after which documents come in another order, of which the first source holds;
    PROGRAM: neither a file nor a decision, so a newer version of the program or a setting.
    """

    FILE_ADDED = "file-added"
    FILE_CHANGED = "file-changed"
    FILE_REMOVED = "file-removed"
    FILE_RENAMED = "file-renamed"
    DECISION = "decision"
    REVIEWER = "reviewer"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Cause:
    """What caused a change. files: those that were added, changed or removed; who: those who decided or proposed."""

    reason: Reason
    files: tuple[str, ...] = ()
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an item.

    action: its words, of the later version where it is there; field: a column of ITEMS, for fields alone; old, new: its
    cells; months: by how many a period was moved, None where one side has no dates; other: the item that it was merged
    into or split from, or the one that it waits for.
    """

    kind: Kind
    item: str
    action: str
    cause: Cause
    field: str = ""
    old: str = ""
    new: str = ""
    months: int | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A version in a few figures: when it was made (ISO), how many rows of each table, how many changes of each kind.

    decisions: how many were made, changed or withdrawn, by that word.
    """

    number: int
    made: str
    rows: tuple[tuple[str, int], ...]
    changes: tuple[tuple[Kind, int], ...]
    decisions: tuple[tuple[str, int], ...] = ()
