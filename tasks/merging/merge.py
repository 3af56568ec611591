"""Records become items: the same work reported twice is one item, parallel work a family, contradictions are told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from tasks.merging.aliases import aliased
from tasks.merging.arrays import Ints
from tasks.merging.checks import disagreement, incomplete
from tasks.merging.identity import FAMILY_PREFIX, fingerprint, item_ids, minted
from tasks.merging.matching.engine import Matched, matched
from tasks.merging.matching.families import families
from tasks.merging.matching.groups import NOTHING, Decided
from tasks.merging.matching.mentions import Mentions, mentions
from tasks.merging.numbers import letters
from tasks.merging.open_conflicts import open_conflicts
from tasks.merging.unite import Conflict, Row, united
from tasks.model.locator import sort_key
from tasks.model.meeting import Group
from tasks.model.problem import Problem
from tasks.model.tables import CONFLICTS, ITEMS, RECORDS, checked, frame
from tasks.model.values import SEPARATOR

NO_ALIASES: Final[Mapping[str, str]] = MappingProxyType({})
Match = Callable[[Mentions, Decided], Matched]


@dataclass(frozen=True)
class Merged:
    """What merging makes: frames with the schemas RECORDS (item_id, family_id filled), ITEMS, CONFLICTS.

    judged: how, by the place of the records in the frame, for evidence and questions.
    """

    records: pd.DataFrame
    items: pd.DataFrame
    conflicts: pd.DataFrame
    problems: tuple[Problem, ...]
    judged: Matched | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about two records, named by their fingerprints: the same work, or not."""

    a: str
    b: str
    same: bool


@dataclass(frozen=True, slots=True)
class _Made:
    """An item before it becomes a row: the rows of its records, its fields, what its records disagree on."""

    records: tuple[Row, ...]
    fields: Row
    conflicts: tuple[Conflict, ...]


def alone(mentions: Mentions, decided: Decided) -> Matched:
    """Groups of mentions, found in this process."""
    return matched(mentions, decided=decided)


def merge(
    records: pd.DataFrame,
    groups: Sequence[Group],
    known: Mapping[str, str],
    decisions: Sequence[Decision] = (),
    aliases: Mapping[str, str] = NO_ALIASES,
    match: Match = alone,
) -> Merged:
    """Items from records (schema RECORDS, in document order).

    groups: in the order of the meeting, which gives items their letters. known: fingerprint of a record, or its
    record_id where several works have one fingerprint, → id of its item in earlier runs. decisions: those of people;
    what `questions.overruled` says of them is for others to tell.
    aliases: words and what they are read as when actions are compared. match: what finds the groups.
    Ids do not depend on the order of the rows; the numbers people see do.
    """
    rows = _rows(records)
    decided = _decided(rows, decisions)
    judged = match(_compared(records, aliases), decided)
    found = _members(judged.group)
    places = _places(rows, groups)
    ids = _ids(found, rows, places, known)
    kin = _families(found, judged, rows, places)
    items = [_item([rows[n] for n in members], ids[i], kin.get(i, "")) for i, members in enumerate(found)]
    numbered = _numbered(items, groups, rows)
    named = {members[0]: item for members, item in zip(found, numbered, strict=True)}
    doubts = open_conflicts(judged, decided, {group: item.records for group, item in named.items()})
    told = [_conflict(named[one], conflict, named[other]) for one, other, conflict in doubts]
    return _tables(records, rows, numbered, told, judged)


def _compared(records: pd.DataFrame, aliases: Mapping[str, str]) -> Mentions:
    told = mentions(records)
    return replace(told, texts=aliased(told.texts, aliases)) if aliases else told


def _rows(records: pd.DataFrame) -> list[Row]:
    names = [str(name) for name in records.columns]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*(records[n].tolist() for n in names), strict=True)]


def _decided(rows: Sequence[Row], decisions: Sequence[Decision]) -> Decided:
    """Decisions as pairs of rows; all records of one fingerprint are meant."""
    if not decisions:
        return NOTHING
    wanted = {print_ for decision in decisions for print_ in (decision.a, decision.b)}
    found: dict[str, list[int]] = {}
    for n, row in enumerate(rows):
        if (print_ := fingerprint(row)) in wanted:
            found.setdefault(print_, []).append(n)
    pairs = {
        same: tuple((m, n) for d in decisions if d.same == same for m in found.get(d.a, ()) for n in found.get(d.b, ()))
        for same in (True, False)
    }
    return Decided(together=pairs[True], apart=pairs[False])


def _members(group: Ints) -> list[list[int]]:
    """The rows of each group, groups in the order of their first rows."""
    found: dict[int, list[int]] = {}
    for row, first in enumerate(group.tolist()):
        found.setdefault(first, []).append(row)
    return list(found.values())


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
    given = item_ids([[_known_as(rows[n], known) for n in ordered[i]] for i in turn], known)
    return [item for _, item in sorted(zip(turn, given, strict=True))]


def _known_as(row: Row, known: Mapping[str, str]) -> str:
    return row["record_id"] if row["record_id"] in known else fingerprint(row)


def _families(
    found: Sequence[Sequence[int]], judged: Matched, rows: Sequence[Row], places: Sequence[int]
) -> dict[int, str]:
    """Family id of the items (by position) that have one, made from the family's first record."""
    firsts = [min(members, key=places.__getitem__) for members in found]
    item_of = np.empty(len(rows), np.int64)
    for n, their in enumerate(found):
        item_of[their] = n
    weight = judged.knowledge.weight(judged.features)
    members: dict[int, list[int]] = {}
    for item, family in enumerate(families(judged.features, weight, item_of).tolist()):
        if family >= 0:
            members.setdefault(family, []).append(item)
    leads = {min((firsts[i] for i in items), key=places.__getitem__): items for items in members.values()}
    named: dict[int, str] = {}
    taken: set[str] = set()
    for lead in sorted(leads, key=places.__getitem__):
        family_id = minted(FAMILY_PREFIX, fingerprint(rows[lead]), taken)
        taken.add(family_id)
        named |= dict.fromkeys(leads[lead], family_id)
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


def _conflict(item: _Made, conflict: Conflict, other: _Made | None = None) -> Row:
    same_as = other.fields["item_id"] if other else ""
    return {"item_id": item.fields["item_id"], "field": conflict.field, "values": conflict.values, "same_as": same_as}


def _tables(
    records: pd.DataFrame, rows: Sequence[Row], items: Sequence[_Made], doubtful: Sequence[Row], judged: Matched
) -> Merged:
    given = {row["record_id"]: item.fields for item in items for row in item.records}
    named = {name: [given[row["record_id"]][name] for row in rows] for name in ("item_id", "family_id")}
    told = [_conflict(item, conflict) for item in items for conflict in item.conflicts]
    return Merged(
        records=checked(RECORDS, records.reset_index(drop=True).assign(**_texts(named))),
        items=frame(ITEMS, [item.fields for item in items]),
        conflicts=frame(CONFLICTS, [*told, *doubtful]),
        problems=tuple(problem for item in items for problem in _problems(item)),
        judged=judged,
    )


def _texts(columns: Mapping[str, Sequence[str]]) -> dict[str, pd.Series]:
    return {name: pd.Series(cells, dtype="str") for name, cells in columns.items()}


def _problems(item: _Made) -> list[Problem]:
    first = item.records[0]
    file, locator, item_id = first["file"], first["locator"], item.fields["item_id"]
    found = list(incomplete(item.fields, file, locator))
    return found + [disagreement(item_id, c.field, c.values, file, locator) for c in item.conflicts]
