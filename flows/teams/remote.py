"""What happens at a worker of a cluster: one piece at a time, and only by the same code."""

import platform
import zlib
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import Final

from flows.folder.fingerprint import code_version, tree_hash
from flows.teams.team import Done, Piece, Shared
from tasks.reading.programs.inventory import installed
from tasks.rendering.catalogue import LOCALES

_LIBRARIES: Final = (
    "babel", "fontpkg-arimo", "holidays", "jinja2", "lxml", "networkx", "numpy", "olefile", "pandas", "pypdfium2",
    "pysastrawi", "python-docx", "rapidfuzz", "resvg-py",
)  # fmt: skip
"""Those that decide the bytes that come out."""

_ONE: Final = Lock()
"""The work is Python's own: several threads of a worker would only wait for each other, and share its caches."""


class OtherCodeError(Exception):
    """A worker has another version of the program, of a library, or other programs that help to read."""


@cache
def mark() -> str:
    """What the results of this process depend on beside its work."""
    known = [code_version(), tree_hash(LOCALES), platform.python_version(), zlib.ZLIB_RUNTIME_VERSION, *installed()]
    return " ".join([*known, *(f"{name} {_version(name)}" for name in _LIBRARIES)])


def itself(value: Shared) -> Shared:
    """What pieces share, as a result that is sent to a worker once, and made anew if it is lost."""
    return value


def done(known: str, work: Callable[[Shared, Piece], Done], shared: Shared, piece: Piece) -> Done:
    """What is made of a piece. Raises OtherCodeError if this process would give something else than that `known`."""
    if mark() != known:
        raise OtherCodeError
    with _ONE:
        return work(shared, piece)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
