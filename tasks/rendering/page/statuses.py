"""What is special about an item: on the critical path, impossible as promised, something to decide about it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tasks.model.problem import Code, Problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.page.shape import Status
from tasks.rendering.view.schedule import CRITICAL
from tasks.rendering.view.settling import concerned, open_conflicts, to_settle

STATUSES: Final = ("critical", "infeasible", "undecided")
"""In the order in which the page offers them; the page's data name each by its position."""
_IMPOSSIBLE: Final = frozenset({Code.SCHEDULE_INFEASIBLE, Code.DEPENDENCY_CYCLE})


def statuses_of(index: Index) -> dict[str, Sequence[str]]:
    """The statuses of every item by its code."""
    asked = to_settle(index.plan, index.around.items)
    impossible = _subjects((p for p in asked if p.code in _IMPOSSIBLE), index)
    disputed = open_conflicts(index.plan.conflicts)["item_id"].tolist()
    undecided = {*_subjects(asked, index), *disputed, *index.doubts}
    marks: Mapping[str, Iterable[str]] = {
        "critical": {code for code, row in index.rows.items() if row["on_critical_path"].lower() in CRITICAL},
        "infeasible": impossible,
        "undecided": undecided,
    }
    return {code: [name for name in STATUSES if code in marks[name]] for code in index.rows}


def _subjects(problems: Iterable[Problem], index: Index) -> set[str]:
    return {code for found in problems for code in concerned(found, index.around.items)}


def shown(names: Iterable[str], speak: Catalogue) -> tuple[Status, ...]:
    """Statuses as people read them."""
    return tuple(Status(name, speak.text(f"page.status.{name}")) for name in names)
