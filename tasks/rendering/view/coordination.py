"""Coordination and following up: who waits for whom, what each quarter brings, and what is still missing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from babel.dates import format_date

from tasks.linking.related import RELATED
from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Row, Rows, number_key
from tasks.rendering.view.linked import BETWEEN_SIDES, directed
from tasks.rendering.view.shape_chapters import Crossing, Follow, Quarter, Waiting
from tasks.rendering.view.shape_item import Item
from tasks.rendering.word import inline
from tasks.rendering.word.inline import Inline

_Quarter = tuple[int, int]
_ROMAN = ("I", "II", "III", "IV")
_NAMED = 4


def crossing_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Crossing, ...]:
    """Every institution of one side, centre or regions, for which institutions of the other side wait."""
    known = {row["item_id"]: row for row in rows.items}
    links = list(directed(rows))
    found = []
    for direction in BETWEEN_SIDES:
        held: dict[str, list[Row]] = {}
        for name, link in links:
            if name == direction:
                for owner in parts(known[link["from_item"]]["owners"])[:1]:
                    held.setdefault(owner, []).append(link)
        if held:
            waiting = tuple(_waiting(owner, held[owner], known, items, speak) for owner in _busiest_first(held))
            found.append(Crossing(speak.text(f"direction.{direction}"), waiting))
    return tuple(found)


def _busiest_first(held: Mapping[str, list[Row]]) -> list[str]:
    return sorted(held, key=lambda owner: (-len(held[owner]), owner))


def _waiting(
    owner: str, links: list[Row], known: Mapping[str, Row], items: Mapping[str, Item], speak: Catalogue
) -> Waiting:  # fmt: skip
    def ordered(end: str) -> list[str]:
        return sorted({link[end] for link in links}, key=lambda item: number_key(items[item].number))

    return Waiting(
        institution=owner,
        items=inline.joined(_with_month(items[item].link, known[item]["end"], speak) for item in ordered("from_item")),
        waiting=_who([known[item] for item in ordered("to_item")], speak),
        dependents=inline.joined(items[item].link for item in ordered("to_item")),
    )


def _who(rows: Iterable[Row], speak: Catalogue) -> str:
    """The leading institutions by name, those of each level counted if there are many."""
    leading = {owner: parts(row["levels"])[:1] for row in rows for owner in parts(row["owners"])[:1]}
    if len(leading) <= _NAMED:
        return "; ".join(leading)
    counts = Counter(level for levels in leading.values() for level in levels)
    ranked = sorted(counts, key=wording.level_rank)
    return "; ".join(f"{wording.level(level, speak)}: {speak.number(counts[level])}" for level in ranked)


def _with_month(link: Inline, end: str, speak: Catalogue) -> Inline:
    """An item with the month in which it is to be finished."""
    day = wording.iso(end)
    month = format_date(day, "MMM y", locale=speak.language) if day else speak.text("value.missing")
    return Inline(link + inline.plain(f" ({month})"))


def quarter_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Quarter, ...]:
    """The quarters in which something begins or ends."""
    awaited = {link["from_item"] for _, link in directed(rows) if link["relation"] != RELATED}
    begin: Counter[_Quarter] = Counter()
    end: dict[_Quarter, list[Row]] = {}
    for row in rows.items:
        begin.update(_quarters(row["start"]))
        for quarter in _quarters(row["end"]):
            end.setdefault(quarter, []).append(row)
    return tuple(
        Quarter(
            name=_quarter_name(quarter, speak),
            begin=speak.number(begin[quarter]),
            end=speak.number(len(end.get(quarter, ()))),
            awaited=inline.joined(items[r["item_id"]].link for r in end.get(quarter, ()) if r["item_id"] in awaited),
        )
        for quarter in sorted({*begin, *end})
    )


def _quarters(cell: str) -> list[_Quarter]:
    day = wording.iso(cell)
    return [quarter_of(day)] if day else []


def quarter_of(day: date) -> tuple[int, int]:
    """Year and quarter (from 0) of a day."""
    return day.year, (day.month - 1) // 3


def _quarter_name(quarter: _Quarter, speak: Catalogue) -> str:
    year, number = quarter
    return speak.text("quarter.name", number=_ROMAN[number], year=str(year))


def follow_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Follow, ...]:
    """The items without owner or time, those without time for which others wait, sums without a source of funds."""
    awaited = {link["from_item"] for _, link in directed(rows) if link["relation"] != RELATED}
    undated = [row for row in rows.items if not (row["start"] or row["end"])]
    kinds = {
        "unowned": [row for row in rows.items if not row["owners"]],
        "undated": undated,
        "awaited": [row for row in undated if row["item_id"] in awaited],
        "unfunded": [row for row in rows.items if row["budget"] and not row["fund_sources"]],
    }
    return tuple(
        Follow(
            kind=speak.text(f"follow.{kind}"),
            count=speak.number(len(found)),
            items=inline.joined(items[row["item_id"]].link for row in found),
        )
        for kind, found in kinds.items()
        if found
    )
