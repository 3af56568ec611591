"""Tables as people draw them: rules of every kind, and none at all."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from tasks.model.blocks import Table
from tasks.reading.pdf.document import read_pdf
from tests.reading.packages import drawn
from tests.reading.pdf.pages import Draw, both, grid, lines, pdf, read, tables, texts

XS, YS = [70.0, 110.0, 260.0, 400.0], [700.0, 680.0, 660.0]
CELLS = {(0, 0): "No", (0, 1): "Kegiatan", (0, 2): "Waktu", (1, 0): "1", (1, 1): "Pelatihan", (1, 2): "Mei"}
GRID = [["No", "Kegiatan", "Waktu"], ["1", "Pelatihan", "Mei"]]


def one(*draws: Draw) -> Table:
    (found,) = tables(read(both(*draws)))
    return found


def words(cells: dict[tuple[int, int], str]) -> Draw:
    def draw(canvas: Any) -> None:
        for (row, col), text in cells.items():
            canvas.drawString(XS[col] + 4, YS[row] - 12, text)

    return draw


def thin_fills(canvas: Any) -> None:
    """Every edge of every cell a rectangle of its own, with gaps and squares at the corners, as Word draws them."""
    for y in YS:
        for left, right in pairwise(XS):
            canvas.rect(left + 0.5, y, right - left - 1, 0.5, stroke=0, fill=1)
    for x in XS:
        for top, bottom in pairwise(YS):
            canvas.rect(x, bottom + 0.5, 0.5, top - bottom - 1, stroke=0, fill=1)


def frames(canvas: Any) -> None:
    """A frame around each cell."""
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            canvas.rect(left, bottom, right - left, top - bottom)


def one_path(canvas: Any) -> None:
    """All lines in one path."""
    path = canvas.beginPath()
    for x in XS:
        path.moveTo(x, YS[0])
        path.lineTo(x, YS[-1])
    for y in YS:
        path.moveTo(XS[0], y)
        path.lineTo(XS[-1], y)
    canvas.drawPath(path)


def in_a_form(canvas: Any) -> None:
    """Lines in a form that is drawn at half its size and moved."""
    canvas.beginForm("lines")
    for x in XS:
        canvas.line(2 * x, 2 * YS[0], 2 * x, 2 * YS[-1])
    for y in YS:
        canvas.line(2 * XS[0], 2 * y, 2 * XS[-1], 2 * y)
    canvas.endForm()
    canvas.saveState()
    canvas.scale(0.5, 0.5)
    canvas.doForm("lines")
    canvas.restoreState()


def open_sides(canvas: Any) -> None:
    """No rule on the left and right: those across tell how far the table goes."""
    for x in XS[1:-1]:
        canvas.line(x, YS[0], x, YS[-1])
    for y in YS:
        canvas.line(XS[0], y, XS[-1], y)


def open_ends(canvas: Any) -> None:
    """No rule at the top and bottom."""
    for x in XS:
        canvas.line(x, YS[0], x, YS[-1])
    canvas.line(XS[0], YS[1], XS[-1], YS[1])


def thick(canvas: Any) -> None:
    """A thick rule below the header, thin ones elsewhere."""
    for x in XS:
        canvas.line(x, YS[0], x, YS[-1])
    for width, y in zip((1, 3, 1), YS, strict=True):
        canvas.setLineWidth(width)
        canvas.line(XS[0], y, XS[-1], y)


@pytest.mark.parametrize("rules", [thin_fills, frames, one_path, in_a_form, open_sides, open_ends, thick])
def test_however_the_rules_are_drawn(rules: Draw) -> None:
    assert drawn(one(rules, words(CELLS))) == GRID


def test_a_frame_around_text_is_no_table() -> None:
    found = read(both(lambda canvas: canvas.rect(50, 600, 400, 150), lines(["Perhatian: rapat dimajukan."])))
    assert not tables(found)
    assert texts(found) == ["Perhatian: rapat dimajukan."]


def test_lines_in_a_cell_are_wraps_or_breaks() -> None:
    def draw(canvas: Any) -> None:
        grid([70, 110, 230], [700, 640], {(0, 0): "1"})(canvas)
        for number, text in enumerate(["Dinas Pendidikan dan", "Kebudayaan", "Polri"]):
            canvas.drawString(114, 688 - 12 * number, text)

    assert drawn(one(draw)) == [["1", "Dinas Pendidikan dan Kebudayaan\nPolri"]]


def test_a_word_that_runs_over_a_rule_is_parted() -> None:
    def draw(canvas: Any) -> None:
        grid([70, 100, 200], [700, 680, 660], {(1, 0): "2", (1, 1): "kata"})(canvas)
        canvas.drawString(94, 688, "1Pelatihan")

    assert drawn(one(draw)) == [["1", "Pelatihan"], ["2", "kata"]]


def test_bold_cells_and_the_colour_of_most_of_a_cell() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFillColorRGB(1, 0.8, 0)
        canvas.rect(70, 680, 40, 20, stroke=0, fill=1)
        canvas.rect(110, 692, 150, 4, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        grid(XS, YS, {(0, 1): "Kegiatan", (1, 1): "x"})(canvas)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(74, 688, "No")

    cells = {(cell.row, cell.col): cell for cell in one(draw).cells}
    assert [cells[1, col].fill for col in (1, 2, 3)] == ["FFCC00", "", ""]
    assert [cells[1, col].bold for col in (1, 2, 3)] == [True, False, False]


def test_numbers_that_count_on_part_rows_without_rules() -> None:
    def draw(canvas: Any) -> None:
        grid([70, 110, 260], [700, 680, 620], {(0, 0): "No", (0, 1): "Kegiatan"})(canvas)
        for number, text in enumerate(["Pelatihan", "Pengadaan", "Rapat"]):
            canvas.drawString(74, 668 - 16 * number, str(number + 1))
            canvas.drawString(114, 668 - 16 * number, text)

    assert drawn(one(draw)) == [["No", "Kegiatan"], ["1", "Pelatihan"], ["2", "Pengadaan"], ["3", "Rapat"]]


def test_a_table_in_a_cell_stays_there() -> None:
    outer = grid([70, 110, 400], [700, 600], {(0, 0): "1"})
    inner = grid([150, 220, 300], [680, 660, 640], {(0, 0): "a", (0, 1): "b", (1, 0): "c", (1, 1): "d"})
    table = one(outer, inner)
    (nested,) = [block for cell in table.cells for block in cell.blocks if isinstance(block, Table)]
    assert drawn(nested) == [["a", "b"], ["c", "d"]]
    assert nested.locator == "page 1, row 1"


ROWS = [("1", "Pelatihan guru", "Dinas Pendidikan", "Mei"), ("2", "Pengadaan", "Pusdatin", "Juni"),
        ("3", "Rapat kerja", "Biro Umum", "Juli")]  # fmt: skip
STOPS = (70, 100, 250, 400)


def unruled(rows: Sequence[tuple[str, ...]], top: float = 700, leading: float = 18) -> Draw:
    def draw(canvas: Any) -> None:
        for number, row in enumerate(rows):
            for x, text in zip(STOPS, row, strict=True):
                canvas.drawString(x, top - leading * number, text)

    return draw


def test_columns_without_rules() -> None:
    header = ("No", "Kegiatan", "Pelaksana", "Waktu")
    assert drawn(one(unruled([header, *ROWS]))) == [list(row) for row in [header, *ROWS]]


def test_a_wrapped_line_belongs_to_the_row_above() -> None:
    wrapped = both(unruled(ROWS, leading=30), lambda canvas: canvas.drawString(100, 688, "dan kepala sekolah"))
    assert drawn(one(wrapped))[0] == ["1", "Pelatihan guru dan kepala sekolah", "Dinas Pendidikan", "Mei"]


def test_a_title_between_rows_runs_over_its_columns() -> None:
    later = [(str(n), *rest) for n, (_, *rest) in enumerate(ROWS, 4)]
    title = lines(["Bagian kedua dari rencana kegiatan tahun ini"], top=646, x=70)
    table = one(both(unruled(ROWS), title, unruled(later, top=628)))
    (wide,) = [cell for cell in table.cells if cell.colspan > 1]
    assert (wide.row, wide.text, wide.colspan) == (4, "Bagian kedua dari rencana kegiatan tahun ini", 3)
    assert table.rows == 7


def test_a_table_without_rules_goes_on_with_its_columns() -> None:
    first, second = tables(read(unruled(ROWS, top=100), unruled([("4", "Evaluasi", "", "Agustus")], top=780)))
    assert (first.cols, second.cols) == (4, 4)
    assert drawn(second) == [["4", "Evaluasi", "", "Agustus"]]
    assert second.locator == "page 2, row 1"


def test_lines_after_a_page_that_ends_with_a_ruled_table_are_none_of_its_rows() -> None:
    def names(canvas: Any) -> None:
        for col, text in enumerate(["Nama", "Telepon", "Instansi"]):
            canvas.drawString(XS[col] + 4, 700, text)

    (found,) = tables(read(both(frames, words(CELLS)), names))
    assert drawn(found) == GRID


def test_the_first_row_of_a_table_is_no_header_of_the_page() -> None:
    header = ("No", "Kegiatan", "Pelaksana", "Waktu")
    found = read(*(unruled([header, *ROWS], top=800) for _ in range(3)))
    assert [drawn(table)[0] for table in tables(found)] == [list(header)] * 3


@pytest.mark.parametrize(
    "texts_",
    [
        ["1.     Pembukaan oleh kepala dinas", "2.     Paparan narasumber", "3.     Diskusi", "4.     Penutup"],
        ["Hari     : Senin", "Tanggal     : 5 Mei 2017", "Tempat     : Depok", "Acara     : Rapat"],
    ],
)
def test_lists_and_forms_are_no_tables(texts_: list[str]) -> None:
    def draw(canvas: Any) -> None:
        for number, text in enumerate(texts_):
            first, rest = text.split("     ")
            canvas.drawString(70, 700 - 14 * number, first)
            canvas.drawString(130, 700 - 14 * number, rest)

    assert not tables(read(draw))


def test_the_same_bytes_give_the_same_blocks() -> None:
    data = pdf(unruled(ROWS), grid(XS, YS, CELLS))
    assert read_pdf(data) == read_pdf(data)
