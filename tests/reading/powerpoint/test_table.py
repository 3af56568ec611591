"""Tables on slides: merges, colours, bold headers, and rows read both ways."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.model.blocks import Cell, Table
from tasks.model.provenance import NOWHERE
from tasks.reading.contents import Tally
from tasks.reading.drawing.colours import Palette
from tasks.reading.drawing.lists import NO_BULLETS
from tasks.reading.drawing.names import A
from tasks.reading.drawing.text import Reader
from tasks.reading.powerpoint import table as module
from tasks.reading.powerpoint.table import Slots, read_table
from tasks.reading.xml import parse
from tests.reading.packages import drawn, table
from tests.reading.powerpoint.decks import NAMES, box, contents, deck, read, slide, tbl, tc, texts

STYLED = '<a:tblPr firstRow="1"><a:tableStyleId>{}</a:tableStyleId></a:tblPr>'.format
MEDIUM, NO_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def test_merges_in_both_directions_at_once() -> None:
    rows = [
        tc("a", 'gridSpan="2" rowSpan="2"') + tc("", 'hMerge="1"') + tc("b"),
        tc("", 'vMerge="1" gridSpan="2"') + tc("", 'hMerge="1" vMerge="1"') + tc("c"),
        tc("d") + tc("e") + tc("f"),
    ]
    assert drawn(table(read(tbl(*rows)))) == [["a", "<", "b"], ["^", "^", "c"], ["d", "e", "f"]]


def test_covered_cells_may_be_left_out() -> None:
    rows = [tc("a", 'gridSpan="2"') + tc("b"), tc("c") + tc("d") + tc("e")]
    assert drawn(table(read(tbl(*rows)))) == [["a", "<", "b"], ["c", "d", "e"]]


def test_marks_that_lead_nowhere_are_cells() -> None:
    rows = [tc("a", 'hMerge="1"') + tc("b"), tc("c", 'vMerge="1"') + tc("d", 'hMerge="1"')]
    assert drawn(table(read(tbl(*rows)))) == [["a", "b"], ["c", "d"]]


def test_a_merge_ends_where_it_says() -> None:
    rows = [tc("a", 'rowSpan="2"'), tc("", 'vMerge="1"'), tc("lepas", 'vMerge="1"')]
    assert drawn(table(read(tbl(*rows)))) == [["a"], ["^"], ["lepas"]]


def test_absurd_spans_end_at_the_table() -> None:
    found = table(
        read(tbl(tc("a", 'gridSpan="99999999" rowSpan="99999999"') + tc("", 'hMerge="1"'), tc("b") + tc("c")))
    )
    assert (found.rows, found.cols) == (2, 2)


def test_words_of_covered_cells_are_kept_and_flagged() -> None:
    (cell,) = table(read(tbl(tc("a", 'gridSpan="2"') + tc("b", 'hMerge="1"')))).cells
    assert [(b.text, [s.kind for s in b.spans]) for b in cell.blocks if b.kind == "paragraph"] == [
        ("a", []),
        ("b", ["hidden"]),
    ]


def test_tables_are_numbered_on_their_slide() -> None:
    found = read(tbl(tc("a"), tc("b")) + tbl(tc("c"), tc("d")) + box("teks", 0, 0), tbl(tc("e")))
    places = [block.row_locator(block.rows) for block in found if isinstance(block, Table)]
    assert places == ["slide 1, row 2", "slide 1, table 2, row 2", "slide 2, row 1"]
    assert texts(found) == ["teks"]


@pytest.mark.parametrize(
    "fill, colour",
    [
        ('<a:solidFill><a:srgbClr val="00b050"/></a:solidFill>', "00B050"),
        ('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>', "4F81BD"),
        ('<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>', "000000"),
        ('<a:solidFill><a:schemeClr val="accent9"/></a:solidFill>', ""),
        ('<a:solidFill><a:prstClr val="ltGreen"/></a:solidFill>', "90EE90"),
        ('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', ""),
        ('<a:solidFill><a:srgbClr val="FF0000"><a:alpha val="0"/></a:srgbClr></a:solidFill>', ""),
        ('<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs></a:gsLst></a:gradFill>', "FF0000"),
        ('<a:lnL><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:lnL><a:noFill/>', ""),
        ("", ""),
    ],
)
def test_the_colour_of_a_cell(fill: str, colour: str) -> None:
    names = '<p:clrMap bg1="lt1" tx1="dk1" accent1="accent1"/>'
    assert [cell.fill for cell in table(read(tbl(tc("a", properties=fill)), template=names)).cells] == [colour]


@pytest.mark.parametrize("style, bold", [(MEDIUM, [True, False]), (NO_STYLE, [False, False])])
def test_the_first_row_is_bold_by_the_style_of_the_table(style: str, bold: list[bool]) -> None:
    found = table(read(tbl(tc("a"), tc("b"), properties=STYLED(style))))
    assert [cell.bold for cell in found.cells] == bold


def test_a_run_says_itself_whether_it_is_bold() -> None:
    plain = tc("a").replace("<a:r>", '<a:r><a:rPr b="0"/>')
    bold = tc("b").replace("<a:r>", '<a:r><a:rPr b="1"/>')
    found = table(read(tbl(plain + bold, plain + bold, properties=STYLED(MEDIUM))))
    assert [cell.bold for cell in found.cells] == [False, True, False, True]


def test_a_table_of_a_hidden_slide_is_hidden() -> None:
    (found,) = contents(deck(slide(tbl(tc("a")), 'show="0"'))).blocks
    assert isinstance(found, Table)
    assert (found.hidden, found.at.hidden) == (True, True)


words = st.text(st.sampled_from("ab é\uf0fc _x0B"), max_size=6)
looks = [
    "",
    '<a:rPr b="1"/>',
    '<a:rPr b="0"><a:latin typeface="Arial"/></a:rPr>',
    '<a:rPr strike="sngStrike"/>',
    '<a:rPr><a:latin typeface="Wingdings"/></a:rPr>',
]
runs = st.builds("<a:r>{}<a:t xml:space='preserve'>{}</a:t></a:r>".format, st.sampled_from(looks), words)
cells = st.builds(
    "<a:tc{}><a:txBody><a:bodyPr/><a:lstStyle/>{}</a:txBody><a:tcPr>{}</a:tcPr></a:tc>".format,
    st.sampled_from(["", "", "", ' hMerge="1"', ' gridSpan="2"', ' rowSpan="2"', ' vMerge="1"']),
    st.lists(st.lists(runs, max_size=2).map(lambda inner: f"<a:p>{''.join(inner)}</a:p>"), max_size=2).map("".join),
    st.sampled_from(["", '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>']),
)
rows = st.lists(cells, max_size=4).map(lambda inner: f"<a:tr>{''.join(inner)}</a:tr>")


def both_ways(xml: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[tuple[Cell, ...], Tally]]:
    found = []
    for plain in (True, False):
        element, tally = parse(xml.encode()), Tally()
        with monkeypatch.context() as patch:
            if not plain:
                patch.setattr(module, "plain_row", lambda *_: None)
            read = read_table(element, "slide 1, row {}", Slots(Reader({}, tally), NO_BULLETS, Palette()), NOWHERE)
        found.append((() if read is None else tuple(read.cells), tally))
    return found


@settings(deadline=None)
@given(st.lists(rows, max_size=4))
def test_rows_are_read_alike_both_ways(inner: list[str]) -> None:
    xml = f"<a:tbl {NAMES}>{STYLED(MEDIUM)}{''.join(inner)}</a:tbl>"
    with pytest.MonkeyPatch.context() as monkeypatch:
        quick, slow = both_ways(xml, monkeypatch)
    assert quick == slow


@given(st.lists(rows, max_size=4))
def test_no_cells_overlap_and_no_word_is_lost(inner: list[str]) -> None:
    element, tally = parse(f"<a:tbl {NAMES}>{''.join(inner)}</a:tbl>".encode()), Tally()
    found = read_table(element, "slide 1, row {}", Slots(Reader({}, tally), NO_BULLETS, Palette()), NOWHERE)
    stored = sum(len(t.text or "") for t in element.iter(A + "t"))
    assert tally.emitted + sum(tally.skipped.values()) == stored
    covered = [
        (row, col)
        for cell in (found.cells if found else ())
        for row in range(cell.row, cell.row + cell.rowspan)
        for col in range(cell.col, cell.col + cell.colspan)
    ]
    assert len(covered) == len(set(covered))
