"""Web pages as a browser shows them: lines, white space, lists, what is hidden, forms, embedded pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.model.blocks import Block, Heading, ListItem, Note, Paragraph, Span, Table
from tasks.model.problem import Code
from tasks.reading.refusal import CannotReadError
from tasks.reading.web.html import read_web_page


def page(body: str) -> tuple[Block, ...]:
    found = read_web_page(body.encode())
    assert found.receipt.read > 0
    assert found.receipt.remainder == 0
    return found.blocks


def texts(body: str) -> list[str]:
    return [block.text for block in page(body) if not isinstance(block, Table)]


def labels(body: str) -> list[tuple[str, str, int]]:
    return [(block.label, block.text, block.level) for block in page(body) if isinstance(block, ListItem)]


def spans(body: str) -> list[tuple[str, str, str]]:
    (block,) = page(body)
    assert isinstance(block, Paragraph)
    return [(span.kind, block.text[span.start : span.end], span.target) for span in block.spans]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("  satu \n\t dua  ", ["satu dua"]),
        ("a<b> b</b><i>c </i> d", ["a bc d"]),
        ("a <b> b", ["a b"]),
        ("<b>a </b><b> b</b>", ["a b"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("a<br>b<br><br>c<br>", ["a", "b", "", "c"]),
        ("<p>a</p><p></p><p>&nbsp;</p><p>b</p>", ["a", "", "b"]),
        ("<h2>Hasil<br>Rapat</h2>", ["Hasil\nRapat"]),
        ("<pre>\n  a  b\n\nc\n</pre>d", ["  a  b", "", "c", "d"]),
        ("<p style='white-space:pre-wrap'>a  b</p>", ["a  b"]),
        ("a &amp; b &lt;c&gt; &#8211; &eacute; &tidakada; &#x2713;", ["a & b <c> – é &tidakada; ✓"]),
        ("a<!-- b -->c<script>d</script><style>e</style><template>f</template><noscript>g</noscript>", ["ac"]),
        ("<span style='display:block'>a</span>b", ["a", "b"]),
        ("<ruby>漢<rt>kan</rt></ruby>", ["漢"]),
        ("<dl><dt>PJ<dd>Pustekkom</dl>", ["PJ", "Pustekkom"]),
        ("<p><font face=Wingdings>ü</font> <span style='font:12pt \"Wingdings\"'>o</span></p>", ["✓ □"]),
        ("<img alt='✅'> selesai <img alt='logo kementerian'>", ["✅ selesai"]),
    ],
)
def test_lines(body: str, lines: list[str]) -> None:
    assert texts(body) == lines


def test_headings_have_their_level() -> None:
    found = [(b.level, b.text) for b in page("<h1>a</h1>x<h3>b</h3>") if isinstance(b, Heading)]
    assert found == [(1, "a"), (3, "b")]


def test_paragraphs_count_outside_tables_and_have_a_path() -> None:
    found = page("<h1>a</h1><table><tr><td>x<td>y</table><p>b<ul><li>c</ul>")
    assert [(block.locator, block.at.path) for block in found] == [
        ("paragraph 1", "p1"),
        ("table 1, row 1", "t1"),
        ("paragraph 2", "p2"),
        ("paragraph 3", "p3"),
    ]


@pytest.mark.parametrize(
    ("body", "items"),
    [
        ("<ol><li>a<li>b</ol>", [("1.", "a", 0), ("2.", "b", 0)]),
        ("<ol start=3 type=a><li>a<li value=27>b</ol>", [("c.", "a", 0), ("aa.", "b", 0)]),
        ("<ol reversed type=I><li>a<li>b</ol>", [("II.", "a", 0), ("I.", "b", 0)]),
        ("<ol start=0 type=a><li>a</ol>", [("0.", "a", 0)]),
        ("<ol start=99999999999999999999><li>a</ol>", [("1000000000.", "a", 0)]),
        ("<ol start=4000 type=i><li>a</ol>", [("4000.", "a", 0)]),
        ("<ol style='list-style-type: decimal-leading-zero'><li>a</ol>", [("01.", "a", 0)]),
        ("<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>", [("•", "a", 0), ("◦", "b", 1), ("▪", "c", 2)]),
        ("<ul type=square><li>a<li type=circle>b</ul>", [("▪", "a", 0), ("◦", "b", 0)]),
        ("<ul style='list-style:none'><li>a</ul>", [("", "a", 0)]),
        ("<ol><li><p>a</p><p>b</p><li>c</ol>", [("1.", "a", 0), ("2.", "c", 0)]),
        ("<ol><li><ol type=a><li>a</ol></ol>", [("1.", "", 0), ("a.", "a", 1)]),
        ("<ol><li><li>b</ol>", [("1.", "", 0), ("2.", "b", 0)]),
        ("<li>a", [("•", "a", 0)]),
        ("<ul><li><input type=checkbox checked> a<li><input type=checkbox>b</ul>", [("", "☑ a", 0), ("", "☐b", 0)]),
    ],
)
def test_list_labels(body: str, items: list[tuple[str, str, int]]) -> None:
    assert labels(body) == items


def test_numbers_that_word_wrote_out_are_labels() -> None:
    body = (
        "<p style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a.<span "
        "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>Menyusun</p><p>lalu</p>"
    )
    assert labels(body) == [("a.", "Menyusun", 1)]
    assert texts(body) == ["Menyusun", "lalu"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("a <s>b</s> <strike>c</strike>", [("struck", "b", ""), ("struck", "c", "")]),
        ("a <span style='text-decoration: line-through'>b <b>c</b></span>", [("struck", "b c", "")]),
        ("a <span hidden>b</span>", [("hidden", "b", "")]),
        ("a <i style='display: none !important'>b</i>", [("hidden", "b", "")]),
        ("<style>.x, p.y { visibility: hidden }</style>a <b class='z x'>b</b>", [("hidden", "b", "")]),
        ("<style>@media print { .x { display: none } }</style>a <b class=x>b</b>", []),
        ("<style>@media screen { .x { display: none } }</style>a <b class=x>b</b>", [("hidden", "b", "")]),
        ("<style>div .x { display: none } /* .x{display:none} */</style>a <b class=x>b</b>", []),
        ("a <a href='http://x/y'>b</a>", [("link", "b", "http://x/y")]),
    ],
)
def test_what_looks_different_is_flagged(body: str, found: list[tuple[str, str, str]]) -> None:
    assert spans(body) == found


def test_changes_have_author_and_date() -> None:
    (block,) = page("a <ins cite='mailto:Budi' datetime='2017-02-09T10:00'>b</ins><del cite='mailto:Ani'>c</del>")
    assert isinstance(block, Paragraph)
    assert block.spans == (Span(2, 3, "inserted", "Budi", "2017-02-09T10:00"), Span(3, 4, "struck", "Ani", ""))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<input value='Pustekkom'> <input type=hidden value=x> <input type=submit value=Kirim>", "Pustekkom"),
        ("<input type=radio checked> ya <input type=radio> tidak", "☑ ya ☐ tidak"),
        ("<textarea>\nSusun  pedoman</textarea>", "Susun  pedoman"),
        ("<select><option>Pusat<option selected>Daerah</select>", "Daerah"),
        ("<select><option>Pusat<option>Daerah</select>", "Pusat"),
    ],
)
def test_forms_show_what_is_in_their_fields(body: str, text: str) -> None:
    assert texts(body) == [text]


def test_quotations_are_recognisable() -> None:
    found = page("<p>baru</p><blockquote><p>lama</p></blockquote>")
    assert [block.style for block in found if isinstance(block, Paragraph)] == ["", "quoted"]


def test_comments_of_word_are_notes_at_their_place() -> None:
    first, note = page(
        "<p>Menyusun<a href='#_msocom_1'>[A1]</a></p><div style='mso-element:comment-list'><div "
        "style='mso-element:comment'><div id='_com_1'><p>kapan?<a href='#_msoanchor_1'>[A1]</a></p></div></div></div>"
    )
    assert isinstance(first, Paragraph)
    assert first.text == "Menyusun"
    assert isinstance(note, Note)
    assert (note.locator, note.text, note.id) == ("paragraph 1, comment 1", "kapan?", "1")


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=iso-8859-2><p>čaj</p>".encode("iso-8859-2"),
        "<?xml version='1.0' encoding='ISO-8859-2'?><html><p>čaj</p></html>".encode("iso-8859-2"),
        "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'><p>čaj</p>".encode("iso-8859-2"),
        "<p>čaj</p>".encode("utf-16"),
        "<p>čaj</p>".encode("utf-16-le"),
        "<meta charset=windows-1252><p>čaj</p>".encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    (block,) = read_web_page(data).blocks
    assert isinstance(block, Paragraph)
    assert block.text == "čaj"


def test_the_sheets_of_a_workbook_in_frames_are_told_to_be_missing() -> None:
    found = read_web_page(
        b"<html><!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>Tahap I &amp; II</x:Name></x:ExcelWorksheet></xml>"
        b"<![endif]--><frameset><frame src='b_files/sheet001.htm'><noframes>x</noframes></frameset></html>"
    )
    (problem,) = found.problems
    assert problem.code is Code.READ_IN_PART
    assert dict(problem.details)["names"] == "Tahap I & II"
    assert found.receipt.remainder == 0


def test_the_name_of_the_one_sheet_is_that_of_its_table() -> None:
    (block,) = read_web_page(
        b"<html><!--[if gte mso 9]><xml><x:ExcelWorksheet> <x:Name>Matriks</x:Name></x:ExcelWorksheet></xml>"
        b"<![endif]-->"
        b"<table><tr><td>a<td>b</table></html>"
    ).blocks
    assert isinstance(block, Table)
    assert (block.name, block.at.sheet) == ("Matriks", "Matriks")


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote"])
def test_deep_nesting_is_read_to_a_limit_and_refused_beyond(tag: str) -> None:
    assert texts(f"<{tag}>x" * 200)
    with pytest.raises(CannotReadError):
        read_web_page((f"<{tag}>x" * 5000).encode())


PIECES = (
    "<table>|<tr>|<td>|<th colspan=2>|<td rowspan=3>|<td rowspan=0 colspan=9999>|</td>|</tr>|</table>|<thead>|<tfoot>"
    "|<tbody>|<caption>|<ol>|<ul>|<li>|</ol>|<p>|</p>|<br>|<h1>|</h1>|<pre>|</pre>|<select>|<option>|</select>|<del>"
    "|<a href=x>|</del>|<b>|</b>|<div hidden>|</div>|<form>|</form>|<span style='mso-list:Ignore'>|</span>|<blockquote>"
    "|<a href=#_msocom_1>|<div style='mso-element:comment'>|<textarea>|<script>|</script>|<!--|-->|&nbsp;|&#0;|a "
    "|\n|  b"
    "|<col style=display:none>|<input type=checkbox>|<head>|<body>|<frameset>|<frame src=x>|<svg>|<math>|<![if x]>"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join))
def test_whatever_the_tags_no_character_is_lost(body: str) -> None:
    found = read_web_page(f"<html>{body}".encode())
    assert found.receipt.remainder == 0
    for block in found.blocks:
        assert not isinstance(block, Table) or block.grid()


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    assert read_web_page(b"<html>" + data).receipt.remainder == 0
