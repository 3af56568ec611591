"""The SQLite file of a plan: whether it is sound, its copy, what is done with a damaged one.

Before a change the whole file is copied beside itself (`.backup`); one that cannot be read is set aside (`.damaged`)
and the copy takes its place.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

BACKUP: Final = ".backup"
DAMAGED: Final = ".damaged"
WAIT: Final = 5.0
"""Seconds to wait for another program that holds the database."""

_DAMAGE: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""Results of SQLite for a file that is no sound database (https://www.sqlite.org/rescode.html)."""

_OURS: Final = frozenset({"alembic_version", "bound"})
"""Tables of which a database of ours has one, of whatever version."""


def heal(path: Path) -> None:
    """Set a damaged or foreign database aside as `<name>.damaged`; the last good copy takes its place if there is one.

    Raises sqlite3.OperationalError if the file is sound but cannot be opened at the moment, OSError.
    """
    if path.exists() and not _sound(path):
        path.replace(beside(path, DAMAGED))
        for rest in ("-journal", "-wal", "-shm"):
            beside(path, rest).unlink(missing_ok=True)
    last = beside(path, BACKUP)
    if not path.exists() and last.exists() and _sound(last):
        part = beside(path, ".part")
        shutil.copyfile(last, part)
        part.replace(path)


def keep_copy(path: Path) -> None:
    """A whole copy beside the database; the last one is there until the new one is complete."""
    part = beside(path, BACKUP + ".part")
    part.unlink(missing_ok=True)
    copy(path, part)
    part.replace(beside(path, BACKUP))


def copy(path: Path, target: Path) -> None:
    """A whole copy of the database as it is at one moment, whoever writes to it meanwhile."""
    with closing(sqlite3.connect(path, timeout=WAIT)) as source, closing(sqlite3.connect(target)) as other:
        source.backup(other)


def beside(path: Path, ending: str) -> Path:
    """The file of the same name with something behind it."""
    return path.with_name(path.name + ending)


def _sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT)) as database:
            (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return verdict == "ok" and not _OURS.isdisjoint(name for (name,) in names)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) in _DAMAGE:
            return False
        raise
