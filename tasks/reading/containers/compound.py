"""Compound files ([MS-CFB]), the container of Office before 2007: its streams, opened only within safety limits."""

import io

import olefile

from tasks.model.problem import Code
from tasks.reading.refusal import CannotReadError


class Compound:
    """The streams of a compound file by the names that lead to them from its root; case does not count in names."""

    def __init__(self, data: bytes) -> None:
        self._size = len(data)
        try:
            self._file = olefile.OleFileIO(io.BytesIO(data))
            paths = self._file.listdir(streams=True, storages=True)
        except Exception as error:  # damage shows in ways that the library does not list
            raise CannotReadError("reading.cut-off") from error
        self._paths = {_folded(*path): path for path in reversed(paths)}
        self._inside: dict[tuple[str, ...], list[str]] = {}
        for path in self._paths:
            self._inside.setdefault(path[:-1], []).append(path[-1])

    def __contains__(self, name: str) -> bool:
        return _folded(name) in self._paths

    @property
    def names(self) -> frozenset[str]:
        """Names of streams and storages at the root, in lower case."""
        return frozenset(self.inside())

    def inside(self, *storage: str) -> tuple[str, ...]:
        """Names of the streams and storages in a storage, in lower case and sorted; those of the root without one."""
        return tuple(sorted(self._inside.get(_folded(*storage), ())))

    def stream(self, *names: str) -> bytes:
        """The bytes of a stream; empty if it is missing. Raises CannotReadError if it is cut off."""
        known = self._paths.get(_folded(*names))
        if known is None or self._file.get_type(known) != olefile.STGTY_STREAM:
            return b""
        if self._file.get_size(known) > self._size:
            raise CannotReadError("reading.cut-off")
        try:
            return bytes(self._file.openstream(known).read())
        except Exception as error:
            raise CannotReadError("reading.cut-off") from error


def _folded(*names: str) -> tuple[str, ...]:
    return tuple(name.lower() for name in names)


def encrypted() -> CannotReadError:
    """The contents are protected by a password."""
    return CannotReadError("reading.broken", Code.FILE_ENCRYPTED)
