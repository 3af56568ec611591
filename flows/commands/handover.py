"""`renja export`: a plan with its memory, or all plans, as one file; also while a run works on them."""

import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from flows.commands.versions import known
from flows.folder import publish
from flows.folder.output import busy, opened, told
from flows.folder.remembering import MEMORY, place_of, settling
from flows.folder.run_record import NAME
from flows.settings import Settings, default_out
from flows.speaking.usage import WrongUsageError
from tasks.memory.handover import handed_over, plans
from tasks.memory.issued.earlier import NAME as ISSUED
from tasks.model.errors import PlanBusyError
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import Catalogue

_HANDED_ON: Final = (ISSUED, "decisions")
"""What of Renja's own goes along besides the memory; caches are made anew."""

_MARKS: Final = ("~$", ".~lock.")
"""How the names of files begin by which office programs say that they have a document open."""

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_TRIES: Final = 60
_PAUSE: Final = 0.5


def export(plan: Path, target: Path, settings: Settings, speak: Catalogue) -> Iterator[str]:
    """All of a plan with its memory as one zip file; the last line is where it stands.

    Raises WrongUsageError, PlanBusyError, OutputError.
    """
    known(plan)
    return _exported([plan], target, settings, speak)


def export_all(target: Path, settings: Settings, speak: Catalogue) -> Iterator[str]:
    """The same of every plan in the folder of plans, and on the server if there is one."""
    folder = default_out(Path("plan")).parent
    found = {path for path in folder.glob("*/") if (path / NAME).is_file()}
    found |= {folder / name for name in plans(place_of(folder / "plan", settings))}
    if not found:
        raise WrongUsageError("versions.usage.no-plans", folder=str(folder))
    return _exported(sorted(found), target, settings, speak)


def _exported(folders: list[Path], target: Path, settings: Settings, speak: Catalogue) -> Iterator[str]:
    part = target.with_name(f"{target.name}.part")
    try:
        with told(target.absolute().parent):
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                for folder in folders:
                    files = _of_one_moment(folder, settings, (target.resolve(), part.resolve()))
                    for name, data in sorted(files.items()):
                        archive.writestr(zipfile.ZipInfo(f"{folder.resolve().name}/{name}", _EARLIEST), data)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    yield speak.text("versions.exported", plans=", ".join(folder.resolve().name for folder in folders))
    yield speak.text("versions.exported.next", file=target.name)
    yield str(target)


def _of_one_moment(folder: Path, settings: Settings, without: tuple[Path, ...]) -> dict[str, bytes]:
    """Every file of a plan with its memory; if a run puts documents in their place meanwhile, after that.

    Raises PlanBusyError if that takes too long, OutputError.
    """
    for _ in range(_TRIES):
        if publish.pending(folder) and not busy(folder):
            place = place_of(folder, settings)
            with opened(folder, settling(place)):  # completes what a run that was cut off had begun
                pass
        before = _record(folder)
        try:
            files = _files(folder, settings, without)
        except FileNotFoundError:  # moved meanwhile
            continue
        if not publish.pending(folder) and _record(folder) == before:
            return files
        time.sleep(_PAUSE)
    raise PlanBusyError(problem(Code.PLAN_BUSY, folder=str(folder)))


def _record(folder: Path) -> bytes:
    path = folder / NAME
    return path.read_bytes() if path.is_file() else b""


def _files(folder: Path, settings: Settings, without: tuple[Path, ...]) -> dict[str, bytes]:
    """By name. The memory comes last: whatever a run moves into it from elsewhere is there then."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        own = name.parts[0] == publish.OWN
        if not path.is_file() or path.resolve() in without or path.name.startswith(_MARKS):
            continue
        if not own or name.parts[1] in _HANDED_ON:
            found[name.as_posix()] = path.read_bytes()
    with TemporaryDirectory() as aside:
        memory = Path(aside) / MEMORY
        handed_over(place_of(folder, settings), memory)
        if memory.is_file():
            found[f"{publish.OWN}/{MEMORY}"] = memory.read_bytes()
    return found
