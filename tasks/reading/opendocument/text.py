"""Reads what is inside a paragraph of an OpenDocument file: text, spans, fields, marks, and what is anchored there."""

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from tasks.model.blocks import SpanKind
from tasks.reading.opendocument.forms import field_mark, is_prompt
from tasks.reading.opendocument.line import Line
from tasks.reading.opendocument.marks import close_change, gone, open_change
from tasks.reading.opendocument.names import (
    ANNOTATION,
    CHANGE,
    CHANGE_END,
    CHANGE_START,
    DRAW,
    EXTENDED,
    FIELD,
    HREF,
    OFFICE,
    SOFT_PAGE_BREAK,
    STYLE_NAME,
    TEXT,
)
from tasks.reading.opendocument.objects import formula, is_formula
from tasks.reading.opendocument.parts import characters
from tasks.reading.opendocument.story import Comment, Range
from tasks.reading.opendocument.styles import Look
from tasks.reading.xml import number

_NAME: Final = OFFICE + "name"
_HIDDEN: Final = Look(hidden=True)
_MOST_SPACES: Final = 1_000
_DRAWN: Final = (DRAW, "{urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0}")

Handler = Callable[[etree._Element, Line, Look], None]


def read_line(paragraph: etree._Element, line: Line, look: Look) -> None:
    """Puts the text of a paragraph into a line; `look` is that of its style."""
    _inside(paragraph, line, look)


def _inside(element: etree._Element, line: Line, look: Look) -> None:
    if element.text:
        line.take(element.text, look)
    for child in element:
        handler = _HANDLERS.get(str(child.tag))
        if handler is not None:
            handler(child, line, look)
        elif str(child.tag).startswith(_DRAWN):
            _drawn(child, line, look)
        else:
            _inside(child, line, look)
        if child.tail:
            line.take(child.tail, look)


def _span(element: etree._Element, line: Line, look: Look) -> None:
    name = element.get(STYLE_NAME)
    _inside(element, line, line.story.styles.look(name).over(look) if name else look)


def _spaces(element: etree._Element, line: Line, look: Look) -> None:
    line.add(" " * min(max(number(element.get(TEXT + "c"), 1), 0), _MOST_SPACES), look)
    line.story.leave(element)


def _character(words: str) -> Handler:
    def add(element: etree._Element, line: Line, look: Look) -> None:
        line.add(words, look)
        line.story.leave(element)

    return add


def _flagged(kind: SpanKind) -> Handler:
    def read(element: etree._Element, line: Line, look: Look) -> None:
        start = line.length
        _inside(element, line, look)
        line.span(start, kind, target=element.get(HREF, "") if kind == "link" else "")

    return read


def _control(element: etree._Element, line: Line, look: Look) -> None:
    (_flagged("placeholder") if is_prompt(element) else _inside)(element, line, look)


def _field(element: etree._Element, line: Line, look: Look) -> None:
    """A field that may be told to show nothing."""
    unseen = element.get(TEXT + "is-hidden") == "true" or element.get(TEXT + "display") == "none"
    _inside(element, line, _HIDDEN.over(look) if unseen else look)


def _hidden_paragraph(element: etree._Element, line: Line, look: Look) -> None:
    line.hidden = line.hidden or element.get(TEXT + "is-hidden") == "true"
    _inside(element, line, look)


def _field_mark(element: etree._Element, line: Line, look: Look) -> None:
    line.add(field_mark(element), look)
    _inside(element, line, look)


def _ruby(element: etree._Element, line: Line, look: Look) -> None:
    line.story.tally.skip("phonetic", characters(element))


def _script(element: etree._Element, line: Line, look: Look) -> None:
    line.story.tally.skip("script", characters(element))


def _number(element: etree._Element, line: Line, look: Look) -> None:
    """The automatic number once more, as the program that wrote the file computed it."""
    line.label = line.label or "".join(map(str, element.itertext())).strip()
    line.story.tally.skip("repeated", characters(element))


def _note(element: etree._Element, line: Line, look: Look) -> None:
    line.hang(element)


def _drawn(element: etree._Element, line: Line, look: Look) -> None:
    """A shape: a formula stands in the line, a form field too, all else behind the paragraph."""
    story = line.story
    control = element.get(DRAW + "control", "") if element.tag == DRAW + "control" else ""
    if control in story.controls:
        line.add(story.controls[control], look)
        story.leave(element, "metadata")
    elif is_formula(element, story):
        line.add(formula(element, story), look)
    else:
        line.hang(element)


def _page_break(element: etree._Element, line: Line, look: Look) -> None:
    line.story.pages.rendered()
    line.story.leave(element)


def _comment(element: etree._Element, line: Line, look: Look) -> None:
    story = line.story
    if story.dropping:
        return
    name = element.get(_NAME) or str(len(story.comments) + 1)
    comment = Comment(element, name, story.where)
    story.comments.append(comment)
    if element.get(_NAME):
        line.open(f"comment {name}", Range("comment", target=name, comment=comment))


def _comment_end(element: etree._Element, line: Line, look: Look) -> None:
    line.close(f"comment {element.get(_NAME, '')}")
    line.story.leave(element)


def _change(element: etree._Element, line: Line, look: Look) -> None:
    gone(element, line.story, in_paragraph=True)
    if not line.length and line.story.counting:
        line.begins = line.story.paragraphs
        line.story.where = f"paragraph {line.begins}"


_FIELDS: Final = ("variable-set", "variable-get", "user-field-get", "expression", "sequence", "hidden-text")
_HANDLERS: Final[Mapping[str, Handler]] = {
    **{TEXT + name: _field for name in _FIELDS},
    TEXT + "span": _span,
    TEXT + "s": _spaces,
    TEXT + "tab": _character("\t"),
    TEXT + "line-break": _character("\n"),
    TEXT + "a": _flagged("link"),
    TEXT + "placeholder": _flagged("placeholder"),
    EXTENDED + "content-control": _control,
    TEXT + "hidden-paragraph": _hidden_paragraph,
    FIELD + "fieldmark": _field_mark,
    FIELD + "fieldmark-start": _field_mark,
    TEXT + "ruby-text": _ruby,
    TEXT + "script": _script,
    TEXT + "number": _number,
    TEXT + "note": _note,
    SOFT_PAGE_BREAK: _page_break,
    ANNOTATION: _comment,
    OFFICE + "annotation-end": _comment_end,
    CHANGE: _change,
    CHANGE_START: lambda element, line, look: open_change(element, line.story, line),
    CHANGE_END: lambda element, line, look: close_change(element, line.story, line),
}
