"""Automatic numbers of lists: their form, and where they go on counting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import ListItem, Paragraph
from tests.reading.opendocument.files import text


def number(level: int, form: str, attributes: str = "") -> str:
    return f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" {attributes}/>'


def liststyle(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def items(*words: str, attributes: str = "") -> str:
    return "".join(f"<text:list-item {attributes}><text:p>{word}</text:p></text:list-item>" for word in words)


def lst(inner: str, attributes: str = 'text:style-name="L1"') -> str:
    return f"<text:list {attributes}>{inner}</text:list>"


def labels(body: str, *styles: str) -> list[str]:
    return [getattr(block, "label", "") for block in text(body, "".join(styles))]


PLAIN = liststyle("L1", number(1, "1", 'style:num-suffix="."'), number(2, "a", 'style:num-suffix=")"'))


@pytest.mark.parametrize(
    ("form", "attributes", "seen"),
    [
        ("1", "", ["1", "2"]),
        ("I", 'style:num-prefix="(" style:num-suffix=")"', ["(I)", "(II)"]),
        ("i", 'text:start-value="3"', ["iii", "iv"]),
        ("A", 'text:start-value="26"', ["Z", "AA"]),
        ("A", 'text:start-value="27" style:num-letter-sync="true"', ["AA", "BB"]),
        ("1", 'loext:num-list-format="BAB %1%."', ["BAB 1.", "BAB 2."]),
        ("", 'style:num-suffix="."', ["", ""]),
    ],
)
def test_the_form_of_a_number(form: str, attributes: str, seen: list[str]) -> None:
    assert labels(lst(items("a", "b")), liststyle("L1", number(1, form, attributes))) == seen


def test_bullets() -> None:
    bullet = '<text:list-level-style-bullet text:level="1" text:bullet-char="–"/>'
    assert labels(lst(items("a", "b")), liststyle("L1", bullet)) == ["–", "–"]


def test_levels_show_the_numbers_above_them() -> None:
    style = liststyle("L1", number(1, "1"), number(2, "1", 'text:display-levels="2" style:num-suffix="."'))
    inner = f"<text:list-item><text:p>a</text:p><text:list>{items('b', 'c')}</text:list></text:list-item>"
    assert labels(lst(inner + inner), style) == ["1", "1.1.", "1.2.", "2", "2.1.", "2.2."]


def test_only_the_first_paragraph_of_an_item_has_its_number() -> None:
    body = lst("<text:list-item><text:p>a</text:p><text:p>b</text:p></text:list-item>" + items("c"))
    first, second, third = text(body, PLAIN)
    assert isinstance(first, ListItem)
    assert isinstance(second, Paragraph)
    assert isinstance(third, ListItem)
    assert (first.label, third.label) == ("1.", "2.")


def test_a_list_header_has_no_number() -> None:
    body = lst("<text:list-header><text:p>a</text:p></text:list-header>" + items("b"))
    assert labels(body, PLAIN) == ["", "1."]


def test_a_new_list_begins_anew_unless_it_says_otherwise() -> None:
    style = 'text:style-name="L1"'
    body = (
        lst(items("a", "b"), f'{style} xml:id="x"')
        + lst(items("c"), style)
        + lst(items("d"), f'{style} text:continue-numbering="true"')
        + lst(items("e"), f'{style} text:continue-list="x"')
        + lst(items("f") + items("g", attributes='text:start-value="7"') + items("h"), style)
    )
    assert labels(body, PLAIN) == ["1.", "2.", "1.", "2.", "3.", "1.", "7.", "8."]


def test_an_item_may_have_a_style_of_its_own() -> None:
    other = liststyle("L2", number(1, "A", 'style:num-suffix="."'))
    body = lst(items("a") + items("b", attributes='text:style-override="L2"'))
    assert labels(body, PLAIN, other) == ["1.", "B."]


def test_a_list_without_style_takes_that_of_its_paragraphs() -> None:
    style = '<style:style style:name="P1" style:family="paragraph" style:list-style-name="L1"/>'
    body = '<text:list><text:list-item><text:p text:style-name="P1">a</text:p></text:list-item></text:list>'
    assert labels(body, PLAIN, style) == ["1."]


def test_numbers_in_the_cells_of_a_table_go_on() -> None:
    cells = "".join(
        f"<table:table-row><table:table-cell>{lst(items(''), more)}</table:table-cell></table:table-row>"
        for more in ('text:style-name="L1"', 'text:style-name="L1" text:continue-numbering="true"')
    )
    (table,) = text(f"<table:table>{cells}</table:table>", PLAIN)
    assert table.kind == "table"
    assert [cell.text.strip() for cell in table.cells] == ["1.", "2."]


def test_numbered_paragraphs_outside_of_lists() -> None:
    body = "".join(
        f'<text:numbered-paragraph text:list-id="x" text:style-name="L1" text:level="{level}"><text:p>a</text:p>'
        "</text:numbered-paragraph>"
        for level in (1, 2, 2, 1)
    )
    assert labels(body, PLAIN) == ["1.", "a)", "b)", "2."]


def test_a_number_that_nobody_can_compute_is_taken_from_the_file() -> None:
    body = "<text:list><text:list-item><text:p><text:number>4.2</text:number>a</text:p></text:list-item></text:list>"
    assert labels(body) == ["4.2"]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=20))
def test_each_number_is_one_more_than_the_last_of_its_level(depths: list[int]) -> None:
    style = liststyle("L1", *(number(level, "1") for level in range(1, 5)))
    body = "".join(
        f'<text:numbered-paragraph text:list-id="x" text:style-name="L1" text:level="{depth}"><text:p>a</text:p>'
        "</text:numbered-paragraph>"
        for depth in depths
    )
    expected, counts = [], [0] * 5
    for depth in depths:
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (4 - depth)
        expected.append(str(counts[depth]))
    assert labels(body, style) == expected
