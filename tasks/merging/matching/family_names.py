"""Names in kinds of work: those of places, and those of programmes that both have, or one for each."""

from collections.abc import Iterable

import numpy as np

from tasks.merging.arrays import Bools, Ints, distinct, holds, stretches
from tasks.merging.lists import column
from tasks.merging.matching.features import Features

WORDS = 4
"""How many words the name of a place behind its noun has at most."""

AREA = {"area"}
"""The kind of place nouns that say no more than where."""


def local(made: Features, rows: Ints, place: Ints, most: int) -> Bools:
    """Which words say where, or for whom: nouns of areas ("Kec."), names in rows of so many places at most.

    What stands before "Kec." says what is there.
    """
    objects = made.slots.objects
    owner, rank = stretches(objects.sizes()[objects.code[rows]])
    word = objects.values[objects.bounds[objects.code[rows]][owner] + rank].astype(np.int64)
    span = np.int64(place.max(initial=0)) + 1
    often = np.bincount(distinct(word * span + place[owner]) // span, minlength=made.size)
    kinds = column("place_nouns", "word", "kind")
    areas, nouns = (
        _numbered(made, [noun for noun in kinds if kinds[noun] in some]) for some in (AREA, set(kinds.values()))
    )
    named = np.zeros(made.size, np.bool_)
    named[made.names.values] = True
    named &= ~(_beside(made, nouns, range(-1, 0)) | nouns)
    named |= _beside(made, nouns, range(1, WORDS + 1)) & ~made.bare()
    told: Bools = areas | named & (often <= most)
    return told


def _numbered(made: Features, words: Iterable[str]) -> Bools:
    """Which word numbers are those of these words."""
    known = made.lexicon.vocabulary.number
    found = np.zeros(made.size, np.bool_)
    found[[known[word] for word in words if word in known]] = True
    return found


def _beside(made: Features, nouns: Bools, steps: Iterable[int]) -> Bools:
    """Which words stand so many steps behind one of these nouns."""
    order = made.slots.order
    row = np.repeat(np.arange(len(order.bounds) - 1), np.diff(order.bounds))
    places = np.flatnonzero(nouns[order.values])
    found = np.zeros(made.size, np.bool_)
    for step in steps:
        there = places[(places + step >= 0) & (places + step < len(row))]
        there = there[row[there] == row[there + step]]
        found[order.values[there + step]] = True
    return found


def share_name(made: Features, a: Ints, b: Ints) -> Bools:
    """Whether both name the same."""
    named = made.named
    held = np.repeat(np.arange(len(named)), named.sizes()) * np.int64(made.size) + named.values
    owner, turn = stretches(named.sizes()[named.code[a]])
    values = named.values[named.bounds[named.code[a]][owner] + turn]
    there = holds(held, named.code[b][owner] * np.int64(made.size) + values)
    told: Bools = np.bincount(owner, there, len(a)) > 0
    return told


def named_apart(made: Features, a: Ints, b: Ints, names: Bools) -> Bools:
    """Of pairs of which each has a name that the other has not (`names`), those whose names do not begin alike.

    "TVE" may be short for "TV Edukasi".
    """
    told = names.copy()
    for n in np.flatnonzero(names).tolist():
        one, other = (set(map(made.spelt, made.named.of(int(made.named.code[row[n]])))) for row in (a, b))
        told[n] = not any(x.startswith(y) or y.startswith(x) for x in one - other for y in other - one)
    return told
