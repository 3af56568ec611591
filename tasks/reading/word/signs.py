"""What stands in a run of text beside letters: breaks, symbols, fields, references to notes and comments."""

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from tasks.reading.notation.symbols import glyph
from tasks.reading.ooxml.names import W
from tasks.reading.word.forms import form_value
from tasks.reading.word.line import Line, Marks
from tasks.reading.word.notes import NoteReference
from tasks.reading.word.pages import RENDERED
from tasks.reading.word.story import Field
from tasks.reading.word.styles import Look
from tasks.reading.word.view import DELETED_TEXT, INSTRUCTION

Handler = Callable[[etree._Element, Line, Look, Marks], None]
"""Reads one element of a run into the line."""
_PAGE_BREAKS: Final = frozenset({"page", "column"})


def _deleted_text(element: etree._Element, line: Line, look: Look, marks: Marks) -> None:
    if DELETED_TEXT in line.story.view.texts:
        line.take(element.text or "", look, marks)
    else:
        line.story.gone(element)


def _break(element: etree._Element, line: Line, look: Look, marks: Marks) -> None:
    kind = element.get(W + "type", "")
    if kind not in _PAGE_BREAKS or line.length:
        line.add("\n", look, marks)
    if kind == "page":
        line.story.pages.typed()


def _rendered(_element: etree._Element, line: Line, _look: Look, _marks: Marks) -> None:
    line.story.pages.rendered()


def _symbol(element: etree._Element, line: Line, look: Look, marks: Marks) -> None:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return
    line.add(glyph(code, element.get(W + "font", "")), look, marks)


def _field(element: etree._Element, line: Line, look: Look, marks: Marks) -> None:
    fields = line.story.fields
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        line.add(form_value(element.find(W + "ffData")), look, marks)
        fields.append(Field())
    elif kind == "separate" and fields:
        fields[-1].in_instruction, fields[-1].line, fields[-1].start = False, line, line.length
    elif kind == "end" and fields:
        line.end_field(fields.pop())


def _instruction(element: etree._Element, line: Line, _look: Look, _marks: Marks) -> None:
    words = element.text or ""
    line.story.tally.skip("field code", len(words))
    if line.story.fields:
        line.story.fields[-1].instruction.append(words)


def _note(element: etree._Element, line: Line, _look: Look, _marks: Marks) -> None:
    kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
    line.notes.append(NoteReference(kind, element.get(W + "id", "")))


def _comment(element: etree._Element, line: Line, _look: Look, _marks: Marks) -> None:
    line.story.commented.append((element.get(W + "id", ""), line.story.where))


SIGNS: Final[Mapping[str, Handler]] = {
    W + "br": _break,
    W + "sym": _symbol,
    W + "fldChar": _field,
    INSTRUCTION: _instruction,
    W + "delInstrText": _instruction,
    DELETED_TEXT: _deleted_text,
    W + "footnoteReference": _note,
    W + "endnoteReference": _note,
    W + "commentReference": _comment,
    RENDERED: _rendered,
}
