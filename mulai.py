"""Start Renja on a machine that has only Python with pip. The first call sets everything up inside `.venv`.

    python3 mulai.py build inputs/rakor-tik-2017     any command of renja
    python3 mulai.py tests                           the tests of the project

Needs the standard library alone, no administrator's rights, and works where the system's Python refuses a plain
`pip install` (PEP 668) or comes without `ensurepip`: the environment is made without pip, and the installer is put
beside it. Every package is pinned with its hash in requirements.txt (requirements-dev.txt for the tests).
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
TOOLS = VENV / "tools"
INSTALLER = "uv==0.13.9"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOG = VENV / "persiapan.log"

SENTENCES = {
    "id": {
        "old": "Python {found} terlalu lama; Renja perlu Python 3.11 ke atas. Pasang dari python.org lalu ulangi.",
        "start": "Menyiapkan Renja (sekali saja, perlu internet, sekitar satu menit) ...",
        "failed": "Persiapan gagal pada langkah '{step}'. Periksa internet lalu ulangi; rinciannya di {log}.",
        "read-only": "Folder {folder} tidak dapat ditulisi. Salin folder Renja ke tempat milik Anda.",
    },
    "en": {
        "old": "Python {found} is too old; Renja needs Python 3.11 or newer. Install it from python.org and try again.",
        "start": "Setting up Renja (only once, needs the internet, about a minute) ...",
        "failed": "The set-up failed at the step '{step}'. Check the internet and try again; details in {log}.",
        "read-only": "The folder {folder} cannot be written. Copy the folder of Renja to a place of yours.",
    },
}


class SetupError(Exception):
    """The set-up cannot go on; holds the key of the sentence and its details."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key, self.details = key, details


def say(arguments: "list[str]", key: str, **details: str) -> str:
    """A sentence in the language that the arguments ask for, Indonesian by default."""
    english = "--lang=en" in arguments or " --lang en " in f" {' '.join(arguments)} "
    return SENTENCES["en" if english else "id"][key].format(**details)


def fingerprint(requirements: Path) -> str:
    """What the environment was made from: the pins, the project file, the interpreter and the place."""
    parts = [
        requirements.read_bytes(),
        (ROOT / "pyproject.toml").read_bytes(),
        sys.version.encode(),
        str(ROOT).encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def ready(requirements: Path) -> bool:
    """Whether the environment holds exactly these requirements."""
    stamp = VENV / f"{requirements.stem}.ok"
    return PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint(requirements)


def run(step: str, *command: "str | Path") -> None:
    """One step of the set-up, its output kept in the log."""
    with LOG.open("ab") as log:
        log.write(f"\n== {step}\n".encode())
        log.flush()
        if subprocess.call([str(part) for part in command], stdout=log, stderr=log, cwd=ROOT):
            raise SetupError("failed", step=step, log=str(LOG))


def installers() -> "list[list[str | Path]]":
    """Commands that install into the environment, best first: uv where there is one for this machine, then pip."""
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", PYTHON, "install"]
    names = [TOOLS / "bin" / "uv", TOOLS / "bin" / "uv.exe", TOOLS / "Scripts" / "uv.exe"]
    if not any(name.exists() for name in names):
        try:
            run("uv", sys.executable, "-m", "pip", "install", "--quiet", "--target", TOOLS, INSTALLER)
        except SetupError:
            return [pip]
    # Offices look into encrypted traffic with certificates that only the system knows; byte-code made now saves
    # several seconds at the first start.
    options: list[str | Path] = ["--system-certs", "--compile-bytecode", "--python", PYTHON]
    uv: list[list[str | Path]] = [[name, "pip", "install", *options] for name in names if name.exists()]
    return [*uv[:1], pip]


def install(requirements: Path) -> None:
    """Install the pinned packages and Renja itself, with the first installer that can."""
    commands = installers()
    for number, command in enumerate(commands, 1):
        try:
            run("packages", *command, "--require-hashes", "-r", requirements)
            run("renja", *command, "--no-deps", "--no-build-isolation", "-e", ROOT)
        except SetupError:
            if number == len(commands):
                raise
        else:
            return


def set_up(requirements: Path) -> None:
    """Make the environment, or bring it up to date."""
    try:
        venv.create(VENV, with_pip=False, clear=not PYTHON.exists())
    except OSError as error:
        raise SetupError("read-only", folder=str(ROOT)) from error
    for stamp in VENV.glob("*.ok"):
        stamp.unlink()
    install(requirements)
    (VENV / f"{requirements.stem}.ok").write_text(fingerprint(requirements), encoding="ascii")


def main(arguments: "list[str]") -> int:
    """Set up if need be, then do what the arguments say; the exit code is that of the command."""
    if sys.version_info < (3, 11):
        print(say(arguments, "old", found=sys.version.split()[0]), file=sys.stderr)
        return 1
    tests = arguments[:1] == ["tests"]
    pins = [ROOT / "requirements-dev.txt"] if tests else [ROOT / "requirements.txt", ROOT / "requirements-dev.txt"]
    if not any(ready(requirements) for requirements in pins):
        print(say(arguments, "start"), file=sys.stderr, flush=True)
        try:
            set_up(pins[0])
        except SetupError as error:
            print(say(arguments, error.key, **error.details), file=sys.stderr)
            return 1
    command = [PYTHON, "-m", "pytest", *arguments[1:]] if tests else [BIN / "renja", *arguments]
    try:
        return subprocess.call([str(part) for part in command], cwd=ROOT if tests else None)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
