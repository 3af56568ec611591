"""Records become items: the same work reported twice is one item, parallel work a family, contradictions are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from tasks.merging.checks import disagreement, incomplete
from tasks.merging.cluster import clusters
from tasks.merging.entry import Entry, entries
from tasks.merging.families import families
from tasks.merging.identity import FAMILY_PREFIX, fingerprint, item_ids, minted
from tasks.merging.likeness import Weights
from tasks.merging.numbers import letters
from tasks.merging.pairs import pairs
from tasks.merging.unite import Conflict, Row, united
from tasks.merging.vetoes import vetoes
from tasks.model.locator import sort_key
from tasks.model.meeting import Group
from tasks.model.problem import Problem
from tasks.model.tables import CONFLICTS, ITEMS, RECORDS, frame
from tasks.model.values import SEPARATOR


@dataclass(frozen=True)
class Merged:
    """What merging makes: frames with the schemas RECORDS (item_id, family_id filled), ITEMS, CONFLICTS."""

    records: pd.DataFrame
    items: pd.DataFrame
    conflicts: pd.DataFrame
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """An item before it becomes a row: the rows of its records, its fields, what its records disagree on."""

    records: tuple[Row, ...]
    fields: Row
    conflicts: tuple[Conflict, ...]


def merge(records: pd.DataFrame, groups: Sequence[Group], known: Mapping[str, str]) -> Merged:
    """Items from records (schema RECORDS, in document order).

    groups: in the order of the meeting, which gives items their letters. known: fingerprint of a record → id of its
    item in earlier runs. Ids do not depend on the order of the rows; the numbers people see do.
    """
    rows: list[Row] = [{str(k): str(v) for k, v in row.items()} for row in records.to_dict("records")]
    made = entries(records)
    weights = Weights(entry.about.object for entry in made)
    found = clusters(len(made), [(p.a, p.b) for p in pairs(made, weights)], lambda a, b: _agree(made[a], made[b]))
    places = _places(rows, groups)
    ids = _ids(found, rows, places, known)
    kin = _families(found, made, rows, weights, places)
    items = [_item([rows[n] for n in members], ids[i], kin.get(i, "")) for i, members in enumerate(found)]
    return _tables(rows, _numbered(items, groups, rows))


def _agree(a: Entry, b: Entry) -> bool:
    """Whether two records may be in one item: no veto, and two rows of one file only if they say the same."""
    return (a.file != b.file or a.text == b.text) and not next(vetoes(a, b), "")


def _places(rows: Sequence[Row], groups: Sequence[Group]) -> list[int]:
    """The turn of each record by group, file and locator, whatever row of the frame it is in."""
    order = {group.code: n for n, group in enumerate(groups)}
    keys = [
        (order.get(row["group"], len(order)), row["group"], row["file"], sort_key(row["locator"]), row["record_id"])
        for row in rows
    ]
    turn = sorted(range(len(rows)), key=keys.__getitem__)
    return [place for _, place in sorted(zip(turn, range(len(rows)), strict=True))]


def _ids(
    found: Sequence[Sequence[int]], rows: Sequence[Row], places: Sequence[int], known: Mapping[str, str]
) -> list[str]:
    ordered = [sorted(members, key=places.__getitem__) for members in found]
    turn = sorted(range(len(found)), key=lambda i: places[ordered[i][0]])
    given = item_ids([[fingerprint(rows[n]) for n in ordered[i]] for i in turn], known)
    return [item for _, item in sorted(zip(turn, given, strict=True))]


def _families(
    found: Sequence[Sequence[int]],
    made: Sequence[Entry],
    rows: Sequence[Row],
    weights: Weights,
    places: Sequence[int],
) -> dict[int, str]:
    """Family id of the items (by position) that have one, made from the family's first record."""
    firsts = [min(members, key=places.__getitem__) for members in found]
    kin = families([made[n] for n in firsts], weights)
    leads = [min((firsts[i] for i in members), key=places.__getitem__) for members in kin]
    named: dict[int, str] = {}
    for lead, members in sorted(zip(leads, kin, strict=True), key=lambda pair: places[pair[0]]):
        family = minted(FAMILY_PREFIX, fingerprint(rows[lead]), set(named.values()))
        named |= dict.fromkeys(members, family)
    return named


def _item(records: Sequence[Row], item_id: str, family_id: str) -> _Made:
    fields, conflicts = united(records)
    fields |= {
        "item_id": item_id,
        "family_id": family_id,
        "record_ids": SEPARATOR.join(row["record_id"] for row in records),
    }
    return _Made(tuple(records), fields, tuple(conflicts))


def _numbered(items: Sequence[_Made], groups: Sequence[Group], rows: Sequence[Row]) -> list[_Made]:
    """The items with group and number: their first record's group and their turn in it."""
    letter = letters(groups, [row["group"] for row in rows])
    turn = dict.fromkeys(letter, 0)
    numbered = []
    for item in items:
        code = item.records[0]["group"]
        turn[code] += 1
        told = {"number": f"{letter[code]}.{turn[code]}", "group": code}
        numbered.append(_Made(item.records, item.fields | told, item.conflicts))
    return numbered


def _tables(rows: Sequence[Row], items: Sequence[_Made]) -> Merged:
    given = {row["record_id"]: item.fields for item in items for row in item.records}
    named = [row | {name: given[row["record_id"]][name] for name in ("item_id", "family_id")} for row in rows]
    told = [
        {"item_id": item.fields["item_id"], "field": c.field, "values": c.values}
        for item in items
        for c in item.conflicts
    ]
    return Merged(
        records=frame(RECORDS, named),
        items=frame(ITEMS, [item.fields for item in items]),
        conflicts=frame(CONFLICTS, told),
        problems=tuple(problem for item in items for problem in _problems(item)),
    )


def _problems(item: _Made) -> list[Problem]:
    first = item.records[0]
    file, locator, item_id = first["file"], first["locator"], item.fields["item_id"]
    found = list(incomplete(item.fields, file, locator))
    return found + [disagreement(item_id, c.field, c.values, file, locator) for c in item.conflicts]
