"""Proper names among the words of a plan: "SIKS-NG", "GhiLMIS" say more of what an item is about than any noun."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from tasks.linking.targets import Row, content
from tasks.merging.likeness import Weights
from tasks.merging.words import words

COMMON = 0.1
"""A name in more than this share of the items tells none of them from another."""

FEW = 3
"""A name in so few items always tells."""

_NAME = re.compile(r"(?<![\w-])(?:(?:[a-z]-)?\w*[A-Z]\w*[A-Z][\w-]*|[a-z]-[A-Z]\w+)")
"""A word with capitals within ("KTP-el", "GhiLMIS"), or behind a single letter ("e-Rapor")."""


def names(rows: Iterable[Row], weights: Weights, items: int) -> frozenset[str]:
    """The roots that actions write as names, at least in half of the items that have them; `items`: how many there are.

    An action in capitals throughout says nothing of its words.
    """
    actions = (row["action"] for row in rows)
    written = Counter(root for text in actions if not text.isupper() for root in _named(text))
    most = max(COMMON * items, FEW)
    return frozenset(r for r, times in written.items() if weights.count(r) <= min(2 * times, most))


def _named(action: str) -> set[str]:
    return {root for name in _NAME.findall(action) for root in _roots(name)}


@lru_cache(maxsize=65536)
def _roots(name: str) -> frozenset[str]:
    return frozenset(content(words(name)))
