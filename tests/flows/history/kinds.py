"""The kinds of documents that can be edited, by their suffix."""

from pathlib import Path
from typing import Final

from tests.flows.history.lines import Lines
from tests.flows.history.places import File, Word
from tests.flows.history.worksheets import Excel

KINDS: Final[dict[str, type[Word | Lines | Excel]]] = {".docx": Word, ".csv": Lines, ".txt": Lines, ".xlsx": Excel}


def opened(path: Path) -> File | None:
    """A document to edit; None if it is of a kind that cannot be."""
    kind = KINDS.get(path.suffix)
    return kind(path) if kind else None
