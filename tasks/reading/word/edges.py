"""Headers and footers of the pages of a Word document, each part once."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal

from lxml import etree

from tasks.model.blocks import Note
from tasks.model.provenance import Provenance
from tasks.reading.ooxml.names import R, W
from tasks.reading.ooxml.package import Relationship
from tasks.reading.word.flow import read_flow
from tasks.reading.word.place import Place
from tasks.reading.word.story import Story
from tasks.reading.word.view import characters

Edge = Literal["header", "footer"]
_REFERENCES: Final[Mapping[str, Edge]] = {W + "headerReference": "header", W + "footerReference": "footer"}


def read_edges(
    document: etree._Element,
    related: Mapping[str, Relationship],
    part: Callable[[str], etree._Element | None],
    story: Story,
) -> tuple[list[Note], list[Note]]:
    """The headers and the footers that hold words, in the order in which sections refer to them."""
    found: dict[Edge, list[Note]] = {"header": [], "footer": []}
    seen: Counter[str] = Counter()
    for kind, name in _referred(document, related):
        root = part(name)
        if root is None:
            continue
        story.tally.read += characters(root)
        place = kind if not seen[kind] else f"{kind} {seen[kind] + 1}"
        blocks = tuple(read_flow(root, story, Place(place, counts_tables=False)))
        if any(block.kind == "table" or block.text.strip() for block in blocks):
            seen[kind] += 1
            found[kind].append(Note(place, kind, blocks, at=Provenance(name, kind)))
    return found["header"], found["footer"]


def _referred(document: etree._Element, related: Mapping[str, Relationship]) -> Iterator[tuple[Edge, str]]:
    known: set[str] = set()
    for element in document.iter(*_REFERENCES):
        target = related.get(element.get(R + "id", ""))
        if target is not None and not target.external and target.target not in known:
            known.add(target.target)
            yield _REFERENCES[str(element.tag)], target.target
