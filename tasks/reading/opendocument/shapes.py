"""The shapes of a slide in an OpenDocument presentation: groups taken apart, in the order in which a person reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tasks.reading.geometry.length import length
from tasks.reading.geometry.order import in_order
from tasks.reading.geometry.plane import Box
from tasks.reading.opendocument.names import ANNOTATION, DRAW, PRESENTATION, SVG, TEXT

GROUPS: Final = frozenset({DRAW + "g", DRAW + "a"})
_DRAWN: Final = (DRAW, "{urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0}")
_TRANSLATE: Final = re.compile(r"translate\s*\(\s*(\S+?)[\s,]+([^\s)]+)\s*\)")
_ENDS: Final = (("x1", "x2"), ("y1", "y2"))
EDGES: Final = frozenset({"header", "footer", "date-time", "page-number"})
_PAGE_NUMBER: Final = TEXT + "page-number"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with its place on the slide and its path among the others, counted from 1.

    `kind` is what the layout makes of it: "title", "outline", "notes", "footer"; empty for what people drew.
    """

    element: etree._Element
    box: Box
    path: str
    kind: str

    @property
    def is_prompt(self) -> bool:
        """Whether nobody has filled it in."""
        return self.element.get(PRESENTATION + "placeholder") == "true"


def read_shapes(parent: etree._Element) -> list[Shape]:
    """The shapes of a slide or notes page, from the top down."""
    return in_order(list(_shapes(parent, "")))


def _shapes(parent: etree._Element, path: str) -> Iterator[Shape]:
    number = 0
    for element in parent:
        if not is_shape(element):
            continue
        number += 1
        own = f"{path}sp{number}"
        if element.tag in GROUPS:
            yield from _shapes(element, f"{own}/")
        else:
            yield Shape(element, _box(element), own, element.get(PRESENTATION + "class", ""))


def is_shape(element: etree._Element) -> bool:
    """Whether an element is drawn on its page."""
    return str(element.tag).startswith(_DRAWN) and element.tag != ANNOTATION


def _box(element: etree._Element) -> Box:
    """Where a shape stands; a turned one by the corner about which it is turned."""
    if element.get(SVG + "x1") is not None:
        (left, right), (top, bottom) = (sorted(length(element.get(SVG + name)) for name in ends) for ends in _ENDS)
        return Box(left, top, right, bottom)
    moved = _TRANSLATE.search(element.get(DRAW + "transform", ""))
    left, top = (
        (length(element.get(SVG + "x")), length(element.get(SVG + "y")))
        if moved is None
        else (length(moved[1]), length(moved[2]))
    )
    return Box(
        left, top, left + max(length(element.get(SVG + "width")), 0), top + max(length(element.get(SVG + "height")), 0)
    )


def words_but_number(shape: etree._Element) -> str:
    """What a shape at the edge of a page says beside the number of the page."""
    numbers = {str(text) for field in shape.iter(_PAGE_NUMBER) for text in field.itertext()}
    return " ".join(" ".join(str(text) for text in shape.itertext() if str(text) not in numbers).split())
