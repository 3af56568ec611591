"""The workbook in which the secretariat decides on what reviewers propose: which there are, what was accepted.

Nothing large is imported before one of them has to be read.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flows.folder.publish import OWN
from flows.folder.remembering import place_of
from flows.folder.run_record import write_json
from flows.settings import Settings
from flows.speaking.usage import WrongUsageError

if TYPE_CHECKING:
    from tasks.model.proposals import Ruled

NAMES: Final = ("usulan-perubahan.xlsx", "proposed-changes.xlsx")
_SEEN: Final = "proposals.json"
"""What the workbook in the same output folder said when it was last read or written: verdict by proposal."""


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


def answered_together(out: Path, settings: Settings) -> "list[Ruled]":
    """The same with those of other machines, if the memory is shared: what was decided last holds.

    Nobody else works on the plan meanwhile. Raises WrongUsageError, OutputError, OSError.
    """
    from tasks.memory.database import reading
    from tasks.memory.proposals.store import recall

    mine, place = answered(out), place_of(out, settings)
    if not place.shared:
        return mine
    with reading(place) as scope:
        theirs = recall(scope) if scope else []
    rows = _joined(mine, _seen(out), theirs)
    share(out, settings, rows, mine)
    return rows


def share(out: Path, settings: Settings, rows: "Sequence[Ruled]", written: "Iterable[Ruled]") -> None:
    """Tell the other machines of these rows, if the memory is shared. written: those in the workbook here.

    Raises OutputError, OSError.
    """
    from tasks.memory.database import writing
    from tasks.memory.proposals.store import remember

    place = place_of(out, settings)
    if place.shared:
        with writing(place) as scope:
            remember(scope, rows)
        write_json(out / OWN / _SEEN, {_name(row): row.verdict or "" for row in written})


def _seen(out: Path) -> dict[str, str]:
    try:
        return dict(json.loads((out / OWN / _SEEN).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _joined(mine: "Sequence[Ruled]", before: dict[str, str], theirs: "Sequence[Ruled]") -> "list[Ruled]":
    """A row that has not changed here since is as the others have it; one that is gone here is not gone for them."""
    changed = {_name(row): row for row in mine if (row.verdict or "") != before.get(_name(row), "")}
    return list({**{_name(row): row for row in mine}, **{_name(row): row for row in theirs}, **changed}.values())


def _name(row: "Ruled") -> str:
    from tasks.reviewing.gather import identity

    return json.dumps(identity(row.gathered.proposal), ensure_ascii=False)
