"""Fields that accepted proposals set, in the items of a run and in the records that a sheet showed.

A choice holds for ever. Where the sources say something new by now, people are asked once whether it still does; until
they answer it holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tasks.memory.proposals import told
from tasks.memory.proposals.accepted import Choice
from tasks.memory.proposals.values import (
    COLUMNS,
    COMPARED,
    Cells,
    Read,
    Value,
    alike,
    exchanged,
    holds,
    read_words,
)
from tasks.merging.unite import Conflict, united
from tasks.model.decisions import SourceCase, SourceRuling
from tasks.model.problem import Problem

About = tuple[str, str, str, str]
"""What makes two questions on a changed source the same."""

Values = Mapping[tuple[str, str], Value]
"""What words come to, by field and words."""

_KEPT: Final = frozenset({"period_text"})
"""Columns that keep the words of the document in a record."""


@dataclass
class Chosen:
    """The items and records of a run as rows, by id, with the words chosen so far.

    made: the choice that holds, by item and field; problems: what was set and what could not be; cases: what people are
    asked, or have answered, about sources that changed; left: what the records of an item disagree on, where some of
    them were withdrawn or set right.
    """

    items: dict[str, Cells]
    records: dict[str, list[Cells]]
    made: dict[tuple[str, str], Choice] = field(default_factory=dict)
    cells: dict[tuple[str, str], Cells] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    cases: list[SourceCase] = field(default_factory=list)
    left: dict[str, list[Conflict]] = field(default_factory=dict)


def choose(plan: Chosen, found: Sequence[Choice], read: Read, answers: Sequence[SourceCase]) -> None:
    """Set the fields in their order. answers: what people said about sources that changed."""
    values = read_words(((c.field, text) for c in found for text in (c.old, c.new)), read)
    said = {case.about: case for case in answers}
    early = [choice for choice in found if not _fits(plan, choice, values)]
    # A beginning may only fit once the end is set that was chosen with it, and the other way round.
    for choice in [*(choice for choice in found if choice not in early), *early]:
        _choose(plan, choice, values, said)


def _fits(plan: Chosen, choice: Choice, values: Values) -> bool:
    item = plan.items.get(choice.item)
    return item is None or _in_order(item, values[(choice.field, choice.new)][0], choice.field)


def _choose(plan: Chosen, choice: Choice, values: Values, said: Mapping[About, SourceCase]) -> None:
    item = plan.items.get(choice.item)
    old, (new, understood) = values[(choice.field, choice.old)][0], values[(choice.field, choice.new)]
    empty = bool(choice.new) and not any(new[column] for column in COLUMNS[choice.field])
    if item is None:
        plan.problems.append(told.not_set(choice, "gone"))
    elif not understood or empty or not _in_order(item, new, choice.field):
        plan.problems.append(told.not_set(choice, "unclear"))
    elif (cause := _stands(plan, choice, item, old, new)) == "rival":
        plan.problems.append(told.not_set(choice, "rival"))
    elif cause != "changed" or _kept(plan, choice, item, said):
        _set(plan, choice, item, old, new)


def _in_order(item: Cells, new: Cells, name: str) -> bool:
    """Whether an item would not end before it begins."""
    if name not in ("start", "end"):
        return True
    start, end = (new if name == side else item for side in ("start", "end"))
    return not (start["start"] and end["end"]) or start["start"] <= end["end"]


def _stands(plan: Chosen, choice: Choice, item: Cells, old: Cells, new: Cells) -> str:
    """Whether the words still are what they were; "rival" or "changed" if not: by another choice, by the sources."""
    before = plan.cells.get((choice.item, choice.field))
    same = holds if choice.one else alike
    if before is not None:
        return "" if same(before, old, choice.field) or alike(before, new, choice.field) else "rival"
    rows = [item, *plan.records.get(choice.item, ())]
    return "" if any(same(row, old, choice.field) or alike(row, new, choice.field) for row in rows) else "changed"


def _kept(plan: Chosen, choice: Choice, item: Cells, said: Mapping[About, SourceCase]) -> bool:
    """Whether a choice holds although the sources have changed."""
    now = ("/" if choice.field == "time" else "; ").join(item[column] for column in COMPARED[choice.field])
    case = SourceCase(choice.item, choice.field, choice.old, choice.new, now, choice.accepted.by, item["action"])
    return kept(plan, case, said)


def kept(plan: Chosen, asked: SourceCase, said: Mapping[About, SourceCase]) -> bool:
    """Whether something holds about which people are asked; the question, or the answer to it, is put down."""
    case = said.get(asked.about, asked)
    plan.cases.append(case)
    return case.ruling != SourceRuling.TAKEN


def _set(plan: Chosen, choice: Choice, item: Cells, old: Cells, new: Cells) -> None:
    """Put the words into the record that was shown, and into the item, unless this speaks with those of another one."""
    plan.problems.append(told.holds_now(choice))
    shown = [
        record
        for record in plan.records.get(choice.item, ())
        if record["record_id"] == choice.accepted.record and alike(record, old, choice.field)
    ]
    for record in shown:
        _set_right(record, choice, old, new)
    key = (choice.item, choice.field)
    if shown and key not in plan.made and not alike(item, old, choice.field):
        fields, plan.left[choice.item] = united(plan.records[choice.item])
        item.update({column: fields[column] for column in COLUMNS[choice.field]})
        return
    item.update(_cells(choice, item, old, new))
    plan.made[key] = choice
    plan.cells[key] = {**new, **{column: item[column] for column in COLUMNS[choice.field]}}


def _set_right(record: Cells, choice: Choice, old: Cells, new: Cells) -> None:
    """What was read, as it should have been; the words of the document stay beside it."""
    cells = _cells(choice, record, old, new)
    record.update({name: cell for name, cell in cells.items() if name not in _KEPT})
    why = f"{COMPARED[choice.field][-1]}: reviewer '{choice.accepted.by}'"
    record["inferred"] = "; ".join(filter(None, [record["inferred"], why.replace(";", ",")]))


def _cells(choice: Choice, row: Cells, old: Cells, new: Cells) -> Cells:
    """The cells that the field gets."""
    if choice.one and row["owners" if choice.field == "owners" else COMPARED[choice.field][0]]:
        return exchanged(row, old, new, choice.field)
    return {column: new[column] for column in COLUMNS[choice.field]}
