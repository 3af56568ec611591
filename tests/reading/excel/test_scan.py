"""Patterns read a worksheet as the parser does, or leave it to the parser."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

import tasks.reading.excel.shapes as shapes
from tasks.model.blocks import Table
from tasks.reading.contents import Tally
from tasks.reading.excel.kinds import Book
from tasks.reading.excel.names import STRICT, TRANSITIONAL
from tasks.reading.excel.parser import parse_sheet
from tasks.reading.excel.plain import NotPlainError, PlainXml
from tasks.reading.excel.raw import RawSheet
from tasks.reading.excel.scan import scan
from tasks.reading.excel.shared import SharedStrings, read_shared
from tasks.reading.excel.styles import Look
from tasks.reading.excel.workbook import read_workbook

SHARED = (
    "<si><t>satu</t></si><si><t>dua &amp; dua</t></si><si><r><t>a</t></r><r><rPr><strike/></rPr><t>b</t></r></si>"
    '<si><t xml:space="preserve"> </t></si><si><t>\uf0fc</t></si><si><t>x_x000D_y</t><rPh><t>hint</t></rPh></si><si/>'
)
LOOKS = (
    Look(), Look("0%"), Look("mmm-yy", "FF0000", True), Look("", "", False, True, "Calibri"),
    Look("", "00FF00", False, False, "Wingdings"), Look("000"),
)  # fmt: skip


def shared(xml: str = SHARED) -> SharedStrings:
    data = f'<sst xmlns="{TRANSITIONAL}">{xml}</sst>'.encode()
    return read_shared(lambda: iter([data]), Tally())


def part(rows: str, head: str = "", tail: str = "", space: str = TRANSITIONAL) -> bytes:
    return f'<worksheet xmlns="{space}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>'.encode()


def chunks(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


def by_patterns(data: bytes, size: int = 1 << 20) -> tuple[RawSheet, Book]:
    sheet, book = RawSheet(), Book(shared(), LOOKS, False)
    xml = PlainXml(chunks(data, size), "worksheet", "sheetData", "row")
    scan(xml, book, sheet)
    parse_sheet([xml.rest()], book, sheet, {})
    return sheet, book


def by_parser(data: bytes) -> tuple[RawSheet, Book]:
    sheet, book = RawSheet(), Book(shared(), LOOKS, False)
    parse_sheet([data], book, sheet, {})
    sheet.cells = sheet.cells.in_order()
    return sheet, book


def plainly(found: tuple[RawSheet, Book]) -> list[Any]:
    """All that a worksheet says, whatever way it was read."""
    sheet, book = found
    cells = sheet.cells
    looks = [book.kinds[kind].look for kind in cells.kinds]
    values = [(type(value), value) for value in cells.values]
    return [
        [*cells.rows], [*cells.cols], [*cells.lengths], cells.texts, values, looks, sheet.spans, sheet.hidden_rows,
        sheet.merges, sheet.unsolved, sheet.references, sheet.tally.read, sheet.tally.skipped, set(book.strings.lookup),
    ]  # fmt: skip


@pytest.fixture(autouse=True)
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shapes are learnt from two rows on."""
    monkeypatch.setattr(shapes, "FEWEST_ROWS", 2)


