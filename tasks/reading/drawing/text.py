"""The text of one DrawingML paragraph (a:p) as a person sees it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tasks.model.blocks import Span, SpanKind
from tasks.reading.contents import Tally
from tasks.reading.drawing.alternate import chosen
from tasks.reading.drawing.names import MATH_TEXT, TEXT, A, R
from tasks.reading.notation.symbols import glyph, glyphs, is_symbol_font
from tasks.reading.ooxml.names import ALTERNATE
from tasks.reading.ooxml.package import Relationship
from tasks.reading.spans import flag

_RUN: Final = A + "r"
_BREAK: Final = A + "br"
_FIELD: Final = A + "fld"
_RUN_PROPERTIES: Final = A + "rPr"
_PROPERTIES: Final = frozenset({A + "pPr", A + "endParaRPr"})
_ESCAPE: Final = re.compile("_x(00[01][0-9A-F])_|\v", re.IGNORECASE)
ON: Final = frozenset({"1", "true"})
_CHART_FIELD: Final = re.compile("[A-Z]+")


@dataclass(frozen=True, slots=True)
class Reader:
    """What every paragraph of a part needs: the part's relationships, the count.

    `hidden`: nobody sees this text; `bold`: it is bold where it does not say otherwise.
    """

    links: Mapping[str, Relationship]
    tally: Tally
    hidden: bool = False
    bold: bool = False


@dataclass(slots=True)
class Line:
    """The text of one paragraph while it is put together. `characters`: those of its text nodes."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    characters: int = 0
    spans: list[Span] = field(default_factory=list)
    bold: bool | None = None

    @property
    def text(self) -> str:
        """The text so far."""
        return self.parts[0] if len(self.parts) == 1 else "".join(self.parts)

    def add(self, words: str) -> None:
        """Puts words at the end."""
        self.parts.append(words)
        self.length += len(words)

    def mark(self, start: int, kind: SpanKind, target: str = "") -> None:
        """Marks the text from `start` to its end, joined with a mark of the same kind that ends there."""
        flag(self.spans, Span(start, self.length, kind, target=target))


def read_line(paragraph: etree._Element, reader: Reader) -> Line:
    """The text of a paragraph with its marks."""
    line = Line()
    _inline(paragraph, line, reader)
    if reader.hidden and line.length:
        line.mark(0, "hidden")
    return line


def _inline(parent: etree._Element, line: Line, reader: Reader) -> None:
    for child in parent:
        tag = child.tag
        if tag == _RUN:
            _run(child, line, reader)
        elif tag == _BREAK:
            line.add("\n")
        elif tag == _FIELD:
            _field(child, line, reader)
        elif tag in _PROPERTIES:
            continue
        elif tag == ALTERNATE:
            _inline(chosen(child, reader.tally), line, reader)
        else:
            for text in child.iter(TEXT, MATH_TEXT):
                _words(text, line)


def _field(element: etree._Element, line: Line, reader: Reader) -> None:
    """A field shows the result stored with it; those of charts ("VALUE") store but their name in brackets."""
    if _CHART_FIELD.fullmatch(element.get("type", "")):
        reader.tally.skip("field code", sum(len(t.text or "") for t in element.iter(TEXT)))
    else:
        _run(element, line, reader)


def _run(run: etree._Element, line: Line, reader: Reader) -> None:
    properties = None
    start = line.length
    for child in run:
        if child.tag == TEXT:
            _words(child, line, properties)
        elif child.tag == _RUN_PROPERTIES:
            properties = child
    if line.length == start:
        return
    said = None if properties is None else properties.get("b")
    bold = reader.bold if said is None else said in ON
    line.bold = bold and line.bold is not False
    if properties is not None:
        _marks(properties, start, line, reader)


def _words(element: etree._Element, line: Line, properties: etree._Element | None = None) -> None:
    words = element.text or ""
    line.characters += len(words)
    if has_escapes(words):
        words = _ESCAPE.sub(_escaped, words)
    line.add(glyphs(words, "") if properties is None else _drawn(words, properties))


def has_escapes(words: str) -> bool:
    """Whether there may be control characters in a text, written as codes."""
    return "_x0" in words or "\v" in words


def _escaped(found: re.Match[str]) -> str:
    """A control character: a line break where it is a vertical tab, tab or line feed as they are."""
    character = "\v" if found[1] is None else chr(int(found[1], 16))
    return "\n" if character == "\v" else character if character in "\t\n" else ""


def _drawn(words: str, properties: etree._Element) -> str:
    """Words as the fonts of a run draw them.

    The font for symbols (a:sym) stays on whatever is typed behind a symbol, so it draws private codes and a lone
    character beyond ASCII, never ordinary words.
    """
    latin = _typeface(properties, "latin")
    symbols = "" if is_symbol_font(latin) or words.isascii() else _typeface(properties, "sym")
    if not symbols or len(words.strip()) == 1:
        return glyphs(words, symbols or latin)
    return "".join(glyph(ord(c), symbols) if 0xF000 <= ord(c) < 0xF100 else c for c in words)


def _typeface(properties: etree._Element, name: str) -> str:
    font = properties.find(A + name)
    return "" if font is None else font.get("typeface", "")


def _marks(properties: etree._Element, start: int, line: Line, reader: Reader) -> None:
    if properties.get("strike", "noStrike") != "noStrike":
        line.mark(start, "struck")
    link = properties.find(A + "hlinkClick")
    target = None if link is None else reader.links.get(link.get(R + "id", ""))
    if target is not None and target.external:
        line.mark(start, "link", target.target)
