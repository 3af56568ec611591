"""Places in real office files where words can be exchanged and rows moved, everything around them left as it is."""

import re
import zipfile
from abc import ABC, abstractmethod
from copy import deepcopy
from pathlib import Path
from typing import Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERS: Final = re.compile(r"(?:table|sheet) (?:(\d+)|'(.*?)'), row (\d+)")


class Place(ABC):
    """A row of a table, a paragraph or a line. spanned: whether it shares cells with rows beside it."""

    spanned = False

    @abstractmethod
    def count(self, words: str) -> int:
        """How often these words stand there."""

    @abstractmethod
    def swap(self, old: str, new: str) -> None:
        """Put other words in the place of the first such words."""


class File(ABC):
    """A document that is being edited. Rows stay what they are when others are dropped or moved."""

    @abstractmethod
    def place(self, locator: str) -> Place | None:
        """What a locator of the records names; None if it is nothing that can be edited."""

    @abstractmethod
    def movable(self, place: Place) -> bool:
        """Whether it is a row that can be dropped, doubled and moved without its neighbours."""

    @abstractmethod
    def drop(self, place: Place) -> None:
        """Take a row away."""

    @abstractmethod
    def doubled(self, place: Place) -> Place:
        """A copy of a row, right behind it."""

    @abstractmethod
    def together(self, one: Place, other: Place) -> bool:
        """Whether two rows are of one table."""

    @abstractmethod
    def exchange(self, one: Place, other: Place) -> None:
        """Two rows of one table take each other's place."""

    @abstractmethod
    def save(self, path: Path) -> None:
        """Write the document."""


class Element(Place):
    """A row or paragraph of a Word document; words are looked for within a paragraph, across its runs."""

    def __init__(self, node: etree._Element) -> None:
        self.node = node
        self.spanned = node.find(f".//{_W}vMerge") is not None

    def count(self, words: str) -> int:
        return sum(_said(p).count(words) for p in self.node.iter(f"{_W}p")) if words else 0

    def swap(self, old: str, new: str) -> None:
        paragraph = next(p for p in self.node.iter(f"{_W}p") if old in _said(p))
        start = _said(paragraph).index(old)
        left, at = len(old), 0
        for text in _texts(paragraph):
            said = text.text or "\n"
            begin, end = max(start - at, 0), min(start + len(old) - at, len(said))
            at += len(said)
            if text.tag == f"{_W}t" and begin < end:
                text.text = said[:begin] + (new if left == len(old) else "") + said[end:]
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                left -= end - begin


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    wanted = (f"{_W}t", f"{_W}br", f"{_W}tab")
    return [t for t in paragraph.iter(*wanted) if _parent(t).tag == f"{_W}r"]


def _said(paragraph: etree._Element) -> str:
    return "".join(text.text or "\n" for text in _texts(paragraph))


class Word(File):
    """A Word document: rows of its tables, paragraphs of its body."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self._parts = [(name, package.read(name)) for name in package.namelist()]
        self._root = etree.fromstring(dict(self._parts)["word/document.xml"])
        body = self._root[0]
        self._tables = list(body.iterchildren(f"{_W}tbl"))
        self._paragraphs = list(body.iterchildren(f"{_W}p"))

    def place(self, locator: str) -> Place | None:
        if found := NUMBERS.match(locator):
            rows = list(self._tables[int(found[1]) - 1].iterchildren(f"{_W}tr"))
            return Element(rows[int(found[3]) - 1]) if int(found[3]) <= len(rows) else None
        number = re.fullmatch(r"paragraph (\d+)", locator)
        return Element(self._paragraphs[int(number[1]) - 1]) if number else None

    def movable(self, place: Place) -> bool:
        node = _node(place)
        return node.tag == f"{_W}tr" and not place.spanned and node.find(f".//{_W}tbl") is None

    def drop(self, place: Place) -> None:
        node = _node(place)
        _parent(node).remove(node)

    def doubled(self, place: Place) -> Place:
        node = deepcopy(_node(place))
        _node(place).addnext(node)
        return Element(node)

    def together(self, one: Place, other: Place) -> bool:
        return _parent(_node(one)) is _parent(_node(other))

    def exchange(self, one: Place, other: Place) -> None:
        a, b = _node(one), _node(other)
        table = _parent(a)
        gap = etree.Element("gap")
        for old, new in ((a, gap), (b, a), (gap, b)):
            table.replace(old, new)

    def save(self, path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self._parts:
                whole = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
                package.writestr(name, whole if name == "word/document.xml" else data)


def _node(place: Place) -> etree._Element:
    assert isinstance(place, Element)
    return place.node


def _parent(node: etree._Element) -> etree._Element:
    parent = node.getparent()
    assert parent is not None
    return parent
