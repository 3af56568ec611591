"""What a plan's documents were made of and into, kept beside its other caches, so that the same is not made twice.

One file an entry: a hash of the bytes, then the bytes. One that is damaged, or made by other code or libraries, is as
good as none. What a run has not asked for goes when it ends well: the folder holds one plan, not its past.
"""

import hashlib
import platform
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Final

from flows.folder.fingerprint import code_version

FOLDER: Final = "made"
_LIBRARIES: Final = ("fontpkg-arimo", "jinja2", "lxml", "resvg-py")
_HASH_LENGTH: Final = 32


class FolderShelf:
    """A shelf in a folder; threads may share it. A folder that cannot be written costs time and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str, /) -> bytes | None:
        """What is kept under a key; None if there is nothing, or its file is damaged."""
        self._used.add(key)
        try:
            data = (self._folder / key).read_bytes()
        except OSError:
            return None
        head, body = data[:_HASH_LENGTH], data[_HASH_LENGTH:]
        return body if hashlib.sha256(body).digest() == head else None

    def __setitem__(self, key: str, data: bytes, /) -> None:
        """Keep these bytes."""
        self._used.add(key)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / key).write_bytes(hashlib.sha256(data).digest() + data)

    def tidy(self) -> None:
        """Remove what nobody has asked for."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in self._used:
                    path.unlink()


@contextmanager
def shelved(folder: Path) -> Iterator[FolderShelf]:
    """The shelf of a plan's cache folder; on leaving without an error, what has not been asked for is removed."""
    top = folder / FOLDER
    own = top / _mark()
    shelf = FolderShelf(own)
    yield shelf
    shelf.tidy()
    with suppress(OSError):
        for other in top.iterdir():
            if other != own:
                shutil.rmtree(other, ignore_errors=True)


def _mark() -> str:
    """A hash of all that decides what is made, but for what is in the keys."""
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    known = "\n".join([code_version(), platform.python_version(), zlib.ZLIB_RUNTIME_VERSION, *libraries])
    return hashlib.sha256(known.encode()).hexdigest()[:16]
