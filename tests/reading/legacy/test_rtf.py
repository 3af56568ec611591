r"""Rich Text Format: control words, encodings, tables, what stands beside the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import Block, Content, Heading, ListItem, Note, Paragraph, Span, Table
from tasks.model.problem import Code
from tasks.reading.legacy.rtf.document import read_rtf
from tasks.reading.refusal import CannotReadError
from tests.reading.packages import drawn

FONTS = r"{\fonttbl{\f0\fnil Arial;}{\f1\fnil\fcharset2 Wingdings;}{\f2\fnil\fcharset204 Arial CYR;}}"


def read(body: str, encoding: str = "latin-1") -> tuple[Block, ...]:
    found = read_rtf(rb"{\rtf1\ansi\ansicpg1252\deff0" + (FONTS + body + "}").encode(encoding))
    assert found.receipt.remainder == 0
    return found.blocks


def one(body: str) -> Paragraph | Heading | ListItem:
    (block,) = read(body)
    assert isinstance(block, Paragraph | Heading | ListItem)
    return block


def texts(blocks: tuple[Content, ...] | tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if not isinstance(block, Table)]


def row(*cells: str, edges: str = "") -> str:
    known = edges or "".join(rf"\cellx{1000 * n}" for n in range(1, len(cells) + 1))
    return rf"\trowd{known}\pard\intbl " + "".join(rf"{cell}\cell " for cell in cells) + r"\row "


def test_paragraphs_count_empty_ones_too() -> None:
    blocks = read(r"satu\par\par dua\line baris\tab kolom\par")
    assert [(block.locator, block.text) for block in blocks if isinstance(block, Paragraph)] == [
        ("paragraph 1", "satu"), ("paragraph 2", ""), ("paragraph 3", "dua\nbaris\tkolom"),
    ]  # fmt: skip
    assert [block.at.path for block in blocks] == ["p1", "p2", "p3"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (r"caf\'e9", "café"),
        (r"\u8730?", "√"),
        (r"\uc2\u8730ab c", "√ c"),
        (r"\u-10179?\u-8694?", "😊"),
        (r"\u-10179?x", "x"),
        (r"{\f2 \'e4\'e0}", "да"),
        (r"{\f1 \'fc}", "✓"),
        (r"a\~b\_c\-d", "a\xa0b-cd"),
        (r"\{x\\y\}", r"{x\y}"),
        (r"\ldblquote a\rdblquote \endash\bullet", "“a”–•"),
        (r"{\upr{ansi}{\*\ud{unicode}}}", "unicode"),
        (r"{\*\tidakdikenal rahasia}isi", "isi"),
        (r"{\shppict{\pict 0102}}{\nonshppict{\pict 03}}{\*\bkmkstart a}isi", "isi"),
    ],
)
def test_characters(words: str, text: str) -> None:
    assert one(words + r"\par").text == text


def test_text_looks() -> None:
    found = one(r"a{\strike b}{\v c}{\deleted d}{\*\revtbl{Unknown;}{Ani;}}{\revised\revauth1 e}\plain f\par")
    assert found.text == "abcef"
    assert found.spans == (Span(1, 2, "struck"), Span(2, 3, "hidden"), Span(3, 4, "inserted", "Ani"))


def test_fields_show_their_results_and_links_lead_somewhere() -> None:
    link = r'{\field{\*\fldinst HYPERLINK "https://contoh.go.id/"}{\fldrslt tautan}}'
    found = one(link + r" {\field{\*\fldinst PAGE}{\fldrslt 3}}\par")
    assert found.text == "tautan 3"
    assert found.spans == (Span(0, 6, "link", target="https://contoh.go.id/"),)


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (r"\fftype1\ffres1\ffdefres0", "☒"),
        (r"\fftype1\ffres25\ffdefres0", "☐"),
        (r"\fftype2\ffres1{\*\ffname pilih}{\*\ffl PUSAT}{\*\ffl DAERAH}", "DAERAH"),
    ],
)
def test_form_fields(form: str, shown: str) -> None:
    field = rf"{{\field{{\*\fldinst FORM {{\*\formfield{{{form}}}}}}}{{\fldrslt }}}}"
    assert one(field + r" setuju\par").text == f"{shown} setuju"


def test_labels_of_lists() -> None:
    found = read(r"{\listtext\pard 1.\tab}\ilvl0 satu\par{\pntext\f1\'a7\tab}\ilvl1 dua\par\pard tiga\par")
    assert [(block.label, block.level) for block in found if isinstance(block, ListItem)] == [("1.", 0), ("▪", 1)]
    assert texts(found) == ["satu", "dua", "tiga"]


def test_headings_by_style_base_style_and_level() -> None:
    styles = r"{\stylesheet{\s1\outlinelevel0 Judul;}{\s2\sbasedon1 Turunan;}{\s3 heading 3;}{\s4 Biasa;}}"
    found = read(styles + r"\s1 a\par\s2 b\par\s3 c\par\pard\outlinelevel1 d\par\pard\s4 e\par")
    assert [block.level if isinstance(block, Heading) else 0 for block in found] == [1, 1, 3, 2, 0]
    assert isinstance(found[4], Paragraph)
    assert found[4].style == "Biasa"


def test_a_table() -> None:
    before, table, after = read(r"judul\par" + row("No", "Kegiatan") + row("1", r"a\par b") + r"\pard akhir\par")
    assert isinstance(table, Table)
    assert drawn(table) == [["No", "Kegiatan"], ["1", "a\nb"]]
    assert [table.row_locator(1), table.row_locator(2)] == ["table 1, row 1", "table 1, row 2"]
    assert (before.locator, after.locator) == ("paragraph 1", "paragraph 2")


def test_merged_cells_colours_and_rows_that_start_late() -> None:
    wide = r"\clmgf\cellx1000\clmrg\cellx2000\cellx3000"
    first = r"\clvmgf\clcbpat1\cellx1000\cellx2000\cellx3000"
    rest = r"\clvmrg\cellx1000\cellx3000"
    late = r"\trleft1000\cellx2000\cellx3000"
    colours = r"{\colortbl;\red255\green255\blue0;}"
    rows = row("A", "", "B", edges=wide) + row("C", "D", "E", edges=first)
    (table,) = read(colours + rows + row("", "F", edges=rest) + row("G", "H", edges=late))
    assert isinstance(table, Table)
    assert drawn(table) == [["A", "<", "B"], ["C", "D", "E"], ["^", "F", "<"], ["", "G", "H"]]
    assert [cell.fill for cell in table.cells if cell.text == "C"] == ["FFFF00"]


def test_a_table_inside_a_table() -> None:
    inner = (
        r"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx400\cellx800\nestrow}"
        r"{\nonesttables\par}"
    )
    (table,) = read(r"\trowd\cellx1000\cellx2000\pard\intbl a\par" + inner + r"\pard\intbl b\cell c\cell\row ")
    assert isinstance(table, Table)
    kinds = [block.kind for block in table.cells[0].blocks]
    assert kinds == ["paragraph", "table", "paragraph"]
    assert [cell.text for cell in table.cells] == ["a\nx | y\nb", "c"]


def test_what_stands_beside_the_text() -> None:
    found = read(
        r"{\header KOP\par}{\footer\pard kaki\par}isi{\footnote catatan kaki}"
        r"{\*\atnauthor Ani}{\*\annotation periksa}{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt KOTAK\par}}"
        r"{\shprslt KOTAK\par}}\par"
    )
    notes = [(block.note, block.locator, block.text, block.author) for block in found if isinstance(block, Note)]
    assert notes == [
        ("header", "header", "KOP", ""), ("comment", "paragraph 1, comment 1", "periksa", "Ani"),
        ("footer", "footer", "kaki", ""),
    ]  # fmt: skip
    assert [(b.locator, b.text) for b in found if isinstance(b, Paragraph)] == [
        ("paragraph 1", "isi"), ("paragraph 1", "catatan kaki"), ("paragraph 1", "KOTAK"),
    ]  # fmt: skip


def test_nothing_is_executed_or_opened() -> None:
    """Embedded objects and instructions to fetch other files are passed over."""
    found = one(r"{\object\objemb{\*\objclass Package}{\*\objdata 0105}{\result R}}{\*\template c:\\x.dot}isi\par")
    assert found.text == "Risi"


def test_binary_data_is_passed_over() -> None:
    data = rb"{\rtf1{\pict\bin5 }}{\\x}isi\par}"
    assert [block.text for block in read_rtf(data).blocks if isinstance(block, Paragraph)] == ["isi"]


def test_groups_may_not_be_nested_without_end() -> None:
    with pytest.raises(CannotReadError) as caught:
        read_rtf(rb"{\rtf1" + b"{" * 5000)
    assert caught.value.code is Code.FILE_REFUSED


@given(st.text(st.characters(codec="utf-16", exclude_characters="\r\n\0\x0b\x0c"), max_size=40))
def test_any_text_comes_back(text: str) -> None:
    units = text.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    found = read_rtf(rb"{\rtf1\uc0 x" + b"".join(b"\\u%d " % code for code in codes) + rb"\par}")
    shown = found.blocks[0]
    assert isinstance(shown, Paragraph)
    private = any(0xF000 <= ord(c) < 0xF100 for c in text)
    assert private or shown.text == "x" + text
    assert found.receipt.remainder == 0


@given(st.lists(st.sampled_from([b"{", b"}", b"\\par ", b"\\cell ", b"\\row ", b"\\trowd", b"\\cellx900", b"\\intbl ",
                                 b"\\pard ", b"\\itap2 ", b"\\nestcell ", b"\\nestrow ", b"a", b"\\'e9", b"\\u8730?",
                                 b"{\\header ", b"{\\*\\annotation ", b"{\\footnote ", b"{\\field{\\*\\fldinst ",
                                 b"\\*", b"\\deleted ", b"\\upr", b"\\ud"]), max_size=40))  # fmt: skip
def test_any_order_of_words_loses_nothing(words: list[bytes]) -> None:
    assert read_rtf(rb"{\rtf1 " + b"".join(words)).receipt.remainder == 0
