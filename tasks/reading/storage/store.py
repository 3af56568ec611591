"""What was read is kept, so that a file is read again only when its bytes or the readers have changed."""

import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from tasks.model import blocks, packed, provenance, receipt
from tasks.model.blocks import Document
from tasks.model.meeting import Source
from tasks.reading.programs.inventory import installed
from tasks.reading.storage.encoding import from_json, to_json

_VERSION_LENGTH: Final = 16


class ReadStore:
    """Documents in a folder, one JSON file each. Several threads and processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> Document | None:
        """The document kept under a key; None if there is none or its file is damaged."""
        try:
            return from_json(self._path(key).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None

    def put(self, key: str, document: Document) -> None:
        """Keeps a document. Whoever reads meanwhile sees the earlier one or the new one, never a part of it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
                file.write(to_json(document))
            Path(temporary).replace(self._path(key))
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"


def key(source: Source) -> str:
    """The key of a source: readers' version, then a hash of the file's bytes and name; only a–z, 0–9 and "-".

    The name belongs to it because it stands in the document and in its problems, and tells CSV from plain text; so do
    the programs that are installed, because some formats are read better with them.
    """
    known = "\n".join([source.sha256, source.file, *installed()])
    contents = hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()
    return f"read-{code_version()}-{contents}"


@cache
def code_version() -> str:
    """A hash of everything that decides what is read: the sources and tables of this stage, the words of blocks."""
    here = Path(__file__).parents[1]
    own = [Path(str(module.__file__)) for module in (blocks, packed, provenance, receipt)]
    files = [*own, *sorted([*here.rglob("*.py"), *here.rglob("*.csv")])]
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.parent.name}/{file.name}\n".encode() + file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:_VERSION_LENGTH]
