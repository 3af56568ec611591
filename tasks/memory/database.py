"""The database of a plan: a SQLite file in its output folder, or a PostgreSQL server that several people share.

Whoever opens it gets a connection in a transaction of its own: everything that is done there is kept, or nothing.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, ProgrammingError
from sqlalchemy.pool import NullPool

from tasks.memory import file
from tasks.memory.schema import HEAD
from tasks.model.errors import OutputError, PlanBusyError, RenjaError
from tasks.model.problem import Code, Problem, problem

_MIGRATIONS: Final = Path(__file__).parent / "migrations"
_REVISION: Final = sa.table("alembic_version", sa.column("version_num"))
_REFUSED: Final = ("28", "3D", "42501")
"""States of a server that lets nobody in: password, database, rights
(https://www.postgresql.org/docs/current/errcodes-appendix.html)."""

_FULL: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_IN_USE: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the memory of a plan lies. path: of its own file; url: of the shared server instead; plan: its name there.

    In a file of its own a plan has no name.
    """

    path: Path
    url: str = ""
    plan: str = ""

    @property
    def shared(self) -> bool:
        """Whether it lies on a server."""
        return bool(self.url)

    @property
    def shown(self) -> str:
        """How people are told of it; without a password."""
        return sa.make_url(self.url).render_as_string() if self.shared else str(self.path)


@dataclass(frozen=True, slots=True)
class Scope:
    """The rows of one plan, in an open transaction."""

    connection: sa.Connection
    plan: str

    def rows(self, table: sa.Table, *columns: str) -> list[tuple[Any, ...]]:
        """These columns of the plan's rows, ordered by them."""
        wanted = [table.c[name] for name in columns]
        found = self.connection.execute(sa.select(*wanted).where(table.c.plan == self.plan).order_by(*wanted))
        return [tuple(row) for row in found]

    def add(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        """New rows."""
        if rows:
            self.connection.execute(sa.insert(table), [{"plan": self.plan, **row} for row in rows])

    def clear(self, table: sa.Table, *where: sa.ColumnElement[bool]) -> None:
        """Remove the plan's rows of which all this holds."""
        self.connection.execute(sa.delete(table).where(table.c.plan == self.plan, *where))


@contextmanager
def reading(place: Place) -> Iterator[Scope | None]:
    """The plan's rows; None if nothing has been remembered yet, and then nothing is made.

    Raises OutputError if the database cannot be reached or is damaged.
    """
    with _told(place):
        if not place.shared and not place.path.exists():
            yield None
            return
        if not place.shared and not file.sound(place.path):
            raise OutputError(problem(Code.MEMORY_DAMAGED, memory=str(place.path)))
        with _opened(place, "BEGIN") as scope:
            yield scope


@contextmanager
def of_one_moment(place: Place) -> Iterator[Scope | None]:
    """As `reading`; all that is read is of one moment, whoever writes meanwhile."""
    with reading(place) as scope:
        if scope is None or not place.shared:  # in a file nobody writes while somebody reads
            yield scope
            return
    with _told(place), _engine(place).connect() as plain:
        yield Scope(plain.execution_options(isolation_level="REPEATABLE READ"), place.plan)


@contextmanager
def writing(place: Place) -> Iterator[Scope]:
    """The plan's rows, to change; of a damaged file the copy is taken. Raises OutputError."""
    with _told(place):
        if not place.shared:
            place.path.parent.mkdir(parents=True, exist_ok=True)
            file.heal(place.path)
        with _opened(place, "BEGIN IMMEDIATE") as scope:
            yield scope


def mend(place: Place) -> file.Mended | None:
    """Have the memory in order before a run; None if it was. Raises OutputError, OSError."""
    with _told(place):
        return None if place.shared else file.heal(place.path)


def keep_copy(place: Place) -> None:
    """Copy the memory beside itself. It is whole without: where a copy cannot be kept, the last one stays."""
    if not place.shared:
        with suppress(sqlite3.Error, OSError):
            file.keep_copy(place.path)


@contextmanager
def held(place: Place) -> Iterator[None]:
    """Nobody else works on the plan meanwhile. Raises PlanBusyError if somebody does, OutputError.

    A file lies in the output folder, which has a lock of its own; a server frees what a process that ended had.
    """
    if not place.shared:
        yield
        return
    with _told(place), _engine(place).connect() as plain:
        connection = plain.execution_options(isolation_level="AUTOCOMMIT")
        asked = sa.select(sa.func.pg_try_advisory_lock(sa.func.hashtext("renja"), sa.func.hashtext(place.plan)))
        if not connection.execute(asked).scalar_one():
            raise PlanBusyError(problem(Code.PLAN_BUSY, folder=place.plan))
        yield


@contextmanager
def _opened(place: Place, begin: str) -> Iterator[Scope]:
    engine = _engine(place, begin)
    with engine.begin() as connection:
        _upgrade(connection)
        yield Scope(connection, place.plan)


def _engine(place: Place, begin: str = "BEGIN") -> sa.Engine:
    """Without a pool: a connection is closed when its transaction ends.

    begin: how transactions begin in a file; whoever begins to write without saying so is not waited with.
    """
    if place.shared:
        url = sa.make_url(place.url).set(drivername="postgresql+pg8000")
        engine = sa.create_engine(url, poolclass=NullPool)
        # A thousand rows go in one statement: each statement is a journey.
        engine.dialect.use_insertmanyvalues_wo_returning = True
        return engine
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(place.path)), poolclass=NullPool, connect_args={"timeout": file.WAIT}
    )
    # Python's driver would begin transactions by itself, and not before changes of tables.
    sa.event.listen(engine, "connect", lambda raw, _record: setattr(raw, "isolation_level", None))
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _upgrade(connection: sa.Connection) -> None:
    """Bring the tables up to date; Alembic, which takes a while to load, is asked only if they are not."""
    if _revision(connection) == HEAD:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext("renja-tables"))))
        if _revision(connection) == HEAD:
            return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table(_REVISION.name):
        return None
    return connection.execute(sa.select(_REVISION.c.version_num)).scalar()


@contextmanager
def _told(place: Place) -> Iterator[None]:
    """Turn what a database says into an error that says what to do."""
    try:
        yield
    except RenjaError:
        raise
    except ProgrammingError as error:
        if not str(_state(error.orig)).startswith(_REFUSED):  # a defect of ours
            raise
        raise OutputError(_problem(place, error.orig)) from error
    except (DBAPIError, sqlite3.Error) as error:
        raise OutputError(_problem(place, getattr(error, "orig", error))) from error


def _state(error: BaseException | None) -> object:
    """What the server calls its error; empty if it says nothing."""
    told = error.args[0] if error and error.args else None
    return told.get("C", "") if isinstance(told, dict) else ""


def _problem(place: Place, error: object) -> Problem:
    if place.shared:
        return problem(Code.MEMORY_UNAVAILABLE, server=place.shown)
    folder = str(place.path.parent.parent)
    result = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if result in _FULL:
        return problem(Code.DISK_FULL, folder=folder)
    if result in _IN_USE:
        return problem(Code.MEMORY_BUSY, memory=str(place.path))
    return problem(Code.OUTPUT_NOT_WRITABLE, folder=folder, cause="@flows.cause.memory")
