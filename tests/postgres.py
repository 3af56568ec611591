"""A PostgreSQL server that runs for the tests alone, where it is installed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
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
    programs = {name: program(name) for name in ("initdb", "pg_ctl")}
    if None in programs.values():
        pytest.skip("PostgreSQL is not installed: initdb and pg_ctl are not there")
    # The name of a socket may have 107 characters, and the server's own user must be able to reach it.
    folder = Path(mkdtemp(prefix="renja-pg-", dir="/tmp"))
    user = None
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        user = _USER
        shutil.chown(folder, user)
    data = folder / "data"

    def run(*words: str) -> None:
        subprocess.run(words, check=True, capture_output=True, user=user, cwd=folder, timeout=120)

    try:
        run(
            str(programs["initdb"]),
            "-D",
            str(data),
            "-U",
            _USER,
            "-A",
            "trust",
            "--no-sync",
            "--locale=C",
            "-E",
            "UTF8",
        )
        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        run(str(programs["pg_ctl"]), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://{_USER}@/postgres?unix_sock={folder}/.s.PGSQL.5432"
        run(str(programs["pg_ctl"]), "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
