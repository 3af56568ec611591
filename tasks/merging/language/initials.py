"""Abbreviations that the texts themselves explain: "Sistem Data Terpadu (SDT)", or both forms often enough.

In a few texts both forms among the same rare words are explanation enough: "sign the NFA delegations" beside
"delegations of the National Forests Act".
"""

from collections.abc import Mapping, Sequence

import numpy as np

from tasks.merging import acts
from tasks.merging.arrays import Ints, holds
from tasks.merging.essence import of_kind
from tasks.merging.language.lexicon import listed
from tasks.merging.language.tokens import Tokens, Vocabulary

SHORTEST, LONGEST = 3, 6
"""How many letters an abbreviation has that is looked for."""

OFTEN = 10
"""How often an abbreviation and its words must stand in the texts if they never stand side by side."""

LONG = 4
"""From how many letters on an abbreviation is no accident if only one phrase of the texts has its initials."""

TIMES = 4
"""And how many times as often as other words with the same initials."""


FEW = 5000
"""Among so many texts at most the words around an abbreviation are looked at."""

RARE = 6
"""A word that stands in so many texts at most tells what its neighbours are about."""


def initials(tokens: Tokens, vocabulary: Vocabulary, capitals: Ints) -> dict[tuple[str, ...], str]:
    """The abbreviation of each phrase that has one. capitals: word numbers of all words written in capitals."""
    counts = np.bincount(capitals, minlength=len(vocabulary))
    letters = np.array([ord(word[0]) - 96 if "a" <= word[0] <= "z" else 0 for word in vocabulary.words], np.uint8)
    letters[[vocabulary.number[w] for w in of_kind("function", "modal") if w in vocabulary.number]] = 0
    letters = letters[tokens.ids]
    found: dict[tuple[str, ...], str] = {}
    around = _around(tokens.ids, len(vocabulary)) if len(tokens) <= FEW else ()
    for length in range(SHORTEST, LONGEST + 1):
        short = [n for n in np.flatnonzero(counts).tolist() if _is_short(vocabulary.words[n], length)]
        found |= _of_length(length, short, tokens.ids, vocabulary, letters, counts, around)
    return found


def _around(ids: Ints, size: int) -> Sequence[frozenset[int]]:
    """For each word number the rare words that stand in a text with it."""
    row = np.cumsum(ids == 0) - (ids == 0)
    pairs = np.unique(row * np.int64(size) + ids)
    text, word = pairs // size, pairs % size
    rare = (np.bincount(word, minlength=size) <= RARE)[word] & (word > 0)
    told: list[set[int]] = [set() for _ in range(int(row.max(initial=0)) + 1)]
    for n, some in zip(text[rare].tolist(), word[rare].tolist(), strict=True):
        told[n].add(some)
    found: list[frozenset[int]] = [frozenset()] * size
    for n, some in zip(text.tolist(), word.tolist(), strict=True):
        found[some] |= told[n]
    return found


def _is_short(word: str, length: int) -> bool:
    known = word in listed() or acts.form(word) is not None
    return len(word) == length and word.isascii() and word.isalpha() and not known


def _code(word: str) -> int:
    whole = 0
    for letter in word:
        whole = whole * 27 + ord(letter) - 96
    return whole


def _of_length(
    length: int,
    short: Sequence[int],
    ids: Ints,
    vocabulary: Vocabulary,
    letters: Ints,
    counts: Ints,
    around: Sequence[frozenset[int]],
) -> dict[tuple[str, ...], str]:
    wanted = {_code(vocabulary.words[n]): n for n in short}
    if not wanted or len(ids) <= length:
        return {}
    places, codes = _spelling(np.array(sorted(wanted)), length, letters)
    told: dict[int, dict[tuple[int, ...], int]] = {}
    beside: set[tuple[int, tuple[int, ...]]] = set()
    for place, code in zip(places.tolist(), codes.tolist(), strict=True):
        phrase, abbreviation = tuple(ids[place : place + length].tolist()), wanted[code]
        known = told.setdefault(abbreviation, {})
        known[phrase] = known.get(phrase, 0) + 1
        if abbreviation in (ids[place + length], ids[place - 1] if place else 0):
            beside.add((abbreviation, phrase))
    if around:
        beside |= {(n, phrase) for n, phrases in told.items() for phrase in phrases if _alike(n, phrase, around)}
    chosen = ((n, _chosen(n, phrases, beside, int(counts[n]))) for n, phrases in told.items())
    return {tuple(vocabulary.words[w] for w in phrase): vocabulary.words[n] for n, phrase in chosen if phrase}


def _alike(number: int, phrase: tuple[int, ...], around: Sequence[frozenset[int]]) -> bool:
    """Whether an abbreviation and a phrase stand among the same rare words."""
    there = frozenset.intersection(*(around[word] for word in phrase))
    return not (around[number] & there) <= {number, *phrase}


def _spelling(wanted: Ints, length: int, letters: Ints) -> tuple[Ints, Ints]:
    """The places from which on so many letters are one of the wanted codes, and the code."""
    begins = np.zeros(27**3, np.bool_)
    begins[wanted // 27 ** (length - 3)] = True
    first, second, third = (letters[step : len(letters) - length + step].astype(np.int16) for step in range(3))
    code = first * np.int16(27**2) + second * np.int16(27) + third
    places = np.flatnonzero(begins[code])
    codes: Ints = code[places].astype(np.int64)
    for step in range(3, length):
        codes = codes * 27 + letters[places + step]
        there = holds(np.unique(wanted // 27 ** (length - 1 - step)), codes)
        places, codes = places[there], codes[there]
    return places, codes


def _chosen(
    number: int, phrases: Mapping[tuple[int, ...], int], beside: set[tuple[int, tuple[int, ...]]], count: int
) -> tuple[int, ...]:
    """The phrase that an abbreviation stands for, empty if that is not sure."""
    explained = sorted(phrase for phrase in phrases if (number, phrase) in beside)
    if explained:
        return explained[0] if len(explained) == 1 else ()
    first, *others = sorted(phrases, key=lambda phrase: (-phrases[phrase], phrase))
    if not others and len(first) >= LONG:
        return first
    often = min(count, phrases[first]) >= OFTEN
    return first if often and (not others or phrases[first] >= TIMES * phrases[others[0]]) else ()
