"""Phrases are found in arrays of numbers as they are in tuples of words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.language.phrases import Phrases, replaced

PHRASE = st.lists(st.integers(1, 4), min_size=1, max_size=4).map(tuple)
TERMS = st.dictionaries(PHRASE, PHRASE, min_size=1, max_size=6)


def one_by_one(ids: list[int], terms: dict[tuple[int, ...], tuple[int, ...]]) -> list[int]:
    made: list[int] = []
    place = 0
    while place < len(ids):
        sizes = [n for n in range(4, 0, -1) if len(ids) - place >= n and tuple(ids[place : place + n]) in terms]
        size = sizes[0] if sizes else 1
        made += terms[tuple(ids[place : place + size])] if sizes else ids[place : place + 1]
        place += size
    return made


@given(st.lists(st.integers(0, 4), max_size=20), TERMS)
def test_the_longest_phrase_from_the_left_is_replaced(
    ids: list[int], terms: dict[tuple[int, ...], tuple[int, ...]]
) -> None:
    made = replaced(np.array(ids, np.int32), Phrases(list(terms), 5), list(terms.values()))
    assert made.tolist() == one_by_one(ids, terms)


@given(st.lists(st.integers(0, 4), max_size=20), TERMS)
def test_all_phrases_are_found_nested_ones_too(ids: list[int], terms: dict[tuple[int, ...], tuple[int, ...]]) -> None:
    known = list(terms)
    found = {
        (int(place), known[number])
        for _, places, numbers in Phrases(known, 5).found(np.array(ids, np.int32))
        for place, number in zip(places, numbers.tolist(), strict=True)
    }
    assert found == {(n, p) for p in known for n in range(len(ids)) if tuple(ids[n : n + len(p)]) == p}
