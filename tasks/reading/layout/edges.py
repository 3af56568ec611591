"""What stands at the edges of pages, and what readers left on them, as notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tasks.model.blocks import Content, Note, Paragraph
from tasks.model.locator import page_part
from tasks.reading.contents import Tally
from tasks.reading.layout.laid import Laid
from tasks.reading.layout.lines import Line
from tasks.reading.layout.page import ink


@dataclass(slots=True)
class Edges:
    """Headers and footers met so far: each becomes a note once."""

    tally: Tally
    seen: set[tuple[str, str]] = field(default_factory=set)

    def note(self, page: Laid, kind: str, lines: Sequence[Line], marks: str) -> Iterator[Note]:
        """The note of a page; nothing if all of it was said on an earlier one."""
        locator = f"page {page.number}, {kind}"
        blocks: list[Content] = []
        for text in [line.text for line in lines] + ([marks] if marks else []):
            key = (kind, "".join("#" if c.isdigit() else c for c in text))
            if key in self.seen:
                self.tally.skip("repeated", ink(text))
                continue
            self.seen.add(key)
            blocks.append(Paragraph(locator, text))
        if blocks:
            at = page.provenance(kind)
            yield Note(locator, "header" if kind == "header" else "footer", tuple(blocks), at=at)


def comment_notes(page: Laid) -> Iterator[Note]:
    """The notes that readers left on a page."""
    for number, (author, words) in enumerate(page.comments, 1):
        locator = page_part(page.number, "comment", number)
        at = page.provenance(f"c{number}")
        yield Note(locator, "comment", (Paragraph(locator, words),), author=author, at=at)
