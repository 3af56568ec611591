"""What the first signs of a line say: that it is a point of a list, a box to tick, a title."""

import re
from typing import Final, NamedTuple

_BOX: Final = re.compile(r"(?P<bullet>[-*+•]\s+)?(?P<box>\[\s?[xXvV✓✔√]?\s?\]|[☐☑☒□]|\(\s\))\s+(?=\S)")
_POINT: Final = re.compile(
    r"""(?P<label>
        \(?\d{1,3}[.)] | \(?[a-z][.)] | \(?[ivx]{2,5}[.)]
      | \d{1,2}(?:\.\d{1,2}){1,4}[.)] | \d{1,2}(?:\.\d{1,2}){2,4}
      | [-–—•▪►*·●○■◦‣⁃➢➤→»❖+✓✔√] | -- | [-=]> | o
    )(?P<gap>\s+)(?=\S)""",
    re.VERBOSE,
)
_HASHES: Final = re.compile(r"(?P<signs>#{1,6})(?P<gap>\s+)(?P<words>\S.*?)(?P<end>\s+#+)?\Z")
_LINE_BELOW: Final = re.compile(r"=+|-+|~+|\*+|_+|─+|═+")
_LEVELS: Final = {"=": 1, "═": 1, "-": 2, "─": 2, "*": 2, "_": 2, "~": 3}
_SHORTEST: Final = 3
_LONGEST_TITLE: Final = 100
_FENCE: Final = re.compile(r"(`{3,}|~{3,})[\w+-]*\s*\Z")


class Point(NamedTuple):
    """A point of a list: its label as typed, its words, and the signs and spaces between that are in neither."""

    label: str
    text: str
    signs: int = 0
    spaces: int = 0


def point(text: str) -> Point | None:
    """The point that a line is; None for other lines.

    The box of a check list stays in the words: it says whether the thing is done. A title in capitals stays whole,
    since its number belongs to the outline and not to a list.
    """
    box = _BOX.match(text)
    if box:
        bullet = box["bullet"] or ""
        sign = bullet.strip()
        return Point("", text[len(bullet) :], len(sign), len(bullet) - len(sign))
    found = _POINT.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    if rest.isupper() and found["label"][-1] in ".)":
        return None
    return Point(found["label"], rest, 0, len(found["gap"]))


class Title(NamedTuple):
    """A title: its level, its words, and the signs and spaces around them."""

    level: int
    text: str
    signs: int
    spaces: int


def hash_title(text: str) -> Title | None:
    """The title after Markdown's hashes that a line is; None for other lines."""
    found = _HASHES.match(text)
    if found is None:
        return None
    end = found["end"] or ""
    signs = len(found["signs"]) + len(end.strip())
    return Title(len(found["signs"]), found["words"], signs, len(text) - len(found["words"]) - signs)


def is_rule(text: str) -> bool:
    """Whether a line is a drawn line."""
    return len(text) >= _SHORTEST and _LINE_BELOW.fullmatch(text) is not None


def underlined(text: str, below: str) -> int:
    """The level of a title that the next line underlines; 0 if it does not.

    A line of equals signs always does; one of hyphens also parts a signature from a letter, so that it must be about
    as long as the title.
    """
    if not is_rule(below) or len(text) > _LONGEST_TITLE or not any(c.isalpha() for c in text):
        return 0
    fits = below[0] in "=═" or (2 * len(below) >= len(text) and len(below) <= 2 * len(text) + 2)
    return _LEVELS[below[0]] if fits else 0


def fence(text: str) -> str:
    """The sign that opens a stretch of code; empty for other lines."""
    found = _FENCE.match(text)
    return found[1] if found else ""
