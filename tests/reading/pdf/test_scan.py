"""Pages and files that are pictures, with and without a program that recognises words."""

import io
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tasks.model.problem import Code
from tasks.reading.ocr import words
from tasks.reading.ocr.bitmap import Bitmap
from tasks.reading.ocr.words import Box
from tasks.reading.pdf import document, picture, scan
from tasks.reading.pdf.document import read_pdf
from tasks.reading.pdf.picture import read_image
from tasks.reading.programs.tesseract import RecognitionError, installed
from tasks.reading.refusal import CannotReadError
from tests.reading.packages import drawn
from tests.reading.pdf.pages import Draw, both, grid, lines, pdf, tables, texts

XS, YS = [70.0, 120.0, 300.0, 450.0], [700.0, 670.0, 640.0, 610.0]
CELLS = {
    (0, 0): "No", (0, 1): "Kegiatan", (0, 2): "Pelaksana", (1, 0): "1", (1, 1): "Pelatihan guru",
    (1, 2): "Dinas Pendidikan", (2, 0): "2", (2, 1): "Pengadaan buku", (2, 2): "Kementerian",
}  # fmt: skip
PAGE = both(lines(["Rencana kegiatan tahun depan"], top=750), grid(XS, YS, CELLS))
needs_tesseract = pytest.mark.skipif(not installed(), reason="tesseract is not installed")


def image(draw: Draw) -> Any:
    """A page as a picture."""
    return pypdfium2.PdfDocument(pdf(draw))[0].render(scale=200 / 72, grayscale=True).to_pil()


def scanned(draw: Draw, unseen: Draw | None = None) -> Draw:
    """A page that is a picture of another, with words that nobody sees over it."""

    def page(canvas: Any) -> None:
        canvas.drawImage(ImageReader(image(draw)), 0, 0, *canvas._pagesize)
        if unseen is not None:
            canvas.setFillAlpha(0)
            canvas._code.append("3 Tr")
            unseen(canvas)

    return page


@needs_tesseract
def test_a_scanned_table_is_read_with_its_lines() -> None:
    found = read_pdf(pdf(scanned(PAGE)))
    assert [drawn(table) for table in tables(found.blocks)] == [
        [["No", "Kegiatan", "Pelaksana"], ["1", "Pelatihan guru", "Dinas Pendidikan"],
         ["2", "Pengadaan buku", "Kementerian"]]
    ]  # fmt: skip
    assert texts(found.blocks) == ["Rencana kegiatan tahun depan"]
    assert {(block.at.page_source, block.at.ocr) for block in found.blocks} == {("image", True)}
    assert [(p.code, p.locator) for p in found.problems] == [(Code.TEXT_RECOGNISED, "page 1")]
    assert found.receipt.remainder == 0


@needs_tesseract
def test_a_picture_file_is_read_likewise() -> None:
    data = io.BytesIO()
    image(PAGE).save(data, "PNG")
    found = read_image(data.getvalue())
    (table,) = tables(found.blocks)
    assert drawn(table)[1] == ["1", "Pelatihan guru", "Dinas Pendidikan"]
    assert found.receipt.remainder == 0


def test_a_page_that_lies_on_its_side_is_set_upright(monkeypatch: pytest.MonkeyPatch) -> None:
    def look(picture: Bitmap, seconds: float) -> list[list[Box]]:
        upright = picture.width < picture.height
        return [[Box("Kegiatan" if upright else "ueje!6aY", 100, 100, 300, 130, 95.0 if upright else 30.0)]]

    monkeypatch.setattr(document, "installed", lambda: True)
    monkeypatch.setattr(scan, "first_look", look)
    monkeypatch.setattr(scan, "quarter_turns", lambda picture, seconds: 1)
    monkeypatch.setattr(words, "recognise", lambda *a: b"")
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=(842, 595))
    canvas.drawImage(ImageReader(image(PAGE).rotate(90, expand=True)), 0, 0, 842, 595)
    canvas.save()
    found = read_pdf(page.getvalue())
    assert texts(found.blocks) == ["Kegiatan"]
    assert [(table.rows, table.cols) for table in tables(found.blocks)] == [(3, 3)]
    assert found.receipt.remainder == 0


def test_words_that_a_scanner_laid_over_a_picture_get_its_lines() -> None:
    found = read_pdf(pdf(scanned(PAGE, unseen=PAGE)))
    (table,) = tables(found.blocks)
    assert drawn(table)[2] == ["2", "Pengadaan buku", "Kementerian"]
    assert table.at.ocr
    assert [p.code for p in found.problems] == [Code.TEXT_RECOGNISED]


def test_without_the_program_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "installed", lambda: False)
    monkeypatch.setattr(picture, "installed", lambda: False)
    for read, data in ((read_pdf, pdf(scanned(PAGE))), (read_image, b"\x89PNG")):
        with pytest.raises(CannotReadError) as error:
            read(data)
        assert error.value.code == Code.PROGRAM_MISSING
        assert "tesseract-ocr-ind" in error.value.details["program"]


def test_pages_that_are_pictures_are_named_beside_those_that_were_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "installed", lambda: False)
    found = read_pdf(pdf(scanned(PAGE), lines(["Rapat ditutup."]), scanned(PAGE), scanned(PAGE)))
    assert texts(found.blocks) == ["Rapat ditutup."]
    (problem,) = found.problems
    assert (problem.code, problem.locator) == (Code.READ_IN_PART, "page 1")
    assert dict(problem.details)["pages"] == "1, 3-4"


def test_when_time_runs_out_the_rest_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object) -> None:
        raise RecognitionError

    monkeypatch.setattr(document, "installed", lambda: True)
    monkeypatch.setattr(document, "recognised", late)
    found = read_pdf(pdf(lines(["Rapat ditutup."]), scanned(PAGE)))
    (problem,) = found.problems
    assert (problem.code, dict(problem.details)["cause"]) == (Code.READ_IN_PART, "@reading.pages-late")


def test_an_empty_page_is_no_picture() -> None:
    found = read_pdf(pdf(lines(["Rapat ditutup."]), lambda canvas: None))
    assert not found.problems


@pytest.mark.skipif(not installed(), reason="tesseract is not installed")
def test_a_broken_picture_is_said_to_be_one() -> None:
    with pytest.raises(CannotReadError) as error:
        read_image(b"\x89PNG tidak ada apa-apa")
    assert error.value.code == Code.FILE_UNREADABLE
