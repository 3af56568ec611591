"""Forms that ask for several actions in one row: which column belongs to which of the repeated parts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.extraction.columns import Column
from tasks.extraction.texts import fold

_NUMBERED = re.compile(r"^(.*?)[\s#.]*(?<!\d)(\d{1,2})$")
_AMID = re.compile(
    r"^(.*?\b(?:kegiatan|aksi|usulan|aktivitas|action|activity|proposal|intervention))\s*(?:ke[\s-]*|no\.?\s*|#\s*)?(\d{1,2})\b(.*)$",
    re.IGNORECASE,
)
"""A number amid a question: "Kapan kegiatan 2 dilaksanakan?", "When will action 2 start?"."""
_HINT = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
"""What a question says in brackets of how to answer it: "Kegiatan 2 (kosongkan bila tidak ada)"."""


def parted(columns: Sequence[Column]) -> list[Column]:
    """Columns with the number of their part: "Kegiatan 1 … Kegiatan 2 …", or "Kegiatan, Waktu, Kegiatan, Waktu".

    A number in the header tells the part; else the place does, for questions asked in more than one part.
    """
    heads = _heads(columns)
    if not heads:
        return list(columns)
    numbers = [_number(c) for c in heads]
    counted = 0 not in numbers and len(set(numbers)) == len(numbers)
    names = numbers if counted else list(range(1, len(heads) + 1))
    asked = _asked_again(columns, heads)
    if not counted and not asked:
        return list(columns)
    own = frozenset(numbers if counted else ())
    return [replace(c, block=_part(c, heads, names, own, asked)) for c in columns]


def _heads(columns: Sequence[Column]) -> list[Column]:
    """The action columns that differ in nothing but a number; one merged cell over neighbours is no such pair."""
    alike: dict[str, list[Column]] = {}
    for column in columns:
        if column.field == "action" and column.path:
            alike.setdefault(_base(column), []).append(column)
    found = next((group for group in alike.values() if len(group) > 1), [])
    merged = any(b.index - a.index == 1 and a.path == b.path for a, b in pairwise(found))
    return [] if merged else found


def _asked_again(columns: Sequence[Column], heads: Sequence[Column]) -> frozenset[str]:
    """The questions behind the actions that stand in more than one part."""
    parts: dict[str, set[int]] = {}
    for column in columns:
        at = _place(column, heads)
        if column.path and column not in heads and at >= 0:
            parts.setdefault(_base(column), set()).add(at)
    return frozenset(words for words, places in parts.items() if len(places) > 1)


def _part(
    column: Column, heads: Sequence[Column], names: Sequence[int], own: frozenset[int], asked: frozenset[str]
) -> int:
    if (number := _number(column)) in own:
        return number
    at = _place(column, heads)
    return names[at] if at >= 0 and (column in heads or (column.path and _base(column) in asked)) else 0


def _place(column: Column, heads: Sequence[Column]) -> int:
    """How many actions stand left of a column, less one."""
    return sum(1 for c in heads if c.index <= column.index) - 1


def _numbered(words: str) -> "re.Match[str] | None":
    """A header with the number of its part: behind it, or behind the word for an action in it."""
    bare = _HINT.sub("", words).strip(" ?:")
    return _NUMBERED.match(bare) or _AMID.match(bare)


def _number(column: Column) -> int:
    found = next((m for words in reversed(column.path) if (m := _numbered(words))), None)
    return int(found[2]) if found else 0


def _base(column: Column) -> str:
    """The innermost header without the number of its part, and without hints how to answer."""
    words = column.path[-1]
    found = _numbered(words)
    if found is None:
        return fold(_HINT.sub("", words))
    return fold(" ".join([found[1], *found.groups()[2:]]))
