"""The meeting from the first run to the report of what a review has changed, as the secretariat goes through it."""

import io
import shutil
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import openpyxl
from lxml import etree

from flows.cli import main
from tasks.rendering.word.ooxml import P
from tests.guide.meeting import NAME, made
from tests.reviewing.word_xml import Writer, cells, rows, runs, text_of

PLAN: Final = "Rencana Kerja Terintegrasi"
COMMAND: Final = f"py mulai.py build inputs/{NAME}"
_REVIEWED: Final = "Bimbingan teknis bagi 100 pengelola"
_WITHDRAWN: Final = "Menyusun katalog buku cerita daerah"


@dataclass(frozen=True)
class Story:
    """The output folder, copies of what was on the desk step by step, what was typed at first and what was answered."""

    out: Path
    desk: Path
    said: str


def told(folder: Path) -> Story:
    """Go through it below a folder: build, review by two heads of section, accept, build again, compare."""
    made(folder / "inputs")
    desk = folder / "desk"
    desk.mkdir()
    with chdir(folder):
        out = Path("outputs") / NAME
        said = _run("build", f"inputs/{NAME}", "--out", str(out), "--direct", "--as-of", "2018-02-23")
        for name in (f"{PLAN}.docx", f"{PLAN}.html", "keputusan.xlsx", "kelompok/K1 Bahan Bacaan.docx"):
            shutil.copy(out / name, desk)
        copies = reviewed(out / f"{PLAN}.docx", desk)
        _run("review", str(out), *map(str, copies))
        shutil.copy(out / "usulan-perubahan.xlsx", desk)
        accept(out / "usulan-perubahan.xlsx")
        _run("build", f"inputs/{NAME}", "--out", str(out), "--direct", "--as-of", "2018-02-23")
        report = Path(_run("diff", str(out)).splitlines()[-1])
        shutil.copy(report, desk / "perubahan.docx")
    return Story(folder / out, desk.absolute(), f"{COMMAND}\n{said}")


def _run(*words: str) -> str:
    said = io.StringIO()
    with redirect_stdout(said):
        code = main(words)
    assert code == 0, said.getvalue()
    return said.getvalue()


def reviewed(plan: Path, desk: Path) -> list[Path]:
    """Two copies: both change a time, each in another way; one comments, and takes out a row."""
    services, books = (
        Writer(plan.read_bytes(), who, "2018-03-01T09:30:00Z")
        for who in ("Kepala Seksi Layanan", "Kepala Seksi Koleksi")
    )
    for writer, month in ((services, "Juni 2018"), (books, "Juli 2018")):
        time = cell(writer, _REVIEWED, "Waktu")
        mark = writer.delete(list(runs(time)))
        writer.insert(mark, time, month)
    action = cell(services, _REVIEWED, "Kegiatan")
    services.comment(action, ("Kepala Seksi Layanan", "Mei bertepatan dengan ujian; pengelola baru bisa hadir Juni."))
    services.delete_row(_row(services, _WITHDRAWN))
    copies = []
    for writer, name in ((services, "Rencana - Kasi Layanan.docx"), (books, "Rencana - Kasi Koleksi.docx")):
        copies.append(desk / name)
        copies[-1].write_bytes(writer.saved())
    return copies


def _row(writer: Writer, words: str) -> etree._Element:
    found = (row for t in writer.tables() for row in rows(t) if words in text_of(row) and "RK-" in text_of(row))
    return next(found)


def cell(writer: Writer, words: str, head: str) -> etree._Element:
    """The first paragraph below this head in the first row of an action with these words."""
    row = _row(writer, words)
    table = row.getparent()
    assert table is not None
    heads = [text_of(cell) for cell in cells(rows(table)[0])]
    return next(cells(row)[heads.index(head)].iter(P))


def accept(workbook: Path) -> None:
    """Accept everything but what the other head of section proposes."""
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[3]]
    for row in sheet.iter_rows(4):
        words = " ".join(str(cell.value) for cell in row)
        row[heads.index("Keputusan")].value = "tolak" if "Koleksi" in words else "terima"
    book.save(workbook)
