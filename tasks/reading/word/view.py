"""Two views of a document with tracked changes: all of them accepted, and the document before any of them."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from lxml import etree

from tasks.reading.ooxml.names import DELETED, INSERTED, M, W

ChangeKind = Literal["inserted", "deleted", "moved from", "moved to"]

KINDS: Final[dict[str, ChangeKind]] = {
    W + "ins": "inserted",
    W + "del": "deleted",
    W + "moveFrom": "moved from",
    W + "moveTo": "moved to",
}
CHANGES: Final = DELETED | INSERTED
TEXT: Final = W + "t"
DELETED_TEXT: Final = W + "delText"
INSTRUCTION: Final = W + "instrText"
_WORDS: Final = (TEXT, DELETED_TEXT, INSTRUCTION, W + "delInstrText", M + "t")
"""The elements whose text nodes hold words; other text nodes hold measures and data."""


@dataclass(frozen=True, slots=True)
class View:
    """`gone`: changes whose contents nobody sees; `texts`: the elements that hold text in this view."""

    gone: frozenset[str]
    texts: frozenset[str]


ACCEPTED: Final = View(DELETED, frozenset({TEXT}))
ORIGINAL: Final = View(INSERTED, frozenset({TEXT, DELETED_TEXT}))


class Change(NamedTuple):
    """Who changed something, and when (ISO 8601)."""

    kind: ChangeKind
    author: str
    date: str


def may_hold_changes(xml: bytes) -> bool:
    """Whether a part may hold a tracked change, all of which name an author: a look that costs next to nothing."""
    return b"author=" in xml


def change(element: etree._Element) -> Change:
    """The change that an element of CHANGES stands for."""
    return Change(KINDS[str(element.tag)], element.get(W + "author", ""), element.get(W + "date", ""))


def change_in(properties: etree._Element | None) -> etree._Element | None:
    """The mark of a change among the properties of a paragraph's end or of a row."""
    if properties is None:
        return None
    return next((child for child in properties if child.tag in CHANGES), None)


def words(element: etree._Element) -> str:
    """All words inside an element, deleted ones included, instructions of fields left out."""
    return "".join(node.text or "" for node in element.iter(TEXT, DELETED_TEXT, M + "t"))


def characters(element: etree._Element) -> int:
    """How many characters the text nodes inside an element hold."""
    return sum([len(node.text or "") for node in element.iter(*_WORDS)])
