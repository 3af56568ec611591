"""Names that Windows, macOS and Linux take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.rendering.file_names import safe_name, unique_names

FORBIDDEN = set('\\/:*?"<>|') | {chr(n) for n in range(32)}


@pytest.mark.parametrize(
    "words, name",
    [
        ("K1 Kebijakan dan Regulasi", "K1 Kebijakan dan Regulasi"),
        ("A Komisi A: Imunisasi", "A Komisi A - Imunisasi"),
        ("K2 Kab/Kota", "K2 Kab-Kota"),
        ('K3 "Konten" <baru>?', "K3 'Konten' baru"),
        ("K4 Layanan, dsb...", "K4 Layanan, dsb"),
        ("K5 baris\nkedua\tlagi", "K5 baris kedua lagi"),
        ("  ~$K6  ganda  ", "K6 ganda"),
        ("cafe\u0301", "café"),
        ("K7 kanan\u202ekiri", "K7 kanan kiri"),
        ("con", "con_"),
        ("LPT1", "LPT1_"),
        ("aux.kelompok", "aux.kelompok_"),
        ("console", "console"),
        ("???", ""),
    ],
)
def test_words_become_a_name(words: str, name: str) -> None:
    assert safe_name(words) == name


def test_a_long_name_is_cut_between_letters() -> None:
    assert safe_name("é" * 100) == "é" * 60
    assert safe_name("a" * 119 + " kelompok") == "a" * 119


@given(st.text())
def test_no_name_holds_what_a_system_refuses(words: str) -> None:
    name = safe_name(words)
    assert FORBIDDEN.isdisjoint(name)
    assert name == name.strip(" .")
    assert len(name.encode()) <= 121
    assert not name.startswith("~$")


@given(st.lists(st.text(max_size=4), max_size=12))
def test_names_differ_in_more_than_case(words: list[str]) -> None:
    names = unique_names(words, "kelompok")
    assert all(names)
    assert len({name.casefold() for name in names}) == len(words)
    assert names == unique_names(words, "kelompok")


def test_equal_names_are_numbered_in_order() -> None:
    assert unique_names(["K1", "k1", "?", "K1 (2)"], "kelompok") == ["K1", "k1 (2)", "kelompok", "K1 (2) (2)"]
