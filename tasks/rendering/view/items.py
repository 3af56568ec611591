"""The items of a plan in words, and the matrices that hold them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from tasks.linking.related import RELATED
from tasks.model.plan import Plan
from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.shape_item import Item, Matrix
from tasks.rendering.word import inline
from tasks.rendering.word.inline import Inline

Row = Mapping[str, str]
_DIGITS = re.compile(r"(\d+)")
_OFFERED = ("accepted", "proposed")


def rows_of(frame: pd.DataFrame) -> list[dict[str, str]]:
    """A frame's rows as mappings; by whole columns, ten times as fast as pandas' own way for text."""
    columns = [frame[name].to_numpy(dtype=object).tolist() for name in frame.columns]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


@cache
def number_key(number: str) -> tuple[tuple[int, str, int], ...]:
    """Order of item numbers: A.2 before A.10, Z before AA."""
    return tuple((len(p), p, 0) if not p.isdigit() else (0, "", int(p)) for p in _DIGITS.split(number))


@dataclass(frozen=True)
class Rows:
    """A plan with the rows of its tables, the items by their numbers."""

    plan: Plan
    items: list[dict[str, str]]
    records: list[dict[str, str]]
    links: list[dict[str, str]]


def rows_of_plan(plan: Plan) -> Rows:
    """The rows from which the parts of a document are made."""
    items = sorted(rows_of(plan.items), key=lambda row: (number_key(row["number"]), row["item_id"]))
    return Rows(plan, items, rows_of(plan.records), rows_of(plan.links))


def item_views(rows: Rows, speak: Catalogue) -> dict[str, Item]:
    """Every item in words by its item_id, in the order of the numbers."""
    shown = {row["item_id"]: row["number"] or row["item_id"] for row in rows.items}
    waits = _prerequisites(rows.links, shown)
    groups = groups_of_items(rows)
    return {
        row["item_id"]: _item(row, n, shown, waits.get(row["item_id"], []), groups.get(row["item_id"], ()), speak)
        for n, row in enumerate(rows.items)
    }


def _item(
    row: Row, n: int, shown: Row, waits: Sequence[Inline], groups: Iterable[str], speak: Catalogue
) -> Item:  # fmt: skip
    name = inline.bookmark_name(row["item_id"])
    number = shown[row["item_id"]]
    return Item(
        number=number,
        code=row["item_id"],
        anchor=inline.anchor(number, name, n),
        link=inline.link(number, name),
        action=row["action"],
        output=row["output"],
        owners=wording.lines(row["owners"]) or speak.text("value.missing"),
        supporters=wording.lines(row["supporters"]),
        regions=", ".join(parts(row["regions"])),
        time=wording.period(row["start"], row["end"], row["period_sense"], row["period_text"], speak),
        budget=wording.budget(row["budget"], speak),
        funds=", ".join(parts(row["fund_sources"])),
        waits_for=inline.joined(waits),
        groups=", ".join(groups),
    )


def _prerequisites(links: Sequence[Row], shown: Row) -> dict[str, list[Inline]]:
    """Links to what each item waits for, by number; those that are only proposed in brackets."""
    found: dict[str, dict[str, str]] = {}
    for row in links:
        binds = row["status"] in _OFFERED and row["relation"] != RELATED
        if binds and row["from_item"] in shown and row["to_item"] in shown:
            found.setdefault(row["to_item"], {})[row["from_item"]] = row["status"]
    return {
        item: [_reference(shown[one], one, held[one]) for one in sorted(held, key=lambda one: number_key(shown[one]))]
        for item, held in found.items()
    }


def _reference(number: str, item_id: str, status: str) -> Inline:
    link = inline.link(number, inline.bookmark_name(item_id))
    return link if status == "accepted" else Inline(inline.plain("(") + link + inline.plain(")"))


def groups_of_items(rows: Rows) -> dict[str, list[str]]:
    """Codes of the groups from which each item comes, in the meeting's order."""
    order = {group.code: n for n, group in enumerate(rows.plan.meeting.groups)}
    found: dict[str, set[str]] = {}
    for row in rows.records:
        if row["group"]:
            found.setdefault(row["item_id"], set()).add(row["group"])
    return {item: sorted(codes, key=lambda c: (order.get(c, len(order)), c)) for item, codes in found.items()}


def matrix_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Matrix, ...]:
    """A matrix for every working group, in the order of their first items' numbers."""
    held: dict[str, list[Item]] = {}
    for row in rows.items:
        held.setdefault(group_name(row, rows, speak), []).append(items[row["item_id"]])
    return tuple(Matrix(title, speak.number(len(found)), tuple(found)) for title, found in held.items())


def group_name(row: Row, rows: Rows, speak: Catalogue) -> str:
    """The name of the working group in whose matrix an item stands."""
    return rows.plan.meeting.group(row["group"]).name or speak.text("group.none")
