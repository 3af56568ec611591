"""Fields on which the sources of an item disagree: what people are asked, and what they chose."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from tasks.memory.proposals.accepted import Accepted
from tasks.memory.proposals.values import Cells, rows_of
from tasks.merging.merge import Merged
from tasks.model.decisions import ValueCase
from tasks.model.proposals import Change, Proposal
from tasks.model.values import parts

_GRAVE: Final = ("start", "end", "budget", "owners")
"""Fields in the order in which they are asked about: what times depend upon comes first."""


def chosen_values(cases: Sequence[ValueCase]) -> list[Accepted]:
    """What people chose, as changes of the plan; each is read and told like one that a reviewer proposed."""
    return [Accepted(_proposal(case), note=case.remark.note) for case in cases if case.word]


def value_cases(merged: Merged, answers: Sequence[ValueCase]) -> tuple[ValueCase, ...]:
    """The questions on what was merged, the gravest first, with the answers; then answers that fit none of them."""
    items = {row["item_id"]: row for row in rows_of(merged.items)}
    said = {(case.item, case.field): case for case in reversed(answers)}
    asked = [_asked(row, items, merged.records) for row in rows_of(merged.conflicts) if not row["same_as"]]
    asked.sort(key=lambda case: (_rank(case.field), case.item))
    known = {(case.item, case.field) for case in asked}
    told = [_answered(case, said.get((case.item, case.field))) for case in asked]
    return (*told, *(case for about, case in said.items() if about not in known))


def _rank(field: str) -> int:
    return _GRAVE.index(field) if field in _GRAVE else len(_GRAVE)


def _asked(row: Cells, items: dict[str, Cells], records: pd.DataFrame) -> ValueCase:
    item, field = items[row["item_id"]], row["field"]
    values = tuple(_sources(records[records["item_id"] == row["item_id"]], field))
    return ValueCase(row["item_id"], field, item[field], item["action"], values)


def _sources(records: pd.DataFrame, field: str) -> Iterator[tuple[str, str, str]]:
    told = zip(records[field], records["file"], records["locator"], strict=True)
    yield from ((cell, file, place) for cell, file, place in told if cell)


def _answered(case: ValueCase, told: ValueCase | None) -> ValueCase:
    return case if told is None else replace(told, action=case.action, values=case.values)


def _proposal(case: ValueCase) -> Proposal:
    old = "\n".join(parts(case.old)) if case.field == "owners" else case.old
    return Proposal(
        Change.EDITED, case.item, case.field, old, case.word, case.remark.who, case.remark.day, comment="",
        resolved=False, tracked=False, confidence=1.0, file=case.file, place="", row="",
    )  # fmt: skip
