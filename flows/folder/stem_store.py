"""The stems that a plan's runs have looked up, kept beside its other caches, so that each word is looked up once.

One text file: a hash of all that follows and of what the stems depend on, then a line for each word. A file that is
damaged, or made by other code or other lists, is as good as none.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Final

from flows.folder.fingerprint import code_version
from tasks.merging.language import stems

FILE: Final = "stems.txt"
_LIBRARY: Final = "PySastrawi"


@contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Within, words have the stems of earlier runs; on leaving, those that are new are kept in the folder too."""
    before = _read(folder / FILE)
    stems.recall(before)
    yield
    known = stems.known()
    if known.keys() != before.keys():
        with suppress(OSError):  # a store that cannot be written costs time and nothing else
            _write(folder, known)


def _read(path: Path) -> dict[str, str]:
    try:
        mark, _, body = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return {}
    return dict(line.split("\t") for line in body.splitlines()) if mark == _mark(body) else {}


def _write(folder: Path, known: Mapping[str, str]) -> None:
    """Whoever reads meanwhile sees the earlier file or the new one, never a part of it."""
    body = "".join(f"{word}\t{known[word]}\n" for word in sorted(known))
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(f"{_mark(body)}\n{body}")
        Path(temporary).replace(folder / FILE)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _mark(body: str) -> str:
    return hashlib.sha256(f"{code_version()}\n{version(_LIBRARY)}\n{body}".encode()).hexdigest()
