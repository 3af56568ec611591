"""Compound files ([MS-CFB]), the container of Office before 2007: its streams, opened only within safety limits."""

import io

import olefile

from tasks.model.problem import Code
from tasks.reading.refusal import CannotReadError


class Compound:
    """The streams of a compound file that lie beside its root, by name; names ignore case as the format asks."""

    def __init__(self, data: bytes) -> None:
        self._size = len(data)
        try:
            self._file = olefile.OleFileIO(io.BytesIO(data))
            paths = self._file.listdir(streams=True, storages=True)
        except Exception as error:  # damage shows in ways that the library does not list
            raise CannotReadError("reading.cut-off") from error
        self._names = {path[0].lower(): path[0] for path in reversed(paths)}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    @property
    def names(self) -> frozenset[str]:
        """Names of streams and storages at the root, in lower case."""
        return frozenset(self._names)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; empty if it is missing. Raises CannotReadError if it is cut off."""
        known = self._names.get(name.lower())
        if known is None or self._file.get_type(known) != olefile.STGTY_STREAM:
            return b""
        if self._file.get_size(known) > self._size:
            raise CannotReadError("reading.cut-off")
        try:
            return bytes(self._file.openstream(known).read())
        except Exception as error:
            raise CannotReadError("reading.cut-off") from error


def encrypted() -> CannotReadError:
    """The contents are protected by a password."""
    return CannotReadError("reading.broken", Code.FILE_ENCRYPTED)
