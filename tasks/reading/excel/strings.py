"""Texts of a workbook: plain, rich, with phonetic hints, with escaped control characters."""

import re
from typing import Final, NamedTuple

from lxml import etree

from tasks.model.blocks import Span
from tasks.reading.excel.styles import S, read_font
from tasks.reading.ooxml.symbols import glyphs

_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Words(NamedTuple):
    """A text with the stretches of it that are struck out."""

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
        if child.tag == S + "t":
            text = unescaped(child.text or "")
        elif child.tag == S + "r":
            font = read_font(child.find(S + "rPr"))
            text = glyphs(unescaped(child.findtext(S + "t") or ""), font.name)
            if font.struck and text:
                spans.append(Span(length, length + len(text), "struck"))
        else:
            continue
        parts.append(text)
        length += len(text)
    return Words("".join(parts), tuple(spans))


def unescaped(text: str) -> str:
    """Text with the escapes of control characters resolved (_x000D_); all line ends alike."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda m: _control(int(m[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _control(code: int) -> str:
    return chr(code) if code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xDFFF < code < 0xFFFE else ""
