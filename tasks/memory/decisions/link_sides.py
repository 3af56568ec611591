"""Items as sides of a question on a link: the words, the place and the fingerprints of their records."""

from collections.abc import Collection
from typing import Final

import pandas as pd

from tasks.merging.reasons.doubts import MOST_PRINTS, fingerprints
from tasks.model.decisions import Side

_CELLS: Final = ("action", "owners", "regions", "group", "file", "locator")
_WHEN: Final = ("start", "end", "period_text", "period_sense")


def link_sides(wanted: Collection[str], items: pd.DataFrame, records: pd.DataFrame) -> dict[str, Side]:
    """These items (schema ITEMS): the record (schema RECORDS) whose words the item has, with the item's period.

    The fingerprints are those of all records of the item, that of this one first.
    """
    rows = _rows(wanted, records)
    needed = [row for own in rows.values() for row in own]
    prints = dict(zip(needed, fingerprints(records.iloc[needed]), strict=True))
    actions = records["action"].tolist()
    columns = {name: records[name].tolist() for name in _CELLS}
    found = {}
    told = zip(*(items[name].tolist() for name in ("item_id", "action", "owners", *_WHEN)), strict=True)
    for item, action, owners, *when in told:
        if own := rows.get(item):
            row = next((n for n in own if actions[n] == action), own[0])
            cells = {name: column[row] for name, column in columns.items()}
            cells |= dict(zip(_WHEN, when, strict=True)) | {"owners": cells["owners"] or owners}
            found[item] = Side(**cells, prints=tuple(dict.fromkeys((prints[row], *(prints[n] for n in own)))))
    return found


def _rows(wanted: Collection[str], records: pd.DataFrame) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    names = frozenset(wanted)
    for row, item in enumerate(records["item_id"].tolist()):
        if item in names and len(own := rows.setdefault(item, [])) < MOST_PRINTS:
            own.append(row)
    return rows
