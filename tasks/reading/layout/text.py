"""Lines to running text: a word parted at the end of a line is joined again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.model.blocks import Span
from tasks.reading.layout.lexicon import Lexicon
from tasks.reading.layout.lines import Line

_HYPHENATED: Final = re.compile(r"([^\W\d_]+)[-\u00ad]\Z")
_CUT_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Flow:
    """Text in the making. `dropped` counts the hyphens that only the end of a line had called for."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    dropped: int = 0


def text_of(lines: Sequence[Line], lexicon: Lexicon, right: float | None = None) -> Flow:
    """The text of one paragraph. A word parted at the end of a line is joined again.

    The words of the document tell "e-learning" from "lear-ning". `right` is where the text of a narrow cell ends: it
    may break words without a hyphen.
    """
    flow = Flow()
    links: list[tuple[int, int, str]] = []
    text = ""
    last: Line | None = None
    for line in lines:
        if last is not None:
            text, glue = _join(text, line.words[0].text, lexicon, flow) if not text[-1].isalnum() else (text, " ")
            text += "" if glue and right is not None and lexicon.cut(last, line, right) else glue
        last = line
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


def _join(text: str, following: str, lexicon: Lexicon, flow: Flow) -> tuple[str, str]:
    """The text so far, and what stands between it and the first word of the next line."""
    found = _HYPHENATED.search(text)
    if found is None:
        return text, "" if text[-1] in "-–/" and text[-2:-1].isalnum() else " "
    if text[-1] == "\u00ad" or _cut_by_line_end(found[1], following, lexicon):
        flow.dropped += 1
        return text[:-1], ""
    return text, ""


def _cut_by_line_end(head: str, following: str, lexicon: Lexicon) -> bool:
    """Whether a hyphen is there for the end of the line alone, not part of the word as in "anak-anak"."""
    tail = _CUT_WORD.match(following)
    if tail is None or not tail[0][0].islower() or len(head) < 2:
        return False
    first, last = head.lower(), tail[0].lower()
    if f"{first}-{last}" in lexicon.words:
        return False
    return f"{first}{last}" in lexicon.words or not (last.startswith(first) or first.endswith(last))


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
