"""The text of one Word paragraph as a person sees it once every tracked change is accepted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from lxml import etree

from tasks.model.blocks import Span
from tasks.reading.ooxml.names import (
    ALTERNATE,
    CONTROL,
    DELETED,
    INSERTED,
    PARAGRAPH,
    PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TABLE,
    TEXT_BOX,
    M,
    W,
)
from tasks.reading.ooxml.symbols import glyph, glyphs, is_symbol_font
from tasks.reading.ooxml.xml_tree import contents, shows_placeholder, value
from tasks.reading.word.forms import form_value
from tasks.reading.word.styles import Look, Styles, run_look

_TEXT: Final = W + "t"
_MATH_TEXT: Final = M + "t"
_CHARACTERS: Final[Mapping[str, str]] = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_SKIPPED: Final = DELETED | PROPERTIES | {W + "rubyPr", W + "rt", W + "ffData"}


@dataclass(slots=True)
class Fields:
    """Fields that are open, innermost last: True while their instruction is read. They may span paragraphs."""

    open: list[bool] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to a footnote or endnote: which part it is in ("footnote", "endnote"), and its id there."""

    kind: str
    id: str


@dataclass(slots=True)
class Line:
    """The text of one paragraph while it is put together, and what hangs on it: text boxes and notes."""

    styles: Styles
    fields: Fields
    base: Look
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    bold: bool | None = None

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def add(self, words: str, look: Look, inserted: bool) -> None:
        """Puts words at the end, unless they belong to the instruction of a field."""
        if not words or (self.fields.open and any(self.fields.open)):
            return
        start, self.length = self.length, self.length + len(words)
        self.parts.append(words)
        if words.strip():
            self.bold = bool(look.bold) and self.bold is not False
            for kind, is_so in (("struck", look.struck), ("hidden", look.hidden), ("inserted", inserted)):
                if is_so:
                    self._span(start, kind)  # type: ignore[arg-type]

    def _span(self, start: int, kind: Literal["struck", "hidden", "inserted"]) -> None:
        for index in range(len(self.spans) - 1, max(len(self.spans) - 4, -1), -1):
            last = self.spans[index]
            if last.kind == kind and last.end == start:
                self.spans[index] = Span(last.start, self.length, kind)
                return
        self.spans.append(Span(start, self.length, kind))


def read_line(paragraph: etree._Element, styles: Styles, fields: Fields, base: Look) -> Line:
    """The text of a paragraph; `base` is the look that its style gives."""
    line = Line(styles, fields, base)
    _inline(paragraph, line, False)
    return line


def _inline(parent: etree._Element, line: Line, inserted: bool) -> None:
    for child in parent:
        tag = child.tag
        if tag == RUN:
            _run(child, line, inserted)
        elif tag in _SKIPPED:
            continue
        elif tag == _MATH_TEXT:
            line.add(child.text or "", line.base, inserted)
        elif tag == CONTROL:
            if not shows_placeholder(child):
                _inline(contents(child), line, inserted)
        elif tag == ALTERNATE:
            _inline(contents(child), line, inserted)
        elif len(child):
            _inline(child, line, inserted or tag in INSERTED)


def _run(run: etree._Element, line: Line, inserted: bool) -> None:
    look = line.base
    for child in run:
        tag = child.tag
        if tag == _TEXT:
            words = child.text or ""
            line.add(glyphs(words, look.font) if look.font or not words.isascii() else words, look, inserted)
        elif tag == RUN_PROPERTIES:
            look = _look(child, line)
        elif tag in _CHARACTERS:
            line.add(_CHARACTERS[tag], look, inserted)
        elif tag in _HANDLERS:
            _HANDLERS[tag](child, line, look, inserted)


def _look(properties: etree._Element, line: Line) -> Look:
    if not len(properties):
        return line.base
    look = run_look(properties)
    style = line.styles.characters.get(value(properties, "rStyle") or "")
    base = line.base if style is None else style.over(line.base)
    if look.font and not is_symbol_font(look.font):
        base = Look(base.bold, base.struck, base.hidden)
    return look.over(base)


def _symbol(element: etree._Element, line: Line, look: Look, inserted: bool) -> None:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return
    line.add(glyph(code, element.get(W + "font", "")), look, inserted)


def _field(element: etree._Element, line: Line, look: Look, inserted: bool) -> None:
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        line.add(form_value(element.find(W + "ffData")), look, inserted)
        line.fields.open.append(True)
    elif kind == "separate" and line.fields.open:
        line.fields.open[-1] = False
    elif kind == "end" and line.fields.open:
        line.fields.open.pop()


def _boxes(element: etree._Element, line: Line, look: Look, inserted: bool) -> None:
    """Collects text boxes; those inside a text box are found when its own paragraphs are read."""
    for child in contents(element):
        if child.tag == TEXT_BOX:
            line.boxes.append(child)
        elif len(child) and child.tag not in (PARAGRAPH, TABLE):
            _boxes(child, line, look, inserted)


def _alternate(element: etree._Element, line: Line, look: Look, inserted: bool) -> None:
    for child in contents(element):
        if child.tag in _HANDLERS:
            _HANDLERS[child.tag](child, line, look, inserted)
        elif child.tag == _TEXT:
            line.add(glyphs(child.text or "", look.font), look, inserted)


def _ruby(element: etree._Element, line: Line, look: Look, inserted: bool) -> None:
    _inline(element, line, inserted)


def _note(element: etree._Element, line: Line, look: Look, inserted: bool) -> None:
    kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
    line.notes.append(Note(kind, element.get(W + "id", "")))


_HANDLERS: Final[Mapping[str, Callable[[etree._Element, Line, Look, bool], None]]] = {
    W + "sym": _symbol,
    W + "fldChar": _field,
    W + "drawing": _boxes,
    W + "pict": _boxes,
    W + "object": _boxes,
    ALTERNATE: _alternate,
    W + "ruby": _ruby,
    W + "footnoteReference": _note,
    W + "endnoteReference": _note,
}
