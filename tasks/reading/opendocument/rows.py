"""The rows of a worksheet of an OpenDocument file: what each cell holds, shows, and what is anchored to it."""

from dataclasses import replace
from typing import Final

from lxml import etree

from tasks.model.blocks import Span
from tasks.model.provenance import Provenance
from tasks.reading.notation.symbols import glyphs
from tasks.reading.opendocument.columns import DEFAULT_STYLE, UNSEEN, repeats
from tasks.reading.opendocument.flow import read_flow
from tasks.reading.opendocument.line import ODD, Line
from tasks.reading.opendocument.names import ANNOTATION, CELL, COVERED, DRAW, EXTENDED, PARAGRAPH, TABLE
from tasks.reading.opendocument.parts import CONTENT, standard
from tasks.reading.opendocument.place import Place
from tasks.reading.opendocument.sheet import LAST_COL, MAX_ROWS, Dress, Remark, Run, Sheet
from tasks.reading.opendocument.story import Story
from tasks.reading.opendocument.text import read_line
from tasks.reading.opendocument.values import FORMULA, VALUE_TYPE, formula, typed
from tasks.reading.spans import on_lines
from tasks.reading.xml import number

_STYLE: Final = TABLE + "style-name"
_DOWN: Final = TABLE + "number-rows-spanned"
_ACROSS: Final = TABLE + "number-columns-spanned"


def read_row(row: etree._Element, sheet: Sheet, story: Story) -> None:
    """Puts the cells of a row into its worksheet."""
    times = repeats(row, "rows", MAX_ROWS)
    top = sheet.next_rows(times)
    hidden = row.get(TABLE + "visibility") in UNSEEN
    style = row.get(DEFAULT_STYLE, "")
    story.gaps(row)
    col = 1
    for cell in row:
        if cell.tag not in (CELL, COVERED):
            story.leave(cell, "metadata")
            continue
        cols = min(repeats(cell, "columns", LAST_COL), LAST_COL - col + 1)
        if cols <= 0:
            story.leave(cell, "cut")
        elif len(cell) or cell.get(VALUE_TYPE) or cell.get(FORMULA):
            _cell(cell, (top, times, col, cols), cell.get(_STYLE) or style, hidden, sheet, story)
        else:
            story.gaps(cell)
            if cell.tag == CELL:
                sheet.colour(top, times, col, cols, cell.get(_STYLE) or style, hidden)
        col += max(cols, 0)


def _cell(
    cell: etree._Element, area: tuple[int, int, int, int], own: str, hidden: bool, sheet: Sheet, story: Story
) -> None:
    top, times, col, cols = area
    if cell.tag == COVERED:
        story.leave(cell)
        return
    dress = sheet.dresses.get(own or (sheet.styles[col - 1] if col <= len(sheet.styles) else ""))
    before = story.tally.emitted
    words, spans, bold = _words(cell, dress, story, top, sheet)
    value, text = typed(cell, words, dress.code)
    if text != words or not text.strip():
        story.tally.skip("repeated" if text else "white space", story.tally.emitted - before)
        story.tally.emitted = before
    if not text and not cell.get(VALUE_TYPE) and cell.get(FORMULA):
        value, text = None, formula(cell)
        sheet.uncalculated.append((top, col))
    if len(cell):
        _beside(cell, top, col, text, sheet, story)
    if not text.strip():
        sheet.colour(top, times, col, cols, own, hidden)
        return
    down, across = max(number(cell.get(_DOWN), 1), 1), max(number(cell.get(_ACROSS), 1), 1)
    look = sheet.look(dress, hidden or col in sheet.unseen, bold)
    sheet.put(Run(top, col, text, value, look, down, across, spans if text == words else ()), times, cols)


def _words(
    cell: etree._Element, dress: Dress, story: Story, row: int, sheet: Sheet
) -> tuple[str, tuple[Span, ...], bool]:
    """The words of a cell, what is special about stretches of them, and whether all are bold."""
    plain = _plain(cell)
    if plain is None:
        return _lines(cell, dress, story, sheet.locate().format(row))
    story.tally.emitted += len(plain)
    bold = bool(dress.look.bold)
    if dress.symbols or not plain.isascii():
        return glyphs(plain, dress.look.font or ""), (), bold
    return plain, (), bold


def _plain(cell: etree._Element) -> str | None:
    """The words of a cell that holds one paragraph of plain text, or nothing; None if it holds more."""
    if len(cell) == 0 and not cell.text:
        return ""
    if len(cell) != 1 or cell.text:
        return None
    child = cell[0]
    if child.tag != PARAGRAPH or len(child) or child.tail:
        return None
    words = child.text or ""
    return None if ODD.search(words) or words[:1].isspace() else words


def _lines(cell: etree._Element, dress: Dress, story: Story, locator: str) -> tuple[str, tuple[Span, ...], bool]:
    """The words of a cell, a line a paragraph, with what is special about stretches of them."""
    found: list[Line] = []
    story.where = locator
    story.gaps(cell)
    for paragraph in cell.iterchildren(PARAGRAPH):
        line = Line(story)
        read_line(paragraph, line, dress.look)
        line.finish()
        found.append(line)
    text, spans = on_lines((line.text, line.spans) for line in found)
    bold = [line.bold for line in found if line.bold is not None]
    return text, spans, bool(bold) and all(bold)


def _beside(cell: etree._Element, row: int, col: int, text: str, sheet: Sheet, story: Story) -> None:
    """What is anchored to a cell: comments, text boxes, charts."""
    sheet.remarks += [Remark(row, col, comment.element, comment.anchor or text) for comment in story.comments]
    story.comments.clear()
    for child in cell:
        if child.tag == ANNOTATION:
            sheet.remarks.append(Remark(row, col, child, text))
        elif str(child.tag).startswith(DRAW):
            read_box(child, row, sheet, story)
        elif child.tag != PARAGRAPH:
            story.leave(child)


def read_box(shape: etree._Element, row: int, sheet: Sheet, story: Story) -> None:
    """A text box, chart or other shape: its words have the place of the row where it is anchored."""
    for element in shape.iter(f"{EXTENDED}*"):
        standard(element)
    path = f"s{sheet.number}/b{len(sheet.boxes) + 1}"
    place = Place(sheet.locate().format(row), False, part=CONTENT, path=path)
    story.hidden = sheet.hidden
    read_flow(shape, story, place)
    story.hidden = False
    for block in place.blocks:
        if block.kind == "table" or block.text.strip():
            at = Provenance(CONTENT, block.at.path, sheet=sheet.name, hidden=sheet.hidden)
            sheet.boxes.append(replace(block, at=at))
