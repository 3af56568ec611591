"""A worksheet of an old format as it is read: sparse cells at their places, and how they look."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from tasks.model.blocks import CellValue, Span
from tasks.reading.notation.number_formats import date_format, from_serial, general, shown_number
from tasks.reading.notation.symbols import glyphs
from tasks.reading.worksheets.areas import Area

ERRORS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
"""Error values by their code ([MS-XLS] 2.5.10)."""


@dataclass(frozen=True, slots=True)
class Font:
    """The part of a font that changes what is read."""

    name: str = ""
    bold: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks. `fill`: six hex digits, empty where a person sees no colour."""

    number_format: str = ""
    fill: str = ""
    font: Font = Font()


PLAIN: Final = Look()


class Words(NamedTuple):
    """A text with the stretches of it that are struck out."""

    text: str
    spans: tuple[Span, ...] = ()


class SheetCell(NamedTuple):
    """A cell at its place, from 1. `size` are the characters that the file holds for it, 1 for a number."""

    row: int
    col: int
    value: CellValue
    words: Words
    look: Look = PLAIN
    size: int = 0


class Remark(NamedTuple):
    """A comment on the cell at this place; `size` as for cells."""

    row: int
    col: int
    text: str
    author: str = ""
    size: int = 0


class Box(NamedTuple):
    """A text box with its upper edge in this row; `size` as for cells."""

    row: int
    text: str
    size: int = 0


@dataclass(slots=True)
class Sheet:
    """A worksheet: cells that hold something or are coloured, in any order, and what lies beside them.

    `edges` are the codes of headers and footers of its printed pages by their name in newer workbooks ("oddHeader"),
    `links` the addresses that cells lead to.
    """

    name: str
    hidden: bool = False
    cells: list[SheetCell] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    edges: dict[str, str] = field(default_factory=dict)
    links: dict[tuple[int, int], str] = field(default_factory=dict)


@lru_cache(maxsize=50_000)
def shown(amount: float, code: str, since_1904: bool) -> tuple[CellValue, str]:
    """A number as data and as a person sees it under a number format."""
    if amount != amount or abs(amount) == float("inf"):
        return None, str(amount)
    as_date = date_format(code) if code else None
    if as_date is not None:
        return from_serial(amount, as_date, since_1904)
    exact = int(amount) if amount == int(amount) and abs(amount) < 1e15 else amount
    return exact, shown_number(amount, code) if code else general(amount)


def styled(words: Words, font: Font) -> Words:
    """A text in the font of its cell: glyphs of symbol fonts, struck as a whole or in parts."""
    text = glyphs(words.text, font.name) if font.name or not words.text.isascii() else words.text
    if font.struck and text:
        return Words(text, (Span(0, len(text), "struck"),))
    return Words(text, words.spans)


def rich(text: str, runs: list[tuple[int, Font]], base: Font) -> Words:
    """A text with runs, each the place from which a font holds; the cell's own font holds up to the first."""
    spans: list[Span] = []
    parts: list[str] = []
    begins = [(0, base), *sorted(runs, key=lambda run: run[0])]
    ends = [*(start for start, _ in begins[1:]), len(text)]
    for (start, font), end in zip(begins, ends, strict=True):
        piece = text[start : max(end, start)]
        parts.append(glyphs(piece, font.name) if font.name else piece)
        if font.struck and piece:
            spans.append(Span(start, start + len(piece), "struck"))
    return Words("".join(parts), tuple(spans))


def lines(text: str) -> list[str]:
    """The lines of a comment or text box, empty ones left out."""
    return [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
