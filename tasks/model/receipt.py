"""The proof that nothing of a file was lost on the way: every character read went into a block or has a reason."""

from dataclasses import dataclass
from typing import Literal

Skipped = Literal[
    "deleted",  # by a tracked change
    "field code",  # the instruction of a field, not its result
    "fallback",  # the other version of the same contents, for older programs
    "phonetic",  # a guide to pronunciation above the text
    "white space",  # that no reader of the page sees
    "markup",  # marks that shape a text: delimiters and quotes of a table, signs for bold and lists
    "script",  # programs and styles of a web page
    "metadata",  # title and keywords of the file itself
    "template",  # texts of the slide master or layout, prompts
    "repeated",  # the same text a second time, where the format stores it twice
    "quoted",  # an older message under a newer one
    "cut",  # beyond a safety limit
    "format code",  # how a number is written, not the number
    "hyphen",  # at the end of a line, where a word was parted that is whole again
    "reference",  # the number of a text that stands elsewhere in the file
    "not shown",  # contents that the document never shows: a note without reference, an unused entry
]
"""Why characters of a text node are in no block."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Characters in the text nodes of all parts read, those that blocks hold, and those left out by reason."""

    read: int
    emitted: int
    skipped: tuple[tuple[Skipped, int], ...] = ()

    @property
    def remainder(self) -> int:
        """Characters that nobody accounts for; anything but 0 is a defect of the reader."""
        return self.read - self.emitted - sum(count for _, count in self.skipped)
