"""Word documents (.docx, .docm and their templates; transitional and strict) to blocks.

One pass over the document part as ISO/IEC 29500-1 describes it. The view is the one with all tracked changes
accepted. Paragraphs count in the body outside tables, empty ones and those deleted by a tracked change included,
as they stand there for everybody who opens the document.
"""

from collections.abc import Callable, Mapping

from lxml import etree

from tasks.model.blocks import Content, Paragraph
from tasks.model.receipt import Receipt
from tasks.reading.contents import Contents
from tasks.reading.ooxml.names import W
from tasks.reading.ooxml.package import Package, Relationship
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff
from tasks.reading.text.delimited import decode
from tasks.reading.web.html import read_html
from tasks.reading.word.flow import read_flow
from tasks.reading.word.numbering import Counters, read_numbering
from tasks.reading.word.story import Place, Story
from tasks.reading.word.styles import read_styles
from tasks.reading.word.text import Note


def read_word(data: bytes) -> Contents:
    """The blocks of a document, given the bytes of its file. Raises CannotReadError."""
    package = Package(data)
    name = package.first("", "officeDocument") or "word/document.xml"
    root = package.xml(name)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise CannotReadError("reading.broken")
    related = package.relationships(name)
    styles = read_styles(_related(package, related, "styles"))
    lists = read_numbering(_related(package, related, "numbering"), styles)
    story = Story(styles, Counters(lists), _notes(package, related), _chunks(package, related))
    return Contents(tuple(read_flow(body, story, Place())), Receipt(0, 0))


def _related(package: Package, related: Mapping[str, Relationship], kind: str) -> etree._Element | None:
    name = next((r.target for r in related.values() if r.kind == kind and not r.external), "")
    return package.xml(name) if name else None


def _notes(package: Package, related: Mapping[str, Relationship]) -> Callable[[Note], etree._Element | None]:
    """Finds the text of a footnote or endnote; its part is read when the first one is asked for."""
    parts: dict[str, dict[str, etree._Element]] = {}

    def find(note: Note) -> etree._Element | None:
        if note.kind not in parts:
            root = _related(package, related, f"{note.kind}s")
            found = () if root is None else root.iterfind(W + note.kind)
            parts[note.kind] = {element.get(W + "id", ""): element for element in found}
        return parts[note.kind].get(note.id)

    return find


def _chunks(package: Package, related: Mapping[str, Relationship]) -> Callable[[str, str], tuple[Content, ...]]:
    """Reads a web page or plain text that is embedded in the flow; other formats hold nothing for us."""

    def read(name: str, locator: str) -> tuple[Content, ...]:
        target = related.get(name)
        if target is None or target.external:
            return ()
        data = package.part(target.target)
        kind = sniff(data, "")
        if kind == "html":
            return read_html(data, locator)
        lines = decode(data).splitlines() if kind in {"txt", "csv"} else []
        return tuple(Paragraph(locator, line) for line in lines if line.strip())

    return read
