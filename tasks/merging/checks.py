"""What a secretariat must know about items: nobody responsible, no date, sources that disagree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from tasks.model.problem import Code, Problem, problem
from tasks.model.values import Sense

_SAID = (Sense.RECURRING, Sense.RELATIVE)
"""Periods without days that say when all the same."""


def incomplete(item: Mapping[str, str], file: str, locator: str) -> Iterator[Problem]:
    """What an item (a row of ITEMS) lacks; `file` and `locator` are those of its first record."""
    said = {"item": item["item_id"], "action": item["action"]}
    if not item["owners"]:
        yield problem(Code.OWNER_MISSING, file, locator, **said)
    if not (item["start"] or item["end"] or item["period_sense"] in _SAID):
        yield problem(Code.PERIOD_MISSING, file, locator, **said)


def disagreement(item_id: str, field: str, values: str, file: str, locator: str) -> Problem:
    """The problem of a row of CONFLICTS."""
    said = {"item": item_id, "field": f"@merging.field.{field}", "values": values}
    return problem(Code.FIELDS_CONFLICT, file, locator, **said)


def name_items(problems: Sequence[Problem], records: pd.DataFrame) -> tuple[Problem, ...]:
    """The problems with a record's id in their detail `item` replaced by that of the record's item."""
    items = dict(zip(records["record_id"], records["item_id"], strict=True))
    return tuple(_named(found, items) for found in problems)


def _named(found: Problem, items: Mapping[str, str]) -> Problem:
    details = dict(found.details)
    item = items.get(details.get("item", ""), "")
    return problem(found.code, found.file, found.locator, **details | {"item": item}) if item else found


def place_items(problems: Sequence[Problem], records: pd.DataFrame) -> tuple[Problem, ...]:
    """The problems about an item that stand nowhere yet placed where the item's first record stands."""
    rows = zip(records["item_id"], records["file"], records["locator"], strict=True)
    places: dict[str, tuple[str, str]] = {}
    for item, file, locator in rows:
        places.setdefault(item, (file, locator))
    return tuple(_placed(found, places) for found in problems)


def _placed(found: Problem, places: Mapping[str, tuple[str, str]]) -> Problem:
    place = places.get(dict(found.details).get("item", ""))
    return found if found.file or place is None else replace(found, file=place[0], locator=place[1])
