"""Work for the tests of teams; workers find it by its name."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from flows.teams.remote import mark
from tasks.model.errors import OutputError
from tasks.model.problem import Code, problem


class Later:
    """The mark of a later version, here; sent to a worker it is the function that tells the worker's own."""

    def __call__(self) -> str:
        return "a later version"

    def __reduce__(self) -> tuple[Callable[[], Callable[[], str]], tuple[()]]:
        return _mark_there, ()


def _mark_there() -> Callable[[], str]:
    return mark


def multiplied(factor: int, number: int) -> int:
    return factor * number


def slowly(seconds: float, number: int) -> tuple[int, int]:
    """The number, and which process had it."""
    time.sleep(seconds)
    return number, os.getpid()


def refused(_shared: None, number: int) -> int:
    raise OutputError(problem(Code.DISK_FULL, folder=str(number)))


def deadly_elsewhere(home: int, number: int) -> int:
    """Ends every process but the one at home."""
    if os.getpid() != home:
        os._exit(1)
    return number


def failing_elsewhere(home: int, number: int) -> int:
    if os.getpid() != home:
        raise ValueError(number)
    return number


def noted(folder: Path, number: int) -> int:
    """Leaves a file that says who was there."""
    (folder / f"{number} {os.getpid()}").touch()
    return number
