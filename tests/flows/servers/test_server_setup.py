"""The script that makes a Debian machine the shared server, as far as it goes without systemd."""

import configparser
import os
import shutil
import socket
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tasks.memory.database import Place
from tasks.memory.memory import recall
from tasks.model.errors import OutputError
from tests.memory.plans import kept, plan
from tests.postgres import program

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "templates" / "server"
UNITS = ("renja-backup.service", "renja-backup.timer", "renja-memory.service", "renja-serve.service")


@dataclass(frozen=True)
class Machine:
    """A user's home with a project in it, on a machine with PostgreSQL but without systemd."""

    home: Path
    user: str | None

    @property
    def project(self) -> Path:
        return self.home / "proyek renja"

    def run(self, script: str, *words: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", str(self.project / "templates" / "server" / script), *words]
        environment = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        return subprocess.run(
            command, capture_output=True, text=True, env=environment, user=self.user, cwd=self.home, timeout=120
        )

    def url(self) -> str:
        return str(tomllib.loads((self.project / "renja.toml").read_text(encoding="utf-8"))["memory_url"])


@pytest.fixture(scope="module")
def port() -> str:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return str(asked.getsockname()[1])


@pytest.fixture(scope="module")
def machine(port: str) -> Iterator[Machine]:
    """One on which the script has run once."""
    control = program("pg_ctl")
    if control is None or os.name == "nt":
        pytest.skip("PostgreSQL is not installed: pg_ctl is not there")
    home = Path(mkdtemp(prefix="renja-home-", dir="/tmp"))
    user = "postgres" if os.geteuid() == 0 else None
    found = Machine(home, user)
    shutil.copytree(SOURCE, found.project / "templates" / "server")
    command = found.project / ".venv" / "bin" / "renja"
    command.parent.mkdir(parents=True)
    command.write_text('#!/bin/sh\nprintf "%s" "$*" >"$HOME/called"\nprintf x >"$3"\n')
    for path in (command, *command.parents[:4], home):
        path.chmod(0o755)
    if user:
        for path in (home, *home.rglob("*")):
            shutil.chown(path, user)
    try:
        done = found.run("setup.sh", "--port", port)
        assert (done.returncode, done.stderr) == (0, "")
        yield found
    finally:
        data = home / ".local" / "share" / "renja" / "memory"
        subprocess.run([control, "-D", data, "-m", "immediate", "stop"], user=user, cwd=home, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)


def test_the_server_keeps_plans_for_who_has_the_password_and_for_nobody_else(machine: Machine, tmp_path: Path) -> None:
    url = machine.url()
    shared = Place(tmp_path / "m.db", url, "rakor")
    kept(shared, plan({"item_id": "RK-A", "action": "Menyusun pedoman"}))
    assert (machine.project / "renja.toml").stat().st_mode & 0o077 == 0
    secret = url.split(":")[2].split("@")[0]
    for wrong in (url.replace(secret, "lain"), url.replace("renja:", "postgres:"), url.replace("/renja", "/postgres")):
        with pytest.raises(OutputError):
            recall(Place(tmp_path / "m.db", wrong, "rakor"))


def test_a_colleague_logs_in_by_name_and_shares_all_that_is_there(machine: Machine, tmp_path: Path) -> None:
    shared = Place(tmp_path / "m.db", machine.url(), "rakor kedua")
    done = machine.run("setup.sh", "--user", "ani")
    own = tomllib.loads(done.stdout)["memory_url"]
    assert own.startswith("postgresql://ani:")
    assert kept(Place(tmp_path / "m.db", own, "rakor kedua"), plan({"item_id": "RK-B", "action": "Melatih guru"})) == 1
    assert set(recall(shared).known.values()) == {"RK-B"}
    assert machine.run("setup.sh", "--user", "ani; DROP").returncode == 2


def test_calling_it_again_keeps_what_is_there_and_opens_it_to_the_network(
    machine: Machine, port: str, tmp_path: Path
) -> None:
    url = machine.url()
    kept(Place(tmp_path / "m.db", url, "rakor tetap"), plan({"item_id": "RK-C", "action": "Menilai dampak"}))
    done = machine.run("setup.sh", "--port", port, "--lan", "127.0.0.2/8")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"ufw allow from 127.0.0.2/8 to any port {port}" in done.stdout
    assert machine.url() == url
    for address in ("127.0.0.1", "127.0.0.2"):
        place = Place(tmp_path / "m.db", url.replace("127.0.0.1", address), "rakor tetap")
        assert set(recall(place).known.values()) == {"RK-C"}


def test_the_backup_is_one_file_a_day_and_those_of_a_month_stay(machine: Machine) -> None:
    folder = machine.home / "renja-cadangan"
    assert machine.run("backup.sh").returncode == 0
    (made,) = folder.iterdir()
    assert (machine.home / "called").read_text() == f"export --all {made}"
    assert made.stat().st_mode & 0o077 == 0
    for name, days in (("renja-2017-01-01.zip", 31), ("renja-2017-02-01.zip", 29), ("lain.zip", 31)):
        (folder / name).touch()
        when = made.stat().st_mtime - (days + 0.5) * 86400
        os.utime(folder / name, (when, when))
    assert machine.run("backup.sh").returncode == 0
    assert {path.name for path in folder.iterdir()} == {made.name, "renja-2017-02-01.zip", "lain.zip"}


def test_the_units_name_what_is_there(machine: Machine) -> None:
    folder = machine.home / ".config" / "systemd" / "user"
    assert sorted(path.name for path in folder.iterdir()) == list(UNITS)
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        unit = configparser.ConfigParser(interpolation=None)
        unit.optionxform = str  # type: ignore[assignment,method-assign]
        unit.read_string(text)
        assert "@" not in text
        assert unit["Unit"]["Description"]
        if path.suffix == ".service":
            assert Path(unit["Service"]["ExecStart"].split('"')[1]).is_file()


def test_systemd_takes_the_units(machine: Machine, tmp_path: Path) -> None:
    analyse = shutil.which("systemd-analyze")
    if analyse is None:
        pytest.skip("systemd is not installed")
    folder = machine.home / ".config" / "systemd" / "user"
    command = [analyse, "verify", "--user", *(str(folder / name) for name in UNITS)]
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(machine.home)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    assert [line for line in done.stderr.splitlines() if "renja" in line] == []
    assert done.returncode == 0


def test_without_postgresql_or_with_a_wrong_word_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(["bash", SOURCE / "setup.sh", "--apa"], capture_output=True, text=True, timeout=60)
    assert (done.returncode, "setup.sh --user NAME" in done.stderr) == (2, True)
