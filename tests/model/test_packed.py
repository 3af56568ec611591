"""Cells in columns are the same as cells in a tuple."""

from array import array
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import Cell, Paragraph, Span, Table
from tasks.model.packed import CellLook, PackedCells

LOOKS = (CellLook(), CellLook("Isi", "0.00", "00B050", True, True), CellLook(struck=True))
MERGED = Cell(9, 9, (Paragraph("row 9", "a"), Paragraph("row 9", "b")), 2, 2)


def packed(*lines: tuple[int, int, str, int], others: dict[int, Cell] | None = None) -> PackedCells:
    """Cells in columns: row, column, text (its value as well), number of the look."""
    rows, cols, texts, looks = zip(*lines, strict=True) if lines else ((), (), (), ())
    return PackedCells(
        "row {}", 11, array("I", rows), array("H", cols), list(texts), list(texts), array("H", looks), LOOKS, others
    )


def plain(row: int, col: int, text: str, look: int) -> Cell:
    """The same cell, written out."""
    spans = (Span(0, len(text), "struck"),) if LOOKS[look].struck else ()
    blocks = (Paragraph(f"row {row + 10}", text, LOOKS[look].style, spans),) if text else ()
    said = (LOOKS[look].number_format, LOOKS[look].fill, LOOKS[look].bold, LOOKS[look].hidden)
    return Cell(row, col, blocks, 1, 1, text, *said)


LINES = st.lists(
    st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["", " ", "x", "isi sel"]), st.integers(0, 2)),
    max_size=6,
)


@given(LINES, st.slices(6))
def test_they_are_equal_to_cells_written_out(lines: list[tuple[int, int, str, int]], part: slice) -> None:
    cells, same = packed(*lines), tuple(plain(*line) for line in lines)
    assert cells == same
    assert same == cells
    assert hash(cells) == hash(same)
    assert cells[part] == same[part]
    assert [cells[i] for i in range(-len(same), len(same))] == [*same, *same]


@given(LINES)
def test_a_table_of_them_has_the_same_words_and_grid(lines: list[tuple[int, int, str, int]]) -> None:
    cells = packed(*lines, others={0: MERGED} if lines else None)
    apart = Table("row {}", tuple(cells), 10, 10, 11)
    together = replace(apart, cells=cells)
    assert together == apart
    assert together.grid() == apart.grid()
    assert list(apart.words()) == [(c.row, c.col, c.text) for c in cells]


def test_words_are_those_of_the_cells() -> None:
    table = Table("row {}", packed((1, 1, "x", 0), (1, 2, "", 0)), 1, 2)
    assert list(table.words()) == [(1, 1, "x"), (1, 2, "")]


def test_a_cell_that_is_more_is_given_as_it_is() -> None:
    cells = packed((1, 1, "x", 0), (9, 9, "a\nb", 0), others={1: MERGED})
    assert cells[1] is MERGED
    assert list(cells) == [plain(1, 1, "x", 0), MERGED]


@pytest.mark.parametrize("index", [-2, 1])
def test_there_is_no_cell_beyond_the_last(index: int) -> None:
    with pytest.raises(IndexError):
        packed((1, 1, "x", 0))[index]


def test_other_cells_are_not_equal() -> None:
    cells = packed((1, 1, "x", 0))
    assert cells != (plain(1, 1, "y", 0),)
    assert cells != ()
    assert cells != "x"


def test_cells_without_values() -> None:
    cells = PackedCells("row {}", 1, array("I", [1]), array("H", [1]), ["x"], None, array("H", [0]), LOOKS)
    assert cells[0] == Cell(1, 1, (Paragraph("row 1", "x"),))


@pytest.mark.parametrize(("texts", "look"), [([], 0), (["a", "b"], 0), (["a"], 3)])
def test_columns_that_do_not_fit_are_refused(texts: list[str], look: int) -> None:
    with pytest.raises(ValueError, match="columns"):
        PackedCells("row {}", 1, array("I", [1]), array("H", [1]), texts, None, array("H", [look]), LOOKS)
