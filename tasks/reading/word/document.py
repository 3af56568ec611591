"""Word documents (.docx, .docm and their templates; transitional and strict) to blocks.

One pass over the document part as ISO/IEC 29500-1 describes it, and a second one over the same tree only where tracked
changes give the document another, original view. Paragraphs count in the body outside tables, empty ones and those
deleted by a tracked change included, as they stand there for everybody who opens the document.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from lxml import etree

from tasks.model.blocks import Block
from tasks.model.problem import Code, problem
from tasks.model.provenance import PageSource
from tasks.reading.contents import Contents, Tally
from tasks.reading.drawing.part import Opener, Part
from tasks.reading.ooxml.names import W
from tasks.reading.ooxml.package import Package, Relationship
from tasks.reading.refusal import CannotReadError, refused
from tasks.reading.running_text.comments import with_comments
from tasks.reading.running_text.pages import Pages
from tasks.reading.word.chunks import Chunks
from tasks.reading.word.comments import Comments
from tasks.reading.word.edges import read_edges
from tasks.reading.word.flow import read_flow
from tasks.reading.word.graphics import Graphics
from tasks.reading.word.notes import Notes
from tasks.reading.word.numbering import Counters, read_numbering
from tasks.reading.word.pages import page_source
from tasks.reading.word.place import Place
from tasks.reading.word.story import Story
from tasks.reading.word.styles import read_styles
from tasks.reading.word.view import ACCEPTED, CHANGES, ORIGINAL, View, characters, may_hold_changes
from tasks.reading.xml import parse

_DEEPEST: Final = 3


def read_word(data: bytes) -> Contents:
    """The contents of a document, given the bytes of its file. Raises CannotReadError."""
    return _read(data, 0)


def _read(data: bytes, depth: int) -> Contents:
    """`depth`: so many documents hold this one, each embedded in the next."""
    if depth > _DEEPEST:
        raise refused("reading.too-deep")
    file = _open(data)
    read_embedded = partial(_read, depth=depth + 1)
    tally = Tally()
    tally.read += characters(file.root)
    chunks = Chunks(file.package, file.related, tally, read_embedded)
    blocks, story = _blocks(file, chunks, ACCEPTED)
    changed = file.may_be_changed and next(file.root.iter(*CHANGES), None) is not None
    original = (
        _blocks(file, Chunks(file.package, file.related, Tally(), read_embedded), ORIGINAL)[0] if changed else None
    )
    columns, place = story.overwide
    if columns:
        chunks.problems.append(problem(Code.LAYOUT_CLAMPED, "", place, columns=str(columns)))
    return Contents(
        blocks, tally.receipt(), tuple(chunks.problems), original=original, revisions=tuple(story.revisions)
    )


@dataclass(frozen=True, slots=True)
class _File:
    """A document's package, the name and tree of its document part, and what that part refers to."""

    package: Package
    name: str
    root: etree._Element
    body: etree._Element
    pages: PageSource
    may_be_changed: bool
    related: Mapping[str, Relationship]

    def part(self, kind: str) -> etree._Element | None:
        """The part to which the first relationship of this kind leads; None if there is none."""
        name = self.name_of(kind)
        return self.package.xml(name) if name else None

    def name_of(self, kind: str) -> str:
        """The name of that part; empty if there is none."""
        return next((r.target for r in self.related.values() if r.kind == kind and not r.external), "")


def _open(data: bytes) -> _File:
    package = Package(data)
    name = package.first("", "officeDocument") or "word/document.xml"
    xml = package.xml_bytes(name)
    root = parse(xml) if xml.strip() else None
    body = None if root is None else root.find(W + "body")
    if root is None or body is None:
        raise CannotReadError("reading.broken")
    return _File(package, name, root, body, page_source(xml), may_hold_changes(xml), package.relationships(name))


def _blocks(file: _File, chunks: Chunks, view: View) -> tuple[tuple[Block, ...], Story]:
    """Headers of pages, the body with each comment behind the block it is about, footers; and what was remembered."""
    styles = read_styles(file.part("styles"))
    tally = chunks.tally
    notes = Notes(file.part, tally)
    opener = Opener(file.package, tally)
    links = {name: r.target for name, r in file.related.items() if r.kind == "hyperlink" and r.external}
    story = Story(
        styles,
        Counters(read_numbering(file.part("numbering"), styles)),
        notes.find,
        chunks.read,
        Graphics(opener, Part(file.name, file.root, file.related)).read,
        links,
        view,
        Pages(file.pages),
        tally,
    )
    headers, footers = read_edges(file.body, file.related, file.package.xml, story)
    body = read_flow(file.body, story, Place(part=file.name))
    comments = Comments(file.part("comments"), file.part("commentsExtended"), file.name_of("comments"), story)
    notes.close()
    if opener.lost:
        chunks.problems.append(problem(Code.READ_IN_PART, cause="@reading.drawing-damaged", instead=".docx"))
    return (*headers, *with_comments(body, list(comments.notes())), *footers), story
