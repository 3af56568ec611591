"""PDF files to blocks: running text, edges of pages, links, forms, limits."""

from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from tasks.model.blocks import Heading, ListItem, Paragraph, Span
from tasks.model.problem import Code
from tasks.reading.pdf import document
from tasks.reading.pdf.document import read_pdf
from tasks.reading.read import read_file
from tasks.reading.refusal import CannotReadError
from tests.reading.packages import source
from tests.reading.pdf.pages import both, grid, lines, notes, pdf, read, tables, texts

LONG = "Pelatihan guru di daerah terpencil diselenggarakan oleh dinas pendidikan provinsi bersama"


def test_wrapped_lines_are_one_paragraph_and_room_at_the_end_begins_another() -> None:
    found = read(lines([LONG, "balai pelatihan.", "Biaya ditanggung pusat."]))
    assert texts(found) == [f"{LONG} balai pelatihan.", "Biaya ditanggung pusat."]
    assert [block.locator for block in found] == ["page 1, paragraph 1", "page 1, paragraph 2"]


def test_words_parted_at_the_end_of_a_line_are_whole_again() -> None:
    found = read(lines(["Rapat membahas pembe-", "lajaran daring dan hal-", "hal lain serta e-", "Katalog obat"]))
    assert texts(found) == ["Rapat membahas pembelajaran daring dan hal-hal lain serta e-Katalog obat"]


def test_items_keep_their_typed_labels_and_depth() -> None:
    def draw(canvas: Any) -> None:
        for x, y, text in [(70, 700, "1. Satu"), (90, 686, "a) Anak"), (90, 672, "b) Adik"), (70, 658, "2. Dua")]:
            canvas.drawString(x, y, text)

    items = [block for block in read(draw) if isinstance(block, ListItem)]
    found = [(item.label, item.text, item.level) for item in items]
    assert found == [("1.", "Satu", 0), ("a)", "Anak", 1), ("b)", "Adik", 1), ("2.", "Dua", 0)]


def test_items_in_the_next_column_are_as_deep() -> None:
    left = [f"{n}. kegiatan kelompok yang panjang" for n in range(1, 11)]
    right = [f"{n}. kegiatan kelompok yang panjang" for n in range(11, 21)]
    found = read(both(lines(left, x=60), lines(right, x=320)))
    assert [block.level for block in found if isinstance(block, ListItem)] == [0] * 20


def test_larger_and_bold_lines_are_headings() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(70, 750, "Notulen Rapat")
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(70, 720, "II. Pembahasan")
        canvas.setFont("Helvetica", 10)
        lines([LONG] * 4, top=690)(canvas)

    found = [b for b in read(draw) if isinstance(b, Heading)]
    assert [(b.level, b.label, b.text) for b in found] == [(1, "", "Notulen Rapat"), (2, "II.", "Pembahasan")]


def test_items_in_large_letters_are_no_headings() -> None:
    def draw(canvas: Any) -> None:
        for size, y, text in [(28, 700, "Isu strategis"), (20, 640, "\u2022 Data belum seragam"), (10, 600, LONG)]:
            canvas.setFont("Helvetica", size)
            canvas.drawString(70, y, text)

    assert [block.kind for block in read(draw)] == ["heading", "list item", "paragraph"]


def test_running_text_is_no_heading_where_tables_have_smaller_letters() -> None:
    cells = {(row, col): "Penyusunan pedoman teknis" for row in range(8) for col in range(3)}

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(70, 760, "MATRIKS RENCANA AKSI")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 730, "Setiap daerah menyampaikan laporan kepada sekretariat")
        canvas.setFont("Helvetica", 7)
        grid([70.0, 200.0, 330.0, 460.0], [700.0 - 16 * n for n in range(9)], cells)(canvas)

    assert [block.kind for block in read(draw)] == ["heading", "paragraph", "table"]


def test_headers_and_footers_are_said_once() -> None:
    pages = [
        both(lines(["Rapat Koordinasi"], top=815), lines([f"{LONG} {n}"]), lines([f"Halaman {n}"], top=25))
        for n in (1, 2, 3)
    ]
    found = read_pdf(pdf(*pages))
    assert notes(found.blocks) == [
        ("header", "page 1, header", "Rapat Koordinasi"),
        ("footer", "page 1, footer", "Halaman 1"),
    ]
    assert texts(found.blocks) == [f"{LONG} {n}" for n in (1, 2, 3)]
    assert dict(found.receipt.skipped) == {"repeated": 2 * (len("RapatKoordinasi") + len("Halaman1"))}
    assert found.receipt.remainder == 0


def test_a_watermark_stands_beside_the_text() -> None:
    def draw(canvas: Any) -> None:
        lines([LONG])(canvas)
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "KONSEP")

    found = read(draw, draw)
    assert notes(found) == [("header", "page 1, header", "KONSEP")]
    assert texts(found) == [LONG, LONG]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [f"kiri baris nomor {n} yang penuh kata-kata" for n in range(12)]
    right = [f"kanan baris nomor {n} yang penuh kata-kata" for n in range(12)]
    found = " ".join(texts(read(both(lines(left, x=60), lines(right, x=320)))))
    assert found == " ".join(left + right)


