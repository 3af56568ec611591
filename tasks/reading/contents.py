"""What a reader of a format hands over, and the count that it keeps meanwhile."""

from collections import Counter
from dataclasses import dataclass, field

from tasks.model.blocks import Block, Revision
from tasks.model.problem import Problem
from tasks.model.receipt import Receipt, Skipped


@dataclass(frozen=True, slots=True)
class Contents:
    """The blocks of a file with their receipt. `problems` name no file: their place in it is enough here."""

    blocks: tuple[Block, ...]
    receipt: Receipt
    problems: tuple[Problem, ...] = ()
    original: tuple[Block, ...] | None = None
    revisions: tuple[Revision, ...] = ()


@dataclass(slots=True)
class Tally:
    """Counts characters while a file is read. `read` comes from the text nodes alone, never from the other two."""

    read: int = 0
    emitted: int = 0
    skipped: Counter[Skipped] = field(default_factory=Counter)

    def skip(self, reason: Skipped, characters: int) -> None:
        """Counts characters that are left out."""
        if characters:
            self.skipped[reason] += characters

    def add(self, other: "Tally") -> None:
        """Counts what was counted elsewhere."""
        self.read += other.read
        self.emitted += other.emitted
        self.skipped += other.skipped

    def receipt(self) -> Receipt:
        """What was counted."""
        return Receipt(self.read, self.emitted, tuple(sorted(self.skipped.items())))
