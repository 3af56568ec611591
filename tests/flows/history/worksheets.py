"""Rows of worksheets as places that can be edited: cleared when dropped, moved with their cells' looks."""

from copy import copy
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.flows.history.places import NUMBERS, File, Place


class SheetRow(Place):
    """A row of a worksheet."""

    def __init__(self, sheet: Worksheet, number: int) -> None:
        self.sheet, self.number = sheet, number
        self.spanned = any(r.min_row <= number <= r.max_row for r in sheet.merged_cells.ranges)

    def count(self, words: str) -> int:
        return sum(str(cell.value).count(words) for cell in self.sheet[self.number] if cell.value) if words else 0

    def swap(self, old: str, new: str) -> None:
        cell = next(cell for cell in self.sheet[self.number] if old in str(cell.value))
        said = str(cell.value).replace(old, new, 1)
        cell.value = int(said) if isinstance(cell.value, int) else said


class Excel(File):
    """A workbook."""

    def __init__(self, path: Path) -> None:
        self._book = openpyxl.load_workbook(path)

    def place(self, locator: str) -> Place | None:
        found = NUMBERS.fullmatch(locator)
        return SheetRow(self._book[found[2]], int(found[3])) if found and found[2] else None

    def movable(self, place: Place) -> bool:
        assert isinstance(place, SheetRow)
        return not place.spanned

    def drop(self, place: Place) -> None:
        assert isinstance(place, SheetRow)
        for cell in place.sheet[place.number]:
            cell.value = None
            cell.style = "Normal"

    def doubled(self, place: Place) -> Place:
        raise NotImplementedError

    def together(self, one: Place, other: Place) -> bool:
        return isinstance(one, SheetRow) and isinstance(other, SheetRow) and one.sheet is other.sheet

    def exchange(self, one: Place, other: Place) -> None:
        assert isinstance(one, SheetRow)
        assert isinstance(other, SheetRow)
        for a, b in zip(one.sheet[one.number], other.sheet[other.number], strict=True):
            a.value, b.value = b.value, a.value
            for name in ("font", "fill", "border", "alignment", "number_format"):
                mine, yours = copy(getattr(a, name)), copy(getattr(b, name))
                setattr(a, name, yours)
                setattr(b, name, mine)
        one.number, other.number = other.number, one.number

    def save(self, path: Path) -> None:
        self._book.save(path)
