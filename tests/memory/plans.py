"""Plans of a few records for the tests of the memory."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from tasks.memory.database import Place
from tasks.memory.memory import issue, remember
from tasks.memory.versions.store import Run
from tasks.model.decisions import Review
from tasks.model.meeting import Meeting
from tasks.model.plan import Plan
from tasks.model.problem import Problem
from tasks.model.tables import ACCOUNTING, CONFLICTS, LINKS, SOURCES, frame
from tests.frames import items, records

Row = Mapping[str, str]
_SHARED = (
    "item_id", "action", "output", "progress", "owners", "supporters", "regions", "start", "end", "budget",
    "period_text",
)  # fmt: skip


def plan(
    *rows: Row,
    links: pd.DataFrame | None = None,
    files: Mapping[str, str] | None = None,
    review: Review = Review(),  # noqa: B008
    problems: tuple[Problem, ...] = (),
) -> Plan:
    """A plan of these records, whose items are made of their first ones. files: hash by name."""
    table = records(*rows)
    first = table[table["item_id"] != ""].drop_duplicates("item_id")
    made = [{name: row[name] for name in _SHARED} for _, row in first.iterrows()]
    sources = [{"file": name, "sha256": sha, "status": "read"} for name, sha in (files or {}).items()]
    bound = frame(LINKS, []) if links is None else links
    return Plan(
        Meeting(name="Rapat"), date(2017, 2, 11), table, items(*made), bound, frame(CONFLICTS, []),
        frame(ACCOUNTING, []), frame(SOURCES, sources), problems, review,
    )  # fmt: skip


def kept(place: Place, made: Plan, mark: str = "m", when: str = "2017-02-11T10:00:00+07:00") -> int:
    """Remember a plan and issue it; the number of its version."""
    number = remember(place, made, Run(when, mark, "id"))
    issue(place, number, mark)
    return number
