"""The file beside the memory in which an earlier version of the program kept issued documents: taken over, once."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from typing import Final

from tasks.memory.database import Place, writing
from tasks.memory.file import DAMAGED, beside
from tasks.memory.issued import store
from tasks.memory.versions.store import versions
from tasks.model.mark import Issued

NAME: Final = "issued.db"
_BEFORE_VERSIONS: Final = 0


def take_over(place: Place) -> None:
    """Put the documents of that file among those of the memory; then the file goes. Does nothing without one.

    One that cannot be read is set aside as `<name>.damaged`. A file is gone only when all that it held is in the
    memory. Raises OutputError, OSError.
    """
    old = place.path.with_name(NAME)
    if not old.is_file():
        return
    try:
        with closing(sqlite3.connect(f"{old.absolute().as_uri()}?mode=ro", uri=True)) as database:
            found = {current: list(_documents(database, current)) for current in (False, True)}
    except (sqlite3.DatabaseError, zlib.error):
        old.replace(beside(old, DAMAGED))
        return
    with writing(place) as scope:
        last = next(reversed(versions(scope)), None)
        store.remember(scope, _BEFORE_VERSIONS, found[False])
        store.remember(scope, last.number if last else _BEFORE_VERSIONS, found[True])
    old.unlink()


def _documents(database: sqlite3.Connection, current: bool) -> Iterator[Issued]:
    rows = database.execute("SELECT mark, name, document FROM issued WHERE current = ? ORDER BY mark", (current,))
    return (Issued(mark, name, zlib.decompress(data)) for mark, name, data in rows)
