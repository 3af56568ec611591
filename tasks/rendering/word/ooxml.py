"""Names and parsing of Office Open XML, shared by everything here that touches a Word part."""

from lxml import etree

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMESPACES = {
    "w": W_NS,
    "r": R_NS,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W_NS}}}{name}"


P, R, T, TBL, TR, TC, BODY, SECT = (w(n) for n in ("p", "r", "t", "tbl", "tr", "tc", "body", "sectPr"))
VAL = w("val")


def parse(part: bytes) -> etree._Element:
    """The root of an XML part; entities are not resolved. Raises etree.XMLSyntaxError."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def serialise(root: etree._Element) -> bytes:
    """The part's bytes as Word writes them: UTF-8 with a standalone declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def text_of(element: etree._Element) -> str:
    """The words of a paragraph, row or run."""
    return "".join(t.text or "" for t in element.iter(T))


def attribute(element: etree._Element | None, name: str = "val") -> str:
    """An attribute `w:…` of an element, empty if either is absent."""
    return "" if element is None else str(element.get(w(name), ""))


def page_breaks(paragraph: etree._Element) -> list[etree._Element]:
    """The runs of a paragraph that begin a new page."""
    return [
        run for run in paragraph.iterchildren(R) if any(b.get(w("type")) == "page" for b in run.iterchildren(w("br")))
    ]
