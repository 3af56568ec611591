"""What words come to: those of a proposal are read like those of a document, and compared by what they mean."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import pandas as pd

from tasks.model.problem import Problem
from tasks.model.tables import RAW, frame
from tasks.model.values import joined, parts

Read = Callable[[pd.DataFrame], tuple[pd.DataFrame, Sequence[Problem]]]
"""Reads raw records (RAW) as those of a document are read: their records (RECORDS), and what was not understood."""

Cells = dict[str, str]

Value = tuple[Cells, bool]
"""What words come to, and whether all of them were understood."""

COMPARED: Final[Mapping[str, tuple[str, ...]]] = {
    "action": ("action",), "output": ("output",), "obstacle": ("obstacle",), "progress": ("progress",),
    "solution": ("solution",), "time": ("start", "end"), "start": ("start",), "end": ("end",), "owners": ("owners",),
    "supporters": ("supporters",), "regions": ("regions",), "budget": ("budget",), "funds": ("fund_sources",),
}  # fmt: skip
"""The columns of ITEMS by which a field is compared."""

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    **COMPARED,
    "time": ("start", "end", "period_text", "period_sense"), "owners": ("owners", "levels"),
}  # fmt: skip
"""Those that a proposal sets."""

SAID: Final = {
    "time": "period_text", "start": "period_text", "end": "period_text", "owners": "owners_text",
    "supporters": "supporters_text", "regions": "place_text", "budget": "budget_text", "funds": "fund_text",
    "depends": "depends_text",
}  # fmt: skip
"""The column of RAW in which the words of a field stand, where it has another name."""


def read_words(words: Iterable[tuple[str, str]], read: Read) -> dict[tuple[str, str], Value]:
    """What words come to, by field and words."""
    told = sorted(set(words))
    if not told:
        return {}
    records, problems = read(frame(RAW, [{"record_id": str(n), **raw(*one)} for n, one in enumerate(told)]))
    unclear = {dict(found.details).get("item", "") for found in problems}
    return {
        one: (_one_day(one[0], row), row["record_id"] not in unclear)
        for one, row in zip(told, rows_of(records), strict=True)
    }


def raw(name: str, text: str) -> Cells:
    """The cell of a raw record that says this; several values stand on lines of their own behind dots."""
    lines = [line.lstrip("• \u00a0").strip() for line in text.split("\n")]
    said = "\n".join(filter(None, lines)) if name in SAID else text
    return {SAID.get(name, name): said}


def rows_of(table: pd.DataFrame) -> Iterator[Cells]:
    """The rows of a table."""
    columns = [table[name].tolist() for name in table.columns]
    yield from (dict(zip(table.columns, cells, strict=True)) for cells in zip(*columns, strict=True))


def alike(a: Mapping[str, str], b: Mapping[str, str], name: str) -> bool:
    """Whether a field says the same in two rows."""
    return all(_folded(a[column]) == _folded(b[column]) for column in COMPARED[name])


def holds(row: Mapping[str, str], one: Mapping[str, str], name: str) -> bool:
    """Whether the values of one row are among those of another."""
    return all(set(_folded(one[column])) <= set(_folded(row[column])) for column in COMPARED[name])


def exchanged(row: Mapping[str, str], old: Mapping[str, str], new: Mapping[str, str], name: str) -> Cells:
    """The cells of a field with the values of one row in place of those of another, all else as it was."""
    found: Cells = {}
    for column in COMPARED[name]:
        gone = set(_folded(old[column]))
        kept = [value for value in parts(row[column]) if _fold(value) not in gone]
        found[column] = joined([*kept, *(v for v in parts(new[column]) if v not in kept)])
    if name == "owners":
        levels = {**_levels(row), **_levels(new)}
        found["levels"] = "; ".join(levels.get(owner, "") for owner in parts(found["owners"]))
    return found


def _levels(row: Mapping[str, str]) -> dict[str, str]:
    levels = [level.strip() for level in row["levels"].split(";")]
    return {owner: levels[n] if n < len(levels) else "" for n, owner in enumerate(parts(row["owners"]))}


def _one_day(name: str, row: Cells) -> Cells:
    """The row as its field is meant: a beginning or an end is one day of what was written."""
    if name == "start":
        return row | {"start": row["start"] or row["end"]}
    return row | {"end": row["end"] or row["start"]} if name == "end" else row


def _folded(cell: str) -> list[str]:
    return sorted(map(_fold, parts(cell)))


def _fold(value: str) -> str:
    return " ".join(value.split()).casefold()
