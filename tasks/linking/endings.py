"""Endings taken off, so that "cleaned", "cleaning" and "clean" are one word, "kerawanan" and "rawan" another."""

from functools import lru_cache

from tasks.merging import acts
from tasks.merging.essence import product

_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("s", ""))
_DOUBLE = frozenset("lsfz")
"""Letters that words end with twice of their own ("roll"), while others are doubled before an ending ("planned")."""

_LEAST = 4
"""How many letters must be left, so that short words stay whole."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its English ending; acts, products and what is no plain word are left as they are."""
    if not word.isalpha() or word.endswith("ss") or acts.form(word) or product(word):
        return word
    if word.startswith("ke") and word.endswith("an") and len(word) >= _LEAST + len("kean"):
        return word[2:-2]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) >= _LEAST + len(ending):
            bare = word.removesuffix(ending) + instead
            return bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in _DOUBLE else bare.removesuffix("e")
    return word.removesuffix("e") if len(word) > _LEAST else word
