"""What reviewers propose: one value a change that a copy of an issued document shows when it comes back."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final, NamedTuple


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


class Part(NamedTuple):
    """A field, its words before and after."""

    field: str
    old: str
    new: str


GROUP: Final = "group"
"""The field of a row that was moved among those of another working group."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change, a deletion struck through, a note in brackets or a comment.

    item: the code of the item of the plan, or what the row is called where it has none; field: a name of fields.csv, or
    the header of a column that stands there under no name; old, new: the words before and after; date: as the document
    has it; comment: its words, with the answers to it; resolved: it is marked as settled; tracked: the program recorded
    the change, so that author and date are its own; confidence: that it is this row and this change, 0 to 1; file: the
    copy; place: a locator; row: the row of the issued document, the same in all copies, empty outside tables; parts:
    what it comes to field by field, of a new row all that it says, of a correction what it sets right, of a row that is
    taken out of the sheet of an institution that this one has no part in it.
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
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """A proposal that one or several reviewers make.

    authors, files: of all copies that hold it; rivals: the number that it shares with those that contradict it, 0 if
    none does.
    """

    proposal: Proposal
    authors: tuple[str, ...]
    files: tuple[str, ...]
    rivals: int = 0


class Verdict(StrEnum):
    """What the secretariat decided on a proposal."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Ruled:
    """A row of the workbook of proposals. word: what was answered; verdict: what it means, None if it is no answer."""

    gathered: Gathered
    word: str
    verdict: Verdict | None
    who: str = ""
    note: str = ""


KEY: Final = "renja:proposal"
"""What heads the hidden column of the workbook by which its rows are known again."""


def key_of(gathered: Gathered) -> str:
    """A proposal with those who make it, as one text. What is longer than a cell takes is cut."""
    values = asdict(gathered)
    told = values["proposal"]
    told |= {name: told[name][:_LONGEST] for name in ("old", "new", "comment")}
    room = _OF_PARTS // (2 * max(len(told["parts"]), 1))
    told["parts"] = [[name, old[:room], new[:room]] for name, old, new in told["parts"]]
    del values["rivals"]
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def gathered_of(key: str) -> Gathered:
    """The proposal of `key_of`. Raises ValueError for any other text."""
    told = json.loads(key)
    try:
        values = told["proposal"]
        told_parts = tuple(Part(*map(str, part)) for part in values.get("parts", ()))
        proposal = Proposal(**{**values, "change": Change(values["change"]), "parts": told_parts})
        return Gathered(proposal, tuple(map(str, told["authors"])), tuple(map(str, told["files"])))
    except (KeyError, TypeError) as error:
        raise ValueError(key) from error


_LONGEST: Final = 5_000
_OF_PARTS: Final = 12_000
"""Characters of each text, and of all parts together; a cell takes 32,767."""
