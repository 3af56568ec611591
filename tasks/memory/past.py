"""Looking back: the versions of a plan in brief, and two of them compared."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

import pandas as pd

from tasks.memory import audit
from tasks.memory.database import Place, Scope, reading
from tasks.memory.versions import store
from tasks.memory.versions.causes import Tables
from tasks.memory.versions.changes import changes
from tasks.memory.versions.store import Version
from tasks.model.changes import Brief, Change, Kind

_COUNTED: Final = ("records", "items", "links", "problems")


@dataclass(frozen=True)
class Difference:
    """Two versions: their numbers, when they were made (ISO), their items (schema ITEMS), what changed."""

    numbers: tuple[int, int]
    made: tuple[str, str]
    items: tuple[pd.DataFrame, pd.DataFrame]
    changes: tuple[Change, ...]


def briefs(place: Place) -> list[Brief]:
    """Every version that was issued, the oldest first. Raises OutputError if the database cannot be reached."""
    with reading(place) as scope:
        return [] if scope is None else _briefs(scope)


def difference(place: Place, old: int = 0, new: int = 0) -> Difference | None:
    """What changed from one version to another, up to the last if only one is named, between the last two if none is.

    None if there is no such version. Raises OutputError.
    """
    with reading(place) as scope:
        found = {} if scope is None else {version.number: version for version in store.issued(scope)}
        last = tuple(found)[-2:]
        numbers = (old, new or last[-1]) if old and last else last
        if scope is None or len(numbers) < 2 or not found.keys() >= set(numbers):
            return None
        return _difference(scope, found[numbers[0]], found[numbers[1]])


def _briefs(scope: Scope) -> list[Brief]:
    found = []
    events = Counter((number, event) for number, _, event, _, _ in audit.events(scope))
    before: Tables | None = None
    for version in store.issued(scope):
        tables = store.tables(scope, version.number)
        counted = Counter(change.kind for change in changes(before, tables)) if before else Counter()
        told = tuple((kind, counted[kind]) for kind in Kind if counted[kind])
        rows = tuple((name, len(tables[name])) for name in _COUNTED)
        decided = tuple((event, count) for event in audit.EVENTS if (count := events[version.number, event]))
        found.append(Brief(version.number, version.made, rows, told, decided))
        before = tables
    return found


def _difference(scope: Scope, old: Version, new: Version) -> Difference:
    before, after = store.tables(scope, old.number), store.tables(scope, new.number)
    return Difference(
        (old.number, new.number),
        (old.made, new.made),
        (before["items"], after["items"]),
        tuple(changes(before, after)),
    )
