"""Documents as JSON come back exactly."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import Block, Cell, Document, Heading, ListItem, Paragraph, Span, Table
from tasks.model.problem import Code, problem
from tasks.reading.storage.encoding import from_json, to_json

TEXT = st.text(max_size=20)
NUMBER = st.integers(0, 9)
SPANS = st.lists(st.builds(Span, NUMBER, NUMBER, st.sampled_from(["struck", "hidden", "inserted"])), max_size=2)
LINE = st.one_of(
    st.builds(Heading, TEXT, TEXT, NUMBER, TEXT),
    st.builds(Paragraph, TEXT, TEXT, TEXT, SPANS.map(tuple)),
    st.builds(ListItem, TEXT, TEXT, NUMBER, TEXT, TEXT, SPANS.map(tuple)),
)
LOCATE = st.text(st.characters(codec="utf-8", exclude_characters="{}"), max_size=5).flatmap(
    lambda words: st.sampled_from([words, words + "{}"])
)
VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXT, st.datetimes(), st.dates(), st.times()
)


def tables(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Table]:
    cells = st.builds(
        Cell,
        row=NUMBER,
        col=NUMBER,
        blocks=st.lists(inner, max_size=2).map(tuple),
        value=VALUE,
        number_format=TEXT,
        fill=TEXT,
        bold=st.booleans(),
        hidden=st.booleans(),
    )
    return st.builds(Table, LOCATE, st.lists(cells, max_size=3).map(tuple), NUMBER, NUMBER, NUMBER, TEXT, st.booleans())


BLOCK = st.recursive(LINE, tables, max_leaves=5)
DOCUMENT = st.builds(
    Document,
    TEXT,
    TEXT,
    st.lists(BLOCK, max_size=3).map(tuple),
    st.lists(st.builds(lambda c, t: problem(c, t, t, cause=t), st.sampled_from(Code), TEXT), max_size=2).map(tuple),
)


@given(DOCUMENT)
def test_every_document_comes_back_as_it_was(document: Document) -> None:
    again = from_json(to_json(document))
    assert again == document
    assert to_json(again) == to_json(document)


@pytest.mark.parametrize("value", [1, 1.0, True, "1", date(2017, 2, 8), datetime(2017, 2, 8), time(9)])  # noqa: DTZ001
def test_values_keep_their_type(value: object) -> None:
    cell = Cell(1, 1, value=value)  # type: ignore[arg-type]
    (again,) = from_json(to_json(Document("a", "xlsx", (Table("row {}", (cell,), 1, 1),)))).blocks
    assert isinstance(again, Table)
    assert type(again.cells[0].value) is type(value)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", "[1,2,3,4,5]", '[9,"a","b",[],[],null,[],null]', '[3,"a","b",[["x"]],[],null,[],null]'],
)
def test_anything_else_is_no_document(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)
