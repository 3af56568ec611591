"""One check a matter; each gives a finding and changes nothing."""

import re
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from flows.commands.doctor import system
from flows.servers.server import fits
from flows.settings import Settings, outputs
from tasks.reading.programs import tesseract
from tasks.reading.programs.libreoffice import find_program

State = Literal["ok", "hint", "bad"]

_NEEDED: Final = (3, 11)
_ROOM_MIB: Final = 500
_LONG_PATH: Final = 120
"""Of 260 characters that Windows allows: the names of an institution's documents take the rest."""
_SECONDS: Final = 0.3


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. key: of its sentence; state "bad": no plan can be made; program: one that could be added."""

    key: str
    state: State = "ok"
    details: tuple[tuple[str, str], ...] = ()
    program: str = ""


def examine(settings: Settings) -> Iterator[Finding]:
    """Every check, in the order in which things are needed."""
    yield _python(sys.version_info[:3])
    yield _packages()
    for folder in dict.fromkeys([outputs().absolute(), Path(tempfile.gettempdir())]):
        yield _writable(folder)
    yield _room(outputs().absolute())
    yield from _place(outputs().absolute(), sys.platform == "win32")
    yield _clock(date.today())  # noqa: DTZ011  the clock that people see
    yield _console(sys.stdout.encoding or "")
    yield _libreoffice()
    yield _tesseract()
    yield _font()
    yield _server(settings.server_url)
    yield _memory(settings)


def _found(key: str, state: State = "ok", program: str = "", **details: str) -> Finding:
    return Finding(f"doctor.{key}", state, tuple(sorted(details.items())), program)


def _python(found: tuple[int, ...]) -> Finding:
    words = ".".join(map(str, found))
    return _found("python", found=words) if found >= _NEEDED else _found("python-old", "bad", found=words)


def _packages() -> Finding:
    """Packages that Renja needs and that are not there. A checkout that is not installed names none."""
    try:
        needed = [re.split(r"[^\w.-]", line)[0] for line in requires("renja") or () if "extra ==" not in line]
    except PackageNotFoundError:
        needed = []
    missing = [name for name in needed if not _installed(name)]
    return _found("packages-missing", "bad", names=", ".join(missing)) if missing else _found("packages")


def _installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def _writable(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return _found("writable", folder=str(folder))
    except OSError:
        return _found("not-writable", "bad", folder=str(folder))


def _room(folder: Path) -> Finding:
    try:
        free = shutil.disk_usage(next(f for f in (folder, *folder.parents) if f.exists())).free // 2**20
    except OSError:
        return _found("room-unknown", "hint", folder=str(folder))
    state: State = "ok" if free >= _ROOM_MIB else "bad"
    return _found("room" if state == "ok" else "no-room", state, free=str(free), needed=str(_ROOM_MIB))


def _place(folder: Path, windows: bool) -> Iterator[Finding]:
    service = system.service(folder)
    yield _found("synced", "hint", folder=str(folder), service=service) if service else _found("not-synced")
    if windows and len(str(folder)) > _LONG_PATH:
        yield _found("long-path", "hint", folder=str(folder), length=str(len(str(folder))))


def _clock(today: date) -> Finding:
    """A computer whose clock has stopped believes that its own program has not been written yet."""
    wrong = today < date.fromtimestamp(Path(__file__).stat().st_mtime)  # noqa: DTZ012  likewise
    return _found("clock-wrong" if wrong else "clock", "hint" if wrong else "ok", today=today.isoformat())


def _console(encoding: str) -> Finding:
    fine = encoding.lower().replace("-", "") == "utf8"
    return _found("console") if fine else _found("console-narrow", "hint", encoding=encoding or "?")


def _libreoffice() -> Finding:
    found = find_program()
    return _found("libreoffice", path=found) if found else _found("libreoffice-missing", "hint", "LibreOffice")


def _tesseract() -> Finding:
    languages = tesseract.languages()
    if not languages:
        return _found("tesseract-missing", "hint", "Tesseract")
    if "ind" not in languages:
        return _found("tesseract-without-ind", "hint", "Tesseract")
    return _found("tesseract", languages=", ".join(languages))


def _font() -> Finding:
    return _found("font") if system.has_font("calibri", "carlito") else _found("font-missing", "hint", "Carlito")


def _server(url: str) -> Finding:
    if fits(url):
        return _found("server", url=url.removesuffix("/api"))
    parts = urlsplit(url)
    try:
        with socket.create_connection((parts.hostname or "", parts.port or 80), _SECONDS):
            return _found("server-strange", "hint", url=url)
    except OSError:
        return _found("server-none")


def _memory(settings: Settings) -> Finding:
    if not settings.memory_url:
        return _found("memory-own")
    from tasks.memory.database import Place, reading
    from tasks.model.errors import RenjaError

    place = Place(outputs(), settings.memory_url, "renja")
    try:
        with reading(place):
            return _found("memory", server=place.shown)
    except RenjaError:
        return _found("memory-away", "bad", server=place.shown)
