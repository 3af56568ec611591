"""Numbers as printed and as people write them agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.linking.plain_numbers import number, plain


@pytest.mark.parametrize(
    ("printed", "said"),
    [("EE-06", "EE-6"), ("A.4", "A4"), ("2.a", "2a"), ("K1-03", "K1-3"), ("(iv)", "iv"), ("8.", "8")],
)
def test_the_same_number_in_two_ways(printed: str, said: str) -> None:
    assert plain(number(printed)) == plain(number(said))


@pytest.mark.parametrize(("one", "other"), [("1.2", "12"), ("A.4", "A.40"), ("K1-1", "K11"), ("2.a", "2.b")])
def test_other_numbers_stay_apart(one: str, other: str) -> None:
    assert plain(number(one)) != plain(number(other))


@given(st.text(max_size=12))
def test_a_plain_number_stays_as_it_is(text: str) -> None:
    assert plain(plain(number(text))) == plain(number(text))
