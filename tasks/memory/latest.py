"""The number of a plan's last version, for who wants nothing else: loads no tables."""

import sqlalchemy as sa

from tasks.memory.database import Place, reading
from tasks.memory.schema import VERSION


def latest(place: Place) -> int:
    """Of those that were issued; 0 if there are none. Raises OutputError if the database cannot be reached."""
    with reading(place) as scope:
        if scope is None:
            return 0
        asked = sa.select(sa.func.max(VERSION.c.number)).where(VERSION.c.plan == scope.plan, VERSION.c.issued)
        return scope.connection.execute(asked).scalar() or 0
