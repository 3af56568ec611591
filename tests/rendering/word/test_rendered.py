"""A part with its words, and the shape by which it is checked."""

import pytest
from jinja2 import Template
from lxml import etree

from tasks.rendering.word import inline, ooxml
from tasks.rendering.word.compile import ENVIRONMENT
from tasks.rendering.word.ooxml import W_NS
from tasks.rendering.word.rendered import render

HEAD = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
ROW = "<w:tr><w:tc><w:p><w:r><w:t>{{ step.words }}</w:t></w:r>{{ step.code }}</w:p></w:tc></w:tr>"
LOOP = "{% for step in steps %}" + ROW + "{% endfor %}"


def table(rows: str) -> Template:
    return ENVIRONMENT.from_string(f'<w:tbl xmlns:w="{W_NS}">{HEAD}{rows}</w:tbl>')


def steps(count: int) -> list[dict[str, object]]:
    codes = [inline.anchor(f"A.{n}", f"RK_{n}", n) + inline.link(f"B & {n}", f"RK_{n}") for n in range(count)]
    return [{"words": f"<langkah>\n{n}", "code": inline.Inline(code)} for n, code in enumerate(codes)]


def test_rows_that_differ_in_their_words_and_names_stand_in_the_shape_once() -> None:
    one, many = (render(table(LOOP), {"steps": steps(count)}) for count in (1, 5_000))
    assert one.shape == many.shape
    assert len(ooxml.parse(many.text.encode())) == 5_001
    assert len(ooxml.parse(many.shape.encode())) == 2
    assert "langkah" not in many.shape
    assert "RK_" not in many.shape


def test_every_kind_of_row_stands_in_the_shape() -> None:
    rows = LOOP + "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:p/></w:tc></w:tr>" + HEAD * 2
    assert len(ooxml.parse(render(table(rows), {"steps": steps(3)}).shape.encode())) == 4


def test_merged_rows_and_those_around_a_nested_table_stay() -> None:
    merged = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>"
    nested = f"<w:tr><w:tc><w:tbl>{HEAD}</w:tbl><w:p/></w:tc></w:tr>"
    shape = ooxml.parse(render(table(merged * 3 + nested * 2), {}).shape.encode())
    assert len(shape) == 6


def test_markup_that_is_not_well_formed_shows_in_the_shape() -> None:
    whole = render(table("{% for step in steps %}" + ROW.replace("step.words", "step.words|safe") + "{% endfor %}"), {
        "steps": [{"words": "A & B", "code": ""}],
    })  # fmt: skip
    with pytest.raises(etree.XMLSyntaxError):
        ooxml.parse(whole.shape.encode())


def test_cells_whose_paragraphs_fell_away_are_closed() -> None:
    part = render(table("<w:tr><w:tc><w:tcPr/></w:tc><w:tc></w:tc></w:tr>"), {})
    assert part.text.count("<w:p/></w:tc>") == 3
    assert part.shape.count("<w:p/></w:tc>") == 3
