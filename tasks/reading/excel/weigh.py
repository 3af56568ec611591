"""Counting the text nodes of parts that hold settings, not words."""

from typing import Final

from lxml import etree

from tasks.reading.contents import Tally
from tasks.reading.excel.names import S

_CODES: Final = frozenset({S + "definedName"})


def weigh(root: etree._Element, tally: Tally) -> None:
    """Counts every text node as read; what is blank or a formula as left out."""
    tally.read += sum(len(text) for text in root.itertext() if isinstance(text, str))
    for element in root.iter():
        if element.tag in _CODES:
            tally.skip("field code", len(element.text or ""))
        elif element.text and not element.text.strip():
            tally.skip("white space", len(element.text))
        if element.tail and not element.tail.strip():
            tally.skip("white space", len(element.tail))
