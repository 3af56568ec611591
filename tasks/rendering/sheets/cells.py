"""What a workbook consists of: sheets, columns, cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum


class Style(IntEnum):
    """The cell formats, in the order in which styles.xml has them."""

    PLAIN = 0
    TITLE = 1
    INTRODUCTION = 2
    HEADER = 3
    TEXT = 4
    CENTRED = 5
    INPUT = 6
    QUIET = 7
    KEY = 8
    LITERAL = 9
    QUIET_LITERAL = 10
    DATE = 11
    NUMBER = 12
    SHARE = 13
    TOTAL = 14
    TOTAL_NUMBER = 15


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a cell; marked ones stand out."""

    text: str
    marked: bool = False


Cell = str | tuple[Run, ...] | date | int | Decimal
"""Words, words of which some stand out, a day, a number; empty words leave the cell empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, its width in characters, its format; choices: what may be chosen; no width: hidden.

    offered: how many columns before it hold, row by row, what may be chosen; anything else may be written as well.
    """

    header: str
    width: int
    style: Style = Style.TEXT
    choices: tuple[str, ...] = ()
    offered: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: title and introduction above the header, then rows of one cell a column.

    hint, refusal: what is said beside a cell with choices, and when something else is written there; total: a row
    below the filtered ones; kept: how many columns stay in sight; printed: how many columns are printed, 0 for all.
    """

    name: str
    title: str
    introduction: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    hint: str = ""
    refusal: str = ""
    total: Sequence[Cell] = ()
    kept: int = 0
    printed: int = 0
