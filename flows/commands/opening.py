"""Opening the main document of a plan with the program that the system has for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from flows.folder.run_record import NAME, last_run
from flows.settings import default_out, outputs
from flows.speaking.usage import WrongUsageError


def main_document(plan: Path | None) -> Path:
    """The main document of a plan, given its folder or that of its inputs; of the newest plan if None.

    Raises WrongUsageError if there is none.
    """
    if plan is None:
        found = sorted(_plans(outputs()), key=lambda folder: (folder / NAME).stat().st_mtime)
        if not found:
            raise WrongUsageError("beginning.open.no-plan", folder=str(outputs()))
        return _document(found[-1])
    folders = [folder for folder in (plan, default_out(plan)) if last_run(folder)]
    if not folders:
        raise WrongUsageError("flows.usage.no-plan-in", folder=str(plan))
    return _document(folders[0])


def _plans(folder: Path) -> Iterator[Path]:
    return (path.parent for path in folder.glob(f"*/{NAME}"))


def _document(folder: Path) -> Path:
    last = last_run(folder)
    document = folder / last.main if last else folder
    if not document.is_file():
        raise WrongUsageError("flows.usage.plan-damaged", folder=str(folder))
    return document


def show(document: Path) -> bool:
    """Have the system open a file; False where there is no desktop to open it on."""
    if sys.platform == "win32":
        try:
            os.startfile(document)  # noqa: S606  a document that a run has written
        except OSError:  # no program for documents of this kind
            return False
        return True
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None or not (sys.platform == "darwin" or _has_desktop()):
        return False
    nowhere = subprocess.DEVNULL
    # The program of the system, on a document that a run has written.
    subprocess.Popen([program, str(document)], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)  # noqa: S603
    return True


def _has_desktop() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
