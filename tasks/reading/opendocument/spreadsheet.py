"""OpenDocument spreadsheets (.ods, .ots, .fods): a table each worksheet, then its text boxes, then its comments.

The contents are read row by row without building a tree of them. Rows and columns that repeat a million times cost
nothing where they hold nothing.
"""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from lxml import etree

from tasks.model.blocks import Block, Note
from tasks.model.problem import Code, Problem, problem
from tasks.model.provenance import Provenance, a1
from tasks.reading.contents import Contents, Tally
from tasks.reading.opendocument.comments import read_comment
from tasks.reading.opendocument.grid import tables
from tasks.reading.opendocument.lists import Numbering
from tasks.reading.opendocument.names import OFFICE, ROW, TABLE, TABLE_ELEMENT
from tasks.reading.opendocument.parts import CONTENT, Parts, characters, open_parts, styles_tree
from tasks.reading.opendocument.rest import leave_rest
from tasks.reading.opendocument.rows import read_box, read_row
from tasks.reading.opendocument.sheet import Dresses, Remark, Sheet
from tasks.reading.opendocument.story import Comment, Story
from tasks.reading.opendocument.styles import GROUPS, read_styles
from tasks.reading.opendocument.table import GROUPS as ROW_GROUPS
from tasks.reading.refusal import CannotReadError
from tasks.reading.xml import SAFE, syntax_error

_BODY: Final = OFFICE + "spreadsheet"
_SHAPES: Final = TABLE + "shapes"
_MOST_NAMED: Final = 50
"""Cells that one problem names."""


def read_spreadsheet(data: bytes) -> Contents:
    """The tables of a spreadsheet, in its order, given the bytes of its file. Raises CannotReadError."""
    parts = open_parts(data)
    common = styles_tree(parts)
    styles = read_styles(common)
    story = Story(styles, Numbering(styles), Tally(), object=cache(parts.object))
    sheets = list(_Book(story).sheets(parts))
    if common is not None:
        story.tally.read += characters(common)
        leave_rest(common, story.tally)
    blocks = tuple(block for sheet in sheets for block in _blocks(sheet, story))
    return Contents(blocks, story.tally.receipt(), tuple(_problems(sheets)))


class _Book:
    """A spreadsheet while its contents stream by."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._sheet: Sheet | None = None
        self._table: etree._Element | None = None
        self._number = 0
        self._spent: etree._Element | None = None

    def sheets(self, parts: Parts) -> Iterator[Sheet]:
        """The worksheets in order. Raises CannotReadError if the contents are broken or no spreadsheet."""
        tags = (TABLE_ELEMENT, ROW, *GROUPS)
        context = etree.iterparse(
            io.BytesIO(parts.content),
            events=("start", "end"),
            tag=tags,
            **SAFE,
        )
        try:
            for event, element in context:
                self._drop()
                if event == "start":
                    self._start(element)
                elif element.tag == ROW:
                    self._row(element)
                elif element.tag == TABLE_ELEMENT:
                    yield from self._end(element)
                else:
                    self._story.styles.add(element)
        except etree.XMLSyntaxError as error:
            raise syntax_error(error) from error
        self._close(context.root)

    def _start(self, element: etree._Element) -> None:
        parent = element.getparent()
        if element.tag == TABLE_ELEMENT and parent is not None and parent.tag == _BODY:
            self._number += 1
            self._table = element
        elif element.tag == ROW and self._sheet is None and self._table is not None:
            self._open(self._table)

    def _open(self, table: etree._Element) -> Sheet:
        """The rows of a worksheet begin: its columns are known."""
        style = self._story.styles.get("table", table.get(TABLE + "style-name"))
        name = table.get(TABLE + "name", "")
        self._sheet = Sheet(self._number, name, not style.shown, Dresses(self._story))
        self._sheet.declare(table)
        return self._sheet

    def _row(self, row: etree._Element) -> None:
        """A row is complete. Those of tables inside of a cell or a change are none of the worksheet."""
        around = row.getparent()
        while around is not None and around.tag in ROW_GROUPS:
            around = around.getparent()
        if around is self._table and self._sheet is not None:
            self._story.tally.read += characters(row)
            read_row(row, self._sheet, self._story)
            self._spent = row

    def _drop(self) -> None:
        """Forgets the row before: only now is the text behind it known."""
        row, self._spent = self._spent, None
        parent = None if row is None else row.getparent()
        if row is not None and parent is not None:
            if row.tail:
                self._story.tally.read += len(row.tail)
                self._story.gap(row.tail)
            parent.remove(row)

    def _end(self, table: etree._Element) -> Iterator[Sheet]:
        if table is not self._table:
            return
        sheet = self._sheet or self._open(table)
        self._story.tally.read += characters(table)
        self._story.gaps(table)
        for child in table:
            if child.tag == _SHAPES:
                self._story.gaps(child)
                for shape in child:
                    read_box(shape, 1, sheet, self._story)
            else:
                self._story.leave(child, "metadata")
        for child in list(table):
            table.remove(child)
        table.text = None
        self._sheet = self._table = None
        yield sheet

    def _close(self, root: etree._Element) -> None:
        """What is left stands around the worksheets."""
        body = root.find(f"{OFFICE}body/{_BODY}")
        if body is None:
            raise CannotReadError("reading.broken")
        self._story.tally.read += characters(root)
        leave_rest(root, self._story.tally, {body})
        self._story.gaps(body)
        for child in body:
            changes = child.tag == TABLE + "tracked-changes"
            self._story.leave(child, "deleted" if changes else "metadata")


def _blocks(sheet: Sheet, story: Story) -> Iterator[Block]:
    at = Provenance(CONTENT, f"s{sheet.number}", sheet=sheet.name, hidden=sheet.hidden)
    yield from tables(sheet, at)
    yield from sheet.boxes
    yield from _comments(sheet, story, at)


def _comments(sheet: Sheet, story: Story, at: Provenance) -> Iterator[Note]:
    """Comments in the order of their cells, numbered within a row."""
    count: Counter[int] = Counter()
    for remark in sheet.remarks:
        count[remark.row] += 1
        place = sheet.locate().format(remark.row)
        comment = Comment(remark.element, "", place, anchor=remark.about)
        note = read_comment(comment, f"{place}, comment {count[remark.row]}", story)
        sheet.remarks += [Remark(remark.row, remark.col, inner.element, "") for inner in story.comments]
        story.comments.clear()
        yield replace(note, at=replace(at, path=f"{at.path}/{a1(remark.row, remark.col)}"))


def _problems(sheets: list[Sheet]) -> Iterator[Problem]:
    for sheet in sheets:
        place = f"sheet '{sheet.name}'"
        if sheet.hidden:
            yield problem(Code.SHEET_HIDDEN, "", place, sheet=sheet.name)
        if sheet.uncalculated:
            cells = ", ".join(a1(row, col) for row, col in sheet.uncalculated[:_MOST_NAMED])
            yield problem(Code.FORMULA_NOT_CALCULATED, "", place, cells=cells)
