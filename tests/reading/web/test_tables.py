"""Tables of web pages: spans, order of head and foot, nesting, layout, colours, what is hidden."""

import pytest

import tasks.reading.web.grid as grid
from tasks.model.blocks import Table
from tasks.reading.refusal import CannotReadError
from tasks.reading.web.html import read_web_page
from tests.reading.packages import drawn


def tables(body: str) -> list[Table]:
    found = read_web_page(f"<html>{body}".encode())
    assert found.receipt.read > 0
    assert found.receipt.remainder == 0
    return [block for block in found.blocks if isinstance(block, Table)]


def one(body: str) -> Table:
    (found,) = tables(body)
    return found


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", [["a", "b"], ["^", "c"]]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", [["a", "<", "b"], ["c", "d", "e"]]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", [["a", "b"], ["^", "c"], ["^", "d"]]),
        ("<tr><td rowspan=99999>a<td>b<tr><td>c", [["a", "b"], ["^", "c"]]),
        ("<tr><td colspan=99999999999>a<tr><td>b<td>c", [["a", "<"], ["b", "c"]]),
        ("<tr><td colspan=-3>a<td rowspan=x>b", [["a", "b"]]),
        ("<tr><td>a<td rowspan=2>b<tr><td colspan=3>c<td>d", [["a", "b", ""], ["c", "^", "d"]]),
        ("<thead><tr><th rowspan=5>a<th>b<tbody><tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        (
            "<tfoot><tr><td>z<td>9<tbody><tr><td>a<td>1</tbody><thead><tr><th>h<th>n",
            [["h", "n"], ["a", "1"], ["z", "9"]],
        ),
        (
            "<thead><tr><th>h<th>n<tbody><tr><td>a<td>1</tbody><thead><tr><th>k<th>m",
            [["h", "n"], ["a", "1"], ["k", "m"]],
        ),
        ("<td>a<td>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<form><tr><td>a<td>b</tr></form><tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><td>a<td>b<tr><tr><td>c", [["a", "b"], ["", ""], ["c", ""]]),
        ("<tr><td>a<tr><td>b", [["a"], ["b"]]),
        ("<tr><td>x<br>y<td><p>p<p>q<td>&nbsp;<td>z", [["x\ny", "p\nq", "", "z"]]),
    ],
)
def test_grids(body: str, rows: list[list[str]]) -> None:
    assert drawn(one(f"<table>{body}</table>")) == rows


def test_rows_count_as_shown() -> None:
    found = one("<table><tfoot><tr><td>z<td>9</tfoot><tbody><tr><td>a<td>1</table>")
    assert [(cell.text, cell.blocks[0].locator) for cell in found.cells] == [
        ("a", "table 1, row 1"),
        ("1", "table 1, row 1"),
        ("z", "table 1, row 2"),
        ("9", "table 1, row 2"),
    ]


def test_a_caption_stands_above_its_table() -> None:
    found = read_web_page(b"<table><caption>Tabel 1</caption><tr><td>a<td>b</table>").blocks
    assert [block.locator for block in found] == ["paragraph 1", "table 1, row 1"]


def test_nested_tables_stay_in_their_cell() -> None:
    found = one("<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>")
    inner = found.cells[0].blocks
    assert [block.kind for block in inner] == ["paragraph", "table", "paragraph"]
    assert {block.locator for block in inner} == {"table 1, row 1"}
    assert found.cells[1].text == "e"


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>{}</table>",
        "<table role=presentation><tr><td>kiri<td>{}</table>",
        "<table><tr><td>kop<tr><td>{}<tr><td>kaki</table>",
    ],
)
def test_layout_is_no_table(body: str) -> None:
    found = one(body.format("<table><tr><td>a<td>b</table>"))
    assert (found.locator, drawn(found)) == ("table 1, row 1", [["a", "b"]])


def test_tables_nested_beyond_measure_are_read_as_text() -> None:
    found = one("<table><tr><td>x<td>" * 100)
    assert found.cells[1].text.count("x") == 99


def test_colours_boldness_and_stored_numbers() -> None:
    found = one(
        "<style>.xl65 {background:#92D050}</style><table><tr bgcolor=yellow><th>No<td bgcolor=FFFFFF>b<td>c"
        "<tr><td class=xl65><td x:num='1500000.5'><b>Rp</b> 1.500.000<td style='background:rgb(255, 0, 0)'><b>x</b>"
        "<tr><td style='background-color:#abc'><td style='background:white'>"
        "<td style='background:rgba(1,2,3,0)'></table>"
    )
    assert [cell.fill for cell in found.cells] == ["FFFF00", "", "FFFF00", "92D050", "", "FF0000", "AABBCC", "", ""]
    assert [cell.bold for cell in found.cells] == [True, False, False, False, False, True, False, False, False]
    assert [cell.value for cell in found.cells if cell.value is not None] == [1500000.5]


def test_hidden_rows_columns_and_tables_are_kept_and_marked() -> None:
    found = one(
        "<table><col><col span=2 style='display:none'><col><tr><td>a<td>b<td>c<td>d"
        "<tr hidden><td>e<td>f<td>g<td>h</table>"
    )
    assert [cell.text for cell in found.cells if cell.hidden] == list("bcefgh")
    assert not found.hidden
    assert one("<div style='display:none'><table><tr><td>a<td>b</table></div>").hidden


def test_absurd_grids_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MAX_CELLS", 100)
    wide = "<tr>" + "<td>x" * 60
    assert one(f"<table>{wide * 3}</table>").cols == 60
    with pytest.raises(CannotReadError):
        tables("<table>" + "<tr><td>x" * 60 + wide + "</table>")


def test_a_cell_in_every_row_that_reaches_to_the_end_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MAX_CELLS", 10_000)
    with pytest.raises(CannotReadError):
        tables("<table>" + "<tr><td rowspan=60000>x<td>y" * 2000)
