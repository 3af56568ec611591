"""Texts as XML holds them."""

import re
from typing import Final
from xml.sax.saxutils import escape

_FORBIDDEN: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What is no character of XML 1.0 (production 2)."""


def xml_text(text: str) -> str:
    """A text as the content of an element, without what XML forbids."""
    return escape(_FORBIDDEN.sub("", text))
