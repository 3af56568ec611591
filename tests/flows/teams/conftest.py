"""A scheduler and workers of Dask on this machine, each a process of its own, like those of a real cluster."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from flows.cli import main
from flows.servers.server import free_port
from tests.conftest import ROOT
from tests.flows.conftest import meeting_in
from tests.flows.fakes import content


class Cluster:
    """Starts and kills its processes. `address`: of its scheduler."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = f"tcp://127.0.0.1:{free_port()}"
        self._processes = [self._run("scheduler", "--port", self.address.rpartition(":")[2], "--no-show")]
        self.workers: list[subprocess.Popen[bytes]] = []

    def hire(self, number: int) -> None:
        for _ in range(number):
            options = ("--no-nanny", "--nthreads", "1", "--memory-limit", "0", "--local-directory", str(self._folder))
            self.workers.append(self._run("worker", self.address, *options))

    def kill(self, pid: int) -> None:
        """As the system does when it is short of memory."""
        os.kill(pid, signal.SIGKILL)
        next(process for process in self.workers if process.pid == pid).wait()
        self.workers = [process for process in self.workers if process.pid != pid]

    def end(self) -> None:
        for process in (*self.workers, *self._processes):
            process.kill()
            process.wait()

    def _run(self, kind: str, *words: str) -> "subprocess.Popen[bytes]":
        command = [
            sys.executable,
            "-m",
            f"distributed.cli.dask_{kind}",
            "--host",
            "127.0.0.1",
            "--no-dashboard",
            *words,
        ]
        log = (self._folder / f"{kind}.log").open("ab")
        with log:
            return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, env={**os.environ, **_QUIET})


_QUIET = {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3"}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    own = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield own
    finally:
        own.end()


@pytest.fixture(scope="session")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return meeting_in(tmp_path_factory.mktemp("meeting"))


@pytest.fixture(scope="session")
def alone(meeting: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of the meeting."""
    return built(meeting, tmp_path_factory.mktemp("alone"))


def built(inputs: Path, out: Path, options: Sequence[str] = ("--direct",)) -> dict[str, bytes]:
    assert main(["build", str(inputs), "--out", str(out), *options]) == 0
    return content(out)
