"""Tracked changes of an OpenDocument text: who inserted or deleted what, and the marks that they leave in the text.

Inserted text stands in the text between two marks; deleted text stands apart, one mark shows where it was
(ODF 1.3 part 3, 5.5).
"""

from dataclasses import dataclass, field
from typing import Final, Literal

from lxml import etree

from tasks.reading.opendocument.names import (
    CHANGE,
    CHANGE_END,
    CHANGE_START,
    DC,
    DRAW,
    HEADING,
    OFFICE,
    PARAGRAPH,
    TABLE_ELEMENT,
    TEXT,
    XML_ID,
)

View = Literal["accepted", "original"]
"""With all changes, or before any of them."""

TRACKED: Final = TEXT + "tracked-changes"
MARKS: Final = frozenset({CHANGE, CHANGE_START, CHANGE_END})
CHANGE_ID: Final = TEXT + "change-id"
PARAGRAPHS: Final = (PARAGRAPH, HEADING)
_INFO: Final = OFFICE + "change-info"
_INSERTION: Final = TEXT + "insertion"
_DELETION: Final = TEXT + "deletion"
_SOLID: Final = frozenset(
    {OFFICE + "annotation", TEXT + "note"} | {f"{TEXT}{name}" for name in ("s", "tab", "line-break")}
)


@dataclass(slots=True)
class Change:
    """A tracked change. `contents` are the blocks that it deleted."""

    kind: Literal["inserted", "deleted"]
    author: str
    date: str
    contents: list[etree._Element] = field(default_factory=list)

    def text(self) -> str:
        """The words of its contents, a line a paragraph."""
        return "\n".join(said(p) for block in self.contents for p in block.iter(*PARAGRAPHS))


def said(element: etree._Element) -> str:
    """All text inside an element."""
    return "".join(map(str, element.itertext()))


def read_changes(parent: etree._Element) -> dict[str, Change]:
    """The tracked changes that a body, header or footer declares, by the id that their marks have."""
    found: dict[str, Change] = {}
    for region in parent.iterfind(f"{TRACKED}/{TEXT}changed-region"):
        name = region.get(XML_ID) or region.get(TEXT + "id", "")
        for element in region.iterchildren(_INSERTION, _DELETION):
            info = element.find(_INFO)
            found[str(name)] = Change(
                "inserted" if element.tag == _INSERTION else "deleted",
                "" if info is None else info.findtext(DC + "creator", ""),
                "" if info is None else info.findtext(DC + "date", ""),
                [child for child in element if child.tag != _INFO],
            )
    return found


def gone_places(change: Change, in_paragraph: bool) -> tuple[int, int]:
    """How many paragraphs outside of tables, and how many tables, stood where the contents of a change were.

    Inside of a paragraph the first and the last of its own run on into that one.
    """
    tables = [block for block in change.contents if block.tag == TABLE_ELEMENT]
    paragraphs = sum(1 for b in change.contents if b.tag != TABLE_ELEMENT for _ in b.iter(*PARAGRAPHS))
    return max(paragraphs - in_paragraph, 0), len(tables)


def is_gone(row: etree._Element, changes: dict[str, Change], view: View) -> bool:
    """Whether tracked changes leave nothing of a table row in a view: that is how a deleted or new row is written."""
    if view == "original":
        return _is_new(row, changes)
    if not any(mark.get(CHANGE_ID) in changes for mark in row.iter(CHANGE)) or said(row).strip():
        return False
    return not any(_is_seen(element) for element in row.iter())


def _is_new(row: etree._Element, changes: dict[str, Change]) -> bool:
    """Whether all that a row holds stands between the marks of insertions."""
    inserted: set[str] = set()
    found = False
    for event, element in etree.iterwalk(row, events=("start", "end")):
        name = element.get(CHANGE_ID, "")
        if event == "start" and element.tag in MARKS and name in changes and changes[name].kind == "inserted":
            found = True
            (inserted.add if element.tag == CHANGE_START else inserted.discard)(name)
        words = element.text if event == "start" else None if element is row else element.tail
        if not inserted and ((words and words.strip()) or _is_seen(element)):
            return False
    return found


def gone_text(row: etree._Element, changes: dict[str, Change]) -> tuple[Change, str]:
    """The first of the changes that took a row away, and the words that it held, cell by cell."""
    marks = [changes[str(mark.get(CHANGE_ID))] for mark in row.iter(CHANGE) if mark.get(CHANGE_ID) in changes]
    return marks[0], " | ".join(filter(None, (change.text() for change in marks)))


def _is_seen(element: etree._Element) -> bool:
    """Whether a person sees an element that holds no text."""
    return element.tag in _SOLID or str(element.tag).startswith(DRAW)
