"""The memory of a plan before a run: one that was damaged or lost is put together again, and people are told.

The copy that every run keeps has all of it. Without a copy the ids of items are taken from the plan that was written
last (plan.json), with its version and its documents; decisions stand in the workbook anyway.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from flows.folder.issuing import issued_in
from flows.folder.publish import hash_of
from flows.folder.run_record import NAME, LastRun
from tasks.memory.database import Place, mend
from tasks.memory.file import Mended
from tasks.memory.memory import Remembered, put_together, recall
from tasks.memory.versions.store import Run
from tasks.model.plan import Plan
from tasks.model.problem import Code, Problem, problem
from tasks.rendering.exchange.plan_back import plan_of

PLAN: Final = "plan.json"
_COPY, _PLAN, _NOTHING = "@flows.memory.copy", "@flows.memory.plan", "@flows.memory.nothing"


def recalled(place: Place, folder: Path, last: LastRun | None) -> tuple[Remembered, tuple[Problem, ...]]:
    """What earlier runs leave, and what is to be said of the state in which it was.

    folder: where the documents of the last run lie. Raises OutputError, OSError.
    """
    mended = mend(place)
    published = (last.version, last.fingerprint) if last else (0, "")
    memory = recall(place, published)
    if published[0] <= memory.number:
        return memory, tuple(_told(place, mended, _COPY if mended and mended.copied else _NOTHING))
    plan = _last_plan(folder)
    if last is None or plan is None:
        return memory, tuple(_told(place, mended, _NOTHING))
    made = Run(_ended(folder), last.fingerprint, last.language)
    put_together(place, plan, made, last.version, issued_in(folder, _untouched(folder, last)))
    return recall(place, published), tuple(_told(place, mended or Mended(None, copied=False), _PLAN))


def _told(place: Place, mended: Mended | None, source: str) -> Iterator[Problem]:
    """Of a file that never held anything nothing is said."""
    if mended is None or (mended.aside is None and source == _NOTHING):
        return
    state = "@flows.memory.damaged" if mended.aside else "@flows.memory.missing"
    aside = mended.aside.name if mended.aside else ""
    yield problem(Code.MEMORY_RESTORED, memory=place.shown, state=state, aside=aside, source=source)


def _last_plan(folder: Path) -> Plan | None:
    try:
        return plan_of((folder / PLAN).read_bytes(), date.fromisoformat(_record(folder)["as_of"]))
    except (OSError, ValueError, KeyError):
        return None


def _ended(folder: Path) -> str:
    return _record(folder).get("ended", "")


def _record(folder: Path) -> dict[str, str]:
    record: dict[str, str] = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return record


def _untouched(folder: Path, last: LastRun) -> Iterator[str]:
    """The documents of the last run that are still as it wrote them."""
    there = ((folder / name, name, sha256) for name, sha256 in last.outputs.items())
    return (name for path, name, sha256 in there if path.is_file() and hash_of(path) == sha256)
