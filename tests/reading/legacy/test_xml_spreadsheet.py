"""XML spreadsheets of Excel 2002 and 2003."""

from datetime import date
from pathlib import Path

import pytest

from tasks.model.blocks import Note, Paragraph, Span, Table
from tasks.model.problem import Code
from tasks.reading.legacy.xml_spreadsheet.workbook import read_xml_spreadsheet
from tasks.reading.read import read_file
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff
from tests.reading.packages import drawn, source

S = "urn:schemas-microsoft-com:office:spreadsheet"
X = "urn:schemas-microsoft-com:office:excel"


def workbook(rows: str, styles: str = "", options: str = "", encoding: str = "utf-8") -> bytes:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{S}" xmlns:ss="{S}" xmlns:x="{X}">\n'
        '<DocumentProperties xmlns="urn:schemas-microsoft-com:office:office"><Author>Budi</Author></DocumentProperties>'
        f'<Styles>{styles}</Styles><Worksheet ss:Name="Matriks"><Table>\n{rows}</Table>'
        f'<WorksheetOptions xmlns="{X}">{options}</WorksheetOptions></Worksheet></Workbook>'
    ).encode(encoding)


def cell(words: str, kind: str = "String", attributes: str = "") -> str:
    return f'<Cell {attributes}><Data ss:Type="{kind}">{words}</Data></Cell>'


def table(data: bytes) -> Table:
    found = read_xml_spreadsheet(data)
    assert found.receipt.remainder == 0
    return next(block for block in found.blocks if isinstance(block, Table))


def test_places_and_merges() -> None:
    wide = cell("A", attributes='ss:MergeAcross="1" ss:MergeDown="1"')
    third = cell("C", attributes='ss:Index="3"')
    rows = f'<Row>{wide}{cell("B")}</Row><Row ss:Index="4">{third}</Row>'
    found = table(workbook(rows))
    assert drawn(found) == [["A", "<", "B"], ["^", "^", ""], ["", "", ""], ["", "", "C"]]
    assert found.row_locator(4) == "sheet 'Matriks', row 4"


def test_kinds_of_data() -> None:
    style = '<Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>'
    day = cell("2018-03-12T00:00:00.000", "DateTime", 'ss:StyleID="d"')
    rows = f"<Row>{cell('12.50', 'Number')}{day}{cell('1', 'Boolean')}{cell('#N/A', 'Error')}</Row>"
    found = table(workbook(rows, style)).cells
    assert [c.value for c in found] == [12.5, date(2018, 3, 12), True, "#N/A"]
    assert [c.text for c in found] == ["12.5", "12/03/2018", "TRUE", "#N/A"]


def test_styles_build_on_one_another() -> None:
    styles = (
        '<Style ss:ID="Default"><Font ss:StrikeThrough="1"/></Style>'
        '<Style ss:ID="a"><Font ss:Bold="1"/><Interior ss:Color="#FFFF00" ss:Pattern="Solid"/></Style>'
        '<Style ss:ID="b" ss:Parent="a"><Interior/></Style><Style ss:ID="c" ss:Parent="c"/>'
    )
    rows = "<Row>" + "".join(cell("x", attributes=f'ss:StyleID="{name}"') for name in "abc") + "</Row>"
    found = table(workbook(rows, styles)).cells
    assert [(c.fill, c.bold) for c in found] == [("FFFF00", True), ("FFFF00", True), ("", False)]
    assert all(isinstance(block, Paragraph) and block.spans for block in found[1].blocks)


def test_marked_up_text_and_comments() -> None:
    html = 'xmlns="http://www.w3.org/TR/REC-html40"'
    rows = (
        f'<Row><Cell><ss:Data ss:Type="String" {html}>a <S>b</S> c</ss:Data>'
        f'<Comment ss:Author="Ani"><ss:Data {html}><B>cek</B> lagi</ss:Data></Comment></Cell></Row>'
    )
    found = read_xml_spreadsheet(workbook(rows))
    grid, comment = found.blocks
    assert isinstance(grid, Table)
    (block,) = grid.cells[0].blocks
    assert isinstance(block, Paragraph)
    assert (block.text, block.spans) == ("a b c", (Span(2, 3, "struck"),))
    assert isinstance(comment, Note)
    assert (comment.locator, comment.text, comment.author) == ("sheet 'Matriks', row 1, comment 1", "cek lagi", "Ani")
    assert found.receipt.remainder == 0


def test_what_is_hidden_is_flagged() -> None:
    rows = f'<Column/><Column ss:Hidden="1"/><Row ss:Hidden="1">{cell("A")}</Row><Row>{cell("B")}{cell("C")}</Row>'
    found = read_xml_spreadsheet(workbook(rows, options="<Visible>SheetHidden</Visible>"))
    (grid,) = found.blocks
    assert isinstance(grid, Table)
    assert [c.hidden for c in grid.cells] == [True, False, True]
    assert grid.hidden
    assert [problem.code for problem in found.problems] == [Code.SHEET_HIDDEN]


@pytest.mark.parametrize("place", ["0", "-3", "99999999999", "x"])
def test_absurd_places_lose_nothing(place: str) -> None:
    absurd = f'ss:Index="{place}"'
    rows = f"<Row>{cell('A')}</Row><Row {absurd}>{cell('B', attributes=absurd)}</Row>"
    assert drawn(table(workbook(rows))) == [["A"], ["B"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_known_by_its_contents(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "usulan.xls"
    path.write_bytes(workbook(f"<Row>{cell('Menyusun')}</Row>", encoding=encoding))
    document = read_file(source(path))
    assert (document.format, document.problems) == ("xml-spreadsheet", ())
    assert len(document.blocks) == 1


def test_other_xml_is_no_spreadsheet() -> None:
    assert sniff(b'<?xml version="1.0"?><x:Workbook xmlns:x="urn:lain"/>', "a.xml") == "xml"
    with pytest.raises(CannotReadError):
        read_xml_spreadsheet(b'<?xml version="1.0"?><x/>')


def test_a_document_type_is_refused() -> None:
    with pytest.raises(CannotReadError) as caught:
        read_xml_spreadsheet(b"<?xml version='1.0'?><!DOCTYPE Workbook [<!ENTITY a 'b'>]><Workbook>&a;</Workbook>")
    assert caught.value.code is Code.FILE_REFUSED
