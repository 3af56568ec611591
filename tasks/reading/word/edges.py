"""Headers and footers of the pages of a Word document, each part once."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal

from lxml import etree

from tasks.model.blocks import Note
from tasks.model.provenance import Provenance
from tasks.reading.ooxml.names import PARAGRAPH_PROPERTIES, R, W
from tasks.reading.ooxml.package import Relationship
from tasks.reading.word.flow import read_flow
from tasks.reading.word.place import Place
from tasks.reading.word.story import Story
from tasks.reading.word.view import characters

Edge = Literal["header", "footer"]
_SECTION: Final = W + "sectPr"
_REFERENCES: Final[Mapping[str, Edge]] = {W + "headerReference": "header", W + "footerReference": "footer"}


def read_edges(
    body: etree._Element,
    related: Mapping[str, Relationship],
    part: Callable[[str], etree._Element | None],
    story: Story,
) -> tuple[list[Note], list[Note]]:
    """The headers and the footers that hold words, in the order in which sections refer to them."""
    found: dict[Edge, list[Note]] = {"header": [], "footer": []}
    seen: Counter[str] = Counter()
    for kind, name in _referred(body, related):
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


def _referred(body: etree._Element, related: Mapping[str, Relationship]) -> Iterator[tuple[Edge, str]]:
    """Kind and part of each reference. Sections end in a paragraph of the body, the last one in the body itself."""
    known: set[str] = set()
    if not any(r.kind in _REFERENCES.values() for r in related.values()):
        return
    sections = (*body.iterfind(f".//{PARAGRAPH_PROPERTIES}/{_SECTION}"), *body.iterfind(_SECTION))
    for element in (reference for section in sections for reference in section if reference.tag in _REFERENCES):
        target = related.get(element.get(R + "id", ""))
        if target is not None and not target.external and target.target not in known:
            known.add(target.target)
            yield _REFERENCES[str(element.tag)], target.target
