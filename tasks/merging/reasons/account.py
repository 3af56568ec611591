"""How an item came about: which records became one and why, which stayed apart and why, what is still open."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from tasks.merging.arrays import Ints
from tasks.merging.matching.engine import Matched
from tasks.merging.matching.evidence import Evidence, explain
from tasks.merging.matching.objects import likeness
from tasks.merging.reasons.grounds import grounds
from tasks.model.decisions import Grounds

MOST_APART: Final = 5
"""How many of the items that stayed apart are told, the most alike first."""

LIKE: Final = 0.3
"""From which likeness of objects on an item that stayed apart is worth telling."""

_UNTOLD: Final = frozenset({"unsaid", "unknown"})
"""Levels of fields of which neither record, or one of them, says anything."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Two records (rows of the frame) and what was found of them.

    bits: name and weight of evidence of each field that tells anything, the strongest first; chance: 0 to 1, that they
    are one work.
    """

    row: int
    other: int
    grounds: Grounds
    bits: tuple[tuple[str, float], ...]
    chance: float


@dataclass(frozen=True, slots=True)
class Account:
    """An item: its rows in their order.

    united: how each but the first was united with one before it; apart: the most alike records of other items.
    """

    rows: tuple[int, ...]
    united: tuple[Judged, ...]
    apart: tuple[Judged, ...]


def account(judged: Matched, records: pd.DataFrame, rows: Sequence[int]) -> Account:
    """The account of the item that has these rows of the frame, in its order.

    records: as they were judged, item_id filled (schema RECORDS).
    """
    actions = records["action"].tolist()
    united = (_nearest(judged, actions, row, rows[:n]) for n, row in enumerate(rows) if n)
    return Account(tuple(rows), tuple(united), tuple(_apart(judged, records, rows)))


def _nearest(judged: Matched, actions: Sequence[str], row: int, before: Iterable[int]) -> Judged:
    """The one before that a record is likeliest one work with."""
    found = [(explain(judged, other, row), other) for other in before]
    best, other = min(found, key=lambda pair: (bool(pair[0].vetoes), -pair[0].chance))
    return _told(best, actions, row, other)


def _apart(judged: Matched, records: pd.DataFrame, rows: Sequence[int]) -> Iterator[Judged]:
    items, actions = records["item_id"].tolist(), records["action"].tolist()
    seen = {items[rows[0]]}
    for row, other in _alike(judged, rows):
        if items[other] not in seen and len(seen) <= MOST_APART:
            seen.add(items[other])
            yield _told(explain(judged, row, other), actions, row, other)


def _alike(judged: Matched, rows: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of a row of the item and any other, the most alike first."""
    size = len(judged.group)
    others: Ints = np.arange(size)
    weight = judged.knowledge.weight(judged.features)
    found: list[tuple[float, int, int]] = []
    for row in rows:
        like = likeness(judged.features, weight, np.full(size, row), others).like
        found += [(float(like[n]), row, n) for n in np.flatnonzero(like >= LIKE).tolist() if n not in rows]
    return [(row, other) for _, row, other in sorted(found, key=lambda pair: (-pair[0], pair[1:]))]


def _told(found: Evidence, actions: Sequence[str], row: int, other: int) -> Judged:
    bits = tuple((weighed.field, weighed.bits) for weighed in found.weighed if weighed.level not in _UNTOLD)
    return Judged(row, other, grounds(found, actions[row]), bits, found.chance)
