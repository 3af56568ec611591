"""Issued documents by their marks. A mark follows from the words, so that nothing here is ever changed.

Kept is the main part as it was written and not what was read from it: a later version of the reader then reads both the
issued document and its copies, and no difference between readers passes for a change.
"""

import errno
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

from tasks.model.mark import Issued

_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS issued (mark TEXT PRIMARY KEY, name TEXT NOT NULL, document BLOB NOT NULL,"
    " current INTEGER NOT NULL)"
)
_WAIT: Final = 5.0
_LEVEL: Final = 3


def remember(path: Path, documents: Iterable[Issued]) -> None:
    """Keep these documents beside those of earlier versions, and know them as the current ones; all or none.

    A store that is none is set aside as `<name>.damaged`. Raises OSError if the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    held = list(documents)
    try:
        _keep(path, held)
    except sqlite3.OperationalError as error:
        raise OSError(
            errno.ENOSPC if error.sqlite_errorcode == sqlite3.SQLITE_FULL else errno.EIO, str(error)
        ) from error
    except sqlite3.DatabaseError:
        path.replace(path.with_name(f"{path.name}.damaged"))
        _keep(path, held)


def _keep(path: Path, documents: Iterable[Issued]) -> None:
    with closing(sqlite3.connect(path, timeout=_WAIT)) as database, database:
        database.execute(_TABLE)
        known = {mark for (mark,) in database.execute("SELECT mark FROM issued")}
        database.execute("UPDATE issued SET current = 0")
        for issued in documents:
            if issued.mark in known:
                told = (issued.name, issued.mark)
                database.execute("UPDATE issued SET current = 1, name = ? WHERE mark = ?", told)
            else:
                packed = zlib.compress(issued.document, _LEVEL)
                database.execute("INSERT INTO issued VALUES (?, ?, ?, 1)", (issued.mark, issued.name, packed))
                known.add(issued.mark)


def recall(path: Path, mark: str = "") -> list[Issued]:
    """The document with this mark, or all current ones without a mark; none if there is no such, or no sound store."""
    if not path.is_file():
        return []
    chosen, told = ("mark = ?", (mark,)) if mark else ("current = 1", ())
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT)) as database:
            rows = database.execute(f"SELECT mark, name, document FROM issued WHERE {chosen} ORDER BY name", told)  # noqa: S608
            return [Issued(name, file, zlib.decompress(data)) for name, file, data in rows]
    except (sqlite3.DatabaseError, zlib.error):
        return []
