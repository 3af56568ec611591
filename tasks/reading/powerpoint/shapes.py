"""The shapes of a slide that hold words, each with its place on the slide, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

from tasks.reading.contents import Tally
from tasks.reading.drawing.alternate import chosen
from tasks.reading.drawing.names import CX, DGM, MATH_TEXT, TEXT, A, C, P
from tasks.reading.geometry.order import in_order
from tasks.reading.geometry.plane import NO_BOX, NO_TRANSFORM, Box, Transform, around
from tasks.reading.ooxml.names import ALTERNATE
from tasks.reading.powerpoint.geometry import read_transform
from tasks.reading.powerpoint.placeholders import Inheritance, Placeholder, own_box, placeholder

Kind = Literal["text", "table", "chart", "diagram"]
_GROUP: Final = P + "grpSp"
_FRAME: Final = P + "graphicFrame"
_ASIDE: Final = frozenset({P + "nvGrpSpPr", P + "grpSpPr", P + "extLst"})
_FRAMED: Final[dict[str, Kind]] = {
    A + "tbl": "table",
    C + "chart": "chart",
    CX + "chart": "chart",
    DGM + "relIds": "diagram",
}
_ON: Final = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with words. `element` is the shape itself, or the table, chart or diagram that it frames.

    `path` counts the shapes of the slide and its groups from 1, in the order of the file: "s3/s1".
    """

    kind: Kind
    element: etree._Element
    box: Box
    path: str
    id: str = ""
    hidden: bool = False
    holder: Placeholder | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together: read as one where they stand, in reading order among themselves."""

    box: Box
    members: "tuple[Shape | Group, ...]"


@dataclass(slots=True)
class _Tree:
    """What the walk needs everywhere."""

    inheritance: Inheritance
    tally: Tally


def read_shapes(tree: etree._Element, inheritance: Inheritance, tally: Tally) -> list[Shape]:
    """The shapes of a slide's tree (p:spTree) in reading order; hidden ones come last."""
    found = _members(tree, NO_TRANSFORM, "", False, _Tree(inheritance, tally))
    shapes = list(_flat(in_order(found)))
    return [s for s in shapes if not s.hidden] + [s for s in shapes if s.hidden]


def _flat(found: "list[Shape | Group] | tuple[Shape | Group, ...]") -> Iterator[Shape]:
    for one in found:
        if isinstance(one, Group):
            yield from _flat(in_order(one.members))
        else:
            yield one


def _members(
    parent: etree._Element, transform: Transform, path: str, hidden: bool, tree: _Tree
) -> "list[Shape | Group]":
    found: list[Shape | Group] = []
    for number, child in enumerate(_children(parent, tree.tally), 1):
        here = f"{path}s{number}"
        gone = hidden or _name(child, "hidden") in _ON
        if child.tag == _GROUP:
            inner = transform.after(read_transform(child.find(f"{P}grpSpPr/{A}xfrm")))
            members = _members(child, inner, here + "/", gone, tree)
            if members:
                found.append(Group(around([m.box for m in members]), tuple(members)))
        else:
            shape = _shape(child, transform, here, gone, tree)
            found += [] if shape is None else [shape]
    return found


def _children(parent: etree._Element, tally: Tally) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == ALTERNATE:
            yield from _children(chosen(child, tally), tally)
        elif child.tag not in _ASIDE:
            yield child


def _shape(child: etree._Element, transform: Transform, path: str, hidden: bool, tree: _Tree) -> Shape | None:
    kind, element = _content(child)
    if element is None:
        return None
    holder = placeholder(child)
    own = own_box(child)
    box = tree.inheritance.of(holder).box if own is None else own
    box = NO_BOX if box is None else box
    placed = box if transform is NO_TRANSFORM else transform.box(box)
    return Shape(kind, element, placed, path, _name(child, "id"), hidden, holder)


def _content(child: etree._Element) -> tuple[Kind, etree._Element | None]:
    """What a shape holds, and where; None if it holds no words."""
    if child.tag == _FRAME:
        for inner in child.iterfind(f"{A}graphic/{A}graphicData/*"):
            if inner.tag in _FRAMED:
                return _FRAMED[inner.tag], inner
    return "text", None if next(child.iter(TEXT, MATH_TEXT), None) is None else child


def _name(child: etree._Element, attribute: str) -> str:
    """An attribute of what names a shape (p:cNvPr)."""
    named = next(child[0].iter(P + "cNvPr"), None) if len(child) else None
    return "" if named is None else named.get(attribute, "")
