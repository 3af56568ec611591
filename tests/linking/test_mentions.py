"""Where texts say that one thing waits for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.linking.mentions import mentions


def read(text: str, prerequisite: bool = False) -> list[tuple[str, str, str]]:
    return [(m.direction, m.strength, m.phrase) for m in mentions(text, prerequisite)]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Melatih guru setelah modul terbit", ("after", "hard", "modul terbit")),
        ("Train teachers once the module is issued", ("after", "hard", "the module is issued")),
        ("Modul harus terbit dulu", ("after", "hard", "Modul")),
        ("Menyusun modul berdasarkan kajian", ("after", "medium", "kajian")),
        ("Draft the module, based on the study", ("after", "medium", "the study")),
        ("Melatih guru dengan menggunakan modul", ("after", "weak", "modul")),
        ("Mendata sekolah sebelum pengadaan", ("before", "hard", "pengadaan")),
        ("Survey schools as input for the plan", ("before", "hard", "the plan")),
        ("Kajian, menjadi dasar bagi pedoman, Januari", ("before", "hard", "pedoman")),
    ],
)
def test_signals_tell_direction_strength_and_thing(text: str, mention: tuple[str, str, str]) -> None:
    assert read(text) == [mention]


@pytest.mark.parametrize("text", ["tanpa menunggu modul", "without waiting for the module", "Melatih guru"])
def test_no_waiting_no_mention(text: str) -> None:
    assert read(text) == []
    assert text == "Melatih guru" or read(text, prerequisite=True) == []


def test_a_cell_for_prerequisites_needs_no_signal() -> None:
    assert read("Modul kurasi; pedoman", prerequisite=True) == [
        ("after", "hard", "Modul kurasi"),
        ("after", "hard", "pedoman"),
    ]


def test_the_thing_ends_at_the_next_signal() -> None:
    assert read("setelah modul terbit sebelum pelatihan") == [
        ("after", "hard", "modul terbit"),
        ("before", "hard", "pelatihan"),
    ]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("setelah no. 1, 2 selesai", "no. 1, 2 selesai"),
        ("setelah no. 1, no. 2", "no. 1, no. 2"),
        ("after Group 2, item 7", "Group 2, item 7"),
        ("setelah no. 1, 5 modul disusun", "no. 1"),
        ("setelah modul, pedoman disusun", "modul"),
        ("setelah modul (kurasi, audio) terbit", "modul (kurasi, audio) terbit"),
    ],
)
def test_commas_within_lists_of_numbers_and_brackets_end_nothing(text: str, phrase: str) -> None:
    assert [m.phrase for m in mentions(text)] == [phrase]


def test_evidence_is_signal_and_thing() -> None:
    assert [m.evidence for m in mentions("Melatih guru, setelah modul terbit.")] == ["setelah modul terbit"]


@given(st.text(max_size=80), st.booleans())
def test_evidence_and_thing_are_words_of_the_text(text: str, prerequisite: bool) -> None:
    assert all(m.phrase and m.phrase in m.evidence and m.evidence in text for m in mentions(text, prerequisite))
