"""Trying again what may go well the next time: a database in use, a network drive that is away. Nothing else."""

import errno
from collections.abc import Callable, Iterator
from time import sleep
from typing import Final, TypeVar

R = TypeVar("R")

PAUSES: Final = (10.0, 60.0)
"""Seconds before the second and the third try."""

_NUMBERS: Final = frozenset(
    {
        errno.EAGAIN, errno.EBUSY, errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.ENETDOWN, errno.ENETUNREACH,
        errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENOTCONN, errno.ECONNRESET, errno.ECONNREFUSED, errno.ECONNABORTED,
    }
)  # fmt: skip
"""Of the system: a drive, a server or the way to them is away (POSIX.1-2017, errno.h)."""

_WINDOWS: Final = frozenset({32, 33, 53, 55, 59, 64, 121, 1231, 1232})
"""The same of Windows, where they all pass for other numbers: file in use or locked, network path not found, network
resource gone, unexpected network error, network name gone, time-out, network or host unreachable (winerror.h)."""

_DATABASE_IN_USE: Final = frozenset({5, 6})
"""Of SQLite: busy, locked (sqlite.org/rescode.html)."""


def transient(error: BaseException) -> bool:
    """Whether an error, or one that it came from, may be gone by itself in a while."""
    return any(_passes(one) for one in _chain(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and those that it came from."""
    one: BaseException | None = error
    seen: set[int] = set()
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__


def _passes(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in _NUMBERS or getattr(error, "winerror", None) in _WINDOWS
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DATABASE_IN_USE


def patiently(work: Callable[[], R], told: Callable[[float], None]) -> R:
    """What `work` gives, tried again after a transient error. Raises the last one, and any other.

    told: learns how many seconds are waited.
    """
    for pause in PAUSES:
        try:
            return work()
        except Exception as error:
            if not transient(error):
                raise
        told(pause)
        sleep(pause)
    return work()
