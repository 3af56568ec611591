"""The items of the page, each with its sources, its window and both ends of its dependencies."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.locators import localise_locator
from tasks.rendering.page.shape import Card, Place, Pointer, Reference
from tasks.rendering.page.statuses import shown
from tasks.rendering.view.inferred import inferred_words
from tasks.rendering.view.items import Row
from tasks.rendering.view.linked import reason, verdict

Concerns = Mapping[str, Sequence[tuple[str, str]]]
"""Matters to decide by item: their anchors and titles."""
_STATED = ("programme", "theme", "targets", "media", "progress", "obstacle", "solution")


def card_views(
    index: Index, statuses: Mapping[str, Sequence[str]], concerns: Concerns, speak: Catalogue
) -> tuple[Card, ...]:  # fmt: skip
    """Every item in the order of the numbers."""
    return tuple(_card(code, index, statuses[code], concerns.get(code, ()), speak) for code in index.rows)


def pointer(code: str, index: Index) -> Pointer:
    """The link to an item of the plan."""
    item = index.around.items[code]
    return Pointer(code, item.number, item.action)


def _card(
    code: str, index: Index, statuses: Sequence[str], concerns: Sequence[tuple[str, str]], speak: Catalogue
) -> Card:
    row, item = index.rows[code], index.around.items[code]
    levels = sorted(set(parts(row["levels"])), key=wording.level_rank)
    return Card(
        item=pointer(code, index),
        output=item.output,
        owners=tuple(parts(row["owners"])),
        where=" · ".join(filter(None, [", ".join(wording.level(level, speak) for level in levels), item.regions])),
        time=item.time,
        budget=item.budget,
        statuses=shown(statuses, speak),
        facts=tuple(_facts(row, index, speak)),
        waits_for=_references(index.before.get(code, ()), "from_item", index, speak),
        awaited_by=_references(index.after.get(code, ()), "to_item", index, speak),
        concerns=tuple(concerns),
        sources=_sources(index.around.records.get(code, ()), speak),
    )


def _facts(row: Row, index: Index, speak: Catalogue) -> Iterator[tuple[str, str]]:
    """What is said of an item beside its row in the list, what is empty left out."""
    item = index.around.items[row["item_id"]]
    told = {
        "window": _window(row, speak),
        "supporters": item.supporters,
        "fund_sources": item.funds,
        "group": index.plan.meeting.group(row["group"]).name,
        **{name: ", ".join(parts(row[name])) if name in _STATED[:4] else row[name] for name in _STATED},
        "inferred": _inferred(index.around.records.get(row["item_id"], ()), speak),
    }
    for name, text in told.items():
        if text:
            yield speak.text(f"page.fact.{name}"), text


def _window(row: Row, speak: Catalogue) -> str:
    """From the earliest start to the latest finish, and how many months are to spare or short."""
    days = wording.days(wording.iso(row["earliest_start"]), wording.iso(row["latest_finish"]), speak)
    return ", ".join(filter(None, [days, _slack(row["slack_months"], speak)]))


def _slack(cell: str, speak: Catalogue) -> str:
    try:
        months = int(cell)
    except ValueError:
        return ""
    return speak.text("page.slack.short" if months < 0 else "page.slack.spare", months=speak.number(abs(months)))


def _inferred(records: Sequence[Row], speak: Catalogue) -> str:
    told = (inferred_words(record["inferred"], speak) for record in records)
    return "\n".join(dict.fromkeys(filter(None, told)))


def _references(links: Sequence[Row], end: str, index: Index, speak: Catalogue) -> tuple[Reference, ...]:
    """The other ends of links in the plan's order, each once, as it holds if it holds at all."""
    ordered = sorted(links, key=lambda link: (index.place[link[end]], link["status"] != "accepted"))
    first = {link[end]: link for link in reversed(ordered)}
    return tuple(_reference(first[code], code, index, speak) for code in reversed(first))


def _reference(link: Row, code: str, index: Index, speak: Catalogue) -> Reference:
    stated = speak.text("basis.explicit" if link["kind"] == "explicit" else "basis.inferred")
    told = ": ".join(filter(None, [stated, reason(link, speak)]))
    basis = "; ".join(filter(None, [told, verdict(link, speak)]))
    return Reference(pointer(code, index), index.around.items[code].time, link["status"] == "accepted", basis)


def _sources(records: Sequence[Row], speak: Catalogue) -> tuple[Place, ...]:
    places = ((record["file"], localise_locator(record["locator"], speak.language)) for record in records)
    return tuple(Place(file, place) for file, place in dict.fromkeys(places))
