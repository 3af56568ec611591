"""Words to lines, lines to paragraphs: what was wrapped is put together, what was broken off stays apart."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from tasks.reading.layout.labels import expected, label_of
from tasks.reading.layout.page import DESCENT, Word

_SAME_LINE: Final = 0.4
_SPACE: Final = 0.25
_SLACK: Final = 0.6
_PARTED: Final = re.compile(r"[^\W\d_][-\u00ad]\Z")
_Edge = Callable[[Word], float]
_LEFT: Final[_Edge] = attrgetter("x0")


@dataclass(slots=True)
class Line:
    """Words on one base line, from left to right. `bold`: all of it is; `linked`: some of it leads elsewhere."""

    words: list[Word]
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    linked: bool


def line_of(words: list[Word]) -> Line:
    """A line of words that stand in order."""
    first = words[0]
    x0, top, x1, bottom, size = first.x0, first.top, first.x1, first.bottom, first.size
    bold, linked = first.bold, bool(first.link)
    for word in words:
        if word.top < top:
            top = word.top
        if word.x1 > x1:
            x1 = word.x1
        if word.bottom > bottom:
            bottom = word.bottom
        if word.size > size:
            size = word.size
        bold = bold and word.bold
        linked = linked or bool(word.link)
    text = " ".join([word.text for word in words]) if len(words) > 1 else first.text
    return Line(words, text, x0, top, x1, bottom, size, bold, linked)


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines that words form, from top to bottom; words turned on their side form lines of their own, last."""
    if len(words) == 1:
        return [line_of(list(words))]
    level = [word for word in words if word.turn == 0]
    lines = [line_of(sorted(group, key=_LEFT)) for group in _by_base(level)]
    if len(level) < len(words):
        lines += _turned([word for word in words if word.turn])
    return lines


def _by_base(words: list[Word]) -> Iterator[list[Word]]:
    """Words that share a base line; small ones set a little higher or lower belong to it."""
    group: list[Word] = []
    first = size = 0.0
    for base, _, word in sorted([(w.bottom - DESCENT * w.size, n, w) for n, w in enumerate(words)]):
        if group and base - first > _SAME_LINE * max(size, word.size):
            yield group
            group, size = [], 0.0
        if not group:
            first = base
        size = max(size, word.size)
        group.append(word)
    if group:
        yield group


def _turned(words: list[Word]) -> list[Line]:
    """Lines of words that run upwards, downwards or upside down, in the order in which they are read."""
    out = _sideways([word for word in words if word.turn == 1], _LEFT, lambda word: -word.bottom)
    out += _sideways([word for word in words if word.turn == 3], lambda word: -word.x1, lambda word: word.top)
    upside_down = [word for word in words if word.turn not in (1, 3)]
    return out + [line_of(sorted(group, key=lambda word: -word.x1)) for group in _by_base(upside_down)]


def _sideways(words: list[Word], across: _Edge, along: _Edge) -> list[Line]:
    """Lines of words that run along one edge of the page; `across` and `along` grow as people read."""
    out: list[Line] = []
    group: list[Word] = []
    for word in sorted(words, key=lambda word: (across(word), along(word))):
        if group and across(word) - across(group[-1]) > _SAME_LINE * word.size:
            out.append(line_of(sorted(group, key=along)))
            group = []
        group.append(word)
    return [*out, line_of(sorted(group, key=along))] if group else out


def chunks(line: Line, gap: float) -> list[list[Word]]:
    """Pieces of a line that white space of at least this width parts."""
    out = [[line.words[0]]]
    edge = line.words[0].x1
    for word in line.words[1:]:
        if word.x0 - edge >= gap:
            out.append([])
        out[-1].append(word)
        edge = max(edge, word.x1)
    return out


def wraps(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether `following` goes on a line because its first word had no room between the edges of the text."""
    first = following.words[0]
    if first.turn or line.words[0].turn:
        return line.words[0].turn == first.turn
    if _PARTED.search(line.words[-1].text):
        return True
    room = right - line.x1 - _SPACE * line.size
    if centred(line, left, right) and centred(following, left, right):
        room += line.x0 - left
    return first.x1 - first.x0 > room - _SLACK * line.size * (room > 0)


def centred(line: Line, left: float, right: float) -> bool:
    """Whether a line has the same white space, and some, on both sides."""
    before, after = line.x0 - left, right - line.x1
    return before > line.size and abs(before - after) < line.size


def run_on(lines: Sequence[Line], left: float, right: float) -> list[list[Line]]:
    """Lines put together that one paragraph was wrapped into; a new label or room left at the end parts them."""
    return joined(lines, lambda before, line: wraps(before[-1], line, left, right))


def joined(lines: Sequence[Line], goes_on: Callable[[list[Line], Line], bool]) -> list[list[Line]]:
    """Lines put together as long as the next one goes on with those before it and has no label that parts them."""
    if len(lines) < 2:
        return [list(lines)] if lines else []
    out: list[list[Line]] = []
    labels: list[str] = []
    for line in lines:
        label, _ = label_of(line.text)
        if out and goes_on(out[-1], line) and not (label and expected(label, labels)):
            out[-1].append(line)
            continue
        out.append([line])
        if label:
            labels.append(label)
    return out
