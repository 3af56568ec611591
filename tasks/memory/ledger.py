"""What lasts between runs: which record belonged to which item. One small SQLite database beside the plan's output.

A fingerprint once bound keeps its item for ever, so ids are neither changed nor given again. Before a change the whole
database is copied beside itself (`.backup`); one that cannot be read is set aside (`.damaged`) and the copy is used.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pandas as pd

from tasks.merging.identity import fingerprint

BACKUP = ".backup"
DAMAGED = ".damaged"
WAIT = 5.0
"""Seconds to wait for another program that holds the database."""

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""Results of SQLite for a file that is no sound database of ours (https://www.sqlite.org/rescode.html)."""

_TABLE = "CREATE TABLE IF NOT EXISTS bound (fingerprint TEXT PRIMARY KEY, item_id TEXT NOT NULL) WITHOUT ROWID"


def recall(path: Path) -> dict[str, str]:
    """Fingerprint of a record → id of its item, from all earlier runs; empty if there were none.

    A damaged database is set aside as `<name>.damaged`; what the last good copy of it holds is given instead. Raises
    sqlite3.OperationalError if the file is sound but cannot be opened at the moment.
    """
    found = _sound(path)
    if found is None and path.exists():
        _set_aside(path)
    return found or _sound(_beside(path, BACKUP)) or {}


def remember(path: Path, records: pd.DataFrame) -> None:
    """Bind the records of a run (schema RECORDS, item_id filled) to their items, all of them or none.

    What is bound already stays. Raises OSError or sqlite3.OperationalError if the folder cannot be written.
    """
    known = recall(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        _copy(path)
    columns = ("action", "owners", "regions", "item_id")
    rows = (dict(zip(columns, cells, strict=True)) for cells in zip(*(records[c] for c in columns), strict=True))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(_TABLE)
        database.executemany("INSERT OR IGNORE INTO bound VALUES (?, ?)", [*known.items(), *_bindings(rows)])


def _bindings(rows: Iterator[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    return ((fingerprint(row), row["item_id"]) for row in rows if row["item_id"])


def _sound(path: Path) -> dict[str, str] | None:
    """All bindings of a database, None if there is none or it is damaged."""
    if not path.exists():
        return None
    try:
        return _read(path)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) in _DAMAGE:
            return None
        raise


def _read(path: Path) -> dict[str, str]:
    """All bindings. Raises sqlite3.DatabaseError if the file is no sound database."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT)) as database:
        (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        return dict(database.execute("SELECT fingerprint, item_id FROM bound ORDER BY fingerprint"))


def _copy(path: Path) -> None:
    """A whole copy beside the database; the last one is there until the new one is complete."""
    part = _beside(path, BACKUP + ".part")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
    part.replace(_beside(path, BACKUP))


def _set_aside(path: Path) -> None:
    path.replace(_beside(path, DAMAGED))
    for rest in ("-journal", "-wal", "-shm"):
        _beside(path, rest).unlink(missing_ok=True)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
