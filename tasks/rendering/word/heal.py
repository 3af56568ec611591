"""Finds the tags that staff write into a Word template, and mends those that Word has cut over several runs."""

import re
from collections.abc import Iterator
from itertools import accumulate

from lxml import etree

from tasks.rendering.word.ooxml import TBL, TR, P, T, w

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_TYPOGRAPHY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " ", "\u200b": ""}
)


class TagError(Exception):
    """A tag cannot be used. `key` of the catalogue, `place` as a locator, further words of the message."""

    def __init__(self, key: str, place: str, **details: str) -> None:
        super().__init__(key, place)
        self.key, self.place, self.details = key, place, details


def paragraphs(story: etree._Element, name: str) -> Iterator[tuple[etree._Element, str]]:
    """Paragraphs in document order with their locators; those of text boxes count with what holds them."""
    tables = count = 0
    lead = f"{name}, " if name else ""
    for block in _blocks(story):
        if block.tag == P:
            count += 1
            yield from ((p, f"{lead}paragraph {count}") for p in block.iter(P))
        else:
            tables += 1
            for number, row in enumerate(block.iterchildren(TR), 1):
                yield from ((p, f"{lead}table {tables}, row {number}") for p in row.iter(P))


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in (P, TBL):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("ins")):
            yield from _blocks(child)


def texts(paragraph: etree._Element) -> list[etree._Element]:
    """The text elements of a paragraph itself, not those of text boxes within it."""
    return [t for t in paragraph.iter(T) if next(t.iterancestors(P)) is paragraph]


def heal(paragraph: etree._Element, place: str) -> None:
    """Gathers every tag that Word has cut over several runs in the first of them."""
    pieces = texts(paragraph)
    whole = "".join(t.text or "" for t in pieces)
    if not _HALF.search(whole):
        return
    ends = list(accumulate(len(t.text or "") for t in pieces))
    for match in reversed(list(TAG.finditer(whole))):
        _gather(pieces, ends, match)
    rest = _HALF.search(TAG.sub("", whole))
    if rest:
        raise TagError("template.tag-open", place, tag=whole[max(whole.find(rest.group()), 0) :][:40])


def _gather(pieces: list[etree._Element], ends: list[int], match: re.Match[str]) -> None:
    first = next(i for i, end in enumerate(ends) if match.start() < end)
    last = next(i for i, end in enumerate(ends) if match.end() <= end)
    head = (pieces[first].text or "")[: match.start() - (ends[first - 1] if first else 0)]
    tail = (pieces[last].text or "")[match.end() - (ends[last - 1] if last else 0) :]
    tag = match.group().translate(_TYPOGRAPHY)
    if first == last:
        pieces[first].text = head + tag + tail
        return
    pieces[first].text = head + tag
    for text in pieces[first + 1 : last]:
        text.text = ""
    pieces[last].text = tail
