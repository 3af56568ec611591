"""Packed cells travel as columns and come back as they were."""

import json
from array import array
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import Cell, CellValue, Document, Paragraph, Span, Table
from tasks.model.packed import CellLook, PackedCells
from tasks.reading.storage.encoding import from_json, to_json

VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=3), st.datetimes(),
    st.dates(), st.times(),
)  # fmt: skip
LOOK = st.builds(
    CellLook, st.text(max_size=2), st.text(max_size=2), st.text(max_size=2), st.booleans(), st.booleans(), st.booleans()
)
LINE = st.tuples(st.integers(1, 2**32 - 1), st.integers(1, 16_384), st.text(max_size=3), VALUE)


@st.composite
def packed(draw: st.DrawFn) -> PackedCells:
    """Cells in columns, some of whose values are their text."""
    lines = draw(st.lists(LINE, max_size=6))
    kinds = draw(st.lists(LOOK, min_size=1, max_size=3))
    texts = [text for _, _, text, _ in lines]
    own = draw(st.lists(st.booleans(), min_size=len(lines), max_size=len(lines)))
    values: list[CellValue] = [text if same else value for same, (_, _, text, value) in zip(own, lines, strict=True)]
    is_merged = draw(st.booleans())
    merged = Cell(7, 7, (Paragraph("x", "a", "", (Span(0, 1, "link", target="b"),)), Paragraph("y", "b")), 2, 3)
    return PackedCells(
        "row {}",
        draw(st.integers(1, 3)),
        array("I", [row for row, _, _, _ in lines]),
        array("H", [col for _, col, _, _ in lines]),
        texts,
        values if draw(st.integers(0, 3)) else None,
        array("I", [row % len(kinds) for row, _, _, _ in lines]),
        kinds,
        {0: merged} if lines and is_merged else None,
    )


def document(cells: PackedCells) -> Document:
    return Document("a.xlsx", "xlsx", (Table("sheet 'A', row {}", cells, 9, 9, 3),))


@given(packed())
def test_they_come_back_as_they_were(cells: PackedCells) -> None:
    words = to_json(document(cells))
    again = from_json(words)
    assert again == document(cells)
    assert to_json(again) == words
    (table,) = again.blocks
    assert isinstance(table, Table)
    assert isinstance(table.cells, PackedCells)
    assert [type(cell.value) for cell in table.cells] == [type(cell.value) for cell in cells]
    assert list(table.words()) == list(document(cells).blocks[0].words())  # type: ignore[union-attr]


def test_what_occurs_often_stands_there_once() -> None:
    moments: list[CellValue] = [date(2019, 5, 2), datetime(2019, 5, 2), time(9)]  # noqa: DTZ001
    cells = PackedCells(
        "row {}", 1, array("I", [1] * 30), array("H", range(1, 31)), ["Dinas Kesehatan"] * 30, moments * 10,
        array("H", [0] * 30), [CellLook()],
    )  # fmt: skip
    words = to_json(document(cells))
    assert words.count("Dinas Kesehatan") == 1
    assert words.count("2019-05-02") == 2


def damage(place: list[int], value: Any) -> str:
    """The JSON of one packed table with something else at a place in its columns."""
    cells = PackedCells(
        "row {}", 1, array("I", [1, 2]), array("H", [1, 1]), ["a", "b"], ["a", 2], array("H", [0, 0]), [CellLook()]
    )
    data = json.loads(to_json(document(cells)))
    item = data[3][0][3]
    for index in place[:-1]:
        item = item[index]
    item[place[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ([4], "BAQ=="),  # one row only
        ([4], "Zabc"),
        ([4], "H!"),
        ([4], 7),
        ([6], [1, 2]),
        ([6], ["a"]),
        ([7], "BAAk="),
        ([8], []),
        ([8, 0], "BAQE="),
        ([8, 1], []),
        ([8, 1], [[3]]),
        ([9], "BAAE="),
        ([10], []),
        ([10, 0], ["x"] * 9),
        ([1], [[0]]),
    ],
)
def test_damaged_columns_are_no_document(place: list[int], value: Any) -> None:
    with pytest.raises(ValueError):
        from_json(damage(place, value))
