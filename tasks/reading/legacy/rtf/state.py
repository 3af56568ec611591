"""What holds inside a group of Rich Text Format, and ends with it."""

from dataclasses import dataclass, field, replace
from typing import Final

from tasks.model.receipt import Skipped
from tasks.reading.legacy.rtf.destinations import Target

_CHECK_BOX: Final = 1
_LIST: Final = 2
_UNSET: Final = 25


@dataclass(slots=True)
class Field:
    """A field: its instruction; numbers and entries of a form field."""

    instruction: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    entries: list[str] = field(default_factory=list)

    def shown(self) -> str:
        """What a form field shows that stands in no text: its ticked box or the chosen entry of its list."""
        chosen = self.numbers.get("ffres", _UNSET)
        if chosen == _UNSET:
            chosen = self.numbers.get("ffdefres", 0)
        kind = self.numbers.get("fftype")
        if kind == _CHECK_BOX:
            return "☒" if chosen else "☐"
        return self.entries[chosen] if kind == _LIST and 0 <= chosen < len(self.entries) else ""


@dataclass(slots=True)
class State:
    """Where text goes and how it looks. A group begins with a copy of what holds around it."""

    target: Target = "text"
    reason: Skipped = "metadata"
    outer: Target = "text"
    begins: bool = False
    may_be_ignored: bool = False
    nested_row: bool = False
    field: Field | None = None
    link: str = ""
    font: int = -1
    fallback: int = 1
    bold: bool = False
    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    author: int = 0
    in_table: bool = False
    depth: int = 0
    outline: int = 0
    style: int = 0
    level: int = 0

    def inner(self) -> "State":
        """What holds at the beginning of a group within."""
        return replace(self, begins=False, may_be_ignored=False)

    def plain(self) -> None:
        """Takes back all looks of characters."""
        self.bold = self.struck = self.hidden = self.deleted = self.inserted = False
        self.font, self.author = -1, 0

    def new_paragraph(self) -> None:
        """Takes back all that was said of paragraphs."""
        self.in_table = False
        self.depth = self.outline = self.style = self.level = 0

    @property
    def tables(self) -> int:
        """Inside how many tables the paragraph is."""
        return max(self.depth, 1) if self.in_table else 0