WORDS = st.text(st.sampled_from("aZ 1.<&>'\"\n_\u00e9\uf0fcx0D"), max_size=8)
NUMBERS = st.one_of(
    st.integers(-3, 10**16).map(str),
    st.floats(allow_nan=True, allow_infinity=True).map(repr),
    st.sampled_from(["0", "007", "1E3", " 5 ", "-0", "1_0", "43000", "abc", "\u0663", " ", ""]),
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cell(kind: str, style: str, stored: str) -> str:
    """What stands in a tag <c r="A1" and behind it."""
    typed = f' t="{kind}"' if kind in {"s", "b", "e", "str", "d", "n"} else ""
    words = escaped(stored)
    return {
        "void": f"{style}/>",
        "empty": f"{style}></c>",
        "inline": f'{style} t="inlineStr"><is><t>{words}</t></is></c>',
        "spaced": f'{style} t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>',
        "formula": f"{style}><f>{words}</f><v>5</v></c>",
        "text formula": f'{style} t="str"><f>{words}</f><v>{words}</v></c>',
        "copy": f'{style}><f t="shared" si="0"/><v>5</v></c>',
        "unsolved": f"{style}><f>{words}</f></c>",
        "unsolved too": f"{style}><f>{words}</f><v></v></c>",
        "preserved": f'{style} t="str"><v xml:space="preserve">{words}</v></c>',
    }.get(kind, f"{style}{typed}><v>{words}</v></c>")


KINDS = st.sampled_from(
    ["n", "n", "s", "s", "inline", "str", "b", "e", "d", "void", "empty", "spaced", "formula", "text formula", "copy",
     "unsolved", "unsolved too", "preserved", "plain"]
)  # fmt: skip
STYLES = st.sampled_from(["", *(f' s="{n}"' for n in range(7))])
COLUMN = st.tuples(KINDS, STYLES, st.integers(1, 3))


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Rows built alike, and some that are not."""
    columns = draw(st.lists(COLUMN, min_size=1, max_size=4))
    odd = draw(st.lists(st.integers(0, 9), max_size=2))
    row = 0
    out = []
    for number in range(draw(st.integers(1, 9))):
        row += draw(st.sampled_from([1, 1, 1, 5]))
        hidden = draw(st.sampled_from(["", "", ' hidden="1"', ' spans="1:4" x14ac:dyDescent="0.25"']))
        cells = ""
        col = 0
        for kind, style, gap in draw(st.lists(COLUMN, max_size=4)) if number in odd else columns:
            col += gap
            stored = draw(st.integers(0, 6).map(str) if kind == "s" else NUMBERS if kind in "nbd" else WORDS)
            if draw(st.integers(0, 9)):
                cells += f'<c r="{"ABCDEFGHIJKL"[col - 1]}{row}"{cell(kind, style, stored)}'
        out.append(f'<row r="{row}"{hidden}/>' if not cells and number % 2 else f'<row r="{row}"{hidden}>{cells}</row>')
    return draw(st.sampled_from(["", "", "\n"])).join(out)


@settings(max_examples=250, deadline=None)
@given(rows(), st.sampled_from([1, 7, 100, 1 << 20]))
def test_patterns_and_parser_agree(xml: str, size: int) -> None:
    data = part(xml.replace("x14ac:", ""), tail='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')
    try:
        found = by_patterns(data, size)
    except NotPlainError:
        return
    assert plainly(found) == plainly(by_parser(data))


USUAL = {
    "Excel": '<row r="{r}" spans="1:4" x14ac:dyDescent="0.25"><c r="A{r}" s="1"><v>{r}</v></c><c r="B{r}" t="s">'
    '<v>1</v></c><c r="C{r}" s="3"/><c r="D{r}" s="2"><f>A{r}*2</f><v>{r}</v></c></row>',
    "openpyxl": '<row r="{r}"><c r="A{r}" t="n"><v>{r}</v></c><c r="B{r}" t="inlineStr"><is><t>a{r}</t></is></c>'
    '<c r="C{r}" t="inlineStr"></c></row>',
    "LibreOffice": '<row r="{r}" customFormat="false" ht="12.8" hidden="false"><c r="A{r}" s="0" t="s"><v>0</v></c>'
    '<c r="B{r}" s="1" t="n"><v>0.5</v></c><c r="C{r}" s="1" t="str"><f aca="false">B{r}</f><v>x</v></c></row>',
    "pretty": '\n  <row r="{r}">\n<c r="A{r}"><v>1</v></c></row>\n',
    "cells of many kinds": '<row r="{r}"><c r="A{r}" s="1" t="b" cm="1"><v>1</v></c><c r="B{r}" t="e"><v>#N/A</v></c>'
    '<c r="C{r}" t="str"><v xml:space="preserve"> a </v></c><c r="D{r}"><f>1</f></c></row>',
}


@pytest.mark.parametrize("name", USUAL)
def test_what_programs_write_is_read_by_patterns(name: str) -> None:
    xml = "".join(USUAL[name].replace("{r}", str(row)).replace("x14ac:", "") for row in range(1, 30))
    sheet, book = by_patterns(part(xml))
    assert len(sheet.cells) >= 29
    assert plainly((sheet, book)) == plainly(by_parser(part(xml)))


@pytest.mark.parametrize("prefix", ["", "x:", "a.b:"])
@pytest.mark.parametrize("space", [TRANSITIONAL, STRICT])
def test_names_may_have_a_prefix_and_two_namespaces(prefix: str, space: str) -> None:
    p = prefix
    lines = "".join(
        f'<{p}row r="{r}"><{p}c r="A{r}"><{p}v>{r}</{p}v></{p}c>'
        f'<{p}c r="B{r}" t="inlineStr"><{p}is><{p}t>b</{p}t></{p}is></{p}c></{p}row>'
        for r in range(1, 5)
    )
    declared = f"xmlns:{p[:-1]}" if p else "xmlns"
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\r\n<{p}worksheet {declared}="{space}"><{p}sheetData>{lines}'
    sheet, _ = by_patterns((xml + f"</{p}sheetData></{p}worksheet>").encode())
    assert sheet.cells.texts == ["1", "b", "2", "b", "3", "b", "4", "b"]


UNUSUAL = {
    "comment": '<row r="1"><!-- <c r="A1"><v>9</v></c> --><c r="A1"><v>1</v></c></row>',
    "CDATA": '<row r="1"><c r="A1" t="str"><v><![CDATA[</v></c>]]></v></c></row>',
    "instruction": '<row r="1"><?x <c r="A1"><v>9</v></c> ?><c r="A1"><v>1</v></c></row>',
    "single quotes": "<row r='1'><c r='A1'><v>1</v></c></row>",
    "other order": '<row r="1"><c t="n" r="A1"><v>1</v></c></row>',
    "no references": "<row><c><v>1</v></c><c><v>2</v></c></row>",
    "columns backwards": '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    "rows backwards": '<row r="2"><c r="B2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
    "a row twice": '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>',
    "greater sign in an attribute": '<row r="1"><c r="A1" t="n" x="a>b"><v>1</v></c></row>',
    "rich text in the cell": '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>',
    "number in a box": '<row r="1"><c r="A1" t="n"><is><t>1</t></is></c></row>',
    "beyond the last column": '<row r="1"><c r="XFE1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    "beyond the last row": '<row r="1048577"><c r="A1"><v>1</v></c></row>',
    "shared string out of range": '<row r="1"><c r="A1" t="s"><v>77</v></c></row>',
    "other namespace": '<row r="1"><c r="A1" xmlns="urn:x"><v>9</v></c><c r="B1"><v>1</v></c></row>',
    "more in a cell": '<row r="1"><c r="A1"><v>1</v><extLst/></c></row>',
    "cell outside of a row": '<row r="1"><c r="A1"><v>1</v></c></row><c r="B9"><v>9</v></c><row r="3"/>',
    "control character": '<row r="1"><c r="A1" t="str"><v>&#1;</v></c></row>',
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_anything_unusual_is_left_to_the_parser(name: str) -> None:
    with pytest.raises(NotPlainError):
        by_patterns(part(UNUSUAL[name]))


@pytest.mark.parametrize(
    "data",
    [
        part("<row/>").decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="ISO-8859-1"?>' + part("<row/>"),
        b"<!DOCTYPE worksheet>" + part("<row/>"),
        b"<!-- c -->" + part("<row/>"),
        part("<row/>", space="urn:x"),
        part("").replace(b"<sheetData></sheetData>", b"<sheetData/>"),
        part('<row r="1"/>')[:-30],
        b"",
        part("<row/>").replace(b"worksheet", b"chartsheet"),
        part("<row>\xff</row>".encode("latin-1").decode("latin-1")).replace("\u00ff".encode(), b"\xff"),
    ],
)
def test_so_is_a_part_that_begins_or_ends_unusually(data: bytes) -> None:
    with pytest.raises(NotPlainError):
        by_patterns(data)


def test_rows_in_another_shape_stand_in_their_place() -> None:
    alike = '<row r="{r}"><c r="A{r}"><v>{r}</v></c><c r="B{r}" t="s"><v>0</v></c></row>'
    other = '<row r="{r}"><c r="C{r}" t="str"><v>jumlah</v></c></row>'
    xml = "".join((other if row % 40 == 7 else alike).replace("{r}", str(row)) for row in range(1, 200))
    sheet, _ = by_patterns(part(xml))
    assert [row for row, text in zip(sheet.cells.rows, sheet.cells.texts, strict=True) if text == "jumlah"] == [
        7, 47, 87, 127, 167,
    ]  # fmt: skip
    assert list(sheet.cells.rows) == sorted(sheet.cells.rows)


def test_no_pattern_takes_long_on_rows_that_do_not_fit() -> None:
    wide = "".join(f'<c r="{chr(65 + n)}{{r}}" s="1"><v>{"1" * 50}</v></c>' for n in range(26))
    xml = "".join(f'<row r="{r}">{wide.replace("{r}", str(r))}{"" if r < 200 else "<x/>"}</row>' for r in range(1, 400))
    with pytest.raises(NotPlainError):
        by_patterns(part(xml))


VALUES = st.one_of(
    st.integers(-(10**14), 10**14),
    st.floats(-1e9, 1e9).map(lambda number: float(f"{number:.15g}")),
    st.booleans(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=9),
    st.dates(date(1901, 1, 1), date(2099, 1, 1)),
    st.none(),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=12))
def test_values_are_those_that_openpyxl_wrote(lines: list[list[Any]]) -> None:
    book = Workbook()
    page = book.worksheets[0]
    written = {}
    for row, line in enumerate(lines, 1):
        for col, value in enumerate(line, 1):
            is_words = isinstance(value, str) and value.strip() and not value.startswith("=") and "_x" not in value
            if value is not None and (is_words or not isinstance(value, str)):
                page.cell(row, col, value)
                written[row, col] = value
    data = io.BytesIO()
    book.save(data)
    contents = read_workbook(data.getvalue())
    found = {
        (cell.row + table.first_row - 1, cell.col): cell.value
        for table in contents.blocks
        if isinstance(table, Table)
        for cell in table.cells
    }
    assert found.keys() == written.keys()
    for place, value in written.items():
        assert found[place] == pytest.approx(value, rel=1e-14) if isinstance(value, float) else found[place] == value
    assert contents.receipt.remainder == 0
