"""A PostgreSQL server that runs for the tests alone, where it is installed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import pytest

_USER: Final = "postgres"


def program(name: str) -> str | None:
    """Where a program of the server lies; None if it is not installed."""
    own = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(own[-1]) if own else shutil.which(name)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty database on a server without network, which goes away with the tests."""
    with started() as url:
        if url is None:
            pytest.skip("PostgreSQL is not installed: initdb and pg_ctl are not there")
        yield url


@contextmanager
def started(safe: bool = False) -> Iterator[str | None]:
    """Such a server; None if PostgreSQL is not installed. safe: it waits for the disk, as one that people use does."""
    programs = [program(name) for name in ("initdb", "pg_ctl")]
    if None in programs:
        yield None
        return
    initdb, control = map(str, programs)
    # The name of a socket may have 107 characters, and the server's own user must be able to reach it.
    folder = Path(mkdtemp(prefix="renja-pg-", dir="/tmp"))
    user = None
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        user = _USER
        shutil.chown(folder, user)
    data = str(folder / "data")

    def run(*words: str) -> None:
        subprocess.run(words, check=True, capture_output=True, user=user, cwd=folder, timeout=120)

    try:
        run(initdb, "-D", data, "-U", _USER, "-A", "trust", "--no-sync", "--locale=C", "-E", "UTF8")
        options = f"-k {folder} -c listen_addresses= -c fsync={'on' if safe else 'off'}"
        run(control, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://{_USER}@/postgres?unix_sock={folder}/.s.PGSQL.5432"
        run(control, "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
