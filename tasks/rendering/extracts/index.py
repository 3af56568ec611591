"""The plan by institution and by item: made once, so that an extract takes no longer in a plan with many of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tasks.linking.related import RELATED
from tasks.model.decisions import Doubt
from tasks.model.plan import Plan
from tasks.model.problem import Problem
from tasks.model.values import parts
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.belonging import subjects
from tasks.rendering.view.entries import file_names
from tasks.rendering.view.items import Row, item_views, rows_of_plan
from tasks.rendering.view.questions import Around

K = TypeVar("K")
V = TypeVar("V")
_OFFERED = frozenset({"accepted", "proposed"})


@dataclass(frozen=True)
class Index:
    """A plan, looked up.

    rows, place, owners: of an item by its code, its row, its position in the plan, its responsible institutions;
    around: items and their records in words; leads, supports: codes of items by institution, in the plan's order;
    before, after: the links to and from an item; problems, doubts: by item; of_office: problems by institution.
    """

    plan: Plan
    rows: Mapping[str, Row]
    place: Mapping[str, int]
    owners: Mapping[str, Sequence[str]]
    around: Around
    leads: Mapping[str, Sequence[str]]
    supports: Mapping[str, Sequence[str]]
    before: Mapping[str, Sequence[Row]]
    after: Mapping[str, Sequence[Row]]
    problems: Mapping[str, Sequence[Problem]]
    of_office: Mapping[str, Sequence[Problem]]
    doubts: Mapping[str, Sequence[Doubt]]


def index_of(plan: Plan, speak: Catalogue) -> Index:
    """The plan, looked up, its items in the words of a language."""
    rows = rows_of_plan(plan)
    known = {row["item_id"]: row for row in rows.items}
    items = item_views(rows, speak)
    names = file_names([*plan.sources["file"], *(p.file for p in plan.problems)])
    numbers = {code: item.number for code, item in items.items()}
    links = [row for row in rows.links if _binds(row, known)]
    asked = [problem for problem in plan.problems if problem.severity != "info"]
    return Index(
        plan=plan,
        rows=known,
        place={code: n for n, code in enumerate(known)},
        owners={code: parts(row["owners"]) for code, row in known.items()},
        around=Around(items, numbers, grouped((row["item_id"], row) for row in rows.records), names),
        leads=grouped((name, code) for code, row in known.items() for name in dict.fromkeys(parts(row["owners"]))),
        supports=grouped((name, code) for code, row in known.items() for name in _helpers(row)),
        before=grouped((row["to_item"], row) for row in links),
        after=grouped((row["from_item"], row) for row in links),
        problems=grouped((code, found) for found in asked for code in subjects(found, known)),
        of_office=grouped((value, p) for p in plan.problems for key, value in p.details if key == "owner"),
        doubts=_doubts(plan.review.doubts, rows.records),
    )


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Values by key, in their order."""
    held: dict[K, list[V]] = {}
    for key, value in pairs:
        held.setdefault(key, []).append(value)
    return held


def _binds(row: Row, known: Mapping[str, Row]) -> bool:
    ends = row["from_item"] in known and row["to_item"] in known
    return ends and row["status"] in _OFFERED and row["relation"] != RELATED


def _helpers(row: Row) -> list[str]:
    """Who supports an item without leading it."""
    owners = parts(row["owners"])
    return [name for name in dict.fromkeys(parts(row["supporters"])) if name not in owners]


def _doubts(doubts: Sequence[Doubt], records: Iterable[Row]) -> dict[str, list[Doubt]]:
    """Doubts by the items of their two sides, each side found by its place and words."""
    sides = {(side.file, side.locator, side.action) for doubt in doubts for side in (doubt.a, doubt.b)}
    places = ((row["file"], row["locator"], row["action"]) for row in records)
    homes = {place: row["item_id"] for place, row in zip(places, records, strict=True) if place in sides}
    found: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        keys = ((side.file, side.locator, side.action) for side in (doubt.a, doubt.b))
        for code in dict.fromkeys(homes[key] for key in keys if key in homes):
            found.setdefault(code, []).append(doubt)
    return found
