"""The timeline: the dated items of every group over twelve months, quarters or years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Row, Rows, group_name
from tasks.rendering.view.shape_annexes import Bar, Timeline
from tasks.rendering.view.shape_item import Item

_COLUMNS = 12
_STEPS = (1, 3, 12)
"""Months in a column."""
_ENOUGH = 0.9  # of the dated items end within the columns
_LONGEST = 46  # letters of a title that fit on a line
_BUSY = "■"
BEFORE, AFTER = "◄", "►"
"""In the first and the last column: the item goes on beyond it."""
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Columns of `step` months each, counted from the month `first` (months since the year 0)."""

    first: int
    step: int

    @property
    def end(self) -> int:
        return self.first + _COLUMNS * self.step


def timeline_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Timeline, ...]:
    """The dated items by group, those that begin first on top; groups without any are left out."""
    spans = {row["item_id"]: span for row in rows.items if (span := _span(row))}
    if not spans:
        return ()
    scale = _scale(spans.values(), rows.plan.meeting.year)
    heads = tuple(_head(scale, column, speak) for column in range(_COLUMNS))
    held: dict[str, list[str]] = {}
    for row in rows.items:
        if row["item_id"] in spans:
            held.setdefault(group_name(row, rows, speak), []).append(row["item_id"])
    return tuple(
        Timeline(title, heads, tuple(_bar(items[i], spans[i], scale) for i in sorted(found, key=spans.__getitem__)))
        for title, found in held.items()
    )


def _span(row: Row) -> _Span | None:
    """First and last month; of a time that is open to one side, the month that is stated."""
    start, end = wording.iso(row["start"]), wording.iso(row["end"])
    first, last = start or end, end or start
    return (_month(first), _month(last)) if first and last else None


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _scale(spans: Iterable[_Span], year: int | None) -> _Scale:
    """From January of the plan's year, else of that in which most begins: the finest one that holds nearly all."""
    held = list(spans)
    years = [first // 12 for first, _ in held]
    begin = year if year is not None and year in years else max(sorted(set(years)), key=years.count)
    scales = [_Scale(begin * 12, step) for step in _STEPS]
    return next((s for s in scales if sum(last < s.end for _, last in held) >= _ENOUGH * len(held)), scales[-1])


def _head(scale: _Scale, column: int, speak: Catalogue) -> str:
    month = scale.first + column * scale.step
    day = date(month // 12, month % 12 + 1, 1)
    if scale.step == 1:
        return format_date(day, "MMM", locale=speak.language)
    year = str(day.year)
    return year if scale.step != _STEPS[1] else f"{speak.text('quarter.short', number=str(month % 12 // 3 + 1))} {year}"


def _bar(item: Item, span: _Span, scale: _Scale) -> Bar:
    marks = [""] * _COLUMNS
    first, last = ((month - scale.first) // scale.step for month in span)
    for column in range(max(first, 0), min(last, _COLUMNS - 1) + 1):
        marks[column] = _BUSY
    if first < 0:
        marks[0] = BEFORE
    if last >= _COLUMNS:
        marks[-1] = AFTER
    return Bar(item, _cut(item.action), tuple(marks))


def _cut(action: str) -> str:
    """The words of an action that fit on a line."""
    words = " ".join(action.split())
    if len(words) <= _LONGEST:
        return words
    return words[: _LONGEST - 1].rpartition(" ")[0] + "…" if " " in words[: _LONGEST - 1] else words[:_LONGEST] + "…"
