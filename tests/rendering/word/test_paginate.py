"""Widths, heights and pages, on a page of round numbers: 200 by 100 points, lines of 10 points."""

import pytest
from lxml import etree

from tasks.rendering.word import metrics, ooxml
from tasks.rendering.word.layout import Ruler
from tasks.rendering.word.metrics import UnknownFontError, face
from tasks.rendering.word.ooxml import W_NS
from tasks.rendering.word.paginate import heading_pages
from tasks.rendering.word.styles import Styles

STYLES = """<w:styles xmlns:w="{ns}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}"/><w:sz w:val="16"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:line="200" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:keepNext/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Jarak"><w:pPr><w:spacing w:before="200" w:after="400"/></w:pPr></w:style>
<w:style w:type="table" w:styleId="Rapat"><w:tblPr><w:tblCellMar/></w:tblPr></w:style></w:styles>"""
SECTION = '<w:sectPr><w:pgSz w:w="4000" w:h="2000"/><w:pgMar w:top="0" w:bottom="0" w:left="0" w:right="0"/></w:sectPr>'


def styles(font: str = "Calibri") -> Styles:
    return Styles(STYLES.format(ns=W_NS, font=font).encode())


def p(text: str = "x", style: str = "Normal", settings: str = "", inside: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{settings}</w:pPr><w:r>{inside}<w:t>{text}</w:t></w:r></w:p>'


def heading(settings: str = "") -> str:
    return p("Judul", "H", settings)


def table(rows: int, lines: int = 1, header: bool = True, split: bool = False) -> str:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="4000"/></w:tcPr>{p() * lines}</w:tc>'
    head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc>{p()}</w:tc></w:tr>" if header else ""
    row = f"<w:tr>{'' if split else '<w:trPr><w:cantSplit/></w:trPr>'}{cell}</w:tr>"
    look = '<w:tblPr><w:tblStyle w:val="Rapat"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    return f"<w:tbl>{look}{head}{row * rows}</w:tbl>"


def pages(*blocks: str, font: str = "Calibri") -> list[int]:
    """Pages of the headings of a document."""
    text = f'<w:document xmlns:w="{W_NS}"><w:body>{"".join(blocks)}{SECTION}</w:body></w:document>'
    root = ooxml.parse(text.encode())
    known = styles(font)
    found = [e for e in root.iter(ooxml.P) if "Judul" in ooxml.text_of(e)]
    where = heading_pages(root, known, found)
    return [where[e] for e in found if e in where]


def test_headings_move_on_when_a_page_is_full() -> None:
    assert pages(heading(), p() * 8, heading(), p()) == [1, 2]
    assert pages(heading(), p() * 7, heading(), p()) == [1, 1]


def test_a_heading_stays_with_what_follows_it() -> None:
    assert pages(p() * 9, heading(), p()) == [2]
    assert pages(p() * 8, heading(), table(3)) == [2]


def test_a_page_break_in_a_style_or_by_hand_begins_a_page() -> None:
    break_ = '<w:br w:type="page"/>'
    assert pages(heading(), heading("<w:pageBreakBefore/>"), p()) == [1, 2]
    assert pages(heading(), p("", inside=break_), heading(), p()) == [1, 2]
    assert pages(p(), p("Judul", inside=break_)) == [2]


def test_a_section_begins_a_page() -> None:
    assert pages(heading(), p("", settings=SECTION), heading(), p()) == [1, 2]


def test_the_larger_of_two_spaces_counts_once() -> None:
    # 10 + 10 above, 20 below; the second one's space above is within the 20 below the first: 10+10+20 + 10+20 = 70
    assert pages(p(style="Jarak") * 2, p() * 2, heading(), p()) == [2]
    assert pages(p(style="Jarak") * 2, p(), heading(), p()) == [1]


def test_rows_repeat_their_header_on_every_page() -> None:
    # a row is 10.5 high, the header 11.5: 8 rows on a page with it
    assert pages(table(8), heading(), p()) == [2]
    assert pages(table(6), heading(), p()) == [1]
    assert pages(table(8 * 3), heading(), p()) == [4]


def test_a_row_that_may_not_be_parted_moves_and_one_higher_than_a_page_is_parted() -> None:
    assert pages(p() * 5, table(1, lines=4), heading(), p()) == [2]
    assert pages(table(1, lines=25, header=False), heading(), p()) == [3]
    assert pages(p() * 7, table(1, lines=6, header=False, split=True), heading(), p()) == [2]


def test_long_paragraphs_are_parted_with_two_lines_at_either_end() -> None:
    long = "kata " * 200
    count = face("Calibri", 8.0, False).lines(long.strip(), 200.0)
    assert pages(p(long), heading(), p()) == [(count * 10) // 100 + 1]


def test_nothing_is_foretold_for_an_unknown_font() -> None:
    assert pages(heading(), p(), font="Comic Sans MS") == []
    with pytest.raises(UnknownFontError):
        face("Comic Sans MS", 8.0, False)


def test_widths_are_those_of_the_font() -> None:
    # Carlito's a and b are 981 and 1076 units of 2048 wide
    assert face("Calibri", 2048.0, False).width("ab") == pytest.approx(981 + 1076, abs=1)
    assert face("Arial", 2048.0, False).width("a") == pytest.approx(1139, abs=1)
    assert face("Calibri", 8.0, True).width("Menyusun") > face("Calibri", 8.0, False).width("Menyusun")
    assert face("Calibri", 8.0, False).width("語") == face("Calibri", 8.0, False).width("n")


@pytest.mark.parametrize(
    "text, pieces",
    [
        ("satu dua  tiga", ["satu ", "dua  ", "tiga"]),
        ("e-Pembelajaran 2017-2019", ["e-", "Pembelajaran ", "2017-", "2019"]),
        ("April–Juni SMA/SMK", ["April–", "Juni ", "SMA/SMK"]),
        ("Rp\u00a05.000 ya", ["Rp\u00a05.000 ", "ya"]),
        ("data—utama", ["data", "—", "utama"]),
    ],
)
def test_lines_may_end_at_spaces_and_after_hyphens(text: str, pieces: list[str]) -> None:
    assert list(metrics._pieces(text)) == pieces


def test_lines_are_counted() -> None:
    letters = face("Calibri", 8.0, False)
    word = letters.width("kata")
    assert letters.lines("kata", 100.0) == 1
    assert letters.lines("kata\nkata", 100.0) == 2
    assert letters.lines("kata kata", word + 1) == 2
    assert letters.lines("kata kata", 2 * word + letters.width(" ") + 0.01) == 1
    assert letters.lines("kata kata ", 2 * word + letters.width(" ") + 0.01) == 1
    assert letters.lines("k" * 100, letters.width("k") * 25 + 0.01) == 4
    assert letters.lines("kata", word + 5, first=4.0) == 1


def test_equal_cells_are_measured_alike() -> None:
    ruler = Ruler(styles())
    root = ooxml.parse(f'<w:x xmlns:w="{W_NS}">{table(2)}{table(2, lines=3)}</w:x>'.encode())
    short, tall = (ruler.grid(t) for t in root.iter(ooxml.TBL))
    assert short.rows == ((10.5, False), (10.5, False))
    assert tall.rows == ((30.5, False), (30.5, False))
    assert short.header == pytest.approx(11.5)


def test_styles_inherit_and_rings_of_styles_end() -> None:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/><w:rPr>{}</w:rPr></w:style>'
    both = style.format("A", "B", "<w:b/>") + style.format("B", "A", '<w:b w:val="0"/><w:sz w:val="30"/>')
    part = f'<w:styles xmlns:w="{W_NS}">{both}</w:styles>'
    look = Styles(part.encode()).style_look("A")
    assert (look.bold, look.size) == (True, 15.0)


def test_own_settings_of_a_paragraph_go_before_its_style() -> None:
    element: etree._Element = ooxml.parse(
        p(style="Jarak", settings='<w:spacing w:before="60"/>').replace("<w:p>", f'<w:p xmlns:w="{W_NS}">', 1).encode()
    )
    look = styles().look(element)
    assert (look.before, look.after) == (3.0, 20.0)


def test_the_number_of_a_heading_takes_room_on_its_line() -> None:
    title = " ".join(["Judul"] * 9)  # fills a line of 200 points but for the width of a word
    blocks = "".join([p() * 6, p(title, "H"), p() * 2, heading(), SECTION])
    root = ooxml.parse(f'<w:document xmlns:w="{W_NS}"><w:body>{blocks}</w:body></w:document>'.encode())
    long, last = [e for e in root.iter(ooxml.P) if "Judul" in ooxml.text_of(e)]
    assert heading_pages(root, styles(), [long, last])[last] == 1
    assert heading_pages(root, styles(), [long, last], {long: "LAMPIRAN XXVIII"})[last] == 2
