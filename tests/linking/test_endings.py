"""English endings do not part words."""

import pytest

from tasks.linking.endings import stem


@pytest.mark.parametrize(
    ("one", "other"), [("leased", "leasing"), ("coolers", "cooler"), ("rolled", "roll"), ("counties", "county")]
)
def test_forms_of_one_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["pedoman", "e2ee", "access", "training", "gas"])
def test_acts_products_and_short_words_stay(word: str) -> None:
    assert stem(word) == word
