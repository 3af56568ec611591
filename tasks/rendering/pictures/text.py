"""Text in pictures: measured with the widths of Arial, to which Arimo was drawn, so that it fits where it is put."""

from functools import lru_cache
from unicodedata import east_asian_width

from tasks.rendering.word.metrics import Face, face

FONT = "Arial"
ELLIPSIS = "…"
_JOINTS = "/-"
"""After these a word is parted sooner than elsewhere."""


def width(text: str, size: float, bold: bool = False) -> float:
    """Length of text on one line, in points; letters as wide as high count so."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    return _face(size, bold).width(text) + wide * size / 2


def cut(text: str, room: float, size: float, bold: bool = False) -> str:
    """Text on one line, ended by an ellipsis where it is longer."""
    return next(iter(fitted(text, room, size, 1, bold)), "")


@lru_cache(maxsize=8192)
def fitted(text: str, room: float, size: float, lines: int, bold: bool = False) -> tuple[str, ...]:
    """At most so many lines of this width; an ellipsis ends text that is longer. Words wider than a line are parted."""
    words = text.split()
    out: list[str] = []
    while words and len(out) < lines - 1:
        line, words = _line(words, room, size, bold)
        out.append(line)
    if words:
        out.append(_ended(" ".join(words), room, size, bold))
    return tuple(out)


def _line(words: list[str], room: float, size: float, bold: bool) -> tuple[str, list[str]]:
    """The words that fit on a line, and those that are left."""
    taken = 1
    while taken < len(words) and width(" ".join(words[: taken + 1]), size, bold) <= room:
        taken += 1
    line = " ".join(words[:taken])
    if width(line, size, bold) <= room:
        return line, words[taken:]
    fits = _longest(line, room, size, bold)
    parted = max(line.rfind(mark, 0, fits) for mark in _JOINTS) + 1 or fits
    return line[:parted], [line[parted:], *words[taken:]]


def _longest(word: str, room: float, size: float, bold: bool) -> int:
    """How many letters of a word fit, at least one."""
    fits = 1
    while fits < len(word) and width(word[: fits + 1], size, bold) <= room:
        fits += 1
    return fits


def _ended(line: str, room: float, size: float, bold: bool) -> str:
    """Text as it is if it fits, else cut between letters before an ellipsis."""
    if width(line, size, bold) <= room:
        return line
    fits = _longest(line, room - width(ELLIPSIS, size, bold), size, bold)
    return line[:fits].rstrip(" ,;.-–") + ELLIPSIS


def _face(size: float, bold: bool) -> Face:
    return face(FONT, size, bold)
