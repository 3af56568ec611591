"""Accepted proposals in the items of a run: the words that were chosen in place of those of the documents.

An item keeps its identity for ever, so a proposal finds its item by its id. Its new words are read like those of a
document. They take effect while the item, or a record it was made of, still says what it said when the proposal was
made; where a source has changed since, it is asked again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import pandas as pd

from tasks.merging.identity import PREFIX
from tasks.model.problem import Code, Problem, problem
from tasks.model.proposals import Change, Proposal, Ruled, Verdict
from tasks.model.tables import ITEMS, RAW, checked, frame
from tasks.model.values import parts

Read = Callable[[pd.DataFrame], tuple[pd.DataFrame, Sequence[Problem]]]
"""Reads raw records (RAW) as those of a document are read: their records (RECORDS), and what was not understood."""

Cells = dict[str, str]

_WORDED: Final = frozenset({Change.EDITED, Change.STRUCK, Change.NOTE})
_COMPARED: Final[Mapping[str, tuple[str, ...]]] = {
    "action": ("action",), "output": ("output",), "obstacle": ("obstacle",), "progress": ("progress",),
    "solution": ("solution",), "time": ("start", "end"), "owners": ("owners",), "supporters": ("supporters",),
    "regions": ("regions",), "budget": ("budget",), "funds": ("fund_sources",),
}  # fmt: skip
"""The columns of ITEMS by which a field is compared."""

_SET: Final[Mapping[str, tuple[str, ...]]] = {
    **_COMPARED,
    "time": ("start", "end", "period_text", "period_sense"), "owners": ("owners", "levels"),
}  # fmt: skip
"""Those that a proposal sets."""

_SAID: Final = {
    "time": "period_text", "owners": "owners_text", "supporters": "supporters_text", "regions": "place_text",
    "budget": "budget_text", "funds": "fund_text",
}  # fmt: skip
"""The column of RAW in which the words of a field stand, where it has another name."""


_NAMED: Final = frozenset(_SET) | {"correction", "answer", "number", "remarks", "depends", "partners", "priority"}
"""Fields that have a name in the catalogues; others are called by their headers."""

_LONGEST: Final = 300
"""Characters of a text that is told."""


@dataclass(frozen=True)
class Applied:
    """items: a frame of ITEMS; problems: what was applied, by whom, and what could not be."""

    items: pd.DataFrame
    problems: tuple[Problem, ...] = ()


@dataclass
class _Plan:
    """The items and records of a run as rows, and the words chosen so far by item and field."""

    items: dict[str, Cells]
    records: dict[str, list[Cells]]
    chosen: dict[tuple[str, str], Cells] = field(default_factory=dict)


def applied(
    items: pd.DataFrame, records: pd.DataFrame, rows: Iterable[Ruled], read: Read, missing: Collection[str] = ()
) -> Applied:
    """The items (ITEMS, item_id filled) with what was accepted, the earliest proposal first.

    records: RECORDS; missing: what documents print where nothing is stated.
    """
    told = [row.gathered.proposal for row in rows if row.verdict == Verdict.ACCEPTED]
    told = [p for p in told if p.change != Change.COMMENT]  # who accepts a comment agrees; there is nothing to put in
    told = [replace(p, old="") if p.old.strip() in missing else p for p in told]
    told = sorted(told, key=lambda p: (p.date, p.author, p.item, p.field, p.new))
    if not told:
        return Applied(items)
    by_item: dict[str, list[Cells]] = {}
    for record in _rows(records):
        by_item.setdefault(record["item_id"], []).append(record)
    plan = _Plan({row["item_id"]: row for row in _rows(items)}, by_item)
    values = _values([p for p in told if _worded(p)], read)
    problems = tuple(_applied(p, plan, values) for p in told)
    return Applied(checked(ITEMS, frame(ITEMS, plan.items.values())), problems)


def _worded(p: Proposal) -> bool:
    return p.change in _WORDED and p.field in _SET and bool(p.item)


def _rows(table: pd.DataFrame) -> Iterator[Cells]:
    columns = [table[name].tolist() for name in table.columns]
    yield from (dict(zip(table.columns, cells, strict=True)) for cells in zip(*columns, strict=True))


Value = tuple[Cells, bool]
"""What words come to, and whether all of them were understood."""


def _values(proposals: Sequence[Proposal], read: Read) -> dict[tuple[str, str], Value]:
    """What the old and the new words of proposals come to, by field and words."""
    words = sorted({(p.field, text) for p in proposals for text in (p.old, p.new)})
    if not words:
        return {}
    raw = frame(RAW, [_raw(str(n), *told) for n, told in enumerate(words)])
    records, problems = read(raw)
    unclear = {dict(found.details).get("item", "") for found in problems}
    return {told: (row, row["record_id"] not in unclear) for told, row in zip(words, _rows(records), strict=True)}


def _raw(number: str, name: str, text: str) -> Cells:
    """A raw record that says this and nothing else; several values stand on lines of their own behind dots."""
    lines = [line.lstrip("• \u00a0").strip() for line in text.split("\n")]
    said = "\n".join(filter(None, lines)) if name in _SAID else text
    return {"record_id": number, _SAID.get(name, name): said}


def _applied(p: Proposal, plan: _Plan, values: Mapping[tuple[str, str], Value]) -> Problem:
    """Apply a proposal; what is to be told of it."""
    if not _worded(p):
        return _open(p, "by-hand")
    item = plan.items.get(p.item)
    if item is None:
        return _open(p, "gone" if p.item.startswith(PREFIX) else "by-hand")
    new, understood = values[(p.field, p.new)]
    if not understood or (p.new and not any(new[column] for column in _SET[p.field])):
        return _open(p, "unclear")
    if not _still(p, item, plan, values[(p.field, p.old)][0]):
        return _open(p, "changed")
    item.update({column: new[column] for column in _SET[p.field]})
    plan.chosen[(p.item, p.field)] = new
    return problem(Code.PROPOSAL_APPLIED, item=p.item, **_told(p))


def _still(p: Proposal, item: Cells, plan: _Plan, old: Cells) -> bool:
    """Whether the words still are what they were; those of a choice before this one, if there was one."""
    before = plan.chosen.get((p.item, p.field))
    held = [before] if before else [item, *plan.records.get(p.item, ())]
    return any(_alike(old, row, p.field) for row in held)


def _alike(a: Mapping[str, str], b: Mapping[str, str], name: str) -> bool:
    return all(
        sorted(" ".join(part.split()).casefold() for part in parts(a[column]))
        == sorted(" ".join(part.split()).casefold() for part in parts(b[column]))
        for column in _COMPARED[name]
    )


def _open(p: Proposal, cause: str) -> Problem:
    item = {"item": p.item} if p.item else {"item": "–"}
    return problem(Code.PROPOSAL_NOT_APPLIED, cause=f"@memory.proposal.{cause}", **item, **_told(p))


def _told(p: Proposal) -> dict[str, str]:
    who = ", ".join(filter(None, [p.author, p.date[:10]])) or "–"
    column = p.field.partition("-")[0]
    name = f"@reviewing.field.{column}" if column in _NAMED else p.field
    return {"field": name or f"@reviewing.change.{p.change}", "old": _cut(p.old), "new": _cut(p.new), "who": who}


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
