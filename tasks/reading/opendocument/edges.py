"""Headers and footers of the pages of an OpenDocument text, from the page styles that it uses."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from lxml import etree

from tasks.model.blocks import Note
from tasks.model.provenance import Provenance
from tasks.reading.contents import Tally
from tasks.reading.opendocument.changes import PARAGRAPHS, read_changes
from tasks.reading.opendocument.flow import read_flow
from tasks.reading.opendocument.lists import Numbering
from tasks.reading.opendocument.names import OFFICE, STYLE, STYLE_NAME, TABLE, TABLE_ELEMENT
from tasks.reading.opendocument.place import Place
from tasks.reading.opendocument.story import Story
from tasks.reading.opendocument.styles import read_styles
from tasks.reading.running_text.pages import Pages

Edge = Literal["header", "footer"]
MASTERS: Final = OFFICE + "master-styles"
_MASTER: Final = STYLE + "master-page"
_USUAL: Final = "Standard"


@dataclass(slots=True)
class Edges:
    """The headers and footers that hold words, each once, and all elements that were read."""

    headers: list[Note] = field(default_factory=list)
    footers: list[Note] = field(default_factory=list)
    elements: set[etree._Element] = field(default_factory=set)


def read_edges(root: etree._Element, part: str, body: etree._Element, story: Story) -> Edges:
    """The edges of the pages of a text; `root` holds the page styles, `part` is its name."""
    found = Edges()
    seen: set[tuple[Edge, str]] = set()
    count: Counter[Edge] = Counter()
    masters = root.find(MASTERS)
    used = set() if masters is None else _used(masters, body, story)
    styles = read_styles(root)
    for master in () if masters is None else masters.iterchildren(_MASTER):
        for element, edge in _edges(master, master.get(STYLE + "name", "") in used):
            found.elements.add(element)
            place = edge if not count[edge] else f"{edge} {count[edge] + 1}"
            inside = replace(
                story,
                styles=styles,
                numbering=Numbering(styles),
                tally=Tally(),
                pages=Pages(),
                changes=read_changes(element),
                where=place,
            )
            note = Note(place, edge, tuple(read_flow(element, inside, Place(place, counts_tables=False)).blocks))
            known = (edge, note.text) in seen
            _merge(story.tally, inside.tally, known)
            if note.text.strip() and not known:
                seen.add((edge, note.text))
                count[edge] += 1
                notes = found.headers if edge == "header" else found.footers
                notes.append(replace(note, at=Provenance(part, f"{edge}{count[edge]}")))
    return found


def _edges(master: etree._Element, used: bool) -> Iterator[tuple[etree._Element, Edge]]:
    """The headers and footers of a page style that pages show."""
    for element in master if used else ():
        name = str(element.tag).removeprefix(STYLE)
        if element.get(STYLE + "display") == "false":
            continue
        if name.startswith("header"):
            yield element, "header"
        elif name.startswith("footer"):
            yield element, "footer"


def _used(masters: etree._Element, body: etree._Element, story: Story) -> set[str]:
    """The page styles that a text uses: the usual one or that of its first block, those it changes to, their next."""
    following = {m.get(STYLE + "name", ""): m.get(STYLE + "next-style-name", "") for m in masters.iterchildren(_MASTER)}
    first = next(body.iter(*PARAGRAPHS, TABLE_ELEMENT), None)
    begins = "" if first is None else _master(first, story)
    waiting = [begins or (_USUAL if _USUAL in following else next(iter(following), "")), *story.styles.masters()]
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in following and name not in used:
            used.add(name)
            waiting.append(following[name])
    return used


def _master(element: etree._Element, story: Story) -> str:
    if element.tag == TABLE_ELEMENT:
        return story.styles.get("table", element.get(TABLE + "style-name")).master
    return story.styles.get("paragraph", element.get(STYLE_NAME)).master


def _merge(tally: Tally, other: Tally, known: bool) -> None:
    if known:
        tally.skip("repeated", other.emitted)
    else:
        tally.emitted += other.emitted
    tally.skipped.update(other.skipped)
