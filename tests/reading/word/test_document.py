"""Paragraphs, their places and their tracked changes."""

import csv
import re
from pathlib import Path

import pytest

from tasks.model.blocks import Heading, ListItem, Paragraph, Span, Table
from tasks.reading.refusal import CannotReadError
from tasks.reading.word.document import read_word
from tests.builders import word as built
from tests.conftest import ROOT
from tests.reading.packages import drawn, p, package, read, table, tbl, tc

DELETED_MARK = '<w:rPr><w:del w:id="1"/></w:rPr>'


def test_paragraphs_count_outside_tables_and_empty_ones_too() -> None:
    found = read(p("a") + p("") + tbl(tc("x")) + p("b"))
    assert [block.locator for block in found] == ["paragraph 1", "paragraph 2", "table 1, row 1", "paragraph 3"]


def test_cells_have_the_place_of_their_row() -> None:
    cells = table(read(tbl(tc("a"), tc("b")) + tbl(tc("c"), tc("d")))).cells
    assert [cell.blocks[0].locator for cell in cells] == ["table 1, row 1", "table 1, row 2"]


def test_a_nested_table_has_the_place_of_the_row_around_it_and_is_not_counted() -> None:
    inner = f"<w:tc>{tbl(tc('dalam'))}{p('')}</w:tc>"
    outer, after = [block for block in read(tbl(tc("x"), inner) + tbl(tc("y"))) if isinstance(block, Table)]
    nested = next(block for block in outer.cells[1].blocks if isinstance(block, Table))
    assert nested.row_locator(1) == "table 1, row 2"
    assert after.row_locator(1) == "table 2, row 1"


def test_deleted_paragraphs_count_but_are_not_there() -> None:
    deleted = f"<w:p><w:pPr>{DELETED_MARK}</w:pPr><w:del><w:r><w:delText>lama</w:delText></w:r></w:del></w:p>"
    assert [(b.locator, getattr(b, "text", "")) for b in read(p("a") + deleted + p("b"))] == [
        ("paragraph 1", "a"),
        ("paragraph 3", "b"),
    ]


def test_a_paragraph_whose_mark_is_deleted_runs_on_into_the_next() -> None:
    found = read(p("Menyusun ", DELETED_MARK) + p("pedoman") + p("x"))
    assert [(b.locator, getattr(b, "text", "")) for b in found] == [
        ("paragraph 1", "Menyusun pedoman"),
        ("paragraph 3", "x"),
    ]


def test_a_deleted_mark_at_the_end_leaves_its_text() -> None:
    assert read(p("akhir", DELETED_MARK)) == (Paragraph("paragraph 1", "akhir"),)


def test_inserted_and_moved_words_are_there_and_marked() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = f"<w:p>{run.format('a ')}<w:ins>{run.format('baru')}</w:ins><w:moveFrom>{run.format('x')}</w:moveFrom></w:p>"
    (found,) = read(body)
    assert found == Paragraph("paragraph 1", "a baru", "", (Span(2, 6, "inserted"),))


def test_deleted_rows_are_left_out() -> None:
    gone = "<w:trPr><w:del/></w:trPr>" + tc("hapus")
    assert drawn(table(read(tbl(tc("a"), gone, tc("b"))))) == [["a"], ["b"]]


def test_neighbouring_runs_give_one_span() -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r>"
    (found,) = read(f"<w:p>{struck.format('satu ')}{struck.format('dua')}</w:p>")
    assert isinstance(found, Paragraph)
    assert found.spans == (Span(0, 8, "struck"),)


def test_a_switch_that_is_off_is_off() -> None:
    (found,) = read('<w:p><w:r><w:rPr><w:vanish w:val="0"/><w:strike w:val="false"/></w:rPr><w:t>a</w:t></w:r></w:p>')
    assert isinstance(found, Paragraph)
    assert found.spans == ()


