"""The zip file that every Office Open XML document is: its parts and how they point to one another."""

import posixpath
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tasks.reading.containers.archive import Archive
from tasks.reading.xml import parse, refuse_doctype

_STRICT: Final = (
    # ISO/IEC 29500-1 annex A: the namespaces of strict documents, and what transitional ones call them.
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/presentationml/main", b"http://schemas.openxmlformats.org/presentationml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", b"http://schemas.openxmlformats.org/drawingml/2006/chart"),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", b"http://schemas.openxmlformats.org/drawingml/2006/diagram"),
    (b"http://purl.oclc.org/ooxml/drawingml/table", b"http://schemas.openxmlformats.org/drawingml/2006/table"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer from one part to another: the last word of its type ("styles", "image") and where it leads."""

    kind: str
    target: str
    external: bool


class Package(Archive):
    """The parts of an Office Open XML file, by name without leading slash; names ignore case as the format asks."""

    def xml_bytes(self, name: str) -> bytes:
        """The bytes of an XML part, strict namespaces replaced by transitional ones; a DOCTYPE is refused."""
        data = self.part(name)
        refuse_doctype(data)
        if b"purl.oclc.org/ooxml" in data:
            for strict, transitional in _STRICT:
                data = data.replace(strict, transitional)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root element of an XML part; None if the part is missing or empty."""
        data = self.xml_bytes(name)
        if not data.strip():
            return None
        return parse(data)

    def relationships(self, name: str) -> dict[str, Relationship]:
        """The relationships of a part by id; those of the package itself for the name ""."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        return {} if root is None else dict(_relationship(item, folder) for item in root if item.get("Target"))

    def first(self, name: str, kind: str) -> str:
        """The name of the part to which the first relationship of this kind leads; empty if there is none."""
        found = (r.target for r in self.relationships(name).values() if r.kind == kind and not r.external)
        return next(found, "")


def _relationship(item: etree._Element, folder: str) -> tuple[str, Relationship]:
    target = item.get("Target", "")
    external = item.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return item.get("Id", ""), Relationship(item.get("Type", "").rsplit("/", 1)[-1], target, external)
