"""Which record belonged to which item: a fingerprint once bound keeps its item for ever, so no id is given again."""

from collections.abc import Iterator, Mapping

import pandas as pd

from tasks.memory.database import Scope
from tasks.memory.schema import BINDING
from tasks.merging.identity import fingerprint

_COLUMNS = ("action", "owners", "regions", "item_id")


def recall(scope: Scope) -> dict[str, str]:
    """Fingerprint of a record → id of its item, from all earlier runs; empty if there were none."""
    return {row[0]: row[1] for row in scope.rows(BINDING, "fingerprint", "item_id")}


def remember(scope: Scope, records: pd.DataFrame) -> None:
    """Bind the records of a run (schema RECORDS, item_id filled) to their items. What is bound already stays."""
    known = recall(scope)
    rows = (dict(zip(_COLUMNS, cells, strict=True)) for cells in zip(*(records[c] for c in _COLUMNS), strict=True))
    new = {print_: item for print_, item in reversed(list(_bindings(rows))) if print_ not in known}
    scope.add(BINDING, [{"fingerprint": print_, "item_id": new[print_]} for print_ in sorted(new)])


def _bindings(rows: Iterator[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    return ((fingerprint(row), row["item_id"]) for row in rows if row["item_id"])
