"""What checks look at: the items of a plan, what their records say, and who waits for whom."""

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

Cells = Mapping[str, str]


class Actions:
    """The items (schema ITEMS), by item the records (schema RECORDS), and the items that wait for it (schema LINKS)."""

    def __init__(self, items: pd.DataFrame, records: pd.DataFrame, links: pd.DataFrame) -> None:
        self.rows: list[Cells] = [_cells(row) for row in items.to_dict("records")]
        self.by_id = {row["item_id"]: row for row in self.rows}
        self.told: dict[str, list[Cells]] = defaultdict(list)
        for row in records.to_dict("records"):
            self.told[str(row["item_id"])].append(_cells(row))
        self.after: dict[str, list[str]] = defaultdict(list)
        for before, item in zip(links["from_item"].tolist(), links["to_item"].tolist(), strict=True):
            self.after[before].append(item)


def _cells(row: Mapping[object, object]) -> Cells:
    return {str(name): str(cell) for name, cell in row.items()}
