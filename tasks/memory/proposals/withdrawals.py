"""Items that leave the plan because the deletion of their row was accepted; they come back when that is undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from tasks.memory.proposals import told
from tasks.memory.proposals.accepted import Accepted
from tasks.memory.proposals.chosen import About, Chosen, kept
from tasks.memory.proposals.values import Cells, alike
from tasks.merging.unite import united
from tasks.model.decisions import ROW, SourceCase
from tasks.model.tables import ACCOUNTING, frame
from tasks.model.values import joined, parts

_FATE = "superseded"


@dataclass
class Withdrawn:
    """What left the plan.

    records: rows of RECORDS; why: for accounting.csv, by record; items: those that went.
    """

    records: list[Cells] = field(default_factory=list)
    why: dict[str, str] = field(default_factory=dict)
    items: set[str] = field(default_factory=set)


def withdraw(plan: Chosen, found: Sequence[Accepted], answers: Sequence[SourceCase]) -> Withdrawn:
    """Take rows out of the plan, in their order. answers: what people said about sources that changed."""
    out = Withdrawn()
    said = {case.about: case for case in answers}
    for a in found:
        rows = plan.records.get(a.proposal.item, [])
        gone = [row for row in rows if not a.record or row["record_id"] == a.record]
        if a.proposal.item not in plan.items or not gone:
            if a.proposal.item not in out.items:
                plan.problems.append(told.not_done(a, "gone"))
        elif _holds(plan, a, gone, said) and not _stepped_back(plan, a):
            _withdraw(plan, out, a, gone)
    return out


def accounted(accounting: pd.DataFrame, why: Mapping[str, str]) -> pd.DataFrame:
    """ACCOUNTING with the fate of records that were withdrawn. why: the reason by record."""
    if not why:
        return accounting
    columns = {str(name): accounting[name].tolist() for name in accounting.columns}
    rows = (dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True))
    return frame(ACCOUNTING, (_accounted(row, why) for row in rows))


def _accounted(row: Cells, why: Mapping[str, str]) -> Cells:
    ids = parts(row["record_id"])
    gone = [name for name in ids if name in why]
    if not gone:
        return row
    kept = [name for name in ids if name not in why]
    return row | {"record_id": joined(kept)} | ({} if kept else {"fate": _FATE, "reason": why[gone[0]]})


def _holds(plan: Chosen, a: Accepted, gone: Sequence[Cells], said: Mapping[About, SourceCase]) -> bool:
    """Whether a deletion holds; where all sources word the work otherwise by now, people are asked."""
    item = plan.items[a.proposal.item]
    old = next((part.old for part in a.proposal.parts if part.field == "action"), "")
    if not old or any(alike({"action": old}, row, "action") for row in (item, *gone)):
        return True
    return kept(plan, SourceCase(a.proposal.item, ROW, old, "", item["action"], a.by, item["action"]), said)


def _stepped_back(plan: Chosen, a: Accepted) -> bool:
    """Take an institution that struck a row from its sheet off the work, if others are left to do it."""
    office = next((part.old for part in a.proposal.parts if part.field == "owners"), "")
    item = plan.items[a.proposal.item]
    owners = parts(item["owners"])
    others = [owner for owner in owners if _letters(owner) != _letters(office)]
    if not office or not others or len(others) == len(owners):
        return False
    levels = [level.strip() for level in item["levels"].split(";")]
    kept = [n for n, owner in enumerate(owners) if owner in others]
    old, item["owners"] = item["owners"], joined(others)
    item["levels"] = "; ".join(levels[n] if n < len(levels) else "" for n in kept)
    plan.problems.append(told.stepped_back(a, old, item["owners"]))
    return True


def _withdraw(plan: Chosen, out: Withdrawn, a: Accepted, gone: Sequence[Cells]) -> None:
    code = a.proposal.item
    left = [row for row in plan.records[code] if row not in gone]
    reason = f"@memory.withdrawn {', '.join(filter(None, [a.by, a.proposal.file, a.proposal.place]))}"
    out.records += gone
    out.why |= {row["record_id"]: reason for row in gone}
    plan.records[code] = left
    if left:
        fields, plan.left[code] = united(left)
        plan.items[code] |= {**fields, "record_ids": joined([row["record_id"] for row in left])}
        plan.problems.append(told.withdrawn(a, code, gone[0]["action"]))
        return
    item = plan.items.pop(code)
    out.items.add(code)
    plan.left.pop(code, None)
    plan.problems.append(told.withdrawn(a, code, item["action"]))


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
