"""The stem of a word: Sastrawi's, unless stems.csv has another."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from Sastrawi.Stemmer.CachedStemmer import CachedStemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from tasks.merging import acts
from tasks.merging.lists import column


@cache
def stem(word: str) -> str:
    """The stem of a folded word; words with digits or underscores, and short ones, are their own."""
    if len(word) < 6 or not word.isalpha():
        return word
    given = column("stems", "word", "stem", Path(__file__).parent).get(word)
    return str(given or _stemmer().stem(word))


def alike(words: Iterable[str]) -> dict[str, str]:
    """For each root of these words the shortest that has the same stem, unless that is itself."""
    first: dict[str, str] = {}
    roots = sorted({acts.root(word) for word in words}, key=lambda root: (len(root), root))
    same = {root: first.setdefault(stem(root), root) for root in roots}
    return {root: other for root, other in same.items() if root != other}


@cache
def _stemmer() -> CachedStemmer:
    return StemmerFactory().create_stemmer()
