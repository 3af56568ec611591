"""What a cell is about: the field of its column, and fields of their own behind labels ("Keluaran: …")."""

import csv
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from tasks.reviewing.lines import view
from tasks.reviewing.tables import Row, Table
from tasks.reviewing.words import bare, shown

_LABEL: Final = re.compile(r"\s*([^:\n]{2,40}?)\s*:\s*")
_WRITTEN: Final = "written"


def column_field(header: str) -> str:
    """The field of a column; its header where that is none of fields.csv."""
    return _fields("column").get(_key(header), header)


def labels(table: Table) -> Mapping[int, frozenset[str]]:
    """The labels that each column of an issued table uses, by its place."""
    found: dict[int, set[str]] = {}
    for row in table.rows[1:]:
        for place, cell in enumerate(row.cells):
            for line in view(cell.lines, accepted=True):
                label = _label(line)
                if label:
                    found.setdefault(place, set()).add(label)
    return {place: frozenset(names) for place, names in found.items()}


def parts_of(lines: Iterable[str], field: str, known: Collection[str]) -> dict[str, str]:
    """The words of a cell by field. field: that of its column; known: the labels that part it."""
    found: dict[str, list[str]] = {field: []}
    current = field
    for line in lines:
        for text in line.split("\n"):
            label = _label(text) if known else ""
            if label in known and label:
                match = _LABEL.match(text)
                name = _fields("label")[label]
                current = f"{field}-{name}" if name == _WRITTEN else name
                text = text[match.end() :] if match else text
            found.setdefault(current, []).append(text)
    return {name: shown(texts) for name, texts in found.items()}


def known_labels() -> frozenset[str]:
    """All labels there are."""
    return frozenset(_fields("label"))


def field_words() -> Mapping[str, str]:
    """The field by every word that heads a column or a part of a cell."""
    return {**_fields("column"), **_fields("label")}


def item_names(tables: Sequence[Table]) -> dict[str, str]:
    """The code of each item by the number that stands beside it in some row."""
    found: dict[str, str] = {}
    for table in tables:
        for row in table.rows[1:]:
            words = row.texts[0].split() if row.texts else []
            codes = [word for word in words if _CODE.fullmatch(word)]
            if codes:
                found |= {word: codes[0] for word in words if _NUMBER.fullmatch(word)}
    return found


def coded(row: Row) -> bool:
    """Whether a row shows the code of an item in its first cell, as the rows of the plan's actions do."""
    return bool(row.texts) and any(_CODE.fullmatch(word) for word in row.texts[0].split())


def items_of(row: Row, names: Mapping[str, str]) -> list[str]:
    """The items that a question is about: those that its first cells name by their numbers, each on its own line."""
    lines = [line for cell in row.cells[:_FIRST_CELLS] for line in view(cell.lines, accepted=True)]
    found: list[str] = []
    for text in "\n".join(lines).split("\n"):
        head = text.split(":")[0] if ":" in text else text
        words = [word.strip(",;. ") for word in head.split(",")]
        if all(_NUMBER.fullmatch(word) for word in words):
            found += [names[word] for word in words if word in names]
    return list(dict.fromkeys(found))


def item_of(row: Row, names: Mapping[str, str]) -> str:
    """The item that a row of an issued table is about: its code, else its number, else the row's first words."""
    first = row.texts[0] if row.texts else ""
    words = first.split()
    code = next((word for word in words if _CODE.fullmatch(word)), "")
    if code:
        return code
    for text in row.texts[:_FIRST_CELLS]:
        number = text.split(":")[0].split(" ")[0].rstrip(".,;")
        if _NUMBER.fullmatch(number):
            return names.get(number, number)
    return first


_FIRST_CELLS: Final = 3
_CODE: Final = re.compile(r"RK-[0-9A-Z]{2,}")
_NUMBER: Final = re.compile(r"[A-Z]{1,3}\.\d+")


def _label(line: str) -> str:
    match = _LABEL.match(line)
    key = _key(match[1]) if match else ""
    return key if key in _fields("label") else ""


def _key(words: str) -> str:
    return bare(words).casefold().rstrip(" :")


@cache
def _fields(role: str) -> Mapping[str, str]:
    with (Path(__file__).parent / "fields.csv").open(encoding="utf-8", newline="") as rows:
        return {row["word"]: row["field"] for row in csv.DictReader(rows) if row["role"] in (role, "both")}
