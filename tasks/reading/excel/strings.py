"""Texts of a workbook: plain, rich, with phonetic hints, with escaped control characters."""

import re
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Span
from tasks.reading.contents import Tally
from tasks.reading.excel.names import S
from tasks.reading.excel.styles import read_font
from tasks.reading.notation.symbols import glyphs

_PRIVATE: Final = re.compile("[\uf000-\uf0ff]")
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TEXT: Final = S + "t"
_RUN: Final = S + "r"
_PHONETIC: Final = S + "rPh"


class Words(NamedTuple):
    """A text with the stretches of it that are struck out or linked."""

    text: str
    spans: tuple[Span, ...] = ()


def read_string(element: etree._Element | None) -> Words:
    """A shared or inline string: its runs put together, phonetic hints left out."""
    if element is None:
        return Words("")
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for child in element:
        if child.tag == _TEXT:
            text = unescaped(child.text or "")
        elif child.tag == _RUN:
            font = read_font(child.find(S + "rPr"))
            text = glyphs(unescaped("".join(t.text or "" for t in child.iterfind(_TEXT))), font.name)
            if font.struck and text:
                spans.append(Span(length, length + len(text), "struck"))
        else:
            continue
        parts.append(text)
        length += len(text)
    return Words("".join(parts), tuple(spans))


def weigh_string(element: etree._Element, tally: Tally) -> int:
    """How many characters of its text nodes `read_string` takes up; the others are counted as left out."""
    shown = 0
    words = {*element.iterchildren(_TEXT), *(t for run in element.iterchildren(_RUN) for t in run.iterchildren(_TEXT))}
    for node in element.iter():
        if node in words:
            shown += len(node.text or "")
        elif node.tag == _TEXT and next(node.iterancestors(_PHONETIC), None) is not None:
            tally.skip("phonetic", len(node.text or ""))
        else:
            _leave_out(node.text, tally)
        if node is not element:
            _leave_out(node.tail, tally)
    return shown


def _leave_out(text: str | None, tally: Tally) -> None:
    """Counts text where no words belong."""
    if text:
        tally.skip("not shown" if text.strip() else "white space", len(text))


def has_private(text: str) -> bool:
    """Whether a text holds codes that stand for glyphs of a symbol font."""
    return not text.isascii() and _PRIVATE.search(text) is not None


def is_rough(text: str) -> bool:
    """Whether stored words may be more than their characters: escapes, carriage returns, glyphs of symbol fonts."""
    return "_x" in text or "&#" in text or has_private(text)


def unescaped(text: str) -> str:
    """Text with the escapes of control characters resolved (_x000D_); all line ends alike."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda m: _control(int(m[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _control(code: int) -> str:
    return chr(code) if code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xDFFF < code < 0xFFFE else ""
