"""Files come from strangers: each is read in a process of its own that may be killed without loss.

The processes are plain children that import the readers and nothing else, so they start in a tenth of a second
whatever the main program has loaded; each goes on reading until the pool is closed.
"""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock, Timer
from types import TracebackType
from typing import IO, Final

from tasks.model.blocks import Document
from tasks.model.meeting import Source
from tasks.model.problem import Code, problem
from tasks.reading.process.worker import receive, send
from tasks.reading.storage.encoding import from_json

_START: Final = (
    "import json, sys; path, memory, cpu = json.loads(sys.argv[1]); sys.path[:] = path; "
    "from tasks.reading.process.worker import main; main(memory, cpu)"
)
_GRACE_SECONDS: Final = 2.0
_CPU_SIGNAL: Final = getattr(signal, "SIGXCPU", None)
_KILL_SIGNAL: Final = getattr(signal, "SIGKILL", None)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: bytes of address space, seconds of CPU, seconds on the clock."""

    memory: int = 2 * 1024**3
    cpu_seconds: int = 60
    wall_seconds: float = 120.0


class ReaderPool:
    """Reads files in up to `workers` child processes. Threads may share it; use it in a `with` statement."""

    def __init__(self, workers: int, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._slots = BoundedSemaphore(max(workers, 1))
        self._lock = Lock()
        self._idle: list[_Child] = []
        self._busy: set[_Child] = set()
        self._left = False

    def __enter__(self) -> "ReaderPool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._left = True
        self.close()
        if error is not None:
            self._abandon()

    def read(self, source: Source) -> Document:
        """The document of a source. A file that breaks a limit or its reader gives a document with a problem."""
        with self._slots:
            child = self._take()
            try:
                document = child.read(source)
                if document is None and not child.began and not self._left:
                    # It had died while idle: no fault of this file.
                    self._give_back(child, idle=False)
                    child.end()
                    child = self._new()
                    document = child.read(source)
            except BaseException:
                self._give_back(child, idle=False)
                child.end()
                raise
            self._give_back(child, idle=document is not None)
            return child.obituary(source) if document is None else document

    def close(self) -> None:
        """Ends the child processes. The pool may still be used; it then starts new ones."""
        with self._lock:
            idle, self._idle = self._idle, []
        for child in idle:
            child.end()

    def _abandon(self) -> None:
        """Whoever wanted these documents has been stopped: nobody waits for what is still being read."""
        with self._lock:
            busy = list(self._busy)
        for child in busy:
            child.kill()

    def _take(self) -> "_Child":
        with self._lock:
            child = self._idle.pop() if self._idle else None
            if child:
                self._busy.add(child)
        return child or self._new()

    def _new(self) -> "_Child":
        child = _Child(self._limits)
        with self._lock:
            self._busy.add(child)
        return child

    def _give_back(self, child: "_Child", *, idle: bool) -> None:
        """Whoever comes back after everybody has left is ended: nobody else would."""
        with self._lock:
            self._busy.discard(child)
            kept = idle and not self._left
            if kept:
                self._idle.append(child)
        if idle and not kept:
            child.end()


@dataclass(slots=True, eq=False)
class _Child:
    """One reader process. `began`: it has taken the last file, so that its death is that file's doing."""

    limits: Limits
    process: "subprocess.Popen[bytes]" = field(init=False)
    began: bool = False
    late: bool = False

    def __post_init__(self) -> None:
        arguments = json.dumps([sys.path, self.limits.memory, self.limits.cpu_seconds])
        self.process = subprocess.Popen(  # noqa: S603  our own interpreter and our own words
            [sys.executable, "-c", _START, arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def read(self, source: Source) -> Document | None:
        """The document; None if the process has died."""
        self.began = self.late = False
        timer = Timer(self.limits.wall_seconds, self._out_of_time)
        timer.daemon = True
        timer.start()
        try:
            send(
                _pipe(self.process.stdin),
                json.dumps([os.fspath(source.path), source.file, source.sha256, source.group]),
            )
            self.began = True
            answer = receive(_pipe(self.process.stdout))
            return None if answer is None else from_json(answer)
        except (OSError, ValueError):
            return None
        finally:
            timer.cancel()

    def _out_of_time(self) -> None:
        self.late = True
        self.kill()

    def obituary(self, source: Source) -> Document:
        """Why the process died over a file, as a document with that problem."""
        self.end()
        code = -(self.process.returncode or 0)
        if self.late or code == _CPU_SIGNAL:
            found = problem(Code.FILE_REFUSED, source.file, cause="@reading.too-long")
        elif code == _KILL_SIGNAL:
            # Nobody but the system, short of memory, kills a process that keeps to its time.
            found = problem(Code.FILE_REFUSED, source.file, cause="@reading.too-large")
        else:
            found = problem(Code.FILE_UNREADABLE, source.file, cause="@reading.crashed")
        return Document(source.file, "unknown", (), (found,))

    def end(self) -> None:
        """Lets the process finish, kills it if it does not."""
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                _pipe(pipe).close()
            except OSError:
                continue
        try:
            self.process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            self.process.wait()

    def kill(self) -> None:
        """Asks the process to leave, so that it ends what it started; then kills whatever of its group is left."""
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(_GRACE_SECONDS)
        if os.name == "posix":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("no pipe")
    return pipe
