"""The output folder of a plan: one run at a time, everything written aside first.

<out>/.renja/lock        held while a run works here; the system frees it when the process ends, however it ends
<out>/.renja/staging/    what the run writes; nothing else changes until all of it is there
<out>/.renja/journal.json   see `flows.folder.publish`
"""

import errno
import hashlib
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from filelock import FileLock, Timeout

from flows.folder import publish
from flows.folder.run_record import Record
from tasks.model.errors import OutputError, PlanBusyError
from tasks.model.problem import Code, Problem, problem

OWN: Final = publish.OWN
_LOCK: Final = "lock"
_CAUSES: Final = {
    errno.EACCES: "@flows.cause.no-right",
    errno.EPERM: "@flows.cause.no-right",
    errno.EROFS: "@flows.cause.read-only",
    errno.EEXIST: "@flows.cause.is-file",
    errno.ENOTDIR: "@flows.cause.is-file",
    errno.ENAMETOOLONG: "@flows.cause.long-name",
}
Settle = Callable[[Record], None]
"""Is told of a run, by its record, when nothing can undo it any more; raises the errors of tasks.model.errors."""

_NO_SPACE: Final = (errno.ENOSPC, errno.EDQUOT)


class Output:
    """An output folder, open for one run. `files`: hash by name of what has been written, in order of writing.

    seen: hash by name of files that people changed and whose contents live on in new ones, which may replace them;
    held: names of files that must stay as they are, so that new ones stand beside them; completed: what came into its
    place when the folder was opened, as the run before was cut off; recovered: what became of a damaged memory.
    """

    def __init__(self, folder: Path, settle: Settle, completed: publish.Published) -> None:
        self.folder = folder
        self.completed = completed
        self.recovered: Sequence[Problem] = ()
        self._settle = settle
        self.files: dict[str, str] = {}
        self.seen: Mapping[str, str] = {}
        self.held: Sequence[str] = ()

    @property
    def own(self) -> Path:
        """The folder for caches, memory and logs."""
        return self.folder / OWN

    def write(self, name: str, data: bytes) -> None:
        """Write a file aside; `name` is its path below the output folder, with `/`. Raises OutputError."""
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.name or path.parts[0] == OWN:
            raise ValueError(f"not a name below the output folder: {name}")
        target = publish.staging(self.folder) / path
        with told(self.folder):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        self.files[name] = hashlib.sha256(data).hexdigest()

    def publish(self, record: Record, language: str) -> publish.Published:
        """Move what was written into its place; what the last run had left and this one has not goes. See publish."""
        with _undisturbed(), told(self.folder):
            publish.commit(self.folder, record, self.files, language, publish.Kept(self.seen, tuple(self.held)))
            self._settle(record)
            return publish.finish(self.folder)


def _nothing(_: Record) -> None:
    """Nobody has to be told."""


@contextmanager
def opened(folder: Path, settle: Settle = _nothing) -> Iterator[Output]:
    """Open an output folder for a run, making it if need be, and complete a publication that was cut off.

    Raises PlanBusyError if another run works here, OutputError if nothing can be written.
    """
    lock = FileLock(folder / OWN / _LOCK, timeout=0)
    with told(folder):
        (folder / OWN).mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout as error:
            raise PlanBusyError(problem(Code.PLAN_BUSY, folder=str(folder))) from error
    try:
        with told(folder):
            if record := publish.begun(folder):
                settle(record)
            completed = publish.finish(folder)
        yield Output(folder, settle, completed)
    finally:
        _tidy(folder)
        lock.release()


def busy(folder: Path) -> bool:
    """Whether a run works in this output folder at the moment."""
    path = folder / OWN / _LOCK
    if not path.is_file():
        return False
    lock = FileLock(path, timeout=0)
    try:
        lock.acquire()
    except (Timeout, OSError):
        return True
    lock.release()
    return False


def _tidy(folder: Path) -> None:
    """Without a journal, what lies in staging belongs to a run that did not come to its end."""
    if not publish.pending(folder):
        shutil.rmtree(publish.staging(folder), ignore_errors=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Moving into place takes a moment and is not stopped by Ctrl+C half-way."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda _signal, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn errors of the operating system, and of the plan's memory, into an OutputError that says what to do."""
    try:
        yield
    except OSError as error:
        raise OutputError(_problem(folder, error.errno or 0)) from error
    except Exception as error:
        if type(error).__module__ != "sqlite3":  # the database is known to the memory alone
            raise
        raise OutputError(_problem(folder, 0)) from error


def refusal(path: Path, number: int) -> Problem | None:
    """What the system refused at a path, by the number of its error; None if it says nothing that people can act on."""
    return _problem(path, number) if number in _NO_SPACE or number in _CAUSES else None


def _problem(folder: Path, number: int) -> Problem:
    if number in _NO_SPACE:
        return problem(Code.DISK_FULL, folder=str(folder))
    cause = _CAUSES.get(number, "@flows.cause.other")
    return problem(Code.OUTPUT_NOT_WRITABLE, folder=str(folder), cause=cause)
