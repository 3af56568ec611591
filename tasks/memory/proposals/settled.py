"""What is settled by now: conflicts in which people chose a value, questions about what they have filled in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pandas as pd

from tasks.memory.proposals.accepted import Choice
from tasks.memory.proposals.chosen import Chosen
from tasks.memory.proposals.values import Cells, rows_of
from tasks.memory.proposals.withdrawals import Withdrawn
from tasks.merging.checks import disagreement, incomplete
from tasks.model.problem import Code, Problem
from tasks.model.tables import CONFLICTS, frame
from tasks.model.values import parts

_DISPUTED: Final[Mapping[str, tuple[str, ...]]] = {"time": ("start", "end"), "funds": ("fund_sources",)}
"""The fields of CONFLICTS that a choice settles, where they bear another name."""

_ASKED: Final = {
    Code.OWNER_UNKNOWN: ("owners",), Code.PERIOD_NOT_UNDERSTOOD: ("time", "start", "end"),
    Code.BUDGET_NOT_UNDERSTOOD: ("budget",), Code.REGION_AMBIGUOUS: ("regions",),
}  # fmt: skip
"""The fields by which a question about the words of a document is answered."""

_LACKING: Final = frozenset({Code.OWNER_MISSING, Code.PERIOD_MISSING})


def settled_conflicts(conflicts: pd.DataFrame, plan: Chosen, gone: Withdrawn) -> pd.DataFrame:
    """CONFLICTS with what was chosen, by whom and why; without those of items that left the plan."""
    made = {(item, name): choice for (item, field), choice in plan.made.items() for name in _disputed(field)}
    rows = (
        row
        for row in rows_of(conflicts)
        if not {row["item_id"], row["same_as"]} & gone.items and (row["same_as"] or row["item_id"] not in plan.left)
    )
    told = [*rows, *_left(plan)]
    return frame(CONFLICTS, [_settled(row, made.get((row["item_id"], row["field"])), plan) for row in told])


def open_problems(problems: Iterable[Problem], plan: Chosen, gone: Withdrawn) -> Iterator[Problem]:
    """The problems that are left: none of what left the plan, none that a choice has settled, none twice."""
    made = {(item, name) for item, field in plan.made for name in (field, *_disputed(field))}
    touched = {item for item, _ in plan.made} | set(plan.left)
    for found in problems:
        details = dict(found.details)
        item = details.get("item", "")
        about = (item, details.get("field", "").rpartition(".")[2])
        settled = found.code == Code.FIELDS_CONFLICT and (about in made or item in plan.left)
        lacking = found.code in _LACKING and item in touched
        answered = any((item, name) in made for name in _ASKED.get(found.code, ())) and _gone(found, plan)
        if item not in gone.items and not settled and not lacking and not answered:
            yield found


def new_problems(plan: Chosen) -> Iterator[Problem]:
    """What the items that were touched lack now, and what the records that are left disagree on."""
    for item in sorted({item for item, _ in plan.made} | set(plan.left)):
        first = next(iter(plan.records.get(item, ())), None)
        if first is None or item not in plan.items:
            continue
        yield from incomplete(plan.items[item], first["file"], first["locator"])
        for conflict in plan.left.get(item, ()):
            if not any((item, name) in plan.made for name in _choosing(conflict.field)):
                yield disagreement(item, conflict.field, conflict.values, first["file"], first["locator"])


def _left(plan: Chosen) -> Iterator[Cells]:
    for item, conflicts in plan.left.items():
        yield from ({"item_id": item, "field": c.field, "values": c.values, "same_as": ""} for c in conflicts)


def _settled(row: Cells, choice: Choice | None, plan: Chosen) -> Cells:
    if choice is None or row["same_as"]:
        return row
    p = choice.accepted.proposal
    who = "; ".join(filter(None, [p.author, choice.accepted.who]))
    return row | {
        "chosen": plan.items[choice.item][row["field"]], "settled_by": who, "settled_on": p.date[:10],
        "settled_why": choice.accepted.note or p.file,
    }  # fmt: skip


def _gone(found: Problem, plan: Chosen) -> bool:
    """Whether the words that a problem is about no longer stand among the owners; of other fields they never do."""
    details = dict(found.details)
    if found.code != Code.OWNER_UNKNOWN:
        return True
    item = plan.items.get(details["item"])
    return item is None or details.get("text", "") not in parts(item["owners"])


def _disputed(field: str) -> Sequence[str]:
    return _DISPUTED.get(field, (field,))


def _choosing(name: str) -> list[str]:
    """The fields whose choice settles a conflict of this one."""
    return [name, *(field for field, names in _DISPUTED.items() if name in names)]
