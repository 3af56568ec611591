"""The text of one Word paragraph as a person sees it, in a view of the document."""

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from tasks.reading.notation.symbols import is_symbol_font
from tasks.reading.ooxml.names import (
    ALTERNATE,
    CONTROL,
    PARAGRAPH,
    PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TABLE,
    TEXT_BOX,
    M,
    R,
    W,
)
from tasks.reading.word.elements import shows_placeholder, value
from tasks.reading.word.graphics import GRAPHICS
from tasks.reading.word.line import NO_MARKS, Line, Marks, link_target
from tasks.reading.word.signs import SIGNS, Handler
from tasks.reading.word.story import Story
from tasks.reading.word.styles import Look, run_look
from tasks.reading.word.view import CHANGES, TEXT, characters

_MATH_TEXT: Final = M + "t"
_CHARACTERS: Final[Mapping[str, str]] = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}


def read_line(paragraph: etree._Element, story: Story, base: Look) -> Line:
    """The text of a paragraph; `base` is the look that its style gives."""
    line = Line(story, base)
    _inline(paragraph, line, Marks(prompt=True) if story.prompting else NO_MARKS)
    if story.open_comments:
        line.close()
    return line


def _inline(parent: etree._Element, line: Line, marks: Marks) -> None:
    for child in parent:
        tag = child.tag
        if tag == RUN:
            _run(child, line, marks)
        elif tag in CHANGES:
            _change(child, line, marks)
        elif tag in _WRAPPERS:
            _WRAPPERS[tag](child, line, marks)
        elif tag in PROPERTIES:
            continue
        elif tag == _MATH_TEXT:
            line.take(child.text or "", line.base, marks)
        elif len(child):
            _inline(child, line, marks)


def _change(element: etree._Element, line: Line, marks: Marks) -> None:
    made = line.story.revised(element, "text")
    if element.tag in line.story.view.gone:
        line.story.gone(element)
    else:
        _inline(element, line, marks._replace(change=made))


def _link(element: etree._Element, line: Line, marks: Marks) -> None:
    target = line.story.links.get(element.get(R + "id", ""), "")
    anchor = element.get(W + "anchor", "")
    address = target + (f"#{anchor}" if anchor else "")
    _inline(element, line, marks._replace(link=address) if address else marks)


def _simple_field(element: etree._Element, line: Line, marks: Marks) -> None:
    target = link_target(element.get(W + "instr", ""))
    _inline(element, line, marks._replace(link=target) if target else marks)


def _control(element: etree._Element, line: Line, marks: Marks) -> None:
    inner = marks._replace(prompt=True) if shows_placeholder(element) else marks
    _inline(line.story.chosen(element), line, inner)


def _branch(element: etree._Element, line: Line, marks: Marks) -> None:
    _inline(line.story.chosen(element), line, marks)


def _comment_begins(element: etree._Element, line: Line, _marks: Marks) -> None:
    line.comment_begins(element.get(W + "id", ""))


def _comment_ends(element: etree._Element, line: Line, _marks: Marks) -> None:
    line.comment_ends(element.get(W + "id", ""))


def _phonetic(element: etree._Element, line: Line, _marks: Marks) -> None:
    line.story.tally.skip("phonetic", characters(element))


_WRAPPERS: Final[Mapping[str, Callable[[etree._Element, Line, Marks], None]]] = {
    W + "hyperlink": _link,
    W + "fldSimple": _simple_field,
    CONTROL: _control,
    ALTERNATE: _branch,
    W + "commentRangeStart": _comment_begins,
    W + "commentRangeEnd": _comment_ends,
    W + "rt": _phonetic,
}


def _run(run: etree._Element, line: Line, marks: Marks) -> None:
    look = line.base
    for child in run:
        tag = child.tag
        if tag == TEXT:
            line.take(child.text or "", look, marks)
        elif tag == RUN_PROPERTIES:
            look = _look(child, line)
        elif tag in _CHARACTERS:
            line.add(_CHARACTERS[tag], look, marks)
        elif tag in _HANDLERS:
            _HANDLERS[tag](child, line, look, marks)
        elif len(child):
            _inline(child, line, marks)


def _look(properties: etree._Element, line: Line) -> Look:
    if not len(properties):
        return line.base
    look = run_look(properties)
    style = line.story.styles.characters.get(value(properties, "rStyle") or "")
    base = line.base if style is None else style.over(line.base)
    if look.font and not is_symbol_font(look.font):
        base = Look(base.bold, base.struck, base.hidden)
    return look.over(base)


def _boxes(element: etree._Element, line: Line, look: Look, marks: Marks) -> None:
    """Collects text boxes, charts and diagrams; those inside a text box are found when its paragraphs are read."""
    for child in line.story.chosen(element):
        if child.tag == TEXT_BOX:
            line.boxes.append(child)
        elif child.tag in GRAPHICS:
            line.graphics.append(child)
        elif len(child) and child.tag not in (PARAGRAPH, TABLE):
            _boxes(child, line, look, marks)


def _alternate(element: etree._Element, line: Line, look: Look, marks: Marks) -> None:
    for child in line.story.chosen(element):
        if child.tag in _HANDLERS:
            _HANDLERS[child.tag](child, line, look, marks)
        elif child.tag == TEXT:
            line.take(child.text or "", look, marks)


_HANDLERS: Final[Mapping[str, Handler]] = {
    **SIGNS,
    W + "drawing": _boxes,
    W + "pict": _boxes,
    W + "object": _boxes,
    ALTERNATE: _alternate,
}
