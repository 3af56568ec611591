"""The XML parts of an OpenDocument file, from a zip file or from one flat file, within the limits."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tasks.model.problem import Code
from tasks.reading.containers.archive import Archive
from tasks.reading.opendocument.names import EXTENDED, OFFICE, PARAGRAPH, TABLE
from tasks.reading.refusal import CannotReadError
from tasks.reading.xml import parse, refuse_doctype

CONTENT: Final = "content.xml"
STYLES: Final = "styles.xml"
_ENCRYPTED: Final = re.compile(
    rb"full-path\s*=\s*[\"'](?:content\.xml|styles\.xml|encrypted-package)[\"'][^>]*>\s*<[\w:]*encryption-data\b"
)
_PICTURE: Final = re.compile(rb"<office:binary-data>[^<]*</office:binary-data>")
_EXTENDED_TABLE: Final = EXTENDED + "table"


@dataclass(frozen=True, slots=True)
class Parts:
    """The XML of the contents and of the common styles (empty if missing or in the contents), and the zip file."""

    content: bytes
    styles: bytes
    archive: Archive | None

    def object(self, address: str) -> etree._Element | None:
        """The root of an object that the file holds in a folder of its own, a formula or a chart; None if none."""
        name = f"{address.removeprefix('./').rstrip('/')}/{CONTENT}"
        if self.archive is None or name not in self.archive:
            return None
        return parse(_xml(self.archive, name))


def open_parts(data: bytes) -> Parts:
    """The parts of a file. Raises CannotReadError if it is broken, encrypted, or beyond the limits.

    The bytes of pictures inside a flat file are dropped unread, as pictures of a zip file are.
    """
    if not data.startswith(b"PK"):
        refuse_doctype(data)
        return Parts(_PICTURE.sub(b"", data), b"", None)
    archive = Archive(data)
    _refuse_encrypted(archive)
    content = _xml(archive, CONTENT)
    if not content.strip():
        raise CannotReadError("reading.broken")
    return Parts(content, _xml(archive, STYLES), archive)


def content_tree(parts: Parts) -> etree._Element:
    """The root of the contents, elements that LibreOffice writes ahead of the standard under their standard names."""
    root = parse(parts.content)
    if b":loext" in parts.content:
        for element in root.iter(f"{EXTENDED}*"):
            standard(element)
    return root


def standard(element: etree._Element) -> None:
    """Gives an element of LibreOffice's own that stands for one of the standard the name of that one."""
    tag = str(element.tag)
    if tag.startswith(_EXTENDED_TABLE) or tag == EXTENDED + "covered-table-cell":
        element.tag = TABLE + tag.removeprefix(EXTENDED)
    elif tag == EXTENDED + "p":
        element.tag = PARAGRAPH


def body_of(root: etree._Element, kind: str) -> etree._Element:
    """The body of that kind ("text", "spreadsheet", "presentation"). Raises CannotReadError if there is none."""
    body = root.find(f"{OFFICE}body/{OFFICE}{kind}")
    if body is None:
        raise CannotReadError("reading.broken")
    return body


def styles_tree(parts: Parts) -> etree._Element | None:
    """The root of the part with the common styles; None if there is no such part."""
    return parse(parts.styles) if parts.styles.strip() else None


def characters(element: etree._Element) -> int:
    """How many characters all text nodes inside an element hold."""
    return sum(map(len, element.itertext()))


def _xml(archive: Archive, name: str) -> bytes:
    data = archive.part(name)
    refuse_doctype(data)
    return data


def _refuse_encrypted(archive: Archive) -> None:
    """Raises CannotReadError if the manifest says that the contents are encrypted.

    The manifest is not parsed: older programs wrote it with a DOCTYPE and without the namespace that it defines.
    """
    if _ENCRYPTED.search(archive.part("META-INF/manifest.xml")):
        raise CannotReadError("reading.broken", Code.FILE_ENCRYPTED)
