"""Which working group a file comes from: what meeting.yaml lists, else what the folders say."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from tasks.model.meeting import Group, Meeting

_NUMBERED: Final = re.compile(r"[\W_]*[^\W\d_]*[\s._-]*(?P<number>\d{1,3}|[IVX]{1,5})(?![^\W_])", re.IGNORECASE)
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_DIGITS: Final = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Grouping:
    """The meeting with every group that has files, each file's group, and the files whose group is assumed."""

    meeting: Meeting
    group_of: Mapping[str, str]
    assumed: tuple[str, ...]


def grouped(meeting: Meeting, files: Iterable[str], folder_name: str) -> Grouping:
    """Gives each file (its path below the documents folder) a group.

    Without groups in the meeting, each first-level folder is one; files beside the folders form a group named like
    the inputs folder.
    """
    files = list(files)
    if not meeting.groups:
        groups, group_of = _by_folder(files, folder_name)
        return Grouping(replace(meeting, groups=groups), group_of, ())
    listed = _listed(meeting.groups)
    homes = _homes(meeting.groups)
    group_of = {}
    extra: dict[str, Group] = {}
    for file in files:
        code = listed.get(file) or _home(file, homes) or _named(file, meeting.groups)
        if not code:
            code = file.split("/")[0] if "/" in file else folder_name
            extra.setdefault(code, Group(code, code))
        group_of[file] = code
    assumed = tuple(file for file in files if not _said(file, listed))
    return Grouping(replace(meeting, groups=meeting.groups + tuple(extra.values())), group_of, assumed)


def _said(file: str, listed: Mapping[str, str]) -> bool:
    """Whether meeting.yaml names the file, or a folder in which it lies."""
    folders = (file[:end] for end, letter in enumerate(file) if letter == "/")
    return file in listed or any(folder in listed or f"{folder}/" in listed for folder in folders)


def _listed(groups: tuple[Group, ...]) -> dict[str, str]:
    return {file: group.code for group in groups for file in group.files}


def _homes(groups: tuple[Group, ...]) -> dict[str, str]:
    """Folders that hold listed files of one group only, or are listed themselves, with that group's code."""
    owners: dict[str, set[str]] = {}
    for group in groups:
        for file in group.files:
            folders = [file.rstrip("/")] if file.endswith("/") or "." not in file.rsplit("/", 1)[-1] else []
            folders += [file.rsplit("/", 1)[0]] if "/" in file.rstrip("/") else []
            for folder in folders:
                owners.setdefault(folder, set()).add(group.code)
    return {folder: next(iter(codes)) for folder, codes in owners.items() if len(codes) == 1}


def _home(file: str, homes: Mapping[str, str]) -> str:
    """The group of the nearest folder above a file that is a group's home."""
    folder = file
    while "/" in folder:
        folder = folder.rsplit("/", 1)[0]
        if folder in homes:
            return homes[folder]
    return ""


def _named(file: str, groups: tuple[Group, ...]) -> str:
    """The one group whose code, name or number the first folder of a file bears."""
    if "/" not in file:
        return ""
    folder = file.split("/")[0]
    words = _plain(folder)
    same = [g.code for g in groups if words in (_plain(g.code), _plain(g.name))]
    inside = [g.code for g in groups if len(_plain(g.name)) > 3 and _plain(g.name) in words]
    number = group_number(folder)
    alike = [g.code for g in groups if number is not None and group_number(g.code) == number]
    return next((codes[0] for codes in (same, inside, alike) if len(codes) == 1), "")


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.replace("_", " ").casefold()))


def group_number(name: str) -> int | None:
    """The number in a name such as "Kelompok 1 - Kebijakan", "Kel3_Konten", "POKJA IV", "K2"; None without one."""
    match = _NUMBERED.match(name)
    if match is None:
        return None
    words = match["number"].upper()
    return int(words) if words.isdecimal() else _roman(words)


def _roman(words: str) -> int:
    values = [_ROMAN[letter] for letter in words]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _by_folder(files: list[str], folder_name: str) -> tuple[tuple[Group, ...], dict[str, str]]:
    """Groups K1, K2, … from the first-level folders: by the folders' own numbers if each has one, else in order."""
    folders = sorted({file.split("/")[0] for file in files if "/" in file}, key=_natural)
    loose = any("/" not in file for file in files)
    numbers = [group_number(folder) for folder in folders]
    if folders and None not in numbers and len(set(numbers)) == len(numbers):
        coded = sorted((number or 0, folder) for number, folder in zip(numbers, folders, strict=True))
    else:
        coded = list(enumerate(folders, 1))
    if loose:
        coded.append((max((number for number, _ in coded), default=0) + 1, ""))
    groups = tuple(Group(f"K{number}", folder or folder_name) for number, folder in coded)
    code = {folder: f"K{number}" for number, folder in coded}
    return groups, {file: code[file.split("/")[0] if "/" in file else ""] for file in files}


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Sorts "Kelompok 10" behind "Kelompok 2"."""
    return tuple((int(part), "") if part.isdecimal() else (0, part.casefold()) for part in _DIGITS.split(name))
