"""Readers side by side with their peers, in one run: `python -m tests.benchmarks.reading`.

A Word table of 2,000 x 6 against python-docx's `row.cells`, a sheet of 20,000 x 10 against openpyxl; each five times
in turn, CPU seconds of this process, medians and their ratio.
"""

import io
import statistics
import time
from collections.abc import Callable

import docx
from openpyxl import Workbook, load_workbook

from tasks.reading.excel.workbook import read_workbook
from tasks.reading.word.document import read_word

_RUNS = 5
_ROWS, _SHEET_ROWS, _SHEET_COLUMNS = 2_000, 20_000, 10


def word_table() -> bytes:
    """A Word table of work items."""
    document = docx.Document()
    for number, row in enumerate(document.add_table(_ROWS, 6).rows):
        words = [str(number), f"Menyusun pedoman {number}", "1 dokumen", f"Dinas {number % 34}", "Mei 2019", "2 juta"]
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def sheet() -> bytes:
    """A worksheet of texts and numbers."""
    book = Workbook(write_only=True)
    page = book.create_sheet("Matriks")
    for row in range(_SHEET_ROWS):
        page.append([f"teks {row % 97} {column}" if column % 2 else row * column for column in range(_SHEET_COLUMNS)])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def with_python_docx(data: bytes) -> None:
    """Every cell's text by python-docx."""
    for table in docx.Document(io.BytesIO(data)).tables:
        for row in table.rows:
            [cell.text for cell in row.cells]


def with_openpyxl(data: bytes) -> None:
    """Every value by openpyxl."""
    for page in load_workbook(io.BytesIO(data)):
        for row in page.iter_rows(values_only=True):
            list(row)


def seconds(read: Callable[[bytes], object], data: bytes) -> float:
    """CPU seconds of one reading."""
    start = time.process_time()
    read(data)
    return time.process_time() - start


def compare(name: str, data: bytes, own: Callable[[bytes], object], peer: Callable[[bytes], object]) -> None:
    """Print the medians of both, measured in turn."""
    pairs = [(seconds(own, data), seconds(peer, data)) for _ in range(_RUNS)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name:<28} {mine:6.2f} CPU s   {peer.__name__} {theirs:6.2f} CPU s   {theirs / mine:5.1f} x")


if __name__ == "__main__":
    compare(f"Word table {_ROWS:,} x 6", word_table(), read_word, with_python_docx)
    compare(f"sheet {_SHEET_ROWS:,} x {_SHEET_COLUMNS}", sheet(), read_workbook, with_openpyxl)
