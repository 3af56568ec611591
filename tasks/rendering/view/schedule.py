"""The schedule in words: the critical path, and what ends in which month."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Rows
from tasks.rendering.view.shape_chapters import Month, Step
from tasks.rendering.view.shape_item import Item
from tasks.rendering.word import inline

CRITICAL = frozenset({"yes", "true", "1"})
"""What the column on_critical_path holds for an item that is on it."""


def critical_views(data: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Step, ...]:
    """The items on the critical path by the day on which they must end."""
    rows = [row for row in data.items if row["on_critical_path"].lower() in CRITICAL]
    rows.sort(key=lambda row: (row["latest_finish"] or row["end"] or "9999", row["earliest_start"]))
    return tuple(
        Step(items[r["item_id"]], _day(r["earliest_start"], speak), _day(r["latest_finish"], speak)) for r in rows
    )


def _day(cell: str, speak: Catalogue) -> str:
    day = wording.iso(cell)
    return speak.day(day) if day else "–"


def month_views(data: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Month, ...]:
    """The items by the month in which they end, those without an end last."""
    held: dict[date | None, list[Item]] = {}
    for row in data.items:
        end = wording.iso(row["end"])
        held.setdefault(end.replace(day=1) if end else None, []).append(items[row["item_id"]])
    months = sorted(held, key=lambda month: (month is None, month or date.max))
    return tuple(_month(month, held[month], speak) for month in months)


def _month(month: date | None, items: list[Item], speak: Catalogue) -> Month:
    name = format_date(month, "MMMM y", locale=speak.language) if month else speak.text("month.none")
    return Month(name, speak.number(len(items)), inline.joined(item.link for item in items))
