"""What the outcome of a run depends on, as one hash: equal hashes, equal outputs.

Nothing large is imported here: it decides whether anything need be imported at all.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from flows.folder.decided import beside_inputs
from flows.settings import Settings
from tasks.model.meeting import Inputs
from tasks.reading.programs.inventory import installed

_CODE: Final = Path(__file__).resolve().parents[2]
_ROOMS: Final = ("flows", "tasks")


def fingerprint(inputs: Inputs, settings: Settings, language: str, as_of: date | None) -> str:
    """Hash of the inputs, templates, code, settings that reach the outputs, and programs that help to read."""
    digest = hashlib.sha256()
    for part in _parts(inputs, settings, language, as_of):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _parts(inputs: Inputs, settings: Settings, language: str, as_of: date | None) -> Iterator[str]:
    for source in inputs.sources:
        yield f"{source.file} {source.sha256} {source.group}"
    yield f"{inputs.folder.resolve().name} {inputs.meeting!r}"
    for name in sorted(inputs.side_tables):
        yield f"{name} {inputs.side_tables[name]!r}"
    yield repr(inputs.problems)
    for path in beside_inputs(inputs.folder):
        yield f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    yield f"{language} {as_of} {settings.read_seconds} {settings.read_memory_mib}"
    yield " ".join(installed())
    yield tree_hash(settings.templates)
    yield code_version()


@cache
def code_version() -> str:
    """Hash of every source and data file of flows and tasks."""
    return "-".join(tree_hash(_CODE / room) for room in _ROOMS)


def tree_hash(folder: Path) -> str:
    """Hash of the names and bytes of all files below a folder, byte-code and hidden or lock files left out."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.name.startswith((".", "~$")) or "__pycache__" in path.parts or not path.is_file():
            continue
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
