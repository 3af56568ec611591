"""OpenDocument tables in running text as grids."""

import pytest

import tasks.reading.opendocument.story as limits
from tasks.model.blocks import Table
from tasks.reading.opendocument.document import read_text_document
from tasks.reading.refusal import CannotReadError
from tests.reading.opendocument.files import (
    cell,
    document,
    only_table,
    p,
    properties,
    row,
    style,
    text,
)
from tests.reading.packages import drawn

COVERED = "<table:covered-table-cell/>"


def table(*rows: str, columns: str = "", attributes: str = "") -> str:
    return f"<table:table {attributes}>{columns}{''.join(rows)}</table:table>"


def grid(*rows: str, columns: str = "", styles: str = "") -> Table:
    return only_table(text(table(*rows, columns=columns), styles))


def span(words: str, rows: int = 1, cols: int = 1) -> str:
    return cell(words, f'table:number-rows-spanned="{rows}" table:number-columns-spanned="{cols}"')


def test_spans_in_both_directions() -> None:
    found = grid(row(span("a", 2, 2), COVERED, cell("b")), row(COVERED, COVERED, cell("c")), row(*map(cell, "def")))
    assert drawn(found) == [["a", "<", "b"], ["^", "^", "c"], ["d", "e", "f"]]


def test_covered_cells_that_a_program_left_out() -> None:
    found = grid(row(span("a", 2, 1), span("b", 1, 2)), row(cell("c"), cell("d")))
    assert drawn(found) == [["a", "b", "<"], ["^", "c", "d"]]


def test_repeated_cells_and_rows() -> None:
    twice = 'table:number-columns-repeated="2"'
    found = grid(row(cell("a", twice), cell("b"), attributes='table:number-rows-repeated="2"'), row(cell("c")))
    assert drawn(found) == [["a", "a", "b"], ["a", "a", "b"], ["c", "", ""]]
    assert [block.locator for c in found.cells if c.row == 2 for block in c.blocks] == ["table 1, row 2"] * 3


def test_header_rows_and_groups_are_rows() -> None:
    found = grid(
        f"<table:table-header-rows>{row(cell('a'))}</table:table-header-rows>",
        f"<table:table-row-group><table:table-rows>{row(cell('b'))}</table:table-rows></table:table-row-group>",
    )
    assert drawn(found) == [["a"], ["b"]]


def test_words_under_a_merged_cell_are_kept_with_it_and_flagged() -> None:
    found = grid(row(span("a", 1, 2), f"<table:covered-table-cell>{p('b')}</table:covered-table-cell>"))
    (only,) = found.cells
    assert only.text == "a\nb"
    assert [[s.kind for s in block.spans] for block in only.blocks if block.kind != "table"] == [[], ["hidden"]]


def test_a_covered_cell_under_nothing_is_a_cell() -> None:
    found = grid(row(f"<table:covered-table-cell>{p('a')}</table:covered-table-cell>", cell("b")))
    assert drawn(found) == [["a", "b"]]


def test_nested_tables_keep_their_place() -> None:
    inner = table(row(cell("b"), cell("c")), attributes='table:is-sub-table="true"')
    found = grid(row(f"<table:table-cell>{p('a')}{inner}{p('d')}</table:table-cell>"))
    assert found.cells[0].text == "a\nb | c\nd"


def test_fills_of_cells_rows_and_tables() -> None:
    def filled(name: str, family: str, colour: str) -> str:
        return style(name, family, properties(family, f'fo:background-color="{colour}"'))

    styles = (
        filled("c1", "table-cell", "#00b050")
        + filled("c2", "table-cell", "#ffffff")
        + filled("r1", "table-row", "#ffff00")
        + style("t1", "text", properties("text", 'fo:background-color="#ff0000"'))
    )
    green, white = 'table:style-name="c1"', 'table:style-name="c2"'
    found = grid(
        row(cell("a", green), cell("b", white), cell("c"), attributes='table:style-name="r1"'),
        row(cell('<text:span text:style-name="t1">d</text:span>'), cell("e", green), cell("f")),
        styles=styles,
    )
    assert [c.fill for c in found.cells] == ["00B050", "FFFF00", "FFFF00", "", "00B050", ""]


def test_bold_and_hidden_cells() -> None:
    bold = style("T1", "text", properties("text", 'fo:font-weight="bold"'))
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    words = '<text:span text:style-name="T1">a</text:span>'
    found = grid(row(cell(words), cell(f"{words}b")), columns=columns, styles=bold)
    assert [(c.bold, c.hidden) for c in found.cells] == [(True, False), (False, True)]


def test_tables_count_in_the_text_but_not_in_cells() -> None:
    inner = table(row(cell("x")))
    body = table(row(f"<table:table-cell>{inner}</table:table-cell>")) + p("a") + table(row(cell("b")))
    first, _, last = text(body)
    assert (first.locator, last.locator) == ("table 1, row 1", "table 2, row 1")


@pytest.mark.parametrize("kind", ["rows", "columns"])
def test_absurd_spans_are_cut(kind: str) -> None:
    found = grid(row(cell("a", f'table:number-{kind}-spanned="2000000000"')), row(cell("b")))
    assert (found.rows, found.cols) in {(2, 63), (2, 2)}


def test_a_cell_spans_no_more_columns_than_the_table_has() -> None:
    columns = '<table:table-column table:number-columns-repeated="3"/>'
    found = grid(row(cell("a", 'table:number-columns-spanned="99"')), columns=columns)
    assert (found.cols, found.cells[0].colspan) == (3, 3)


@pytest.mark.parametrize(
    "body",
    [
        table(row(cell("a"), attributes='table:number-rows-repeated="2000000000"')),
        table(row(cell("a", 'table:number-columns-repeated="1000"'), attributes='table:number-rows-repeated="100000"')),
    ],
)
def test_repeats_without_end_are_refused(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_COPIES", 5_000)
    with pytest.raises(CannotReadError, match=r"reading\.table-too-large"):
        read_text_document(document("text", body))
