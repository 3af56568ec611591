"""Rows of cells with edges become grids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import Paragraph
from tasks.reading.legacy.rows import Inside, Layout, Mark, Row, build
from tasks.reading.refusal import CannotReadError
from tests.reading.packages import drawn


def row(*words: str, edges: tuple[int, ...] = (), marks: tuple[Mark, ...] = ()) -> Row:
    cells = tuple(Inside((Paragraph("", word),), False) for word in words)
    return Row(cells, Layout(edges, marks))


def grid(*rows: Row) -> list[list[str]]:
    table = build(rows, "row {}")
    assert table is not None
    return drawn(table)


def test_rows_without_edges_stand_cell_by_cell() -> None:
    assert grid(row("a", "b"), row("c")) == [["a", "b"], ["c", ""]]


def test_edges_a_hair_apart_are_one() -> None:
    assert grid(row("a", "b", edges=(0, 1000, 2000)), row("c", edges=(5, 1990))) == [["a", "b"], ["c", "<"]]


def test_cells_beyond_the_last_edge_are_kept() -> None:
    assert grid(row("a", "b", "c", edges=(0, 1000))) == [["a", "b", "c"]]


def test_an_empty_cell_beyond_the_last_edge_is_a_slip() -> None:
    assert grid(row("a", "b", " ", edges=(0, 10, 20), marks=(Mark(), Mark()))) == [["a", "b"]]
    assert grid(row("a", "b", "c", edges=(0, 10, 20), marks=(Mark(), Mark()))) == [["a", "b", "c"]]


def test_words_under_a_merged_cell_are_kept_with_it() -> None:
    down = Mark("continue")
    edges = (0, 10)
    first = row("a", edges=edges, marks=(Mark("restart"),))
    assert grid(first, row("b", edges=edges, marks=(down,)), row("", edges=edges, marks=(down,))) == [
        ["a\nb"], ["^"], ["^"],
    ]  # fmt: skip


def test_a_merge_that_leads_nowhere_is_a_cell() -> None:
    assert grid(row("a", "b", marks=(Mark("continue"), Mark(across="continue")))) == [["a\nb", "<"]]


def test_no_rows_no_table() -> None:
    assert build([], "row {}") is None


def test_absurd_grids_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.reading.legacy.rows.MAX_CELLS", 3)
    with pytest.raises(CannotReadError):
        grid(row("a", "b"), row("c", "d"))


MARKS = st.builds(Mark, st.sampled_from(["", "restart", "continue"]), st.sampled_from(["", "restart", "continue"]))
ROWS = st.builds(
    lambda words, edges, marks: row(*words, edges=tuple(sorted(edges)), marks=tuple(marks)),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=4),
    st.lists(st.integers(-500, 5000), max_size=5),
    st.lists(MARKS, max_size=4),
)


@given(st.lists(ROWS, min_size=1, max_size=5))
def test_no_cell_is_lost_and_none_covers_another(rows: list[Row]) -> None:
    table = build(rows, "row {}")
    assert table is not None
    written = sorted(
        block.text for one in rows for inside in one.cells for block in inside.blocks if block.kind != "table"
    )
    assert sorted(block.text for cell in table.cells for block in cell.blocks if block.kind != "table") == written
    places = [
        (r, c)
        for cell in table.cells
        for r in range(cell.row, cell.row + cell.rowspan)
        for c in range(cell.col, cell.col + cell.colspan)
    ]
    assert len(places) == len(set(places))
    assert all(r <= table.rows and c <= table.cols for r, c in places)
