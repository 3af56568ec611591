"""A zip file that nobody vouches for: its parts, opened only within safety limits.

The limits follow from what real documents look like (a matrix of 2,000 rows compresses about 40 : 1) and are far
above them. Parts that no reader asks for (pictures, macros) are never unpacked.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from tasks.reading.refusal import CannotReadError, refused

MAX_PARTS: Final = 5_000
MAX_PART: Final = 256 * 1024 * 1024
MAX_TOTAL: Final = 1024 * 1024 * 1024
MAX_RATIO: Final = 400
RATIO_COUNTS_FROM: Final = 1024 * 1024
_CHUNK: Final = 256 * 1024
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)


class Archive:
    """The parts of a zip file, by name without leading slash; names ignore case."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise CannotReadError("reading.cut-off") from error
        entries = self._zip.infolist()
        if len(entries) > MAX_PARTS:
            raise refused("reading.too-many-parts")
        self._parts = {_normal(entry.filename): entry for entry in entries}
        self._read = 0

    def __contains__(self, name: str) -> bool:
        return _normal(name) in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, in lower case."""
        return tuple(self._parts)

    def part(self, name: str) -> bytes:
        """The bytes of a part; empty if it is missing. Raises CannotReadError beyond the limits."""
        entry = self._parts.get(_normal(name))
        if entry is None:
            return b""
        self._gate(entry)
        try:
            return self._zip.read(entry)
        except _BROKEN as error:
            raise CannotReadError("reading.cut-off") from error

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, unpacked piece by piece under the same limits; nothing if it is missing."""
        entry = self._parts.get(_normal(name))
        if entry is None:
            return
        self._gate(entry)
        try:
            with self._zip.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except _BROKEN as error:
            raise CannotReadError("reading.cut-off") from error

    def _gate(self, entry: zipfile.ZipInfo) -> None:
        self._read += entry.file_size
        if entry.file_size > MAX_PART or self._read > MAX_TOTAL:
            raise refused("reading.too-large")
        if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise refused("reading.bomb")


def swollen(data: bytes) -> tuple[str, int] | None:
    """Name and size in bytes of the largest part, if it is beyond what any reader opens; None if all are within.

    A blank picture may shrink a thousandfold: that alone speaks against no part that nobody unpacks.
    """
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except _BROKEN:
        return None
    size, name = max(((entry.file_size, entry.filename) for entry in entries), default=(0, ""))
    return (name, size) if size > MAX_PART else None


def _normal(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
