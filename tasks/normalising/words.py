"""Text cut into words with their places, and the longest known phrase at a place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_new = tuple.__new__  # a named tuple's own constructor takes twice as long
_WORD = re.compile(r"[^\W_]+|[^\w\s.'’‘`\-–]|\n")
_SHORT = {
    "prov": "provinsi", "prop": "provinsi", "propinsi": "provinsi", "provinsi": "provinsi",
    "kab": "kabupaten", "kabupten": "kabupaten", "kep": "kepulauan", "dgn": "dengan", "dg": "dengan", "dng": "dengan",
    "dinpendik": "dispendik", "&": "dan",
    "wil": "wilayah", "kls": "kelas", "cnty": "county",
}  # fmt: skip
"""Words that have several short forms; folded to one, so that every phrase is listed once."""


class Word(NamedTuple):
    """A word or a separating mark (comma, slash, bracket …), its text folded.

    capital: it begins with a capital; upper: all its letters are capitals; is_mark: it is a mark that separates.
    """

    text: str
    start: int
    end: int
    capital: bool = False
    upper: bool = False
    is_mark: bool = False


def cut(text: str) -> tuple[Word, ...]:
    """The words and separating marks of a text; dots, hyphens and apostrophes are passed over."""
    found: list[Word] = []
    end = 0
    for raw in _WORD.findall(text):
        start = text.index(raw, end)
        end = start + len(raw)
        folded, capital, upper, is_mark = _look(raw)
        found.append(_new(Word, (folded, start, end, capital, upper, is_mark)))
    return tuple(found)


words = lru_cache(maxsize=65536)(cut)
"""The same, remembered for texts that are asked for again."""


@lru_cache(maxsize=65536)
def _look(raw: str) -> tuple[str, bool, bool, bool]:
    """What a word is but for its place: folded, beginning with a capital, in capitals, a mark."""
    folded = raw.casefold()
    folded = _SHORT.get(folded, folded)
    return folded, raw[0].isupper(), raw.isupper(), not folded[0].isalnum()


@lru_cache(maxsize=32768)
def key(text: str) -> tuple[str, ...]:
    """A phrase as the words by which it is found."""
    return tuple(word.text for word in words(text))


@dataclass(slots=True)
class _Step(Generic[T]):
    """Where the words of known phrases lead: what they stand for up to here, and the words that go on."""

    value: T | None = None
    behind: "dict[str, _Step[T]]" = field(default_factory=dict)


class Phrases(Generic[T]):
    """Known phrases, each with what it stands for; of several at a place the longest counts."""

    def __init__(self, known: Iterable[tuple[str, T]]) -> None:
        """Later pairs do not displace earlier ones."""
        self._first: _Step[T] = _Step()
        for phrase, value in known:
            step = self._first
            for word in key(phrase):
                step = step.behind.setdefault(word, _Step())
            if step.value is None and step is not self._first:
                step.value = value

    def at(self, text: Sequence[Word], start: int) -> tuple[T, int] | None:
        """What the longest known phrase that begins with this word stands for, and the index behind it."""
        longest = None
        behind = self._first.behind
        for i in range(start, len(text)):
            step = behind.get(text[i].text)
            if step is None:
                break
            if step.value is not None:
                longest = step.value, i + 1
            behind = step.behind
        return longest

    def all_at(self, text: Sequence[Word], start: int) -> list[tuple[T, int]]:
        """All known phrases that begin with this word, the longest first."""
        found: list[tuple[T, int]] = []
        behind = self._first.behind
        for i in range(start, len(text)):
            step = behind.get(text[i].text)
            if step is None:
                break
            if step.value is not None:
                found.insert(0, (step.value, i + 1))
            behind = step.behind
        return found

    def whole(self, text: str) -> T | None:
        """What a text stands for that is a known phrase from its first word to its last."""
        step = self._first
        for word in _WORD.finditer(text):
            following = step.behind.get(_look(word[0])[0])
            if following is None:
                return None
            step = following
        return step.value
