"""The text of a paragraph: breaks, fields, links, symbols, escapes."""

import pytest

from tasks.model.blocks import Paragraph, Span
from tasks.reading.contents import Tally
from tasks.reading.drawing.plain import plain_text
from tasks.reading.drawing.text import Reader, read_line
from tasks.reading.xml import parse
from tests.reading.powerpoint.decks import NAMES, contents, deck, read, slide, sp

LINKS = (("h1", "hyperlink", "https://contoh.go.id"), ("h2", "slide", "slide2.xml"))


def paragraph(inner: str) -> Paragraph:
    found = contents(deck(slide(sp(f"<a:p>{inner}</a:p>")), links=LINKS)).blocks[0]
    assert isinstance(found, Paragraph)
    return found


def run(text: str, properties: str = "", attributes: str = "") -> str:
    return f"<a:r><a:rPr {attributes}>{properties}</a:rPr><a:t>{text}</a:t></a:r>"


def test_line_breaks_and_vertical_tabs() -> None:
    assert paragraph(f"{run('a')}<a:br/>{run('b_x000B_c_x0007_d')}").text == "a\nb\ncd"


def test_fields_show_what_is_stored() -> None:
    assert paragraph(f'{run("tgl ")}<a:fld type="datetime1"><a:rPr/><a:t>1/2/2017</a:t></a:fld>').text == "tgl 1/2/2017"


def test_formulas_are_read() -> None:
    math = 'xmlns:a14="urn:x" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    assert (
        paragraph(f"{run('luas ')}<a14:m {math}><m:oMath><m:r><m:t>πr²</m:t></m:r></m:oMath></a14:m>").text
        == "luas πr²"
    )


def test_struck_words_and_links_are_marked_across_runs() -> None:
    link = '<a:hlinkClick r:id="h1"/>'
    found = paragraph(
        run("a", attributes='strike="sngStrike"') + run("b", attributes='strike="dblStrike"') + run("c", link)
    )
    assert found.text == "abc"
    assert found.spans == (Span(0, 2, "struck"), Span(2, 3, "link", target="https://contoh.go.id"))


def test_links_inside_the_deck_have_no_address() -> None:
    assert paragraph(run("a", '<a:hlinkClick r:id="h2"/>')).spans == ()


@pytest.mark.parametrize(
    "text, properties, shown",
    [
        ("ü", '<a:latin typeface="Wingdings"/>', "✓"),
        ("P", '<a:latin typeface="Wingdings 2"/>', "✓"),
        ("à", '<a:sym typeface="Wingdings"/>', "→"),
        ("\uf0e0 teks biasa", '<a:sym typeface="Wingdings"/>', "→ teks biasa"),
        ("5", '<a:sym typeface="Wingdings"/>', "5"),
        ("résumé", '<a:sym typeface="Wingdings"/>', "résumé"),
        ("\uf0fc", "", "✓"),
    ],
)
def test_symbol_fonts(text: str, properties: str, shown: str) -> None:
    assert paragraph(run(text, properties)).text == shown


def test_of_alternate_contents_one_is_read() -> None:
    inner = (
        f"<mc:AlternateContent><mc:Choice>{run('baru')}</mc:Choice><mc:Fallback>{run('lama')}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert paragraph(inner).text == "baru"
    assert paragraph(inner.replace(run("baru"), "<a:br/>")).text == "lama"


def test_paragraphs_of_white_space_are_left_out_and_not_counted() -> None:
    found = read(sp(f"<a:p>{run('  ')}</a:p><a:p/><a:p>{run('isi')}</a:p>"))
    assert [(b.locator, b.at.path) for b in found] == [("slide 1, bullet 1", "s1/p3")]


@pytest.mark.parametrize(
    "inner",
    [
        run("a") + run("b", attributes='b="1"'),
        run("a", attributes='b="1"') + run("", attributes='b="0"'),
        "<a:r><a:t>tebal</a:t></a:r><a:endParaRPr/>",
        run("√ \uf0fc", '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'),
        run("a", attributes='strike="noStrike"'),
    ],
)
@pytest.mark.parametrize("bold", [True, False])
def test_plain_paragraphs_are_read_alike_both_ways(inner: str, bold: bool) -> None:
    element = parse(f"<a:p {NAMES}>{inner}</a:p>".encode())
    plain = plain_text(element, bold)
    line = read_line(element, Reader({}, Tally(), bold=bold))
    assert plain is not None
    assert plain[:3] == (line.text, line.bold if line.text else None, line.characters)
    assert line.spans == []


@pytest.mark.parametrize(
    "inner",
    [
        "<a:r><a:t>a</a:t></a:r><a:br/>", run("a_x000B_"), run("a", attributes='strike="sngStrike"'),
        run("a", '<a:latin typeface="Wingdings"/>'), run("a", '<a:hlinkClick r:id="h1"/>'), '<a:fld type="x"/>',
    ],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_the_general_reader(inner: str) -> None:
    assert plain_text(parse(f"<a:p {NAMES}>{inner}</a:p>".encode()), False) is None
