"""Where everything comes from: the source documents, and the places of every item in them."""

from collections.abc import Mapping

from tasks.model import locator
from tasks.model.plan import Plan
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator
from tasks.rendering.view.items import Row, Rows, rows_of
from tasks.rendering.view.shape import Item, Origin, Source


def source_views(plan: Plan, speak: Catalogue) -> tuple[Source, ...]:
    """The documents by group, in the meeting's order, then by name."""
    order = {group.code: n for n, group in enumerate(plan.meeting.groups)}
    rows = sorted(rows_of(plan.sources), key=lambda r: (order.get(r["group"], len(order)), r["group"], r["file"]))
    return tuple(
        Source(
            file=row["file"],
            group=group_title(row["group"], plan),
            status=speak.text(f"source.{row['status'].replace(' ', '-') or 'not-read'}"),
            blocks=_number(row["blocks"], speak),
            records=_number(row["records"], speak),
        )
        for row in rows
    )


def group_title(code: str, plan: Plan) -> str:
    """A group's code with its name, the code alone if it has no other."""
    name = plan.meeting.group(code).name
    return code if name == code else f"{code} – {name}"


def _number(cell: str, speak: Catalogue) -> str:
    return speak.number(int(cell)) if cell.isdigit() else "–"


def origin_views(data: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Origin, ...]:
    """The places of every item, items in the order of their numbers, places in the order of the documents."""
    held: dict[str, list[Row]] = {}
    for row in data.records:
        held.setdefault(row["item_id"], []).append(row)
    return tuple(
        Origin(items[item], row["file"], localise_locator(row["locator"], speak.language))
        for item in items
        for row in sorted(held.get(item, []), key=lambda r: (r["file"], locator.sort_key(r["locator"])))
    )
