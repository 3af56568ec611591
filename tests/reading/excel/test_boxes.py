"""What is drawn on worksheets: boxes, charts, diagrams."""

import io

import xlsxwriter  # type: ignore[import-untyped]

from tasks.model.blocks import Block, Paragraph, Span, Table
from tasks.reading.excel.workbook import read_workbook
from tests.reading.packages import MC, R, sheet

_D = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'


def shape(text: str, properties: str = "") -> str:
    """A shape with one paragraph."""
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="x"{properties}/></xdr:nvSpPr>'
        f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )


def anchor(row: int, inner: str) -> str:
    """A place on the sheet, row from 1."""
    return (
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>{row - 1}</xdr:row></xdr:from>{inner}"
        "</xdr:oneCellAnchor>"
    )


def drawing(*anchors: str) -> str:
    return f'<xdr:wsDr xmlns:xdr="{_D}" xmlns:a="{_A}" xmlns:mc="{MC}" xmlns:r="{R}">{"".join(anchors)}</xdr:wsDr>'


def drawn(*anchors: str, state: str = "visible") -> tuple[Block, ...]:
    """The blocks behind the table of a sheet with this drawing."""
    found = read_workbook(sheet(ROW, state=state, drawing=drawing(*anchors)))
    assert found.receipt.remainder == 0
    return found.blocks[1:]


def test_boxes_stand_from_top_to_bottom_groups_included() -> None:
    blocks = drawn(anchor(9, shape("bawah")), anchor(2, f"<xdr:grpSp>{shape('satu')}{shape('dua')}</xdr:grpSp>"))
    assert blocks == (
        Paragraph("sheet 'Lembar 1', row 2", "satu"),
        Paragraph("sheet 'Lembar 1', row 2", "dua"),
        Paragraph("sheet 'Lembar 1', row 9", "bawah"),
    )
    assert [(block.at.part, block.at.path) for block in blocks] == [
        ("xl/drawing.xml", "s2/p1"), ("xl/drawing.xml", "s3/p1"), ("xl/drawing.xml", "s1/p1"),
    ]  # fmt: skip


def test_of_alternate_contents_one_is_read() -> None:
    new, old = f"<mc:Choice Requires='a14'>{shape('baru')}</mc:Choice>", f"<mc:Fallback>{shape('lama')}</mc:Fallback>"
    (block,) = drawn(anchor(3, f"<mc:AlternateContent>{new}{old}</mc:AlternateContent>"))
    assert block == Paragraph("sheet 'Lembar 1', row 3", "baru")


def test_an_anchor_may_stand_in_alternate_contents() -> None:
    choice = f"<mc:Choice Requires='x'>{anchor(4, shape('isi'))}</mc:Choice>"
    (block,) = drawn(f"<mc:AlternateContent>{choice}</mc:AlternateContent>")
    assert block.locator == "sheet 'Lembar 1', row 4"


def test_shapes_that_are_switched_off_or_on_a_hidden_sheet_are_hidden() -> None:
    (off,) = drawn(anchor(1, shape("isi", ' hidden="1"')))
    (elsewhere,) = drawn(anchor(1, shape("isi")), state="hidden")
    assert off == elsewhere == Paragraph("sheet 'Lembar 1', row 1", "isi", "", (Span(0, 3, "hidden"),))
    assert (off.at.hidden, elsewhere.at.hidden) == (True, True)


def charts() -> bytes:
    """A worksheet with a chart of its cells, and a sheet that is nothing but a chart."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet("Data")
    page.write_column("A1", [10, 20, 30])
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Data!$A$1:$A$3", "name": "Serapan", "trendline": {"type": "linear", "name": "Tren"}})
    chart.set_title({"name": "Judul bagan"})
    page.insert_chart("C4", chart)
    alone = book.add_chart({"type": "pie"})
    alone.add_series({"values": "=Data!$A$1:$A$3"})
    alone.set_title({"name": "Lembar bagan"})
    book.add_chartsheet("Bagan").set_chart(alone)
    book.close()
    return data.getvalue()


def test_of_charts_the_words_are_read_and_the_figures_where_they_come_from() -> None:
    found = read_workbook(charts())
    assert [(block.locator, getattr(block, "text", "")) for block in found.blocks if not isinstance(block, Table)] == [
        ("sheet 'Data', chart 1", "Judul bagan"),
        ("sheet 'Data', chart 1", "Serapan"),
        ("sheet 'Data', chart 1", "Tren"),
        ("sheet 'Bagan', chart 1", "Lembar bagan"),
    ]
    assert len([block for block in found.blocks if isinstance(block, Table)]) == 1
    assert found.receipt.remainder == 0
