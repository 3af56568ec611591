"""Words fit where they are put, and what is cut says so."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.rendering.pictures.text import ELLIPSIS, cut, fitted, width

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=120)


@given(WORDS, st.floats(30, 200), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text: str, room: float, lines: int) -> None:
    found = fitted(text, room, 7.0, lines)
    assert len(found) <= lines
    assert all(width(line, 7.0) <= room for line in found)


@given(WORDS, st.integers(1, 4))
def test_nothing_is_lost_without_an_ellipsis(text: str, lines: int) -> None:
    found = fitted(text, 60, 7.0, lines)
    whole, shown = "".join(text.split()), "".join("".join(found).split())
    assert shown == whole or (shown.endswith(ELLIPSIS) and whole.startswith(shown[: -len(ELLIPSIS)]))


def test_a_long_word_is_parted_behind_a_stroke() -> None:
    assert fitted("Kabupaten/Kota", 40, 6.8, 2, bold=True) == ("Kabupaten/", "Kota")


def test_letters_that_are_as_wide_as_high_count_so() -> None:
    assert width("会議", 10) > 20


def test_what_fits_stays_as_it_is() -> None:
    assert cut("Menyusun pedoman", 200, 7.0) == "Menyusun pedoman"
    assert cut("", 200, 7.0) == ""
