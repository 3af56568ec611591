"""From a part whose tags are in place to the Jinja source: blocks paired, every tag on a line of its own number."""

import re
from xml.sax.saxutils import unescape

from lxml import etree

from tasks.rendering.word import ooxml
from tasks.rendering.word.heal import TAG, TagError
from tasks.rendering.word.tags import MARK, Found

_OPENING = {"for": "endfor", "if": "endif"}
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_FIRST_LINE = 2


def pair(found: Found) -> None:
    """Every block ends in the table, cell or paragraph in which it began. Raises TagError if not."""
    waiting: list[int] = []
    for index, text in enumerate(found.texts):
        word = _word(text)
        if word in _OPENING:
            waiting.append(index)
        elif word.startswith("end"):
            _close(found, waiting, index)
    for index in waiting:
        raise TagError("template.block-open", found.places[index], tag=found.texts[index])


def _close(found: Found, waiting: list[int], index: int) -> None:
    start = waiting.pop() if waiting else None
    if start is None or _OPENING[_word(found.texts[start])] != _word(found.texts[index]):
        raise TagError("template.block-end", found.places[index], tag=found.texts[index])
    if found.homes[start] is not found.homes[index]:
        raise TagError("template.block-crosses", found.places[start], tag=found.texts[start])


def _word(text: str) -> str:
    """The word that opens a statement ("for", "endif"), empty for anything else."""
    words = text[2:-2].strip("-+ ").split() if text.startswith("{%") else []
    return words[0] if words else ""


def source(root: etree._Element) -> str:
    """The part as a Jinja source; tag number n (from 0) stands on line n + 2, by which errors find their place."""
    return TAG.sub(_on_its_line, ooxml.serialise(root).decode().replace("\n", " "))


def _on_its_line(match: re.Match[str]) -> str:
    tag = unescape(match.group(), _QUOTES)
    bare = MARK.sub("", tag)
    if bare == tag:
        return tag
    opening = 3 if bare[2] in "-+" else 2
    return f"{bare[:opening]}\n{bare[opening:]}"


def index_of(found: Found, line: int) -> int:
    """Number of the tag that stands on a line of the source, the last before it if none does."""
    return min(max(line - _FIRST_LINE, 0), len(found.places) - 1)
