"""The reader of worksheets side by side with openpyxl: `python -m tests.benchmarks.reading_sheet`.

A register of 50,000 x 10 as Excel stores it (shared strings, formats, styled empty cells, a total now and then) and as
openpyxl writes it (strings in the cells); every value by openpyxl against every shown text by the own reader, five
times in turn. Then growth from 1,000 to 100,000 rows, the peak memory of a process that reads the file, and what it
takes to send the table to another process and have it back. CPU seconds, medians, collector off for the own reader as
in the product.
"""

import io
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]
from openpyxl import Workbook, load_workbook

from tasks.model.blocks import Document, Table
from tasks.reading.collector import no_collector
from tasks.reading.excel.workbook import read_workbook
from tasks.reading.storage.encoding import from_json, to_json
from tests.benchmarks.measure import ROOT
from tests.benchmarks.points import point
from tests.benchmarks.side_by_side import RUNS, compare, growth, seconds

ROWS: Final = 50_000
SIZES: Final = [1_000, 10_000, 50_000, 100_000]
HEADER: Final = [
    "No", "Kegiatan", "Penanggung jawab", "Provinsi", "Kabupaten/Kota", "Mulai", "Volume", "Anggaran (Rp)",
    "Realisasi", "Keterangan",
]  # fmt: skip
FORMATS: Final = ["", "", "", "", "", "mmm-yy", "", "#,##0", "0%", ""]
_ACTS: Final = ["Menyusun", "Menetapkan", "Melatih", "Mengadakan", "Memetakan", "Mengevaluasi", "Menyosialisasikan"]
_OBJECTS: Final = ["pedoman", "modul", "aplikasi", "jaringan", "data pokok", "perangkat", "instrumen", "peta jalan"]
Value = str | int | float | date | None


def lines(rows: int) -> Iterator[list[Value]]:
    """The rows of a register, made up from a seed."""
    rng = random.Random(rows)  # noqa: S311 - a benchmark, not a secret
    for number in range(1, rows + 1):
        yield [
            number,
            f"{rng.choice(_ACTS)} {rng.choice(_OBJECTS)} tahap {rng.randint(1, 40)} wilayah {rng.randint(1, 40)}",
            f"Dinas {rng.choice(_OBJECTS)} Provinsi {rng.randint(1, 34)}",
            f"Provinsi {rng.randint(1, 34)}",
            f"Kabupaten {rng.randint(1, 514)}",
            date(2019, 1, 1) + timedelta(rng.randint(0, 700)),
            rng.randint(1, 500),
            rng.randint(1, 900_000) * 1_000,
            rng.randint(0, 100) / 100,
            f"catatan {rng.randint(1, 2_000)}" if number % 3 else None,
        ]


def as_excel(rows: int) -> bytes:
    """The register with shared strings, formats, bold heads, styled empty cells; each thousandth row adds up."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet("Register")
    page.write_row(0, 0, HEADER, book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1}))
    looks = [book.add_format({"border": 1, "num_format": code} if code else {"border": 1}) for code in FORMATS]
    for row, line in enumerate(lines(rows), 1):
        for col, value in enumerate(line):
            if isinstance(value, date):
                page.write_datetime(row, col, value, looks[col])
            else:
                page.write(row, col, value, looks[col])
        if row % 1_000 == 0:
            page.write_formula(row, 7, f"=SUM(H{row - 998}:H{row})", looks[7], row * 1_000)
    book.close()
    return data.getvalue()


def as_openpyxl(rows: int) -> bytes:
    """The register with strings in the cells, empty ones left out."""
    book = Workbook(write_only=True)
    page = book.create_sheet("Register")
    page.append(HEADER)
    for line in lines(rows):
        page.append(line)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def with_renja(data: bytes) -> int:
    """The length of every cell's shown text, as the product reads it."""
    with no_collector():
        tables = (block for block in read_workbook(data).blocks if isinstance(block, Table))
        return sum(len(text) for table in tables for _, _, text in table.words())


def with_openpyxl(data: bytes) -> None:
    """Every value by openpyxl."""
    for page in load_workbook(io.BytesIO(data)):
        for row in page.iter_rows(values_only=True):
            list(row)


def peak(data: bytes) -> float:
    """Peak resident MiB of a process that does nothing but read a file and go over its texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        path.write_bytes(data)
        command = [sys.executable, "-m", "tests.benchmarks.one_sheet", str(path)]
        runs = [subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True) for _ in range(3)]
        return statistics.median(float(run.stdout) for run in runs)


def exchange(data: bytes) -> tuple[float, float, int]:
    """CPU seconds of a document to JSON and back, and the length of that JSON."""
    contents = read_workbook(data)
    document = Document("register.xlsx", "xlsx", contents.blocks, contents.problems)
    words = to_json(document)
    there = statistics.median(seconds(lambda _: to_json(document), b"") for _ in range(RUNS))
    back = statistics.median(seconds(lambda _: from_json(words), b"") for _ in range(RUNS))
    return there, back, len(words)


def report(name: str, make: Callable[[int], bytes]) -> None:
    """Prints all figures of one kind of file."""
    data = make(ROWS)
    pair = compare(data, with_renja, with_openpyxl)
    point(f"reading sheets {name} (rows of ten cells)", ROWS, pair.peer, "openpyxl")
    print(f"{name}: {ROWS:,} x {len(HEADER)}, {len(data) / 1024 / 1024:.1f} MiB")
    print(f"  own {pair.own:.2f} s, openpyxl {pair.peer:.2f} s: {pair.ratio:.1f} x, {ROWS / pair.own:,.0f} rows/s")
    print(f"  peak memory {peak(data):.0f} MiB")
    for rows, taken in growth(SIZES, make, with_renja):
        point(f"reading sheets {name} (rows of ten cells)", rows, taken)
        print(f"  {rows:>7,} rows {taken:6.3f} s, {rows / taken:,.0f} rows/s")
    there, back, length = exchange(data)
    print(f"  to JSON {there:.2f} s, back {back:.2f} s, {length / 1024 / 1024:.1f} MiB")


if __name__ == "__main__":
    report("as Excel stores it", as_excel)
    report("as openpyxl writes it", as_openpyxl)
