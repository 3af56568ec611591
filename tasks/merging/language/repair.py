"""Slips of the pen: a rare word that no list knows is taken for the frequent one next to it."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from tasks.merging import acts
from tasks.merging.essence import ROMAN, numbers_step, strict_steps
from tasks.merging.language.lexicon import listed
from tasks.merging.language.pieces import END
from tasks.merging.language.tokens import Tokens, Vocabulary

SHORTEST = 5
"""Letters of the shortest word that is repaired, by one letter."""

LONG = 9
"""From how many letters on two slips are repaired."""

TIMES, TIMES_AFFIXED = 15, 60
"""How many times as frequent the right word must be; with a prefix, other words are near ("menyusun", "menyusul")."""

TIMES_LISTED = 2
"""The same if the lists know the right word and a letter is missing, doubled or in its neighbour's place."""

_PREFIXES = ("me", "pe", "di", "ter", "ber", "se", "ke")


def repairs(counts: Mapping[str, int]) -> dict[str, str]:
    """The right word for each word of a text collection (with its count) that is taken for a slip of the pen."""
    known = {word: _known(word) for word in counts}
    rare: dict[str, list[str]] = defaultdict(list)
    right: dict[str, list[str]] = defaultdict(list)
    for word in sorted(counts):
        if len(word) >= SHORTEST - 1 and word.isalpha():
            if len(word) >= SHORTEST and not known[word]:
                rare[word[0]].append(word)
            if known[word] or counts[word] >= TIMES:
                right[word[0]].append(word)
    found: dict[str, str] = {}
    for letter, words in rare.items():
        found |= _nearest(words, right[letter], counts, known)
    return {word: best for word, best in found.items() if best not in found}


def numbering(tokens: Tokens, vocabulary: Vocabulary, counts: Mapping[str, int]) -> dict[str, str]:
    """The noun of steps for each word one letter away from it that always stands before a step's number ("bacth 2")."""
    nouns = sorted(strict_steps())
    near = process.cdist(vocabulary.words, nouns, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8)
    numbers = np.array([word != END and numbers_step(ROMAN.get(word, word)) for word in vocabulary.words])
    before = np.bincount(tokens.ids[:-1][numbers[tokens.ids[1:]]], minlength=len(vocabulary))
    found = {}
    for n in np.flatnonzero((near == 1).any(axis=1)).tolist():
        word = vocabulary.words[n]
        if len(word) >= SHORTEST - 1 and before[n] == counts.get(word) and not _known(word):
            found[word] = nouns[int((near[n] == 1).argmax())]
    return found


def _known(word: str) -> bool:
    return word in listed() or acts.form(word) is not None


def _nearest(
    words: list[str], right: list[str], counts: Mapping[str, int], known: Mapping[str, bool]
) -> dict[str, str]:
    """The most frequent of the nearest right words, for each word that has one."""
    if not right:
        return {}
    distance = process.cdist(words, right, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8)
    found: dict[str, tuple[int, int, str]] = {}
    for n, m in zip(*np.nonzero((distance > 0) & (distance <= 2)), strict=True):
        word, other, slips = words[n], right[m], int(distance[n, m])
        times = _times(word, known[other] and slips == 1 and _is_slip(word, other))
        if slips <= (2 if len(word) >= LONG else 1) and counts[other] >= times * counts[word]:
            found[word] = min(found.get(word, (9, 0, "")), (slips, -counts[other], other))
    return {word: best for word, (*_, best) in found.items()}


def _is_slip(word: str, other: str) -> bool:
    """Whether one of two words that differ by one step has a letter more, or both have the same letters."""
    return len(word) != len(other) or sorted(word) == sorted(other)


def _times(word: str, clear: bool) -> int:
    if clear:
        return TIMES_LISTED
    return TIMES_AFFIXED if word.startswith(_PREFIXES) else TIMES
