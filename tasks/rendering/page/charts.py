"""The timeline as bars, in the same columns as in the plan's Word document."""

from collections.abc import Mapping, Sequence

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.page.shape import Chart, Pointer, Span
from tasks.rendering.view.items import Rows
from tasks.rendering.view.shape_annexes import Bar
from tasks.rendering.view.shape_item import Item
from tasks.rendering.view.timeline import AFTER, BEFORE, timeline_views


def chart_views(
    rows: Rows, items: Mapping[str, Item], statuses: Mapping[str, Sequence[str]], speak: Catalogue
) -> tuple[Chart, ...]:  # fmt: skip
    """The dated items by working group; a bar that lies wholly beyond the columns stands at their edge."""
    found = timeline_views(rows, items, speak)
    return tuple(Chart(one.title, one.heads, tuple(_span(bar, statuses) for bar in one.bars)) for one in found)


def _span(bar: Bar, statuses: Mapping[str, Sequence[str]]) -> Span:
    marked = [column for column, mark in enumerate(bar.marks, 1) if mark]
    return Span(
        item=Pointer(bar.item.code, bar.item.number, bar.item.action),
        time=bar.item.time,
        critical="critical" in statuses[bar.item.code],
        first=marked[0],
        last=marked[-1],
        before=BEFORE in bar.marks,
        after=AFTER in bar.marks,
    )
