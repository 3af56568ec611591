"""Kinds of cells: how they look, how what is stored in them is to be taken, and what a person sees then."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from tasks.model.blocks import CellValue
from tasks.reading.excel.shared import SharedStrings
from tasks.reading.excel.strings import Words, unescaped
from tasks.reading.excel.styles import PLAIN, Look
from tasks.reading.notation.number_formats import LARGE, date_format, from_serial, general, iso_value, shown_number
from tasks.reading.notation.symbols import glyphs
from tasks.reading.xml import number

SHARED: Final = "s"
INLINE: Final = "inlineStr"
RESULT: Final = "str"
TEXTS: Final = frozenset({INLINE, RESULT, "e"})
VOID: Final[Literal[""]] = ""
FORMULA: Final[Literal["formula"]] = "formula"
_TYPES: Final = TEXTS | {SHARED, VOID, "b", "d"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A look, and a type: one of ISO/IEC 29500-1, 18.18.11, VOID for no contents, FORMULA for one without result."""

    look: Look
    type: str


@dataclass(slots=True)
class Book:
    """What the worksheets of a workbook share; `kinds` grows while they are read."""

    strings: SharedStrings
    looks: Sequence[Look]
    since_1904: bool
    kinds: list[Kind] = field(default_factory=list)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _likes: dict[tuple[int, str], int] = field(default_factory=dict)

    def kind(self, style: str, kind: str) -> int:
        """The number in `kinds` of cells with this style and type; an unknown type is that of numbers."""
        key = style, kind if kind in _TYPES else "n"
        if key not in self._numbers:
            index = number(style, -1)
            look = self.looks[index] if 0 <= index < len(self.looks) else PLAIN
            self._numbers[key] = len(self.kinds)
            self.kinds.append(Kind(look, key[1]))
        return self._numbers[key]

    def like(self, number: int, kind: Literal["", "formula"]) -> int:
        """The number of the kind that looks like another and is VOID or FORMULA."""
        key = number, kind
        if key not in self._likes:
            self._likes[key] = len(self.kinds)
            self.kinds.append(Kind(self.kinds[number].look, kind))
        return self._likes[key]


def contents(stored: str, kind: Kind, book: Book) -> tuple[CellValue, Words]:
    """The value of a cell and its words, given what is stored in it."""
    if kind.type == FORMULA:
        # A copy of a shared formula does not say what it is.
        return None, Words(f"={stored or '…'}")
    if not stored.strip():
        return None, Words("")
    if kind.type == SHARED:
        return dressed(book.strings.words(stored), kind.look)
    if kind.type in TEXTS:
        return dressed(Words(unescaped(stored)), kind.look)
    value, text = typed(stored, kind, book.since_1904)
    return value, Words(text)


def dressed(words: Words, look: Look) -> tuple[CellValue, Words]:
    """A text as its font draws it. Whether all of it is struck out stands in the look."""
    if not words.text.strip():
        return None, Words("")
    text = glyphs(words.text, look.font) if look.font or not words.text.isascii() else words.text
    return text, Words(text, () if look.struck else words.spans)


def typed(stored: str, kind: Kind, since_1904: bool) -> tuple[CellValue, str]:
    """The value of a number, truth value or date, and how it is shown."""
    if kind.type == "b":
        return stored == "1", "TRUE" if stored == "1" else "FALSE"
    if kind.type == "d":
        return iso_value(stored)
    return number_of(stored, kind.look.number_format, since_1904)


def number_of(stored: str, code: str, since_1904: bool) -> tuple[CellValue, str]:
    """The value of a number and how a format shows it; the words themselves if they are none."""
    try:
        amount = float(stored)
    except ValueError:
        return stored, stored
    if not -sys.float_info.max <= amount <= sys.float_info.max:
        return stored, stored
    as_date = date_format(code) if code else None
    if as_date is not None:
        return from_serial(amount, as_date, since_1904)
    exact = int(amount) if amount.is_integer() and abs(amount) < LARGE else amount
    return exact, shown_number(amount, code) if code else general(amount)


def is_solved(kind: Kind, stored: str | None) -> bool:
    """Whether a formula has a result; None if its cell stores no value. A text may be empty, a number may not."""
    return stored is not None and (kind.type == RESULT or bool(stored.strip()))
