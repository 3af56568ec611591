"""Diagrams (SmartArt): the words of their points, those below a point after it and one level deeper.

The drawing that PowerPoint stores beside the data holds the same words again and is not read.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from tasks.model.receipt import Skipped
from tasks.reading.drawing.body import Words, read_body
from tasks.reading.drawing.characters import words
from tasks.reading.drawing.names import DGM, PARAGRAPH
from tasks.reading.drawing.text import Reader
from tasks.reading.xml import number

_ON: Final = frozenset({"1", "true"})
_DEEPEST: Final = 100


def read_diagram(root: etree._Element, reader: Reader) -> Iterator[tuple[Words, int, int]]:
    """The paragraphs of a diagram's data (dgm:dataModel): each with its point's number from 1 and level from 0."""
    points = _points(root)
    numbers = {name: n for n, name in enumerate(points, 1)}
    for name, level in _in_order(root, points):
        point = points[name]
        body = point.find(DGM + "t")
        if body is None:
            continue
        unseen = _unseen(point)
        if unseen:
            reader.tally.skip(unseen, words(body))
            continue
        for found in read_body(body.iterchildren(PARAGRAPH), reader):
            yield found, numbers[name], level


def _points(root: etree._Element) -> dict[str, etree._Element]:
    """The points by id; one that bears the id of another keeps its words under a name of its own."""
    found: dict[str, etree._Element] = {}
    for n, point in enumerate(root.iterfind(f"{DGM}ptLst/{DGM}pt"), 1):
        name = point.get("modelId", "")
        found[f"point {n}" if name in found else name] = point
    return found


def _unseen(point: etree._Element) -> Skipped | None:
    """Why nobody sees the words of a point: the prompt of an empty diagram ("[Text]"), or a copy for its layout."""
    properties = point.find(DGM + "prSet")
    if properties is not None and properties.get("phldr") in _ON:
        return "template"
    return "repeated" if point.get("type") == "pres" else None


def _in_order(root: etree._Element, points: Mapping[str, etree._Element]) -> Iterator[tuple[str, int]]:
    """The points from the root of the diagram down, each once; then those that hang on none (words on arrows)."""
    below = _below(root)
    roots = [name for name, point in points.items() if point.get("type") == "doc"]
    seen: set[str] = set(roots)
    waiting = [(name, -1) for name in reversed(roots)]
    while waiting:
        name, level = waiting.pop()
        yield name, max(level, 0)
        children = [child for child in below.get(name, ()) if child in points and child not in seen]
        seen.update(children)
        waiting += [(child, min(level + 1, _DEEPEST)) for child in reversed(children)]
    yield from ((name, 0) for name in points if name not in seen)


def _below(root: etree._Element) -> dict[str, list[str]]:
    """The children of each point in their order."""
    links = [link for link in root.iterfind(f"{DGM}cxnLst/{DGM}cxn") if link.get("type", "parOf") == "parOf"]
    found: dict[str, list[str]] = {}
    for link in sorted(links, key=lambda link: number(link.get("srcOrd"))):
        found.setdefault(link.get("srcId", ""), []).append(link.get("destId", ""))
    return found
