"""What stands beside running text: comments on it, words at the edges of its pages."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from tasks.model.blocks import Block, Content, Note
from tasks.model.provenance import Provenance
from tasks.reading.running_text.comments import with_comments

Edge = Literal["header", "footer"]


class Beside:
    """Collects notes while a document is read, and puts them where they belong at its end."""

    def __init__(self, part: str = "") -> None:
        self._part = part
        self._edges: dict[Edge, list[Note]] = {"header": [], "footer": []}
        self._comments: list[Note] = []
        self._count: Counter[str] = Counter()

    def edge_place(self, edge: Edge) -> str:
        """The locator of the next header or footer."""
        number = len(self._edges[edge]) + 1
        return edge if number == 1 else f"{edge} {number}"

    def edge(self, edge: Edge, blocks: tuple[Content, ...]) -> None:
        """A header or footer; one without words is none."""
        if _has_words(blocks):
            place = self.edge_place(edge)
            self._edges[edge].append(Note(place, edge, blocks, at=Provenance(self._part, place.replace(" ", ""))))

    def comment_place(self, place: str) -> str:
        """The locator of the next comment on a place."""
        return f"{place}, comment {self._count[place] + 1}"

    def comment(self, place: str, blocks: tuple[Content, ...], author: str = "") -> None:
        """A comment on a place; one without words is none."""
        if _has_words(blocks):
            locator = self.comment_place(place)
            self._count[place] += 1
            at = Provenance(self._part, f"c{len(self._comments) + 1}")
            self._comments.append(Note(locator, "comment", blocks, author=author, at=at))

    def arrange(self, body: Sequence[Content]) -> tuple[Block, ...]:
        """Headers, the body with each comment behind the block that it is about, footers."""
        return (*self._edges["header"], *with_comments(body, self._comments), *self._edges["footer"])


def _has_words(blocks: tuple[Content, ...]) -> bool:
    return any(block.kind == "table" or block.text.strip() for block in blocks)
