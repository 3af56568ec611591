"""Names that may mean one office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.matching.offices import held, whole

NAMES = st.sets(st.lists(st.sampled_from(["balai", "air", "of", "x", "timur", "2"]), max_size=4).map(" ".join))


def test_a_name_holds_another_of_which_it_has_all_words() -> None:
    names = ["balai veteriner maros", "veteriner maros balai", "balai veteriner", "kebun raya", "bmkg", "bbmkg"]
    assert held(names) == {
        "balai veteriner maros": ("balai veteriner", "veteriner maros balai"),
        "veteriner maros balai": ("balai veteriner", "balai veteriner maros"),
    }


def test_a_single_word_that_many_names_have_is_a_kind_of_office() -> None:
    assert held(["balai", *(f"balai {n}" for n in range(4))]) == {}
    assert held(["bmkg", "bmkg stasiun juanda"]) == {"bmkg stasiun juanda": ("bmkg",)}


def test_initials_stand_for_the_only_name_that_has_them() -> None:
    assert held(["mines and geosciences bureau", "mgb central office"]) == {
        "mgb central office": ("mines and geosciences bureau",)
    }
    assert held(["mines and geosciences bureau", "metro guard board", "mgb central office"]) == {}
    assert held(["health office", "ho central"]) == {}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("balai air", "balai air timur", True),
        ("timur balai", "balai timur", True),
        ("balai timur", "balai air timur", False),
        ("board of the fund", "fund board", True),
        ("mines and geosciences bureau", "mgb central office", True),
    ],
)
def test_a_name_stands_whole_in_the_other_unless_words_are_between(one: str, other: str, expected: bool) -> None:
    assert whole(one, other) is whole(other, one) is expected


@given(NAMES)
def test_what_is_held_has_no_other_words(names: set[str]) -> None:
    for name, others in held(names).items():
        assert all(set(other.split()) - {"of"} <= set(name.split()) and other != name for other in others)
