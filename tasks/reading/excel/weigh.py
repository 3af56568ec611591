"""Counting the text nodes of parts that hold settings, not words."""

from typing import Final

from lxml import etree

from tasks.reading.contents import Tally
from tasks.reading.excel.names import S

_CODES: Final = frozenset({S + "definedName"})


def weigh(root: etree._Element, tally: Tally) -> None:
    """Counts every text node as read and left out: formulas, white space, whatever else there is."""
    tally.read += sum(len(text) for text in root.itertext() if isinstance(text, str))
    for element in root.iter():
        for text, is_code in ((element.text, element.tag in _CODES), (element.tail, False)):
            if text:
                tally.skip("field code" if is_code else "metadata" if text.strip() else "white space", len(text))
