"""A workbook that people filled in, as rows of text; who saved it last, and on which day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from tasks.model.blocks import Table
from tasks.reading.excel.workbook import read_workbook
from tasks.reading.ooxml.package import Package
from tasks.reading.refusal import CannotReadError

_PROPERTIES: Final = "docProps/core.xml"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin in which a workbook with a password is wrapped (MS-CFB 2.2, MS-OFFCRYPTO 2.3.4.4)."""

Row = tuple[int, dict[int, str]]
"""The number of a row and its words by the number of their column."""


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A sheet: its rows that hold anything."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook as it was saved last; saved_by, saved_on (ISO day) are empty if it does not say."""

    sheets: tuple[FilledSheet, ...]
    saved_by: str = ""
    saved_on: str = ""


def read_filled(data: bytes) -> Filled:
    """The sheets of a workbook, given its bytes, hidden rows and columns included. Raises CannotReadError."""
    if data.startswith(_COMPOUND):
        raise CannotReadError("reading.password")
    try:
        return _filled(data)
    except ValueError as error:  # names of parts that are no text, which the zip module reads without care
        raise CannotReadError("reading.broken") from error


def _filled(data: bytes) -> Filled:
    tables = (block for block in read_workbook(data).blocks if isinstance(block, Table))
    sheets = tuple(
        FilledSheet(name, tuple(_rows(parts))) for name, parts in groupby(tables, key=lambda table: table.at.sheet)
    )
    return Filled(sheets, *_saved(Package(data)))


def _rows(parts: Iterable[Table]) -> Iterator[Row]:
    rows: dict[int, dict[int, str]] = {}
    for table in parts:
        for row, column, text in table.words():
            if text.strip():
                rows.setdefault(row + table.first_row - 1, {})[column] = text.strip()
    return iter(sorted(rows.items()))


def _saved(package: Package) -> tuple[str, str]:
    """Who and when, as the properties of the file have it (ECMA-376 part 2, 11.1)."""
    root = package.xml(_PROPERTIES) if _PROPERTIES in package else None
    if root is None:
        return "", ""
    who, when = (root.findtext(f"{{*}}{name}", "") or "" for name in ("lastModifiedBy", "modified"))
    return who.strip(), when.strip()[:10]
