"""Counting the characters of a part, whatever becomes of them."""

from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from tasks.model.receipt import Skipped
from tasks.reading.contents import Tally
from tasks.reading.drawing.names import CX, MATH_TEXT, TEXT, C, P

WORDS: Final = (TEXT, MATH_TEXT, P + "text", C + "v", C + "name", CX + "v", CX + "pt")
"""The elements whose text a person may see; all other text in a part speaks to programs."""

_REASONS: Final[Mapping[str, Skipped]] = {
    C + "f": "field code",
    CX + "f": "field code",
    C + "formatCode": "format code",
}
_ALL: Final = etree.XPath("string-length(.)")
_TESTS: Final = " or ".join(f"parent::n{n}:{etree.QName(tag).localname}" for n, tag in enumerate(WORDS))
_OTHER: Final = etree.XPath(
    f"//text()[not({_TESTS})]",
    namespaces={f"n{n}": str(etree.QName(tag).namespace) for n, tag in enumerate(WORDS)},
)


def count(root: etree._Element, tally: Tally) -> None:
    """Counts every text node of a part as read, and those outside of words as left out."""
    tally.read += int(_number(_ALL(root)))
    nodes: Any = _OTHER(root)
    for node in nodes:
        tally.skip(_reason(node), len(node))


def words(element: etree._Element) -> int:
    """How many characters of words there are in an element."""
    return sum(len(node.text or "") for node in element.iter(*WORDS))


def _number(found: object) -> float:
    return found if isinstance(found, float) else 0.0


def _reason(node: Any) -> Skipped:
    if not node.strip():
        return "white space"
    return "metadata" if node.is_tail else _REASONS.get(node.getparent().tag, "metadata")
