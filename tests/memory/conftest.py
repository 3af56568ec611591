"""A memory in a file of its own, and one on a PostgreSQL server of the tests' own, where that is installed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import pytest

from tasks.memory.database import Place

_USER: Final = "postgres"
_NUMBERS: Final = count()


def _program(name: str) -> str | None:
    own = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(own[-1]) if own else shutil.which(name)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an empty database on a server without network, which goes away with the tests."""
    programs = {name: _program(name) for name in ("initdb", "pg_ctl")}
    if None in programs.values():
        pytest.skip("PostgreSQL is not installed: initdb and pg_ctl are not there")
    folder = Path(mkdtemp(prefix="renja-pg-"))
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


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where a plan is remembered of which nothing is known yet."""
    path = tmp_path / ".renja" / "memory.db"
    if request.param == "file":
        return Place(path)
    return Place(path, request.getfixturevalue("server"), f"rakor {next(_NUMBERS)}")
