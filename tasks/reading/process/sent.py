"""A file that came as bytes, read far from where it lies, under the same limits; the document goes back as JSON."""

import atexit
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tasks.model.meeting import Source
from tasks.reading.process.pool import Limits, ReaderPool
from tasks.reading.storage.encoding import to_json

LARGEST: Final = 256 * 1024 * 1024
"""Bytes of the largest file that is sent; a larger one is read where it lies."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A source document by its bytes; the other fields as in `Source`."""

    data: bytes
    file: str
    sha256: str
    group: str


def read_sent(limits: Limits, sent: Sent) -> str:
    """The document of a file, as the store keeps it. Raises OSError if there is no place for the file here."""
    with TemporaryDirectory(prefix="renja-") as folder:
        path = Path(folder, "document")
        path.write_bytes(sent.data)
        return to_json(_pool(limits).read(Source(path, sent.file, sent.sha256, sent.group)))


@cache
def _pool(limits: Limits) -> ReaderPool:
    """The readers of this process; they end with it."""
    pool = ReaderPool(1, limits)
    atexit.register(pool.close)
    return pool
