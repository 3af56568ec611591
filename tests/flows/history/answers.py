"""What people write into the workbook of decisions, as in Excel."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tasks.model.decision_keys import LINK, PAIR, pair_of
from tasks.model.decisions import Side

_HEADER: Final = 3


@dataclass(frozen=True)
class Asked:
    """A row of the workbook: its sheet and number, the two texts, the answer, what became of it."""

    place: tuple[str, int]
    a: Side
    b: Side
    answer: str
    standing: str


def asked(path: Path, kind: str, decided: bool) -> list[Asked]:
    """The rows of a kind (PAIR or LINK), decided or open."""
    return [row for _, row in _rows(openpyxl.load_workbook(path), kind) if bool(row.answer) == decided]


def answer(path: Path, kind: str, choose: Callable[[Asked], str | None]) -> int:
    """Write what is chosen for each row, an empty text takes an answer back, None leaves it; how many were changed."""
    book = openpyxl.load_workbook(path)
    changed = 0
    for sheet, row in list(_rows(book, kind)):
        word = choose(row)
        if word is not None and word != row.answer:
            for header in ("Jawaban",) if word else ("Jawaban", "Oleh", "Tanggal"):
                sheet.cell(row.place[1], _column(sheet, header)).value = word or None
            changed += 1
    book.properties.lastModifiedBy = "Ani"
    book.save(path)
    return changed


def _rows(book: openpyxl.Workbook, kind: str) -> Iterator[tuple[Worksheet, Asked]]:
    for sheet in book.worksheets:
        heads = [str(cell.value) for cell in sheet[_HEADER]]
        if kind in heads:
            for number in range(_HEADER + 1, sheet.max_row + 1):
                told = dict(zip(heads, (cell.value for cell in sheet[number]), strict=True))
                if told[kind]:
                    a, b = pair_of(str(told[kind]))
                    yield (
                        sheet,
                        Asked((sheet.title, number), a, b, str(told["Jawaban"] or ""), str(told.get("Keadaan") or "")),
                    )


def _column(sheet: Worksheet, header: str) -> int:
    found = [cell.column for cell in sheet[_HEADER] if cell.value == header]
    return found[0] if found else sheet.max_column + 1


__all__ = ["LINK", "PAIR", "Asked", "answer", "asked"]
