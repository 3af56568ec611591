"""Pictures in a Word file: SVG for programs that know it, PNG for the others, both below word/media."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from tasks.rendering.word import inline, ooxml
from tasks.rendering.word.inline import Inline
from tasks.rendering.word.ooxml import NAMESPACES

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_IMAGE = f"{ooxml.R_NS}/image"
_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
TYPES_PART = "[Content_Types].xml"
RELATIONS_PART = "word/_rels/document.xml.rels"
EMU = 12_700
"""English metric units in a point."""
_OWN = "rIdPicture"
_IDENTITY = f"{{{NAMESPACES['wp']}}}docPr"
_INNER = f"{{{_PIC}}}cNvPr"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its SVG, its size on paper in points, what it shows in words; zoom: dots a point of the PNG."""

    svg: str
    width: float
    height: float
    alt: str
    zoom: float = 2.0

    @property
    def key(self) -> str:
        """A name that follows from what the picture shows."""
        return hashlib.sha256(f"{self.zoom} {self.svg}".encode()).hexdigest()[:16]


class Drawing(Inline):
    """The run that shows a picture in the line of text, for `{{r name }}`, and the picture."""

    image: Image


def drawing(image: Image) -> Drawing:
    """A picture as a run; `embed` puts the picture itself into the file."""
    size = f'cx="{round(image.width * EMU)}" cy="{round(image.height * EMU)}"'
    about = f'id="1" name="{image.key}" descr={quoteattr(inline.clean(image.alt))}'
    blip = (
        f'<a:blip r:embed="{_OWN}{image.key}png"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{_OWN}{image.key}svg"/></a:ext></a:extLst></a:blip>'
    )
    picture = (
        f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    run = Drawing(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{NAMESPACES["wp"]}" xmlns:a="{_A}" xmlns:r="{ooxml.R_NS}"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {about}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PIC}">{picture}</a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></w:r>"
    )
    run.image = image
    return run


def embed(
    root: etree._Element, fixed: Mapping[str, bytes], images: Iterable[Image], draw: Callable[[str, float], bytes]
) -> tuple[dict[str, bytes], dict[str, etree._Element]]:
    """What a document with these pictures needs besides: new parts, and those of `fixed` that change, parsed.

    `root` is the document, in which every picture gets a number of its own; those of `images` that it does not show
    are left out. draw: gives the PNG of an SVG with so many dots a point.
    """
    by_key = {image.key: image for image in images}
    shown = _numbered(root, by_key)
    if not shown:
        return {}, {}
    parts: dict[str, bytes] = {}
    relations, types = ooxml.parse(fixed[RELATIONS_PART]), ooxml.parse(fixed[TYPES_PART])
    for key in shown:
        image = by_key[key]
        parts[f"word/media/{key}.png"] = draw(image.svg, image.zoom)
        parts[f"word/media/{key}.svg"] = image.svg.encode()
        for ending in _TYPES:
            about = {"Id": f"{_OWN}{key}{ending}", "Type": _IMAGE, "Target": f"media/{key}.{ending}"}
            etree.SubElement(relations, _like(relations, "Relationship"), about)
    known = {element.get("Extension", "").lower() for element in types}
    for ending, kind in _TYPES.items():
        if ending not in known:
            types.insert(0, etree.Element(_like(types, "Default"), {"Extension": ending, "ContentType": kind}))
    return parts, {RELATIONS_PART: relations, TYPES_PART: types}


def _numbered(root: etree._Element, known: Mapping[str, Image]) -> list[str]:
    """Gives every picture a number that no other has; the keys of those of ours that are shown, each once."""
    identities = list(root.iter(_IDENTITY))
    ours = [one for one in identities if one.get("name", "") in known]
    taken = {int(one.get("id", "0")) for one in identities if one not in ours}
    following = max(taken, default=0)
    shown = []
    for number, identity in enumerate(ours, following + 1):
        key = identity.get("name", "")
        shown.append(key)
        frame = identity.getparent()
        for element in (identity, *(() if frame is None else frame.iter(_INNER))):
            element.set("id", str(number))
            element.set("name", f"Picture {number}")
    return list(dict.fromkeys(shown))


def _like(root: etree._Element, name: str) -> str:
    return f"{{{etree.QName(root).namespace}}}{name}"
