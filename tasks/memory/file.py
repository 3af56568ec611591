"""The SQLite file of a plan: whether it is sound, its copy, what is done with a damaged one.

After a run the whole file is copied beside itself (`.backup`); one that cannot be read is set aside (`.damaged`) and
the copy takes its place.
"""

import shutil
import sqlite3
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import chain, count
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


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done with a database. aside: the damaged file, if there was one; copied: the copy took its place."""

    aside: Path | None
    copied: bool


def heal(path: Path) -> Mended | None:
    """Set a damaged or foreign database aside as `<name>.damaged`; the last good copy takes its place if there is one.

    None if nothing had to be done. Raises sqlite3.OperationalError if the file is sound but cannot be opened at the
    moment, OSError.
    """
    aside = None
    if path.exists() and not sound(path):
        aside = set_aside(path)
    last = beside(path, BACKUP)
    if not path.exists() and last.exists() and sound(last):
        part = beside(path, ".part")
        shutil.copyfile(last, part)
        part.replace(path)
        return Mended(aside, copied=True)
    return Mended(aside, copied=False) if aside else None


def set_aside(path: Path) -> Path | None:
    """Give a damaged file another name, under which it stays; its new path, None if there is nothing in it."""
    if not path.stat().st_size:  # its first run was cut off
        path.unlink()
        return None
    names = chain((DAMAGED,), (f"{DAMAGED}-{number}" for number in count(2)))
    aside = next(beside(path, name) for name in names if not beside(path, name).exists())
    for rest in ("-journal", "-wal", "-shm"):  # first, or the database that takes its place would take them for its own
        if beside(path, rest).exists():
            beside(path, rest).replace(beside(aside, rest))
    path.replace(aside)
    return aside


def keep_copy(path: Path) -> None:
    """A whole copy beside the database; the last one is there until the new one is complete.

    Raises sqlite3.Error, OSError.
    """
    part = beside(path, BACKUP + ".part")
    part.unlink(missing_ok=True)
    try:
        copy(path, part)
        part.replace(beside(path, BACKUP))
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def copy(path: Path, target: Path) -> None:
    """A whole copy of the database as it is at one moment, whoever writes to it meanwhile."""
    with closing(sqlite3.connect(path, timeout=WAIT)) as source, closing(sqlite3.connect(target)) as other:
        source.backup(other)


def beside(path: Path, ending: str) -> Path:
    """The file of the same name with something behind it."""
    return path.with_name(path.name + ending)


def sound(path: Path) -> bool:
    """Whether a file is a database of ours, of which what the next run needs can be read.

    Raises sqlite3.OperationalError if that cannot be told at the moment.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT)) as database:
            (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            return verdict == "ok" and not _OURS.isdisjoint(names) and _unpacks(database, names)
    except zlib.error:
        return False
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) in _DAMAGE:
            return False
        raise


def sound_or_in_use(path: Path) -> bool:
    """The same where nobody waits: a file that cannot be opened at the moment passes for sound."""
    with suppress(sqlite3.OperationalError):
        return sound(path)
    return True


def _unpacks(database: sqlite3.Connection, names: set[str]) -> bool:
    """Whether the last version is what was packed; SQLite does not look into what it holds. Raises zlib.error."""
    if "content" in names:
        for (data,) in database.execute("SELECT packed FROM content WHERE number = (SELECT max(number) FROM content)"):
            zlib.decompress(data)
    return True
