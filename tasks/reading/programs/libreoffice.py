"""LibreOffice, where it is installed, turns old formats into those that have a reader here.

Each conversion has a home folder of its own that ends with it, so that several may run at once and nothing of one
stays for the next. Macros do not run, links are not followed, and no connection leads anywhere.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_SECONDS: Final = 75.0
_FILTERS: Final = {"docx": "MS Word 2007 XML", "pptx": "Impress MS PowerPoint 2007 XML"}
_SWITCHES: Final = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_SETTINGS: Final = (
    # configuration node, property, value
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "1"),
)
_PROXIES: Final = "".join(
    f'<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
    "</prop></item>"
    for name, value in (
        ("ooInetProxyType", "2"),
        ("ooInetHTTPProxyName", "127.0.0.1"),
        ("ooInetHTTPProxyPort", "9"),
        ("ooInetHTTPSProxyName", "127.0.0.1"),
        ("ooInetHTTPSProxyPort", "9"),
    )
)


class ConversionError(Exception):
    """LibreOffice is not installed, or made nothing of a file."""


def convert(data: bytes, kind: str, target: str) -> bytes:
    """A file of format `kind` as one of format `target` ("docx", "pptx"). Raises ConversionError."""
    program = find_program()
    if program is None:
        raise ConversionError("LibreOffice is not installed")
    with tempfile.TemporaryDirectory(prefix="renja-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        _profile(home / "profile")
        source = home / f"document.{kind}"
        source.write_bytes(data)
        _run(_command(program, home, source, target), home)
        try:
            return (home / "out" / f"document.{target}").read_bytes()
        except OSError as error:
            # It ends with success even if it could not open the file.
            raise ConversionError("no output") from error


def find_program() -> str | None:
    """The path of LibreOffice's program, looked up where it installs itself, then in PATH; None if there is none."""
    for path in _places():
        if path.is_file():
            return str(path)
    return shutil.which("soffice") or shutil.which("libreoffice")


def _places() -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"):
            folder = os.environ.get(variable)
            if folder:
                yield from sorted(Path(folder).glob("LibreOffice*/program/soffice.exe"), reverse=True)
    elif sys.platform == "darwin":
        for folder in ("/Applications", "~/Applications"):
            yield Path(folder).expanduser() / "LibreOffice.app/Contents/MacOS/soffice"
    else:
        yield Path("/usr/lib/libreoffice/program/soffice")
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _command(program: str, home: Path, source: Path, target: str) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        *_SWITCHES,
        "--convert-to",
        f"{target}:{_FILTERS[target]}",
        "--outdir",
        str(home / "out"),
        str(source),
    ]


def _profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{node}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for node, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}{_PROXIES}</oor:items>",
        encoding="utf-8",
    )


def _run(command: list[str], home: Path) -> None:
    """Runs a command to its end; on any other way out, nothing of it goes on."""
    # The program is found where it installs itself, the words are our own.
    process = subprocess.Popen(  # noqa: S603
        command,
        cwd=home,
        env={**os.environ, "HOME": str(home), "TMPDIR": str(home), "TEMP": str(home), "SAL_USE_VCLPLUGIN": "svp"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        process_group=0 if os.name == "posix" else None,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ConversionError("out of time") from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends a process and those that it started: the program on the path is but a starter of the real one."""
    if sys.platform == "win32":
        if process.poll() is None:
            taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
            subprocess.run(  # noqa: S603
                [str(taskkill), "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True
            )
    else:
        with suppress(ProcessLookupError, PermissionError):  # every process of the group may have ended
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
