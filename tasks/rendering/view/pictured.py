"""The plan's actions and dependencies as pictures show them."""

from collections.abc import Iterable
from datetime import date

from babel.dates import format_date

from tasks.linking.related import RELATED
from tasks.model.values import Sense, parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.pictures.shape import Arrow, Box
from tasks.rendering.view.items import Row
from tasks.rendering.view.schedule import CRITICAL
from tasks.scheduling.verdicts import Verdict

_OFFERED = ("accepted", "proposed")
_LATE = frozenset({Verdict.IMPOSSIBLE, Verdict.OVERPROMISED})


def boxes_of(items: Iterable[Row], speak: Catalogue) -> list[Box]:
    """A box for every row of ITEMS."""
    return [_box(row, speak) for row in items]


def _box(row: Row, speak: Catalogue) -> Box:
    owners = parts(row["owners"])
    more = f" +{speak.number(len(owners) - 1)}" if len(owners) > 1 else ""
    start = None if row["period_sense"] == Sense.BY and row["end"] else wording.iso(row["start"])
    end = wording.iso(row["end"])
    return Box(
        code=row["item_id"],
        number=row["number"] or row["item_id"],
        title=" ".join(row["action"].split()),
        owner=next(iter(owners), speak.text("value.missing")) + more,
        level=next(iter(parts(row["levels"])), ""),
        time=short_time(start, end, speak),
        start=start,
        end=end,
        critical=row["on_critical_path"].lower() in CRITICAL,
    )


def short_time(start: date | None, end: date | None, speak: Catalogue) -> str:
    """First and last month in few letters: "Apr–Jun 2017", "s.d. Jun 2017"; empty without any."""
    if end is None:
        return f"{_month(start, speak)} –" if start else ""
    if start is None:
        return speak.text("picture.until", month=_month(end, speak))
    if (start.year, start.month) == (end.year, end.month):
        return _month(end, speak)
    first = format_date(start, "MMM", locale=speak.language) if start.year == end.year else _month(start, speak)
    return f"{first}–{_month(end, speak)}"


def _month(day: date, speak: Catalogue) -> str:
    return format_date(day, "MMM y", locale=speak.language)


def arrows_of(links: Iterable[Row]) -> list[Arrow]:
    """The rows of LINKS that bind, one for every two items; what is agreed goes before what is proposed."""
    found: dict[tuple[str, str], Row] = {}
    for row in links:
        ends = (row["from_item"], row["to_item"])
        if row["status"] not in _OFFERED or row["relation"] == RELATED or ends[0] == ends[1]:
            continue
        if ends not in found or found[ends]["status"] != "accepted":
            found[ends] = row
    return [
        Arrow(before, after, row["status"] != "accepted", row["verdict"] in _LATE)
        for (before, after), row in found.items()
    ]
