"""Columns of open data to raw records: by the names of records.csv, else by the header words of documents."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from tasks.extraction.vocabulary import Vocabulary
from tasks.model.tables import RAW, checked

_NAMES: Final[Mapping[str, str]] = {
    **{name: name for name in RAW.columns},
    "owners": "owners_text", "supporters": "supporters_text", "regions": "place_text", "levels": "level_hint",
    "start": "start_text", "end": "end_text", "budget": "budget_text", "fund_sources": "fund_text",
}  # fmt: skip
"""Columns of records.csv, and of raw records, by the raw record's column that takes their words."""

_FIELDS: Final[Mapping[str, str]] = {
    **{name: name for name in ("action", "output", "obstacle", "progress", "solution", "priority", "remarks")},
    "owner": "owners_text", "person": "owners_text", "supporter": "supporters_text", "place": "place_text",
    "time": "period_text", "start": "start_text", "end": "end_text", "budget": "budget_text", "fund": "fund_text",
    "depends": "depends_text", "proposer": "proposer_text", "programme": "heading", "no": "number",
}  # fmt: skip
"""Fields of the vocabulary of headers, likewise."""

NEEDED: Final[Mapping[str, str]] = {"action": "action", "owners_text": "owners"}
"""What a table must have, and how records.csv calls it."""


def understood(names: Sequence[str], vocabulary: Vocabulary) -> dict[str, int]:
    """Which column fills which of a raw record: a name of the contract first, else the surest header word."""
    found: dict[str, int] = {}
    for n, name in enumerate(names):
        target = _NAMES.get(name.strip().casefold())
        if target:
            found.setdefault(target, n)
    words = [(word.rank, n, word.field) for n, name in enumerate(names) if (word := vocabulary.look(name.strip()))]
    for _, n, field in sorted(words):
        target = _FIELDS.get(field)
        if target and n not in found.values():
            found.setdefault(target, n)
    return found


def missing(columns: Mapping[str, int]) -> tuple[str, ...]:
    """What a table lacks, in the names of records.csv."""
    return tuple(name for column, name in NEEDED.items() if column not in columns)


def raw_of(cells: Mapping[str, Sequence[str]], file: str, locators: Sequence[str]) -> pd.DataFrame:
    """Raw records (schema RAW), one a row with an action.

    cells: by column of the schema; `file`, `locators`: where rows stand that do not say it themselves. Ids that are
    not there, or not distinct, are numbered.
    """
    acting = np.array([bool(cell.strip()) for cell in cells["action"]], np.bool_)
    kept = np.flatnonzero(acting).tolist()
    nothing = [""] * len(kept)
    table = {
        name: [cells[name][n].strip() for n in kept] if name in cells else nothing for name in map(str, RAW.columns)
    }
    table["file"] = [own or file for own in table["file"]]
    table["locator"] = [own or locators[n] for own, n in zip(table["locator"], kept, strict=True)]
    ids = table["record_id"]
    if "" in ids or len(set(ids)) < len(ids):
        width = len(str(len(kept)))
        table["record_id"] = [f"R{n:0{width}}" for n in range(1, len(kept) + 1)]
    return checked(RAW, pd.DataFrame({name: pd.Series(column, dtype="str") for name, column in table.items()}))
