"""A document as it came back, opened within the limits that hold for every file of strangers."""

import posixpath
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tasks.model.mark import PROPERTY, Mark, mark_in
from tasks.reading.ooxml.names import W
from tasks.reading.ooxml.package import Package
from tasks.reading.refusal import CannotReadError
from tasks.reviewing.lines import Revision
from tasks.reviewing.tables import Body, body_of

_CUSTOM, _CORE = "docProps/custom.xml", "docProps/core.xml"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Word files and documents with a password begin (MS-CFB 2.2)."""


@dataclass(frozen=True)
class Returned:
    """A copy. mark: None if none is left; saved_by, saved_on: the last to save it; comments: their two parts."""

    file: str
    mark: Mark | None
    body: Body
    saved_by: str = ""
    saved_on: str = ""
    comments: etree._Element | None = None
    extended: etree._Element | None = None

    @property
    def saved(self) -> Revision:
        """Who may have made a change that was not tracked: the last to save it."""
        return Revision(self.saved_by, self.saved_on if self.saved_by else "")


def open_returned(data: bytes, file: str) -> Returned:
    """The copy in these bytes. Raises CannotReadError for what is no sound Word document."""
    if data.startswith(_COMPOUND):
        raise CannotReadError("reviewing.old-or-password")
    try:
        package = Package(data)
        name = package.first("", "officeDocument") or "word/document.xml"
        root = package.xml(name)
        if root is None or root.tag != W + "document":
            raise CannotReadError("reviewing.not-word")
        who, when = _saved(package)
        comments, extended = (_beside(package, name, kind) for kind in ("comments", "commentsExtended"))
        return Returned(file, _mark(package, name), body_of(root), who, when, comments, extended)
    except ValueError as error:  # names of parts that are no text, which the zip module reads without care
        raise CannotReadError("reading.broken") from error


def body_in(document: bytes) -> Body:
    """The body of a document's main part, as it was issued."""
    return body_of(etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True)))


def mark_of(data: bytes) -> Mark | None:
    """The mark of a document that was just issued."""
    return mark_in(Package(data).part(_CUSTOM).decode("utf-8", "replace"))


def _beside(package: Package, name: str, kind: str) -> etree._Element | None:
    """A part of comments; one that cannot be read takes nothing else with it."""
    try:
        part = package.first(name, kind)
        return package.xml(part) if part else None
    except CannotReadError:
        return None


def _mark(package: Package, name: str) -> Mark | None:
    """The mark in the properties; in the footers, where these are lost."""
    root = package.xml(_CUSTOM) if _CUSTOM in package else None
    held = () if root is None else root.iterfind(f"{{*}}property[@name='{PROPERTY}']")
    found = next((mark for item in held if (mark := mark_in("".join(map(str, item.itertext()))))), None)
    folder = posixpath.dirname(name)
    for part in sorted(package.names) if found is None else ():
        if part.startswith(f"{folder}/footer".lower()) and part.endswith(".xml"):
            footer = package.xml(part)
            found = found or (None if footer is None else mark_in("".join(map(str, footer.itertext()))))
    return found


def _saved(package: Package) -> tuple[str, str]:
    root = package.xml(_CORE) if _CORE in package else None
    if root is None:
        return "", ""
    who, when = (root.findtext(f"{{*}}{name}", "") or "" for name in ("lastModifiedBy", "modified"))
    return who.strip(), when.strip()
