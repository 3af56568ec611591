"""By what the reader can filter: institution, level, region, programme, working group, status."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.page.shape import Choice, Choices, Filter
from tasks.rendering.page.statuses import STATUSES
from tasks.rendering.view.items import Row, Rows, groups_of_items
from tasks.rendering.view.roles import office_views

Values = Sequence[Sequence[str]]
"""The values of every item, in the order of the items."""
Titles = Sequence[tuple[str, Sequence[str]]]
"""Values in the order in which they are offered, under their titles."""


@dataclass(frozen=True)
class Facet:
    """A filter with the positions of every item's values among its choices, in the order of the items."""

    filter: Filter
    held: Sequence[Sequence[int]]


def facets(index: Index, rows: Rows, statuses: Mapping[str, Sequence[str]], speak: Catalogue) -> tuple[Facet, ...]:
    """All filters but those of which no item has a value."""
    found = [
        _institutions(index, rows, speak),
        _levels(rows.items, speak),
        _plain("region", [parts(row["regions"]) for row in rows.items], speak),
        _plain("programme", [parts(row["programme"]) for row in rows.items], speak),
        _groups(index, rows, speak),
        _statuses([statuses[row["item_id"]] for row in rows.items], speak),
    ]
    return tuple(facet for facet in found if any(facet.held))


def _institutions(index: Index, rows: Rows, speak: Catalogue) -> Facet:
    """Who leads or supports, by level from the centre down; last the items that nobody leads."""
    nobody = speak.text("value.missing")
    values = [
        [*dict.fromkeys([*(parts(row["owners"]) or [nobody]), *parts(row["supporters"])])] for row in rows.items
    ]  # fmt: skip
    offices = office_views(rows, index.around.items, speak)
    titles = [(level, [office.name for office in held]) for level, held in groupby(offices, lambda o: o.level)]
    told = [(_heading(level, speak), names) for level, names in titles]
    unled = [nobody] if any(nobody in held for held in values) else []
    return _facet("institution", values, [*told, ("", unled)], speak)


def _heading(level: str, speak: Catalogue) -> str:
    return level if level != "–" else speak.text("page.filter.institution.others")


def _levels(items: Sequence[Row], speak: Catalogue) -> Facet:
    codes = sorted({code for row in items for code in parts(row["levels"])}, key=wording.level_rank)
    values = [[wording.level(code, speak) for code in parts(row["levels"])] for row in items]
    return _facet("level", values, [("", [*dict.fromkeys(wording.level(code, speak) for code in codes)])], speak)


def _groups(index: Index, rows: Rows, speak: Catalogue) -> Facet:
    """The groups that put an item down, in the meeting's order."""
    meeting = index.plan.meeting
    order = {group.code: n for n, group in enumerate(meeting.groups)}
    of_items = groups_of_items(rows)
    held = [of_items.get(row["item_id"], []) for row in rows.items]
    codes = sorted({code for codes in held for code in codes}, key=lambda code: (order.get(code, len(order)), code))
    names = {code: _group(code, meeting.group(code).name) for code in codes}
    return _facet("group", [[names[code] for code in codes] for codes in held], [("", [*names.values()])], speak)


def _group(code: str, name: str) -> str:
    return f"{code} – {name}" if name and name != code else code


def _statuses(held: Values, speak: Catalogue) -> Facet:
    """All statuses, so that each keeps its position whether an item has it or not."""
    names = {name: speak.text(f"page.status.{name}") for name in STATUSES}
    return _facet("status", [[names[name] for name in statuses] for statuses in held], [("", [*names.values()])], speak)


def _plain(name: str, values: Values, speak: Catalogue) -> Facet:
    return _facet(name, values, [("", sorted({value for held in values for value in held}))], speak)


def _facet(name: str, values: Values, titles: Titles, speak: Catalogue) -> Facet:
    counts = Counter(value for held in values for value in dict.fromkeys(held))
    place = {value: n for n, value in enumerate(value for _, told in titles for value in told)}
    groups = tuple(
        Choices(title, tuple(Choice(place[value], value, speak.number(counts[value])) for value in told))
        for title, told in titles
        if told
    )
    every, label = speak.text(f"page.filter.{name}.every"), speak.text(f"page.filter.{name}")
    return Facet(Filter(name, label, every, groups), [[place[value] for value in held] for held in values])
