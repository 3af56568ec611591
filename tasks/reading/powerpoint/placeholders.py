"""What the shapes of a slide inherit from its layout and master: their place and their bullets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tasks.reading.drawing.lists import NO_BULLETS, Levels, read_levels
from tasks.reading.drawing.names import BODY, LIST_STYLE, A, P
from tasks.reading.geometry.plane import Box
from tasks.reading.powerpoint.geometry import read_box

TITLES: Final = frozenset({"title", "ctrTitle"})
EDGES: Final = frozenset({"dt", "ftr", "hdr", "sldNum"})
"""The placeholders at the edge of the page: date, footer, header, number of the slide."""
_PLACEHOLDER: Final = P + "ph"
_SHAPE_PROPERTIES: Final = P + "spPr"
_FRAME_PLACE: Final = P + "xfrm"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The name under which a shape inherits: its type ("obj" where none is said) and its index."""

    kind: str
    index: str

    @property
    def master(self) -> str:
        """The type of the master's placeholder that it inherits from."""
        if self.kind in TITLES:
            return "title"
        return self.kind if self.kind in EDGES else "body"


@dataclass(frozen=True, slots=True)
class Inherited:
    """A place, None if nothing above says one, and the bullets of nine levels."""

    box: Box | None = None
    levels: Levels = NO_BULLETS


Held = list[tuple[Placeholder, etree._Element]]
"""The placeholders of a layout or master with their shapes."""


@dataclass(slots=True)
class Inheritance:
    """Answers for the slides of one layout. `styles`: p:txStyles of the master, `default`: bullets of free text."""

    layout: Held
    master: Held
    styles: etree._Element | None
    default: Levels
    known: dict[Placeholder, Inherited] = field(default_factory=dict)

    def of(self, holder: Placeholder | None) -> Inherited:
        """What a shape inherits; free shapes inherit the bullets of the presentation alone."""
        if holder is None:
            return Inherited(None, self.default)
        if holder not in self.known:
            self.known[holder] = self._find(holder)
        return self.known[holder]

    def _find(self, holder: Placeholder) -> Inherited:
        above = _match(holder, self.layout)
        role = holder if above is None else above[0]
        top = next((shape for found, shape in self.master if found.master == role.master), None)
        shapes = [top, None if above is None else above[1]]
        levels, box = read_levels(self._style(role), NO_BULLETS), None
        for shape in shapes:
            if shape is not None:
                levels = read_levels(shape.find(f"{BODY}/{LIST_STYLE}"), levels)
                box = own_box(shape) or box
        return Inherited(box, levels)

    def _style(self, role: Placeholder) -> etree._Element | None:
        name = {"title": "titleStyle", "body": "bodyStyle"}.get(role.master, "otherStyle")
        return None if self.styles is None else self.styles.find(P + name)


def _match(holder: Placeholder, held: Held) -> tuple[Placeholder, etree._Element] | None:
    """The placeholder with the same index, else the first one of the same type."""
    same_index = (pair for pair in held if pair[0].index == holder.index and pair[0].master == holder.master)
    same_kind = (pair for pair in held if pair[0].kind == holder.kind)
    return next(same_index, None) or next(same_kind, None)


def placeholder(shape: etree._Element) -> Placeholder | None:
    """The name under which a shape inherits; None for a free shape."""
    found = next(shape[0].iter(_PLACEHOLDER), None) if len(shape) else None
    return None if found is None else Placeholder(found.get("type", "obj"), found.get("idx", "0"))


def own_box(shape: etree._Element) -> Box | None:
    """The place that a shape says itself."""
    for child in shape.iterchildren(_SHAPE_PROPERTIES, _FRAME_PLACE):
        return read_box(child if child.tag == _FRAME_PLACE else next(child.iterchildren(A + "xfrm"), None))
    return None


def held(root: etree._Element | None) -> Held:
    """The placeholders of a layout or master, those in groups included."""
    return [] if root is None else list(_held(root))


def _held(root: etree._Element) -> Iterator[tuple[Placeholder, etree._Element]]:
    for shape in root.iter(P + "sp", P + "pic", P + "graphicFrame"):
        found = placeholder(shape)
        if found is not None:
            yield found, shape
