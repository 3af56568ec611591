"""meeting.yaml: what the secretariat says about its meeting. Every complaint names the line and the field."""

import re
from datetime import date
from pathlib import Path
from typing import Final
from unicodedata import normalize

import yaml

from tasks.model.meeting import CHAPTERS, PAPERS, Group, Meeting, Signatory
from tasks.model.problem import Problem
from tasks.reading.folder.meeting_yaml import NAME, Fields, composed, invalid, unknown

_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_LANGUAGES: Final = ("id", "en")
_YEARS: Final = range(1945, 2200)
_YES: Final = frozenset({"yes", "true", "on", "ya"})
_NO: Final = frozenset({"no", "false", "off", "tidak"})


def read_meeting(path: Path) -> tuple[Meeting, tuple[Problem, ...]]:
    """The meeting of a meeting.yaml, fields that are left out with their defaults; and its fields that nobody knows.

    Raises InputError.
    """
    fields = _mapping(composed(path), NAME)
    return _meeting(fields), tuple(unknown(fields))


def _meeting(fields: Fields) -> Meeting:
    start, end = _date(fields, "start"), _date(fields, "end")
    if start and end and end < start:
        invalid(fields["end"], "reading.meeting-order", "end", end.isoformat())
    return Meeting(
        name=_text(fields, "name"),
        theme=_text(fields, "theme"),
        host=_text(fields, "host"),
        start=start,
        end=end,
        place=_text(fields, "place"),
        year=_year(fields),
        language=_language(fields),
        currency=_text(fields, "currency").upper() or "IDR",
        groups=_groups(fields),
        fiscal_year=_fiscal_year(fields),
        legal_basis=tuple(_line(node, "legal_basis") for node in _items(fields, "legal_basis")),
        signatories=_signatories(fields),
        without=_without(fields),
        paper=_paper(fields),
    )


def _mapping(node: yaml.Node | None, field: str) -> Fields:
    if node is None or (isinstance(node, yaml.ScalarNode) and node.value in _NOTHING):
        return {}
    if not isinstance(node, yaml.MappingNode):
        invalid(node, "reading.meeting-no-fields", field)
    return {str(key.value): value for key, value in node.value}


def _scalar(fields: Fields, name: str, prefix: str = "") -> str:
    node = fields.get(name)
    if node is None:
        return ""
    if not isinstance(node, yaml.ScalarNode):
        invalid(node, "reading.meeting-not-text", prefix + name)
    value = str(node.value)
    return "" if node.style is None and value in _NOTHING else value


def _text(fields: Fields, name: str, prefix: str = "") -> str:
    return " ".join(normalize("NFC", _scalar(fields, name, prefix)).split())


def _date(fields: Fields, name: str) -> date | None:
    words = _text(fields, name)
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        invalid(fields[name], "reading.meeting-date", name, words)


def _year(fields: Fields) -> int | None:
    words = _text(fields, "year")
    if not words:
        return None
    if not words.isdecimal() or int(words) not in _YEARS:
        invalid(fields["year"], "reading.meeting-year", "year", words)
    return int(words)


def _fiscal_year(fields: Fields) -> tuple[int, int] | None:
    """Such as 7, 07 or 07-16: the month, and the day if it is not the first."""
    words = _text(fields, "fiscal_year")
    found = re.fullmatch(r"(\d{1,2})(?:-(\d{1,2}))?", words)
    month, day = (int(found[1]), int(found[2] or 1)) if found else (0, 0)
    if words and not (month in range(1, 13) and day in range(1, 29)):
        invalid(fields["fiscal_year"], "reading.meeting-fiscal-year", "fiscal_year", words)
    return (month, day) if words else None


def _language(fields: Fields) -> str:
    words = _text(fields, "language") or _LANGUAGES[0]
    if words not in _LANGUAGES:
        invalid(fields["language"], "reading.meeting-language", "language", words)
    return words


def _paper(fields: Fields) -> str:
    words = _text(fields, "paper").upper() or PAPERS[0]
    if words not in PAPERS:
        invalid(fields["paper"], "reading.meeting-paper", "paper", words)
    return words


def _items(fields: Fields, name: str, prefix: str = "") -> list[yaml.Node]:
    node = fields.get(name)
    if node is None or (isinstance(node, yaml.ScalarNode) and node.value in _NOTHING):
        return []
    if not isinstance(node, yaml.SequenceNode):
        invalid(node, "reading.meeting-no-list", prefix + name)
    return list(node.value)


def _groups(fields: Fields) -> tuple[Group, ...]:
    groups: list[Group] = []
    for node in _items(fields, "groups"):
        entry = _mapping(node, "groups")
        code = _text(entry, "code", "groups.")
        if not code:
            invalid(node, "reading.meeting-no-code", "groups.code")
        if any(group.code == code for group in groups):
            invalid(node, "reading.meeting-code-twice", "groups.code", code)
        files = tuple(_file(item) for item in _items(entry, "files", "groups."))
        groups.append(Group(code, _text(entry, "name", "groups.") or code, files))
    return tuple(groups)


def _line(node: yaml.Node, field: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        invalid(node, "reading.meeting-not-text", field)
    return " ".join(normalize("NFC", str(node.value)).split())


def _signatories(fields: Fields) -> tuple[Signatory, ...]:
    entries = [_mapping(node, "signatories") for node in _items(fields, "signatories")]
    return tuple(Signatory(_text(e, "position", "signatories."), _text(e, "name", "signatories.")) for e in entries)


def _without(fields: Fields) -> tuple[str, ...]:
    """The chapters that `chapters` switches off; whatever it does not name is wanted."""
    switches = _mapping(fields.get("chapters"), "chapters")
    for name, node in switches.items():
        if name not in CHAPTERS:
            invalid(node, "reading.meeting-chapter", f"chapters.{name}", ", ".join(CHAPTERS))
        if _text(switches, name, "chapters.").lower() not in _YES | _NO:
            invalid(node, "reading.meeting-switch", f"chapters.{name}", _text(switches, name, "chapters."))
    return tuple(name for name in CHAPTERS if name in switches and _text(switches, name).lower() in _NO)


def _file(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        invalid(node, "reading.meeting-not-text", "groups.files")
    return normalize("NFC", str(node.value)).replace("\\", "/").removeprefix("./")
