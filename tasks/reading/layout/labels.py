"""Labels that people type before a heading or an item of a list: "II.", "1.", "a)", "•"."""

import re
from collections.abc import Iterable
from typing import Final

_LABEL: Final = re.compile(
    r"""(?P<label>
        [•●○◦▪■□➢➤►✓✔☐☑☒·‣⁃*–—-](?=\s)
      | (?:\d{1,3}\.){1,5}(?=\s)
      | \d{1,2}(?:\.[1-9]\d?){1,4}(?=\s)
      | (?:\d{1,3}|[a-zA-Z]|[ivxl]{1,6}|[IVXL]{1,6})[.)](?=\s)
      | \((?:\d{1,3}|[a-zA-Z]|[ivxl]{1,6})\)(?=\s)
    )\s+(?P<text>\S.*)""",
    re.VERBOSE | re.DOTALL,
)
_CHAPTER: Final = re.compile(
    r"(?:BAB|BAGIAN|LAMPIRAN|CHAPTER|PART|ANNEX)\s+(?:[IVXL]+|\d+|[A-Z])\b\.?(?=\s|\Z)", re.IGNORECASE
)
_BULLETS: Final = frozenset("•●○◦▪■□➢➤►✓✔☐☑☒·‣⁃*–—-")
_DASHES: Final = frozenset("–—-*")
_FIRST: Final = frozenset({"1", "a", "A", "i", "I"})


def label_of(text: str) -> tuple[str, str]:
    """The label of a line and what follows it; ("", text) if it has none."""
    found = _LABEL.match(text)
    return (found["label"], found["text"]) if found else ("", text)


def is_label(word: str) -> bool:
    """Whether a word alone is a number, a letter or a bullet that labels something."""
    return bool(label_of(f"{word} x")[0]) or word.isdigit()


def is_bullet(label: str) -> bool:
    """Whether a label is a sign without an order."""
    return label in _BULLETS


def expected(label: str, before: Iterable[str]) -> bool:
    """Whether a label may open an item although the line before it is full: what else looks so is a wrapped line.

    `before` are the labels met so far: the same bullet, the number before this one, or this is a first number.
    """
    core = label.strip("().")
    if is_bullet(label):
        return label not in _DASHES or label in before
    if core in _FIRST:
        return True
    return any(_is_next(earlier.strip("()."), core) for earlier in before)


def _is_next(earlier: str, core: str) -> bool:
    if core.isdigit() and earlier.isdigit():
        return int(core) == int(earlier) + 1
    if len(core) == len(earlier) == 1:
        return ord(core) == ord(earlier) + 1
    return not core.isdigit() and not earlier.isdigit() and core[:1].isdigit() == earlier[:1].isdigit()


def is_chapter(text: str) -> bool:
    """Whether a line opens a numbered part of a document ("BAB I")."""
    return _CHAPTER.match(text) is not None
