"""Text cut into words with their places, and the longest known phrase at a place."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+|[^\w\s.'’‘`\-–]|\n")
_SHORT = {
    "prov": "provinsi", "prop": "provinsi", "propinsi": "provinsi", "provinsi": "provinsi",
    "kab": "kabupaten", "kabupten": "kabupaten", "kep": "kepulauan", "dgn": "dengan", "dg": "dengan", "dng": "dengan",
    "dinpendik": "dispendik", "&": "dan",
}  # fmt: skip
"""Words that have several short forms; folded to one, so that every phrase is listed once."""


class Word(NamedTuple):
    """A word or a separating mark (comma, slash, bracket …), its text folded.

    capital: it begins with a capital; upper: all its letters are capitals.
    """

    text: str
    start: int
    end: int
    capital: bool = False
    upper: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether this is a mark that separates."""
        return not self.text[0].isalnum()


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[Word, ...]:
    """The words and separating marks of a text; dots, hyphens and apostrophes are passed over."""
    out = []
    for found in _WORD.finditer(text):
        raw = found.group()
        folded = raw.casefold()
        out.append(Word(_SHORT.get(folded, folded), found.start(), found.end(), raw[0].isupper(), raw.isupper()))
    return tuple(out)


def key(text: str) -> tuple[str, ...]:
    """A phrase as the words by which it is found."""
    return tuple(word.text for word in words(text))


class Phrases(Generic[T]):
    """Known phrases, each with what it stands for; of several at a place the longest counts."""

    def __init__(self, known: Iterable[tuple[str, T]]) -> None:
        """Later pairs do not displace earlier ones."""
        self._known: dict[tuple[str, ...], T] = {}
        for phrase, value in known:
            self._known.setdefault(key(phrase), value)
        self._lengths = _lengths(self._known)

    def at(self, text: Sequence[Word], start: int) -> tuple[T, int] | None:
        """What the longest known phrase that begins with this word stands for, and the index behind it."""
        return next(self.all_at(text, start), None)

    def all_at(self, text: Sequence[Word], start: int) -> Iterator[tuple[T, int]]:
        """All known phrases that begin with this word, the longest first."""
        if start >= len(text):
            return
        for length in self._lengths.get(text[start].text, ()):
            found = self._known.get(tuple(word.text for word in text[start : start + length]))
            if found is not None and start + length <= len(text):
                yield found, start + length


def _lengths(known: Mapping[tuple[str, ...], object]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in known:
        if phrase:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
