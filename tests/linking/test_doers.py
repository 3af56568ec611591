"""What is said to do something."""

import pytest

from tasks.linking.doers import doer


@pytest.mark.parametrize(
    ("phrase", "thing"),
    [
        ("the harbour plan has fixed the routes", "the harbour plan"),
        ("the maps have been issued", ""),
        ("the maps", ""),
        ("Posko pusat menyerahkan rekap aduan", "Posko pusat"),
        ("menyerahkan rekap aduan", ""),
        ("juknis diterbitkan", ""),
    ],
)
def test_the_words_before_the_verb(phrase: str, thing: str) -> None:
    assert doer(phrase) == thing
