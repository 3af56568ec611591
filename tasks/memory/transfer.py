"""All that is remembered of a plan, from one database into another."""

from typing import Any

import sqlalchemy as sa

from tasks.memory.database import Scope
from tasks.memory.schema import METADATA


def copied(source: Scope, target: Scope) -> None:
    """Put the rows of the one plan in place of those of the other."""
    for table in METADATA.sorted_tables:
        target.clear(table)
        found = source.connection.execute(sa.select(table).where(table.c.plan == source.plan)).mappings()
        target.add(table, [_without_plan(dict(row)) for row in found])


def _without_plan(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "plan"}
