"""An inputs folder, looked through: the meeting, its source documents, the secretariat's own tables.

Quick on purpose: a run looks first whether anything has changed since the last one, before it loads anything large.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from unicodedata import normalize

from tasks.model.errors import InputError
from tasks.model.meeting import Inputs, Meeting, Source
from tasks.model.problem import Code, Problem, problem
from tasks.reading.folder.conflicts import conflicted
from tasks.reading.folder.files import DOCUMENTS, Found, documents
from tasks.reading.folder.groups import Grouping, grouped
from tasks.reading.folder.meeting_file import read_meeting
from tasks.reading.folder.meeting_yaml import NAME
from tasks.reading.folder.side_tables import side_tables

_ARCHIVES: Final = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")


def look(folder: Path) -> Inputs:
    """What an inputs folder holds.

    Raises InputError if there is no such folder, if it holds no document, or if meeting.yaml is invalid.
    """
    if not folder.is_dir():
        raise InputError(_no_folder(folder))
    found = documents(folder)
    skipped = [problem(Code.FILE_SKIPPED, f.name, reason=f"@{f.litter}") for f in found if f.litter]
    files = [f for f in found if not f.litter]
    if not files:
        raise InputError(_no_document(folder, skipped))
    meeting, unknown = read_meeting(folder / NAME) if (folder / NAME).is_file() else (Meeting(), ())
    name = normalize("NFC", folder.resolve().name)
    grouping = grouped(meeting, [f.name for f in files], name)
    tables, invalid = side_tables(folder)
    return Inputs(
        folder,
        grouping.meeting,
        tuple(_source(f, grouping.group_of[f.name]) for f in files),
        tables,
        tuple(
            sorted(
                [
                    *skipped,
                    *unknown,
                    *invalid,
                    *conflicted(grouping.group_of),
                    *_group_problems(folder, meeting, files, grouping),
                ],
                key=_place,
            )
        ),
    )


def _no_folder(path: Path) -> Problem:
    """Why a path is no folder of documents: it is a file, perhaps an archive of them, or nothing is there."""
    if not path.is_file():
        return problem(Code.INPUTS_NOT_FOUND, folder=str(path))
    if path.suffix.lower() in _ARCHIVES:
        return problem(Code.INPUTS_PACKED, file_name=str(path))
    return problem(Code.INPUTS_NOT_FOLDER, file_name=str(path), folder=str(path.absolute().parent))


def _no_document(folder: Path, skipped: Sequence[Problem]) -> Problem:
    """Why a folder holds nothing to read: it is empty, or all in it is skipped."""
    if not skipped:
        return problem(Code.INPUTS_EMPTY, folder=str(folder))
    reason = dict(skipped[0].details)["reason"]
    return problem(Code.INPUTS_LITTER, folder=str(folder), file_name=skipped[0].file, reason=reason)


def _source(found: Found, group: str) -> Source:
    return Source(found.path, found.name, _sha256(found), group)


def _sha256(found: Found) -> str:
    """Hash of the bytes; of the name if they cannot be had, so that the file is tried anew when they can."""
    try:
        with found.path.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest()
    except OSError:
        return hashlib.sha256(f"unreadable {found.name}".encode()).hexdigest()


def _group_problems(folder: Path, meeting: Meeting, files: list[Found], grouping: Grouping) -> list[Problem]:
    names = {f.name for f in files}
    root = folder / DOCUMENTS if (folder / DOCUMENTS).is_dir() else folder
    missing = [
        problem(Code.FILE_UNREADABLE, file, cause="@reading.listed-only")
        for group in meeting.groups
        for file in group.files
        if file not in names and not (root / file).is_dir()  # a group's folder may be empty still
    ]
    codes = grouping.group_of
    return missing + [problem(Code.GROUP_ASSUMED, file, group=codes[file]) for file in grouping.assumed]


def _place(item: Problem) -> tuple[str, str, str]:
    return item.file, item.code, item.locator
