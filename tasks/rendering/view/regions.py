"""What each region has in the plan."""

from collections import Counter
from collections.abc import Mapping

from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Row, Rows
from tasks.rendering.view.shape_annexes import Region
from tasks.rendering.view.shape_item import Item
from tasks.rendering.word import inline

_NONE = "–"


def region_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Region, ...]:
    """The regions by name with the items that name them; an item of several regions stands with each of them."""
    held: dict[str, list[Row]] = {}
    for row in rows.items:
        for name in dict.fromkeys(parts(row["regions"])):
            held.setdefault(name, []).append(row)
    return tuple(_region(name, held[name], items, speak) for name in sorted(held))


def _region(name: str, rows: list[Row], items: Mapping[str, Item], speak: Catalogue) -> Region:
    sums: Counter[str] = Counter()
    for row in rows:
        if parts(row["regions"]) == [name]:
            sums.update(wording.amounts(row["budget"]))
    owners = dict.fromkeys(owner for row in rows for owner in parts(row["owners"]))
    return Region(
        name=name,
        count=speak.number(len(rows)),
        budget=wording.money(sums, speak) or _NONE,
        institutions="; ".join(owners),
        items=inline.joined(items[row["item_id"]].link for row in rows),
    )
