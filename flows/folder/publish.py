"""Publishing: from the staging folder into place, so that a run cut off at any moment leaves a whole plan.

Before the journal is there, nothing in the output folder has changed. From then on the run counts as done: whoever
opens the folder next moves what is still in staging. Each file changes in one step. run.json comes last.

Nobody's work is overwritten: a document that is open elsewhere stays, the new one stands beside it; a file that was
edited since the last run, or that Renja did not write, is kept beside the new one; a file that the plan no longer has
goes only if it is still as Renja wrote it.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Final

from flows.folder.run_record import NAME, Record, last_run, write_json
from tasks.model.errors import OutputError
from tasks.model.problem import Code, Problem, problem

OWN: Final = ".renja"
_WORDS: Final = {"id": ("baru", "suntingan"), "en": ("new", "edited")}
"""What is put in brackets behind the name of a new document beside an open one, and of an edited one that is kept."""


@dataclass(frozen=True, slots=True)
class Published:
    """What stands in the output folder now: for each name that was written the one that it got."""

    names: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What people changed.

    seen: hash by name of files whose contents are in the new ones; held: names of files that must stay.
    """

    seen: Mapping[str, str]
    held: tuple[str, ...] = ()


NOTHING_KEPT: Final = Kept({})


@dataclass(frozen=True, slots=True)
class _Journal:
    """What is to be done: `files` and `before` hold hashes by name, of this run's files and of those to be replaced.

    outputs: the hashes that run.json is to tell, of those that Renja wrote; those of all files if it is None.
    """

    record: Record
    files: Mapping[str, str]
    before: Mapping[str, str]
    new: str
    edited: str
    held: Sequence[str] = ()
    outputs: Mapping[str, str] | None = None


