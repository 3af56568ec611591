"""Formulas and charts that a document holds as objects of their own, drawn in a frame."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tasks.reading.opendocument.names import DRAW, HREF, MATHML, OFFICE
from tasks.reading.opendocument.parts import characters
from tasks.reading.opendocument.rest import leave_rest
from tasks.reading.opendocument.story import Story

_FRAME: Final = DRAW + "frame"
_OBJECT: Final = DRAW + "object"
_MATH: Final = MATHML + "math"
_SOURCES: Final = (MATHML + "annotation", MATHML + "annotation-xml")
_CHART: Final = f"{OFFICE}body/{OFFICE}chart"


def is_formula(frame: etree._Element, story: Story) -> bool:
    """Whether a frame shows a formula."""
    holder = frame.find(_OBJECT) if frame.tag == _FRAME else None
    if holder is None:
        return False
    root = _root(holder, story)
    return root is not None and root.tag == _MATH


def formula(frame: etree._Element, story: Story) -> str:
    """The characters of a formula in a row. What else the frame holds is its replacement."""
    holder = frame.find(_OBJECT)
    root = None if holder is None else _root(holder, story)
    if holder is None or root is None:
        return ""
    inside = next(holder.iterchildren(_MATH), None) is not None
    if not inside:
        story.tally.read += characters(root)
    words = "".join(text.strip() for text, seen in _texts(root) if seen)
    sources = sum(len(text) for text, seen in _texts(root) if not seen)
    story.tally.emitted += len(words)
    story.tally.skip("field code", sources)
    story.tally.skip("white space", characters(root) - sources - len(words))
    story.tally.skip("metadata", characters(frame) - (characters(root) if inside else 0))
    return words


def chart(holder: etree._Element, story: Story) -> etree._Element | None:
    """The body of the chart that a draw:object shows, its characters counted; None if it is no chart."""
    root = _root(holder, story)
    body = None if root is None else root.find(_CHART)
    if root is None or body is None:
        return None
    if root.getparent() is None:
        story.tally.read += characters(root)
    leave_rest(root, story.tally, {body})
    leave_rest(holder, story.tally, {root})
    return body


def _texts(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """The text nodes of a formula, and whether a person sees them: not the source in the program's own language."""
    source = {node for note in root.iter(*_SOURCES) for node in note.iter()}
    for element in root.iter():
        yield element.text or "", element not in source
        yield element.tail or "" if element is not root else "", element.getparent() not in source


def _root(holder: etree._Element, story: Story) -> etree._Element | None:
    """The root of an object: in the frame itself, or in a folder of the zip file."""
    inside = next(holder.iterchildren(_MATH, OFFICE + "document"), None)
    return story.object(holder.get(HREF, "")) if inside is None else inside
