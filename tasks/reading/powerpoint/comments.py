"""Comments on slides: those of older versions (p:cm) and the threads of newer ones."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from tasks.model.blocks import Note, Paragraph
from tasks.model.locator import slide_part
from tasks.model.provenance import Provenance
from tasks.reading.drawing.body import read_body
from tasks.reading.drawing.names import P188, PARAGRAPH, P
from tasks.reading.drawing.part import Opener, Part
from tasks.reading.xml import number


@dataclass(slots=True)
class Comments:
    """The comments on one slide while they are read. `shapes`: the words of its shapes by their id."""

    slide: int
    authors: Mapping[str, str]
    opener: Opener
    shapes: Mapping[str, str]
    count: int = 0

    def notes(self, part: Part) -> Iterator[Note]:
        """The comments of a part, replies behind what they answer."""
        for comment in part.root:
            if comment.tag == P + "cm":
                yield self._classic(comment, part)
            elif comment.tag == P188 + "cm":
                yield from self._thread(comment, part)

    def _place(self, part: Part) -> tuple[str, Provenance]:
        self.count += 1
        locator = slide_part(self.slide, "comment", self.count)
        return locator, Provenance(part.name, f"cm{self.count}", slide=self.slide)

    def _classic(self, comment: etree._Element, part: Part) -> Note:
        locator, at = self._place(part)
        parent = next(comment.iter("{*}parentCm"), None)
        return Note(
            locator,
            "comment",
            self._plain(comment.find(P + "text"), locator),
            id=_classic_id(comment),
            author=self.authors.get(comment.get("authorId", ""), ""),
            date=comment.get("dt", ""),
            reply_to="" if parent is None else _classic_id(parent),
            at=at,
        )

    def _plain(self, element: etree._Element | None, locator: str) -> tuple[Paragraph, ...]:
        words = "" if element is None else element.text or ""
        if not words.strip():
            self.opener.tally.skip("white space", len(words))
            return ()
        self.opener.tally.emitted += len(words)
        return (Paragraph(locator, words),)

    def _thread(self, comment: etree._Element, part: Part) -> Iterator[Note]:
        first = replace(self._modern(comment, part), anchor=_anchor(comment, self.shapes))
        yield first
        for reply in comment.iterfind(f"{P188}replyLst/{P188}reply"):
            yield replace(self._modern(reply, part), reply_to=first.id)

    def _modern(self, comment: etree._Element, part: Part) -> Note:
        locator, at = self._place(part)
        body = comment.find(P188 + "txBody")
        paragraphs = () if body is None else body.iterchildren(PARAGRAPH)
        return Note(
            locator,
            "comment",
            tuple(words.block(locator) for words in read_body(paragraphs, self.opener.reader(part))),
            id=comment.get("id", ""),
            author=self.authors.get(comment.get("authorId", ""), ""),
            date=comment.get("created", ""),
            resolved=comment.get("status", "active") != "active",
            at=at,
        )


def read_authors(parts: Iterable[Part]) -> dict[str, str]:
    """The names of those who wrote comments, by id."""
    return {a.get("id", ""): a.get("name", "") for part in parts for a in part.root}


def _classic_id(comment: etree._Element) -> str:
    """An older comment is known by its author and that author's count."""
    return f"{comment.get('authorId', '')}-{comment.get('idx', '')}"


def _anchor(comment: etree._Element, shapes: Mapping[str, str]) -> str:
    """The text that a comment is about: part of a shape's words, or all of them."""
    shape = next(comment.iter("{*}spMk", "{*}graphicFrameMk"), None)
    words = "" if shape is None else shapes.get(shape.get("id", ""), "")
    marked = next(comment.iter("{*}txMk"), None)
    if marked is None:
        return words
    start = max(number(marked.get("cp")), 0)
    return words[start : start + max(number(marked.get("len")), 0)]
