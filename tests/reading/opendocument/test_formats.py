"""Number formats of OpenDocument as format codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tasks.reading.opendocument.formats import format_code
from tasks.reading.opendocument.values import formula
from tests.reading.opendocument.files import NAMESPACES


def code(*styles: str) -> str:
    root = etree.fromstring(f"<r {NAMESPACES}>{''.join(styles)}</r>".encode())
    return format_code("N1", {str(child.get(f"{{{root.nsmap['style']}}}name")): child for child in root})


def data_style(kind: str, inner: str, name: str = "N1", attributes: str = "") -> str:
    return f'<number:{kind}-style style:name="{name}" {attributes}>{inner}</number:{kind}-style>'


def number(**attributes: str) -> str:
    said = " ".join(f'number:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<number:number {said}/>"


SLASH = "<number:text>/</number:text>"


def part(name: str, attributes: str = "") -> str:
    return f"<number:{name} {attributes}/>"


LONG = 'number:style="long"'
DATE = part("day", LONG) + SLASH + part("month", LONG) + SLASH + part("year", LONG)
SHORT_DATE = part("day") + part("month", 'number:textual="true"')
DURATION = part("hours") + "<number:text>:</number:text>" + part("minutes", LONG)
MONEY = "<number:currency-symbol>Rp</number:currency-symbol>" + number(decimal_places="0")
PERCENT = number(min_integer_digits="1", decimal_places="1") + "<number:text>%</number:text>"
SCIENTIFIC = part("scientific-number", 'number:decimal-places="2" number:min-exponent-digits="2"')


@pytest.mark.parametrize(
    ("style", "seen"),
    [
        (data_style("number", number(min_integer_digits="1")), ""),
        (data_style("number", number(min_integer_digits="1", decimal_places="0")), "0"),
        (data_style("number", number(min_integer_digits="1", decimal_places="2", grouping="true")), "#,##0.00"),
        (data_style("number", number(min_integer_digits="3", decimal_places="0")), "000"),
        (data_style("percentage", PERCENT), "0.0%"),
        (data_style("currency", MONEY), "[$Rp]0"),
        (data_style("number", number(decimal_places="0") + "<number:text> orang</number:text>"), '0" orang"'),
        (data_style("date", DATE), "dd/mm/yyyy"),
        (data_style("date", SHORT_DATE, attributes='number:language="id"'), "[$-421]dmmm"),
        (data_style("time", DURATION, attributes='number:truncate-on-overflow="false"'), "[h]:mm"),
        (data_style("text", part("text-content")), "@"),
        (data_style("number", SCIENTIFIC), "0.00E+00"),
        ("", ""),
    ],
)
def test_a_style_as_a_code(style: str, seen: str) -> None:
    assert code(style) == seen


def test_the_style_for_numbers_that_are_not_negative_goes_first() -> None:
    positive = data_style("number", number(decimal_places="0"), "N1P0")
    rule = '<style:map style:condition="value()&gt;=0" style:apply-style-name="N1P0"/>'
    own = data_style("number", "<number:text>-</number:text>" + number(decimal_places="0") + rule)
    assert code(positive, own) == "0;-0"


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("of:=SUM([.B2:.B3])", "=SUM(B2:B3)"),
        ("oooc:=[.A1]*2", "=A1*2"),
        ("=1+1", "=1+1"),
        ("of:=[$Lain.$A$1]", "=$Lain.$A$1"),
        ('of:=IF([.A1]="x";1;0)', '=IF(A1="x";1;0)'),
    ],
)
def test_a_formula_as_people_know_it(words: str, seen: str) -> None:
    cell = etree.Element("cell", {"{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula": words})
    assert formula(cell) == seen


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=30))
def test_any_formula_begins_with_one_sign(words: str) -> None:
    cell = etree.Element("cell", {"{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula": "of:=" + words})
    assert formula(cell).startswith("=")
