"""What kind of system this is: how it installs programs, which folders it shares with others, where its fonts lie."""

import csv
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

_HEADS: Final = {
    "apt": "sudo apt install",
    "dnf": "sudo dnf install",
    "brew": "brew install",
    "winget": "winget install --exact",
}
_FONTS: Final = {
    "win32": ("{WINDIR}/Fonts", "{LOCALAPPDATA}/Microsoft/Windows/Fonts"),
    "darwin": (
        "/Library/Fonts", "~/Library/Fonts", "/System/Library/Fonts",
        "/Applications/Microsoft Word.app/Contents/Resources/DFonts",
    ),
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
}  # fmt: skip


def installer() -> str:
    """The name of the system's installer ("winget", "apt", "dnf", "brew"); empty if it has none of these."""
    if sys.platform == "win32":
        return "winget"
    return next((name for name in ("brew", "apt", "dnf") if shutil.which(name)), "")


def line(programs: Iterable[str], by: str) -> str:
    """The one command that installs these programs with an installer; empty if it has none of them."""
    wanted = set(programs)
    packages = [row["packages"] for row in _rows("install") if row["system"] == by and row["program"] in wanted]
    return f"{_HEADS[by]} {' '.join(packages)}" if packages else ""


def service(path: Path) -> str:
    """The service that copies a folder to other computers, by the names on its path; empty if none is known."""
    for part in path.parts:
        for row in _rows("sync_folders"):
            name = part.casefold()
            if name == row["name"] or (name.startswith(row["name"]) and not name[len(row["name"])].isalnum()):
                return row["service"]
    return ""


def has_font(*families: str) -> bool:
    """Whether a file named after one of these font families lies where the system keeps its fonts."""
    wanted = tuple(family.casefold() for family in families)
    return any(file.casefold().startswith(wanted) for folder in _font_folders() for file in _files(folder))


def _font_folders() -> Iterator[Path]:
    told = _FONTS.get(sys.platform, _FONTS["linux"])
    variables: Mapping[str, str] = {name: os.environ.get(name, "") for name in ("WINDIR", "LOCALAPPDATA")}
    return (Path(folder.format(**variables)).expanduser() for folder in told)


def _files(folder: Path) -> Iterator[str]:
    return (name for _, _, names in os.walk(folder) for name in names)


@cache
def _rows(table: str) -> tuple[dict[str, str], ...]:
    with Path(__file__).with_name(f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))
