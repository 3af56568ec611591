"""What stands in the parts of an OpenDocument file around its body: fonts, styles, scripts, settings."""

from collections.abc import Set
from typing import Final

from lxml import etree

from tasks.model.receipt import Skipped
from tasks.reading.contents import Tally
from tasks.reading.opendocument.names import OFFICE

_REASONS: Final[dict[str, Skipped]] = {
    OFFICE + "styles": "format code",
    OFFICE + "automatic-styles": "format code",
    OFFICE + "scripts": "script",
    OFFICE + "master-styles": "template",
}


def leave_rest(root: etree._Element, tally: Tally, read: Set[etree._Element] = frozenset()) -> None:
    """Counts the text of a part; `read` are the elements in it that were read and counted."""
    if root in read:
        return
    _leave_gaps(root, "not shown", tally)
    for group in root:
        _leave(group, _REASONS.get(str(group.tag), "metadata"), tally, read)


def _leave(element: etree._Element, reason: Skipped, tally: Tally, read: Set[etree._Element]) -> None:
    if element not in read:
        _leave_gaps(element, reason, tally)
        for child in element:
            _leave(child, reason, tally, read)


def _leave_gaps(element: etree._Element, reason: Skipped, tally: Tally) -> None:
    for words in filter(None, (element.text, *(child.tail for child in element))):
        tally.skip(reason if words.strip() else "white space", len(words))
