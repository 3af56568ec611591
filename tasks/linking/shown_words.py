"""Roots that two actions share, shown by the words that an action itself has for them, in the plan's own language."""

from collections.abc import Iterable
from functools import lru_cache

from tasks.linking.targets import telling
from tasks.merging.words import aligned, plain


def as_written(roots: Iterable[str], *texts: str) -> list[str]:
    """For each root the word of the first of these texts that has one; a root that none has stays as it is."""
    shown = [_shown(text) for text in texts]
    return list(dict.fromkeys(next((own[root] for own in shown if root in own), root) for root in roots))


@lru_cache(maxsize=65536)
def _shown(text: str) -> dict[str, str]:
    """Each root of a text's words with the first word that has it."""
    tokens = plain(text)
    return {root: tokens[place] for word, place in reversed(aligned(tokens)) if (root := telling(word))}
