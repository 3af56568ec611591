"""The columns that an OpenDocument table declares before its rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tasks.reading.opendocument.names import TABLE
from tasks.reading.opendocument.story import Story
from tasks.reading.xml import number

MAX_COLS: Final = 1_024
COLUMN: Final = TABLE + "table-column"
COLUMN_GROUPS: Final = frozenset(
    TABLE + name for name in ("table-columns", "table-header-columns", "table-column-group")
)
DEFAULT_STYLE: Final = TABLE + "default-cell-style-name"
UNSEEN: Final = frozenset({"collapse", "filter"})
"""Values of table:visibility for rows and columns that nobody sees."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says about its cells."""

    style: str = ""
    hidden: bool = False
    width: int = 0


def column_elements(parent: etree._Element) -> Iterator[etree._Element]:
    """The elements of columns, also those in groups."""
    for child in parent:
        if child.tag == COLUMN:
            yield child
        elif child.tag in COLUMN_GROUPS:
            yield from column_elements(child)


def read_columns(table: etree._Element, story: Story) -> list[Column]:
    """The columns that a table declares, up to the limit."""
    columns: list[Column] = []
    for element in column_elements(table):
        times = repeats(element, "columns", MAX_COLS - len(columns))
        width = story.styles.get("table-column", element.get(TABLE + "style-name")).width
        unseen = element.get(TABLE + "visibility") in UNSEEN
        columns += [Column(element.get(DEFAULT_STYLE, ""), unseen, width)] * times
        if len(columns) >= MAX_COLS:
            break
    return columns


def repeats(element: etree._Element, kind: str, most: int) -> int:
    """How often a row, column or cell is to be repeated, at least once, cut at a limit."""
    said = element.get(f"{TABLE}number-{kind}-repeated")
    return 1 if said is None else max(1, min(number(said, 1), most))
