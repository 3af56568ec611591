"""`renja restore`: plans out of a file of `renja export`, in their folders again and their memory where it belongs.

A plan is put back as a run publishes it: until all of it lies ready, nothing changes; from then on whoever opens the
folder next completes it. What people edited stays beside it. The memory on a server is replaced in one transaction.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from flows.commands.session import DONE, NOTHING_BUILT, Session
from flows.folder import publish
from flows.folder.output import opened, told
from flows.folder.remembering import MEMORY, place_of, settling
from flows.folder.run_record import NAME, Record
from flows.report import sentence
from flows.settings import Settings, default_out
from flows.speaking.usage import WrongUsageError
from tasks.memory.database import held
from tasks.memory.handover import newer, take_back
from tasks.memory.versions.store import Version
from tasks.model.problem import Problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.changes.lines import moment

_MEMORY: Final = f"{publish.OWN}/{MEMORY}"
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What Python says of a zip file that is none, is cut off or altered, or was packed by others."""

Files = Mapping[str, bytes]
"""The files of a plan by name."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of one plan. newer: versions here that the file lacks, for which it was not put back."""

    plan: Path
    newer: tuple[Version, ...] = ()
    problems: tuple[Problem, ...] = ()


def restored(file: Path, folder: Path, settings: Settings, replace: bool) -> Iterator[Restored]:
    """Put every plan of a file back below a folder, one after the other.

    replace: also where versions are lost by it. Raises WrongUsageError if the file cannot be read (nothing has changed
    then), PlanBusyError, OutputError.
    """
    with TemporaryDirectory() as aside:
        for number, (name, files) in enumerate(sorted(_plans(file).items())):
            memory = Path(aside) / str(number) / MEMORY if _MEMORY in files else None
            if memory:
                memory.parent.mkdir()
                memory.write_bytes(files[_MEMORY])
            try:
                yield _put_back(folder / name, files, memory, settings, replace)
            except ValueError as error:
                raise WrongUsageError("versions.usage.no-export", file=str(file)) from error


def _plans(file: Path) -> dict[str, dict[str, bytes]]:
    """The files of each plan. All of it is read first, so that a damaged file changes nothing."""
    found: dict[str, dict[str, bytes]] = {}
    try:
        with zipfile.ZipFile(file) as archive:
            for entry in archive.infolist():
                plan, *rest = PurePosixPath(entry.filename).parts
                if entry.is_dir() or not rest or {"..", "/"} & {plan, *rest} or "\\" in entry.filename:
                    raise ValueError(entry.filename)
                found.setdefault(plan, {})["/".join(rest)] = archive.read(entry)
    except (*_DAMAGED, OSError) as error:
        raise WrongUsageError("versions.usage.no-export", file=str(file)) from error
    if not found or not all(NAME in files or _MEMORY in files for files in found.values()):
        raise WrongUsageError("versions.usage.no-export", file=str(file))
    return found


def _put_back(plan: Path, files: Files, memory: Path | None, settings: Settings, replace: bool) -> Restored:
    place = place_of(plan, settings)
    lost = newer(place, memory)
    if lost and not replace:
        return Restored(plan, tuple(lost))
    folder = NAME in files or not place.shared  # without documents, what lies on a server needs no folder
    with opened(plan, settling(place)) if folder else nullcontext(), held(place):
        if (issued_meanwhile := newer(place, memory)) != lost and not replace:
            return Restored(plan, tuple(issued_meanwhile))
        hashes = _staged(plan, files) if folder else {}
        if memory:
            take_back(place, memory, publish.staging(plan) / publish.OWN / MEMORY)
        return Restored(plan, problems=_published(plan, files, hashes, settings) if folder else ())


def _staged(plan: Path, files: Files) -> dict[str, str]:
    """Lay all but run.json and the memory ready; the hash of each that is not Renja's own."""
    hashes = {}
    with told(plan):
        for name, data in files.items():
            if name in (NAME, _MEMORY):
                continue
            target = publish.staging(plan) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            if PurePosixPath(name).parts[0] != publish.OWN:
                hashes[name] = hashlib.sha256(data).hexdigest()
    return hashes


def _published(plan: Path, files: Files, hashes: Mapping[str, str], settings: Settings) -> tuple[Problem, ...]:
    """Move what lies ready into place; what is to be said of it."""
    record: Record = json.loads(files.get(NAME, b"{}"))
    language = record.get("language", settings.language)
    with told(plan):
        publish.commit(plan, record, hashes, language, outputs=record.get("outputs", {}))
        return publish.finish(plan).problems


def lines(outcome: Restored, speak: Catalogue) -> Iterator[str]:
    """What is said of a plan."""
    if outcome.newer:
        numbers = ", ".join(f"{version.number} ({moment(version.made, speak)})" for version in outcome.newer)
        yield speak.text("versions.restored.newer", plan=outcome.plan.name, versions=numbers)
        return
    yield from (sentence(problem, speak) for problem in outcome.problems)
    yield speak.text("versions.restored", plan=outcome.plan.name, folder=str(outcome.plan))


def command(session: Session, file: Path, folder: Path | None, replace: bool) -> int:
    """The command `renja restore`; the exit code."""
    code = DONE
    for outcome in restored(file, folder or default_out(Path("plan")).parent, session.settings, replace):
        say = session.complain if outcome.newer else session.say
        for line in lines(outcome, session.catalogue):
            say(line)
        code = NOTHING_BUILT if outcome.newer else code
    return code
