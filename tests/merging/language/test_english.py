"""Forms of one English word share a stem, other words do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.language.english import english
from tasks.merging.language.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "farmer farmers",
        "county counties",
        "vaccine vaccines vaccination vaccinated",
        "establish establishing establishment",
        "manufacture manufacturing manufactured",
        "map maps mapping mapped",
        "box boxes",
        "class classes",
    ],
)
def test_forms_of_a_word(forms: str) -> None:
    assert len({english(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("words", ["status state", "gas gate", "forest forecast", "seed see", "bus busy"])
def test_other_words(words: str) -> None:
    one, other = words.split()
    assert english(one) != english(other)


def test_indonesian_roots_keep_their_ends() -> None:
    assert [stem(word) for word in ("batas", "beras", "tugas", "bags")] == ["batas", "beras", "tugas", "bag"]


@given(st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1))
def test_something_is_always_left(word: str) -> None:
    assert english(word)
    assert len(english(word)) <= len(word)
