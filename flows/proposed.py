"""The workbook in which the secretariat decides on what reviewers propose: which there are, what was accepted.

Nothing large is imported before one of them has to be read.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flows.usage import WrongUsageError

if TYPE_CHECKING:
    from tasks.model.proposals import Ruled

NAMES: Final = ("usulan-perubahan.xlsx", "proposed-changes.xlsx")


def workbooks(out: Path) -> list[Path]:
    """Those in an output folder, in whatever language."""
    return [out / name for name in NAMES if (out / name).is_file()]


def proposed_mark(out: Path) -> str:
    """What changes whenever a workbook does; empty without one."""
    return "".join(map(_hash, workbooks(out)))


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:  # whoever has to read it will say so
        return path.name


def answered(out: Path) -> "list[Ruled]":
    """The rows of the workbooks as people left them.

    Raises WrongUsageError if one cannot be read: it holds decisions, which must not be passed over.
    """
    rows: list[Ruled] = []
    for path in workbooks(out):
        from tasks.memory.proposals.filled import ruled
        from tasks.reading.folder.decisions_file import read_filled
        from tasks.reading.refusal import CannotReadError

        try:
            rows += ruled(read_filled(path.read_bytes()))
        except (CannotReadError, OSError) as error:
            raise WrongUsageError("reviewing.workbook-damaged", file=path.name) from error
    return rows
