"""Presentations (.pptx, .pptm, .ppsx, .potx; transitional and strict) to blocks.

One pass over each slide, in the order of the show, as ISO/IEC 29500-1 describes it; hidden slides are read and
flagged. After the words of a slide come the notes of its speaker, then the comments. What a layout or master says
itself (prompts, logos) is a template.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tasks.model.blocks import Block, Note
from tasks.model.problem import Code, Problem, problem
from tasks.reading.contents import Contents, Tally
from tasks.reading.drawing.lists import NO_BULLETS, read_levels
from tasks.reading.drawing.names import P, R
from tasks.reading.drawing.part import Opener, Part
from tasks.reading.ooxml.package import Package
from tasks.reading.powerpoint.comments import Comments, read_authors
from tasks.reading.powerpoint.edges import Edges
from tasks.reading.powerpoint.layouts import Layouts
from tasks.reading.powerpoint.notes import read_notes
from tasks.reading.powerpoint.slide import Slide
from tasks.reading.refusal import CannotReadError

_OFF: Final = frozenset({"0", "false"})


def read_presentation(data: bytes) -> Contents:
    """The blocks of a presentation, given the bytes of its file. Raises CannotReadError."""
    package = Package(data)
    opener = Opener(package, Tally())
    main = opener.open(package.first("", "officeDocument") or "ppt/presentation.xml")
    if main is None or main.root.tag != P + "presentation":
        raise CannotReadError("reading.broken")
    show = _Show(main, opener, Layouts(opener, read_levels(main.root.find(P + "defaultTextStyle"), NO_BULLETS)))
    blocks = tuple(show.blocks())
    return Contents(blocks, opener.tally.receipt(), tuple(show.problems))


@dataclass(slots=True)
class _Show:
    """A presentation while it is read."""

    main: Part
    opener: Opener
    layouts: Layouts
    edges: Edges = field(default_factory=Edges)
    authors: dict[str, str] | None = None
    problems: list[Problem] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        """All slides in the order of the show; one that is listed twice is read once."""
        seen = set()
        for number, entry in enumerate(self.main.root.iterfind(f"{P}sldIdLst/{P}sldId"), 1):
            name = self.main.by_id(entry.get(R + "id", ""))
            if not name or name not in seen:
                seen.add(name)
                yield from self._slide(name, number)
                self._report(number)

    def _slide(self, name: str, number: int) -> Iterator[Block]:
        part = self.opener.open(name)
        if part is None:
            return
        slide = Slide(part, number, part.root.get("show") in _OFF, self.layouts.of(part), self.opener)
        yield from slide.blocks(self.edges)
        notes = self.opener.optional(part.target("notesSlide"))
        if notes is not None:
            yield from read_notes(notes, number, slide.hidden, self.edges, self.opener)
        yield from self._comments(slide)

    def _comments(self, slide: Slide) -> Iterator[Note]:
        names = [r.target for r in slide.part.related.values() if r.kind == "comments" and not r.external]
        parts = [part for part in map(self.opener.open, names) if part is not None]
        if not parts:
            return
        if self.authors is None:
            kinds = map(self.main.target, ("commentAuthors", "authors"))
            self.authors = read_authors(p for p in map(self.opener.optional, kinds) if p is not None)
        comments = Comments(slide.number, self.authors, self.opener, slide.words_by_id())
        for part in parts:
            yield from comments.notes(part)

    def _report(self, number: int) -> None:
        """Says that something of a slide was missing or broken."""
        if self.opener.lost:
            cause = {"cause": "@reading.slide-damaged", "instead": ".pptx"}
            self.problems.append(problem(Code.READ_IN_PART, "", f"slide {number}", **cause))
            self.opener.lost.clear()
