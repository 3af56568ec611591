"""The stem of a word: Sastrawi's, unless stems.csv has another; of a word that is not Indonesian the English one."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from Sastrawi.Stemmer.CachedStemmer import CachedStemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from tasks.merging import acts
from tasks.merging.language.english import english
from tasks.merging.lists import column

SHORTEST = 6
"""Letters of the shortest word that may be made of an Indonesian root and an affix."""


_KNOWN: dict[str, str] = {}


def stem(word: str) -> str:
    """The stem of a folded word; words with digits or underscores are their own."""
    if not word.isalpha():
        return word
    found = _KNOWN.get(word)
    return found if found is not None else _KNOWN.setdefault(word, _stem(word))


def recall(stems: Mapping[str, str]) -> None:
    """Have the stems of these words at hand, which are those that `stem` gave for them with the same lists and code."""
    _KNOWN.update(stems)


def known() -> dict[str, str]:
    """The words whose stems are at hand."""
    return dict(_KNOWN)


def _stem(word: str) -> str:
    given = column("stems", "word", "stem", Path(__file__).parent).get(word)
    found = str(given or (_stemmer().stem(word) if len(word) >= SHORTEST else word))
    return found if given or found != word or word in _indonesian() else english(word)


def alike(words: Iterable[str]) -> dict[str, str]:
    """For each root of these words the shortest that has the same stem, unless that is itself."""
    first: dict[str, str] = {}
    roots = sorted({acts.root(word) for word in words}, key=lambda root: (len(root), root))
    same = {root: first.setdefault(stem(root), root) for root in roots}
    return {root: other for root, other in same.items() if root != other}


@cache
def _indonesian() -> frozenset[str]:
    """The roots of Indonesian that Sastrawi knows."""
    return frozenset(StemmerFactory().get_words())


@cache
def _stemmer() -> CachedStemmer:
    return StemmerFactory().create_stemmer()
