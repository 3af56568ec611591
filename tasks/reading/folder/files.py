"""The files of an inputs folder: which are documents, which are the secretariat's own, which are litter."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unicodedata import normalize

DOCUMENTS: Final = "documents"
SIDE_TABLES: Final = ("institutions", "regions", "calendar", "vocabulary", "waivers")
SIDE_SUFFIXES: Final = (".csv", ".xlsx")
_OWN: Final = frozenset(
    {
        "meeting.yaml",
        "decisions.xlsx",
        "keputusan.xlsx",
        *(name + suffix for name in SIDE_TABLES for suffix in SIDE_SUFFIXES),
    }
)
_SYSTEM: Final = frozenset({"thumbs.db", "desktop.ini", ".ds_store", "__macosx", "ehthumbs.db"})
_STUBS: Final = (".gdoc", ".gsheet", ".gslides", ".gform", ".lnk", ".url", ".webloc")
_PLACEHOLDER: Final = ".icloud"
"""What Apple's client leaves for a document that it has not downloaded: ".Matriks.docx.icloud"."""
_TEMPORARY: Final = (".tmp", ".part", ".crdownload")


@dataclass(frozen=True, slots=True)
class Found:
    """A file below the documents folder, `name` being its path there in NFC; `litter`: why it is skipped, or ""."""

    path: Path
    name: str
    litter: str


def documents(folder: Path) -> list[Found]:
    """Every file below the documents folder, by NFC name so that the file system's order never matters."""
    root = folder / DOCUMENTS
    apart = root.is_dir()
    found = list(_walk(root if apart else folder, ""))
    if not apart:
        found = [f for f in found if f.name.lower() not in _OWN]
    return sorted(found, key=lambda f: f.name)


def _walk(folder: Path, prefix: str) -> Iterator[Found]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        yield Found(folder, prefix.rstrip("/"), "reading.no-permission")
        return
    for entry in entries:
        name = prefix + normalize("NFC", entry.name)
        reason = litter(entry.name) or _oddity(entry)
        if reason or not entry.is_dir():
            yield Found(Path(entry.path), name, reason)
        else:
            yield from _walk(Path(entry.path), name + "/")


def _oddity(entry: "os.DirEntry[str]") -> str:
    """Links to folders could lead round in circles; pipes and devices could keep a reader waiting for ever."""
    if entry.is_symlink():
        return "reading.link" if entry.is_dir() else ""
    return "" if entry.is_dir() or entry.is_file() else "reading.system-file"


def litter(name: str) -> str:
    """Why a file or folder with this name is no document, as a catalogue key; empty if it may be one."""
    low = name.lower()
    if low.startswith(("~$", ".~lock")):
        return "reading.lock-file"
    if low in _SYSTEM:
        return "reading.system-file"
    if low.startswith("."):
        return "reading.in-the-cloud" if low.endswith(_PLACEHOLDER) else "reading.hidden-file"
    if low.endswith(_STUBS):
        return "reading.link"
    if low.endswith(_TEMPORARY):
        return "reading.temporary-file"
    return ""
