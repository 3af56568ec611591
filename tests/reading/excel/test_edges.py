"""Headers and footers of printed pages."""

from tasks.model.blocks import Note
from tasks.reading.contents import Contents
from tasks.reading.excel.workbook import read_workbook
from tests.reading.packages import sheet

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'


def book(xml: str, attributes: str = "", state: str = "visible") -> Contents:
    return read_workbook(sheet(ROW, f"<headerFooter{attributes}>{xml}</headerFooter>", state=state))


def said(contents: Contents) -> list[tuple[str, str]]:
    return [(block.locator, block.text) for block in contents.blocks if isinstance(block, Note)]


def test_codes_are_left_out_and_sections_are_lines_of_their_own() -> None:
    code = '&L&"Calibri,Bold"&14Renja &A&C&K01+000Bab 1 && 2&R&D &P/&N'.replace("&", "&amp;")
    found = book(f"<oddHeader>{code}</oddHeader><oddFooter>&amp;CHalaman &amp;P dari &amp;N</oddFooter>")
    assert said(found) == [
        ("sheet 'Lembar 1', header", "Renja Lembar 1\nBab 1 & 2\n/"),
        ("sheet 'Lembar 1', footer", "Halaman  dari"),
    ]
    assert found.receipt.remainder == 0
    assert found.receipt.emitted == len("1" + "Renja " + "Bab 1 && 2" + " /" + "Halaman  dari ")


def test_words_without_a_section_stand_in_the_middle() -> None:
    assert said(book("<oddHeader>Rahasia</oddHeader>")) == [("sheet 'Lembar 1', header", "Rahasia")]


def test_first_and_even_pages_count_where_they_are_switched_on() -> None:
    xml = "<oddHeader>A</oddHeader><evenHeader>B</evenHeader><firstHeader>A</firstHeader>"
    off, on = book(xml), book(xml, ' differentOddEven="1" differentFirst="1"')
    assert said(off) == [("sheet 'Lembar 1', header", "A")]
    assert said(on) == [("sheet 'Lembar 1', header", "A"), ("sheet 'Lembar 1', header 2", "B")]
    assert dict(off.receipt.skipped) == {"not shown": 2}
    assert dict(on.receipt.skipped) == {"repeated": 1}


def test_nothing_but_codes_is_no_header() -> None:
    found = book("<oddHeader>&amp;C &amp;P &amp;G</oddHeader>")
    assert said(found) == []
    assert found.receipt.remainder == 0


def test_those_of_a_hidden_sheet_are_hidden() -> None:
    (note,) = (block for block in book("<oddFooter>A</oddFooter>", state="hidden").blocks if isinstance(block, Note))
    assert note.at.hidden
    assert [span.kind for block in note.blocks for span in getattr(block, "spans", ())] == ["hidden"]