def _told(folder: Path) -> _Journal | None:
    """What the journal says; None without one, or if it is none, which a run that was cut off does not leave."""
    try:
        return _Journal(**json.loads(_journal(folder).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def staging(folder: Path) -> Path:
    """Where a run writes first."""
    return folder / OWN / "staging"


def _journal(folder: Path) -> Path:
    return folder / OWN / "journal.json"


def put(target: Path, data: bytes, own: Path) -> bool:
    """Write one file outside a run, in one step; False if it is open elsewhere. own: Renja's own folder."""
    part = own / f"{target.name}.part"
    part.write_bytes(data)
    if _moved(part, target):
        return True
    part.unlink()
    return False


def pending(folder: Path) -> bool:
    """Whether a publication was begun here and not completed."""
    return _journal(folder).is_file()


def begun(folder: Path) -> Record | None:
    """The record of the run whose publication was begun here and not completed."""
    journal = _told(folder)
    return journal.record if journal else None


def commit(
    folder: Path,
    record: Record,
    files: Mapping[str, str],
    language: str,
    kept: Kept = NOTHING_KEPT,
    outputs: Mapping[str, str] | None = None,
) -> None:
    """Write the journal: from here on the files in staging are the plan. Raises OSError.

    outputs: of files that are put back, which Renja wrote and as what; all of them, as they are, if it is None.
    """
    last = last_run(folder)
    new, edited = _WORDS[language]
    before = {**(last.outputs if last else {}), **(last.left if last else {}), **kept.seen}
    values: Record = {"record": record, "files": dict(files), "before": before, "new": new, "edited": edited}
    values |= {"held": list(kept.held), "outputs": outputs}
    write_json(_journal(folder), values)


def finish(folder: Path) -> Published:
    """Do what the journal says, whatever of it has been done already; nothing without a journal.

    Raises OSError, and OutputError if a document finds no place at all.
    """
    journal = _told(folder)
    if journal is None:
        _journal(folder).unlink(missing_ok=True)
        shutil.rmtree(staging(folder), ignore_errors=True)
        return Published({})
    _take_own(folder)
    names: dict[str, str] = {}
    problems: list[Problem] = []
    for name, sha256 in journal.files.items():
        if name not in journal.held:
            problems += _keep(folder, name, sha256, journal)
        names[name] = _place(folder, name, sha256, journal)
        if names[name] != name and name not in journal.held:
            problems.append(problem(Code.OUTPUT_OPEN, name, document=name, instead=names[name]))
    written = journal.files if journal.outputs is None else journal.outputs
    outputs = {names[name]: sha256 for name, sha256 in written.items() if name in names}
    old = {name: sha256 for name, sha256 in journal.before.items() if name not in outputs}
    left = {name: sha256 for name, sha256 in old.items() if name in names or not _removed(folder, name, sha256)}
    if journal.record:  # files that are put back may be of no run
        main = names.get(journal.record["main"], journal.record["main"])
        write_json(folder / NAME, {**journal.record, "main": main, "outputs": outputs, "left": left})
    _journal(folder).unlink()
    shutil.rmtree(staging(folder), ignore_errors=True)
    return Published(names, tuple(problems))


def _take_own(folder: Path) -> None:
    """What lies in staging for Renja's own folder: the memory of a plan that is put back."""
    own = staging(folder) / OWN
    for path in sorted(path for path in own.rglob("*") if path.is_file()):
        target = folder / OWN / path.relative_to(own)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


def _keep(folder: Path, name: str, sha256: str, journal: _Journal) -> Iterator[Problem]:
    """Put aside what people made of a file, before the new one takes its name."""
    target = folder / name
    if _ours(target, sha256, journal.before.get(name)) or _in_use(target):
        return
    for aside in _names(name, journal.edited):
        if not (folder / aside).exists():
            with suppress(PermissionError):
                target.replace(folder / aside)
                yield problem(Code.OUTPUT_EDITED, name, document=name, instead=aside)
            return


def _place(folder: Path, name: str, sha256: str, journal: _Journal) -> str:
    """Move a file from staging to its name, or beside it if that is open elsewhere; the name that it got."""
    staged = staging(folder) / name
    names: Iterator[str] = _names(name, journal.new)
    for candidate in names if name in journal.held else chain((name,), names):
        target = folder / candidate
        if not staged.exists():  # moved before the run was cut off
            if target.is_file() and hash_of(target) == sha256:
                return candidate
        elif (candidate == name or _ours(target, sha256, journal.before.get(candidate))) and _moved(staged, target):
            return candidate
    if not staged.exists():
        return name
    raise OutputError(problem(Code.OUTPUT_NOT_WRITABLE, folder=str(folder), cause="@flows.cause.no-right"))


def _ours(path: Path, *hashes: str | None) -> bool:
    return not path.is_file() or hash_of(path) in hashes


def _moved(staged: Path, target: Path) -> bool:
    if _in_use(target):
        return False
    with suppress(PermissionError, IsADirectoryError):
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(target)
        return True
    return False


def _names(name: str, word: str) -> Iterator[str]:
    path = PurePosixPath(name)
    for mark in (word, *(f"{word} {number}" for number in range(2, 100))):
        yield path.with_name(f"{path.stem} ({mark}){path.suffix}").as_posix()


def _in_use(path: Path) -> bool:
    """Whether an office program says, by a lock file beside it, that it has the document open.

    Windows refuses to replace an open file by itself, and lock files left behind by a crash would be in the way there.
    """
    if os.name == "nt":
        return False
    marks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return any((path.parent / mark).exists() for mark in marks)


def _removed(folder: Path, name: str, sha256: str) -> bool:
    """Remove a file if it is still as Renja wrote it; False if that cannot be done now, and is left to the next run."""
    path = folder / name
    try:
        if hash_of(path) == sha256:
            if _in_use(path):
                return False
            path.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    for parent in PurePosixPath(name).parents[:-1]:
        with suppress(OSError):
            (folder / parent).rmdir()
    return True


def hash_of(path: Path) -> str:
    """Of the bytes of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
