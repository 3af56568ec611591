"""Lines to running text: a word parted at the end of a line is joined again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.model.blocks import Span
from tasks.reading.layout.lines import Line

_HYPHENATED: Final = re.compile(r"([^\W\d_]+)[-\u00ad]\Z")
_CUT_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Flow:
    """Text in the making. `dropped` counts the hyphens that only the end of a line had called for."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    dropped: int = 0


def text_of(lines: Sequence[Line], known: frozenset[str] = frozenset()) -> Flow:
    """The text of one paragraph. A word parted at the end of a line is joined again.

    `known` are words of the document, in small letters: they tell "e-learning" from "lear-ning".
    """
    flow = Flow()
    links: list[tuple[int, int, str]] = []
    text = ""
    for line in lines:
        if text:
            text, glue = _join(text, line.words[0].text, known, flow) if not text[-1].isalnum() else (text, " ")
            text += glue
        if line.linked:
            links += _links(line, len(text))
        text += line.text
    flow.text = text
    flow.spans = tuple(_spans(links)) if links else ()
    return flow


def _links(line: Line, at: int) -> Iterator[tuple[int, int, str]]:
    """Where the linked words of a line lie in a text in which the line begins at `at`."""
    for word in line.words:
        if word.link:
            yield at, at + len(word.text), word.link
        at += len(word.text) + 1


def _join(text: str, following: str, known: frozenset[str], flow: Flow) -> tuple[str, str]:
    """The text so far, and what stands between it and the first word of the next line."""
    found = _HYPHENATED.search(text)
    if found is None:
        return text, "" if text[-1] in "-–/" and text[-2:-1].isalnum() else " "
    if text[-1] == "\u00ad" or _cut_by_line_end(found[1], following, known):
        flow.dropped += 1
        return text[:-1], ""
    return text, ""


def _cut_by_line_end(head: str, following: str, known: frozenset[str]) -> bool:
    """Whether a hyphen is there for the end of the line alone, not part of the word as in "anak-anak"."""
    tail = _CUT_WORD.match(following)
    if tail is None or not tail[0][0].islower() or len(head) < 2:
        return False
    first, last = head.lower(), tail[0].lower()
    if f"{first}-{last}" in known:
        return False
    return f"{first}{last}" in known or not (last.startswith(first) or first.endswith(last))


def _spans(links: Iterable[tuple[int, int, str]]) -> Iterator[Span]:
    """Links, word by word, put together where they adjoin."""
    start = end = 0
    target = ""
    for begin, stop, address in links:
        if address == target and begin <= end + 1:
            end = stop
            continue
        if target:
            yield Span(start, end, "link", target=target)
        start, end, target = begin, stop, address
    if target:
        yield Span(start, end, "link", target=target)
