"""Names of offices cut short are those of the office whose words they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.linking.shortened import leading


@pytest.mark.parametrize(
    ("short", "name", "words"),
    [
        ("puslatan", "pusat pelatihan pertanian", 3),
        ("pusluhtan", "pusat penyuluhan pertanian kementerian pertanian", 3),
        ("bptj", "badan pengelola transportasi jabodetabek", 4),
        ("ditlantas", "direktorat lalu lintas", 0),
        ("puslatan", "pusat data dan informasi", 0),
        ("pus", "pusat pelatihan", 0),
        ("moe", "ministry of education", 3),
        ("moe", "ministry of trade", 0),
        ("pusat", "pusat pelatihan pertanian", 0),
    ],
)
def test_short_forms(short: str, name: str, words: int) -> None:
    assert leading(short, name.split()) == words


@given(st.lists(st.from_regex(r"\A[a-z]{4,9}\Z"), min_size=2, max_size=4))
def test_first_syllables_and_initials_are_short_forms(name: list[str]) -> None:
    syllables, initials = ("".join(word[:size] for word in name) for size in (3, 1))
    assert all(leading(short, name) > 0 for short in (syllables, initials) if len(short) > 3 and short not in name)
