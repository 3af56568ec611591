"""How alike two objects of action are: shared words weighed by how telling they are, slips of the pen forgiven."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from tasks.merging import acts

_SLIP = 5
"""From how many letters on a word may differ by one letter; from twice that, by two."""


class Weights:
    """Weight of a word: the rarer in the plan, the more telling (inverse document frequency)."""

    def __init__(self, objects: Iterable[Collection[str]]) -> None:
        objects = list(objects)
        self._count = Counter(word for words in objects for word in set(words))
        self._all = max(len(objects), 1)
        self._weight = {word: math.log(1 + self._all / count) for word, count in self._count.items()}

    def __call__(self, word: str) -> float:
        """Weight of a word; that of a word seen once if it is not in the plan."""
        return self._weight.get(word) or math.log(1 + self._all)

    def count(self, word: str) -> int:
        """How many objects hold the word."""
        return self._count[word]

    def of(self, words: Iterable[str]) -> float:
        """Weight of several words together."""
        return math.fsum(map(self, words))

    def rarest(self, words: Iterable[str], number: int) -> list[str]:
        """The most telling words, the alphabet deciding between equals."""
        return sorted(words, key=lambda word: (self._count[word] or 1, word))[:number]


def common(a: Collection[str], b: Collection[str]) -> tuple[set[str], set[str]]:
    """The words of each side that the other has as well."""
    mine, yours = set(a), set(b)
    left = mine & yours
    right = set(left)
    rest = sorted(yours - left)
    for one in sorted(mine - left) if rest else ():
        match = next((other for other in rest if same(one, other)), "")
        if match:
            left.add(one)
            right.add(match)
            rest.remove(match)
    return left, right


@lru_cache(maxsize=262144)
def same(a: str, b: str) -> bool:
    """Whether two words are one: forms of one act, or a slip of the pen apart."""
    if a == b:
        return True
    one, other = acts.form(a), acts.form(b)
    if one is not None and other is not None:
        return one.act == other.act
    short = min(len(a), len(b))
    if short < _SLIP or a[0] != b[0] or a.isdigit() or b.isdigit():
        return False
    return OSA.distance(a, b, score_cutoff=2) <= (1 if short < 2 * _SLIP else 2)


def likeness(a: Collection[str], b: Collection[str], weights: Weights) -> tuple[float, float]:
    """0 to 1: share of the weight of both sides that is common; and of the side that has more in common."""
    left, right = common(a, b)
    if not left:
        return 0.0, 0.0
    shared, all_a, all_b = weights.of(left), weights.of(a), weights.of(b)
    if not all_a or not all_b:
        return 0.0, 0.0
    other = weights.of(right)
    return (shared + other) / (all_a + all_b), max(shared / all_a, other / all_b)


def counts(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """Pairs as a mapping from name to all its values."""
    found: dict[str, set[str]] = {}
    for name, value in pairs:
        found.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in found.items()}