def test_a_style_may_hide_or_embolden_text() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="H"><w:name w:val="sembunyi"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="tebal"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    hidden = '<w:p><w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>a</w:t></w:r></w:p>'
    cell = "<w:tc>" + p("judul", '<w:pStyle w:val="B"/>') + "</w:tc>"
    found = read(hidden + tbl(cell), styles=styles)
    assert isinstance(found[0], Paragraph)
    assert found[0].spans == (Span(0, 1, "hidden"),)
    assert table(found).cells[0].bold


def test_tabs_and_line_breaks_stay() -> None:
    (found,) = read("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>")
    assert getattr(found, "text", "") == "a\tb\nc"


def test_the_instruction_of_a_field_is_left_out_even_over_paragraphs() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = (
        f"<w:p>{mark.format('begin')}<w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:t>kode</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>kode lagi</w:t></w:r>{mark.format('separate')}<w:r><w:t>hasil</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>hasil 2</w:t></w:r>{mark.format('end')}</w:p>"
    )
    assert [getattr(block, "text", "") for block in read(body)] == ["", "hasil", "hasil 2"]


def test_form_fields_show_their_choice() -> None:
    form = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="Pusat"/><w:listEntry w:val="Daerah"/></w:ddList></w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert getattr(read(form)[0], "text", "") == "Daerah"


def test_a_text_box_has_the_place_of_its_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('kotak')}</w:txbxContent></w:pict></w:r>"
    found = read(p("a") + f"<w:p>{box}</w:p>" + p("b"))
    assert [(b.locator, getattr(b, "text", "")) for b in found] == [
        ("paragraph 1", "a"),
        ("paragraph 2", ""),
        ("paragraph 2", "kotak"),
        ("paragraph 3", "b"),
    ]


def test_of_alternate_contents_one_is_read() -> None:
    body = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><w:txbxContent>{p('kotak')}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{p('kotak')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert [getattr(block, "text", "") for block in read(body)] == ["", "kotak"]


def test_a_footnote_stands_behind_its_paragraph() -> None:
    body = '<w:p><w:r><w:t>isi</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' + p("lanjut")
    found = read(body, footnotes=f'<w:footnote w:id="2">{p("catatan")}</w:footnote>')
    assert [getattr(b, "text", "") for b in found] == ["isi", "catatan", "lanjut"]
    assert found[1].locator == "paragraph 1"


def test_the_style_is_named_as_in_every_language() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/></w:style>'
    (found,) = read(p("Kendala", '<w:pStyle w:val="Judul2"/>'), styles=styles)
    assert found == Heading("paragraph 1", "Kendala", 2)


def test_what_the_builder_writes_is_read() -> None:
    found = read_word(built("# Hasil\n\nNo | Kegiatan\n1 | Menyusun / pedoman\n2 | <\n\n1. satu\n1. dua")).blocks
    assert isinstance(found[0], Heading)
    assert drawn(table(found)) == [["No", "Kegiatan"], ["1", "Menyusun\npedoman"], ["2", "<"]]
    assert [b.label for b in found if isinstance(b, ListItem)] == ["1.", "2."]


def test_a_file_without_a_document_part_cannot_be_read() -> None:
    with pytest.raises(CannotReadError):
        read_word(package({"word/other.xml": "<x/>"}))


def gold_places() -> list[tuple[str, str, str]]:
    with (ROOT / "tests/gold/rakor-tik-2017/gold/records.csv").open(encoding="utf-8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines) if r["file"].endswith(".docx")]
    return [(r["file"], re.sub(r", (column|item) .*", "", r["locator"]), r["action"]) for r in rows]


def test_every_action_of_the_sample_is_at_its_place(sample: Path) -> None:
    texts: dict[tuple[str, str], str] = {}
    for file in sorted({file for file, _, _ in gold_places()}):
        for block in read_word((sample / "documents" / file).read_bytes()).blocks:
            if isinstance(block, Table):
                for row in range(1, block.rows + 1):
                    line = block.grid()[row - 1]
                    texts[file, block.row_locator(row)] = " ".join(c.text for c in line if c)
            else:
                texts[file, block.locator] = block.text
    missing = [
        (file, place, action)
        for file, place, action in gold_places()
        if " ".join(action.split())[:40] not in " ".join(texts.get((file, place), "").split())
    ]
    assert missing == []
