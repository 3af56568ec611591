"""What became of decisions, for ever: each that was made, changed or withdrawn, in which version and when."""

import json
from collections.abc import Iterator, Sequence
from typing import Final

import sqlalchemy as sa

from tasks.memory.database import Scope
from tasks.memory.decisions.store import Told, about
from tasks.memory.schema import AUDIT

MADE: Final = "made"
CHANGED: Final = "changed"
WITHDRAWN: Final = "withdrawn"
EVENTS: Final = (MADE, CHANGED, WITHDRAWN)

_Key = tuple[str, str]


def note(scope: Scope, before: Sequence[Told], now: Sequence[Told], number: int, made: str) -> None:
    """Write down how the decisions of the run before became those of this one, in the version `number`."""
    asked = sa.select(sa.func.coalesce(sa.func.max(AUDIT.c.place), 0)).where(AUDIT.c.plan == scope.plan)
    last = scope.connection.execute(asked).scalar_one()
    rows = [
        {"place": last + n, "number": number, "made": made, "event": event, "kind": kind, "told": told}
        for n, (event, kind, told) in enumerate(_events(before, now), 1)
    ]
    scope.add(AUDIT, rows)


def events(scope: Scope) -> list[tuple[int, str, str, str, str]]:
    """All of it: version, when, event, kind and decision, in the order in which it happened."""
    return [(row[1], row[2], row[3], row[4], row[5]) for row in scope.rows(AUDIT, *_FIELDS)]


_FIELDS: Final = ("place", "number", "made", "event", "kind", "told")


def _events(before: Sequence[Told], now: Sequence[Told]) -> Iterator[tuple[str, str, str]]:
    had, has = _ruled(before), _ruled(now)
    for key, (kind, told) in has.items():
        if key not in had:
            yield MADE, kind, told
        elif _said(had[key][1]) != _said(told):
            yield CHANGED, kind, told
    for key, (kind, told) in had.items():
        if key not in has:
            yield WITHDRAWN, kind, told


def _ruled(rows: Sequence[Told]) -> dict[_Key, Told]:
    """Those that decide something, by what they are about, in whatever words it stands in the documents of the day."""
    found = {}
    for kind, told in rows:
        values = json.loads(told)
        if values.get("ruling") or values.get("approved") is not None:
            found[about((kind, told))] = (kind, told)
    return found


def _said(told: str) -> tuple[object, ...]:
    values = json.loads(told)
    return tuple(values.get(name) for name in ("ruling", "approved", "who", "day", "note"))