def test_a_column_that_ends_on_a_page_of_its_own_is_as_wide_as_before() -> None:
    full = [f"baris nomor {n} yang penuh kata-kata" for n in range(10, 22)]
    rest = [full[0].capitalize(), *full[1:6]]
    found = read(both(lines(full, x=60), lines(full, x=320)), lines(rest, x=60))
    assert texts(found)[-1] == " ".join(rest)


def test_a_sentence_that_goes_on_overleaf_is_whole_where_it_begins() -> None:
    first = read(lines([LONG]), lines(["dinas pendidikan kabupaten.", "Kepala dinas melapor."]))
    assert [(block.locator, block.text) for block in first if isinstance(block, Paragraph)] == [
        ("page 1, paragraph 1", f"{LONG} dinas pendidikan kabupaten."),
        ("page 2, paragraph 2", "Kepala dinas melapor."),
    ]


@pytest.mark.parametrize(
    ("last", "following"),
    [(f"{LONG}.", "dinas"), (LONG, "Dinas"), ("Pelatihan guru", "dinas"), (LONG, "a. dinas")],
)
def test_a_sentence_that_ends_on_its_page_does_not_go_on(last: str, following: str) -> None:
    assert texts(read(lines([last]), lines([following]))) == [last, following]


def test_a_link_is_a_span() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(70, 700, "Lihat laman resmi")
        canvas.linkURL("https://example.org/", (98, 697, 160, 710))

    (block,) = read(draw)
    assert isinstance(block, Paragraph)
    assert block.spans == (Span(6, 17, "link", target="https://example.org/"),)


def test_what_forms_show_is_text() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(70, 703, "Nama")
        canvas.acroForm.textfield(name="nama", value="Budi Santoso", x=120, y=700, width=120, height=16)
        canvas.drawString(70, 663, "Setuju")
        canvas.acroForm.checkbox(name="setuju", checked=True, x=120, y=660, size=12)

    words = " ".join(texts(read(draw)))
    assert "Budi Santoso" in words
    assert "☒" in words
    assert "☐" not in words


def test_a_page_turned_on_its_side_is_read_as_it_is_shown() -> None:
    def draw(canvas: Any) -> None:
        canvas.setPageRotation(90)
        canvas.translate(100, 100)
        canvas.rotate(90)
        for number, text in enumerate(("baris pertama", "baris kedua.")):
            canvas.drawString(0, -14 * number, text)

    assert texts(read(draw)) == ["baris pertama", "baris kedua."]


def test_text_and_tables_come_in_the_order_of_the_page() -> None:
    first = grid([70, 200, 400], [700, 680, 660], {(0, 0): "A", (0, 1): "B", (1, 0): "C", (1, 1): "D"})
    second = grid([70, 200, 400], [500, 480, 460], {(0, 0): "E", (0, 1): "F", (1, 0): "G", (1, 1): "H"})
    found = read(both(lines(["Pembuka"], top=750), first, lines(["Antara"], top=600), second))
    assert [b.locator for b in found] == [
        "page 1, paragraph 1", "page 1, row 1", "page 1, paragraph 2", "page 1, table 2, row 1",
    ]  # fmt: skip
    ats = [block.at for block in found]
    assert [at.path for at in ats] == ["p1", "t1", "p2", "t2"]
    assert {(at.part, at.page, at.page_source, at.ocr) for at in ats} == {("page 1", 1, "pdf", False)}
    assert len(tables(found)) == 2


def test_a_password_is_said_to_be_one() -> None:
    with pytest.raises(CannotReadError) as error:
        read_pdf(pdf(lines(["rahasia"]), encrypt=StandardEncryption("kunci", ownerPassword="pemilik")))
    assert error.value.code == Code.FILE_ENCRYPTED


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 tidak ada apa-apa" * 9])
def test_a_broken_file_is_said_to_be_one(data: bytes) -> None:
    with pytest.raises(CannotReadError) as error:
        read_pdf(data)
    assert error.value.code == Code.FILE_UNREADABLE


def test_pages_beyond_the_limit_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_PAGES", 2)
    found = read_pdf(pdf(*(lines([f"isi {n}"]) for n in range(4))))
    assert texts(found.blocks) == ["isi 0", "isi 1"]
    (problem,) = found.problems
    assert (problem.code, problem.locator) == (Code.READ_IN_PART, "page 3")
    assert dict(problem.details)["pages"] == "3-4"


def test_characters_beyond_the_limit_of_a_page_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.reading.pdf.characters.MAX_CHARACTERS", 10)
    found = read_pdf(pdf(lines(["123456789 abcdef"])))
    assert dict(found.receipt.skipped) == {"cut": 6}
    assert found.receipt.remainder == 0
    assert [p.code for p in found.problems] == [Code.READ_IN_PART]


def test_a_pdf_comes_through_the_common_door(tmp_path: Any) -> None:
    path = tmp_path / "notulen.pdf"
    path.write_bytes(pdf(lines(["Rapat dibuka."])))
    found = read_file(source(path))
    assert (found.format, texts(found.blocks), found.problems) == ("pdf", ["Rapat dibuka."], ())
