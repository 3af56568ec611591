"""A template on other paper than that for which staff made it: pages, tables and tab stops as wide as they can be."""

from collections.abc import Iterator, Mapping

from lxml import etree

from tasks.rendering.word import ooxml, package
from tasks.rendering.word.ooxml import BODY, SECT, TBL, P, w

AS_MADE = "A4"
SIZES = {"F4": (12_189, 18_709)}
"""Width and height of paper in twips; F4 is 215 × 330 mm, the folio of Indonesian offices."""
_NEAR = 20
_DOCUMENT = "word/document.xml"
_TABBED = ("word/styles.xml", "word/header", "word/footer")
_TABLE_WIDTHS = (w("tblW"), w("tcW"), w("gridCol"))

Widths = dict[int, int]


def on_paper(template: bytes, paper: str) -> bytes:
    """The template on this paper; as it is if it was made for the paper, or is no Word file, which others will say."""
    if paper not in SIZES:
        return template
    try:
        parts = package.read(template)
        root = ooxml.parse(parts[_DOCUMENT])
    except (package.PackageError, etree.XMLSyntaxError):
        return template
    widths = _resized(root, SIZES[paper])
    parts[_DOCUMENT] = ooxml.serialise(root)
    return package.write(parts | dict(_tabbed(parts, widths)))


def _resized(root: etree._Element, size: tuple[int, int]) -> Widths:
    """Gives every section its new size and its tables their new widths; the width of text by the one it had."""
    widths: Widths = {}
    for settings, elements in _sections(root):
        before = _text_width(settings)
        _resize(settings, size)
        after = _text_width(settings)
        widths[before] = after
        for table in (element for element in elements if element.tag == TBL and before > 0):
            for width in table.iter(*_TABLE_WIDTHS):
                _scale(width, after / before)
    _move_tabs(root, widths)
    return widths


def _sections(root: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    held: list[etree._Element] = []
    for element in root.iterfind(f"{BODY}/*"):
        settings = element if element.tag == SECT else element.find(f"{w('pPr')}/{SECT}") if element.tag == P else None
        held.append(element)
        if settings is not None:
            yield settings, held
            held = []


def _text_width(settings: etree._Element) -> int:
    size, margins = settings.find(w("pgSz")), settings.find(w("pgMar"))
    sides = (ooxml.attribute(margins, "left"), ooxml.attribute(margins, "right"))
    return int(ooxml.attribute(size, "w") or 0) - sum(int(side or 0) for side in sides)


def _resize(settings: etree._Element, size: tuple[int, int]) -> None:
    page = settings.find(w("pgSz"))
    if page is not None:
        across, down = size[::-1] if page.get(w("orient")) == "landscape" else size
        page.set(w("w"), str(across))
        page.set(w("h"), str(down))


def _scale(width: etree._Element, factor: float) -> None:
    stated = width.get(w("w"), "")
    if width.get(w("type"), "dxa") == "dxa" and stated.isdecimal():
        width.set(w("w"), str(round(int(stated) * factor)))


def _tabbed(parts: Mapping[str, bytes], widths: Widths) -> Iterator[tuple[str, bytes]]:
    """The other parts with tab stops at the right margin, which goes elsewhere."""
    for name in parts:
        if name.startswith(_TABBED) and name.endswith(".xml"):
            root = ooxml.parse(parts[name])
            _move_tabs(root, widths)
            yield name, ooxml.serialise(root)


def _move_tabs(root: etree._Element, widths: Widths) -> None:
    for tab in root.iter(w("tab")):
        place = tab.get(w("pos"), "")
        for before, after in widths.items():
            if place.isdecimal() and abs(int(place) - before) <= _NEAR:
                tab.set(w("pos"), str(int(place) + after - before))
