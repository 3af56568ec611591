"""Roots that two actions share, shown by the words that an action itself has for them, in the plan's own language."""

from collections.abc import Iterable

from tasks.linking.targets import content
from tasks.merging.words import aligned, plain


def as_written(roots: Iterable[str], *texts: str) -> list[str]:
    """For each root the word of the first of these texts that has one; a root that none has stays as it is."""
    shown: dict[str, str] = {}
    for text in texts:
        tokens = plain(text)
        for word, place in aligned(tokens):
            for root in content([word]):
                shown.setdefault(root, tokens[place])
    return list(dict.fromkeys(shown.get(root, root) for root in roots))
