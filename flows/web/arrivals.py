"""Folders of meetings under watch: files arrived or changed, and nobody is at work on them any more.

They are looked at again and again, because network drives tell nobody of changes.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import monotonic, time
from typing import Final

_LOCKS: Final = ("~$", ".~lock.")
"""How the files begin that Word, Excel, PowerPoint and LibreOffice put beside an open document."""

_UNDER_WAY: Final = (".part", ".partial", ".crdownload", ".download", ".tmp")
"""How files end that are still being copied or downloaded."""

_LEFT_BEHIND_SECONDS: Final = 12 * 3600
"""After half a day such a file is no sign of work but of a program that crashed."""

Files = Mapping[str, tuple[int, int]]
"""Size in bytes and time of the last change in nanoseconds, by path."""


def files(folder: Path) -> Files | None:
    """What lies in a folder; None while somebody has something open there or it cannot be looked at."""
    try:
        found = {entry.path: entry for entry in _below(folder)}
        if any(_at_work(entry) for entry in found.values()):
            return None
        shown = {path: entry.stat() for path, entry in found.items() if not entry.name.startswith((".", "~"))}
    except OSError:
        return None
    return {path: (stat.st_size, stat.st_mtime_ns) for path, stat in shown.items()}


def _below(folder: Path) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield entry
            elif not entry.name.startswith("."):
                yield from _below(Path(entry.path))


def _at_work(entry: "os.DirEntry[str]") -> bool:
    mark = entry.name.startswith(_LOCKS) or entry.name.lower().endswith(_UNDER_WAY)
    return mark and time() - entry.stat().st_mtime < _LEFT_BEHIND_SECONDS


class Watched:
    """A folder, and for which of its states a run has been started.

    look: what lies in it now; still: seconds for which it must have stayed as it is; clock: any that goes forward.
    """

    def __init__(
        self, look: Callable[[], Files | None], still: float, clock: Callable[[], float] = monotonic
    ) -> None:  # fmt: skip
        self._look, self._still, self._clock = look, still, clock
        self._seen: Files | None = None
        self._since = 0.0
        self._started: Files = {}

    def arrived(self) -> bool:
        """Whether a run is due. It stays due until `started` is called or the files change again."""
        seen, now = self._look(), self._clock()
        if seen is None or seen != self._seen:
            self._seen, self._since = seen, now
            return False
        return bool(seen) and seen != self._started and now - self._since >= self._still

    def started(self) -> None:
        """A run was started for what `arrived` saw."""
        self._started = self._seen or {}

    def again(self) -> None:
        """That run did not take place."""
        self._started = {}
