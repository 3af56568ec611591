"""Runs of the command in processes of their own, forked from one that has everything loaded, and cut off at will.

A run counts its changes on the disk: files opened for writing, moved, removed below the output folder, and statements
that change a database. It can be killed before any of them, or by the clock, as hard as the system can; or the disk is
full from one of them on.
"""

import errno
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

_ROOT: Final = Path(__file__).resolve().parents[2]
_MOVES: Final = ("os.rename", "os.remove", "os.mkdir", "os.rmdir")
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_connect: Final = sqlite3.connect
_CHANGES: Final = ("INSERT", "UPDATE", "DELETE", "CREATE", "COMMIT")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended. code: its exit code, negative for a signal; steps: its changes on the disk, as words."""

    code: int
    out: str
    err: str
    steps: tuple[str, ...]


class Command:
    """The command `renja`, ready to be run many times."""

    def __init__(self, requests: IO[str], answers: IO[str], folder: Path) -> None:
        self._requests, self._answers, self._folder = requests, answers, folder

    def run(self, *words: str, step: int = 0, seconds: float = 0.0, full: int = 0) -> Ended:
        """Run it with these words; killed before its change number `step`, or after so many seconds.

        full: number of the change from which on nothing can be written.
        """
        spec = {"words": words, "step": step, "full": full, "folder": str(self._folder)}
        self._requests.write(json.dumps(spec) + "\n")
        self._requests.flush()
        pid = int(self._answers.readline())
        if seconds:
            time.sleep(seconds)
            os.killpg(pid, signal.SIGKILL)  # the system keeps the number for as long as nobody has asked how it ended
        self._requests.write("\n")
        self._requests.flush()
        code = int(self._answers.readline())
        said = [(self._folder / name).read_text(encoding="utf-8") for name in ("out", "err", "steps")]
        return Ended(code, said[0], said[1], tuple(said[2].splitlines()))


@contextmanager
def command(folder: Path, *warm: str) -> Iterator[Command]:
    """The command, which has been run once with the words `warm`. folder: for what its runs say."""
    words = [sys.executable, "-m", __name__, *warm]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(words, cwd=_ROOT, text=True, **pipes) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "0\n"
        yield Command(process.stdin, process.stdout, folder)
        process.stdin.close()


class _Steps:
    """Counts the changes on the disk, ends the process before one of them, or lets none succeed from one of them on."""

    def __init__(self, log: Path, last: int, full: int) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        self._last, self._full, self._number = last, full, 0

    def heard(self, event: str, told: tuple[Any, ...]) -> None:
        if event in _MOVES or (event == "open" and isinstance(told[2], int) and told[2] & _WRITING):
            name = os.fsdecode(told[0]) if isinstance(told[0], str | bytes | os.PathLike) else ""
            if "/.renja" in name or "/hasil" in name:
                self._step(f"{event} {name}")
                if event == "open" and 0 < self._full <= self._number:
                    raise OSError(errno.ENOSPC, "full")

    def connected(self, *words: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = _connect(*words, **options)
        connection.set_trace_callback(self._statement)
        return connection

    def _statement(self, sql: str) -> None:
        if sql.startswith(_CHANGES):
            self._step(sql.split("(")[0].split("\n")[0][:60])

    def _step(self, said: str) -> None:
        self._number += 1
        if self._number == self._last:
            os.killpg(0, signal.SIGKILL)
        os.write(self._log, (said.encode("utf-8", "replace") + b"\n"))


def _child(spec: dict[str, Any]) -> int:
    from flows.cli import main

    folder = Path(spec["folder"])
    os.setpgid(0, 0)
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    steps = _Steps(folder / "steps", spec["step"], spec["full"])
    sys.addaudithook(steps.heard)
    for module in (sqlite3, sqlite3.dbapi2):
        setattr(module, "connect", steps.connected)  # noqa: B010
    return main(spec["words"])


def _serve(warm: Sequence[str]) -> None:
    from flows.cli import main

    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    print(main(warm), file=answers, flush=True)
    for line in iter(sys.stdin.readline, ""):
        pid = os.fork()
        if not pid:
            code = 70
            try:
                code = _child(json.loads(line))
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        print(pid, file=answers, flush=True)
        sys.stdin.readline()
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), file=answers, flush=True)


if __name__ == "__main__":
    _serve(sys.argv[1:])
