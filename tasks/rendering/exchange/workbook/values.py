"""What the sheets of the plan have in common: cells from a table's texts, the words of a sheet."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style
from tasks.rendering.view.items import Rows

_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
_AND: Final = "; "


def day(cell: str) -> Cell:
    """A day; what is none stands as it is."""
    return wording.iso(cell) or cell


def number(cell: str) -> Cell:
    """A number; what is none stands as it is."""
    if not _NUMBER.fullmatch(cell):
        return cell
    return Decimal(cell) if "." in cell else int(cell)


def several(cell: str) -> str:
    """The values of a cell with several."""
    return _AND.join(parts(cell))


def currencies(rows: Rows) -> list[str]:
    """The currencies in which items state a budget, the meeting's own first; that one alone if none does."""
    found = {currency for row in rows.items for currency in wording.amounts(row["budget"])}
    own = rows.plan.meeting.currency
    return sorted(found, key=lambda currency: (currency != own, currency)) or [own]


def sum_columns(found: Sequence[str], speak: Catalogue) -> list[Column]:
    """A column for the sums of every currency."""
    return [Column(speak.text("workbook.column.budget", currency=one), 17, Style.NUMBER) for one in found]


def sums(cell: str, found: Sequence[str]) -> list[Cell]:
    """The sum of a budget in every currency; empty where it states none."""
    stated = wording.amounts(cell)
    return [stated.get(one, "") for one in found]


def column(name: str, width: int, style: Style, speak: Catalogue) -> Column:
    """A column with the header of this name."""
    return Column(header(name, speak), width, style)


def header(name: str, speak: Catalogue) -> str:
    """What a column is called; a field of the plan has its name there where it has none here."""
    key = f"workbook.column.{name}"
    return speak.text(key if key in speak else f"field.{name}")


def sheet(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    speak: Catalogue,
    total: Sequence[Cell] = (),
    kept: int = 0,
    printed: int = 0,
    **details: str,
) -> Sheet:
    """A sheet with the words of this name; details: what its introduction is filled with."""
    said = [speak.text(f"workbook.{name}.{part}", **details) for part in ("name", "title", "introduction")]
    return Sheet(said[0], said[1], said[2], columns, rows, total=total, kept=kept, printed=printed)
