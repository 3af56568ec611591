"""Header words to fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extraction.vocabulary import Word, fields, shipped, vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    "header, field",
    [
        ("PENANGGUNG-JAWAB", "owner"),
        ("P.J.", "owner"),
        ("Penanggug Jawab", "owner"),  # a slip of the pen
        ("Biaya (Rp 000)", "budget"),
        ("Target 2026", "target"),
        ("Permasalahan / Kendala", "obstacle"),
        ("Kendala\nHambatan", "obstacle"),
        ("Berapa perkiraan biayanya?", "budget"),
        ("Progres s.d. Januari 2017", "progress"),
        ("Kegiatan Pusat yang Ditunggu", "depends"),
        ("Agreed action", "action"),
        ("By when", "time"),
        ("Means of verification", "output"),
    ],
)
def test_header_to_field(header: str, field: str) -> None:
    found = WORDS.look(header)
    assert found is not None
    assert found.field == field


def test_a_sentence_is_no_header() -> None:
    assert (
        WORDS.look("Kegiatan pusat dibiayai APBN masing-masing unit utama dan kegiatan daerah menyesuaikan APBD")
        is None
    )
    assert WORDS.look("x" * 200) is None


def test_a_word_within_a_longer_header_is_not_sure() -> None:
    found = WORDS.look("Apa kegiatan yang diusulkan?")
    assert found is not None
    assert not found.sure


def test_short_words_need_their_letters() -> None:
    assert WORDS.look("Kat") is None  # one letter from "Ket"


def test_the_meetings_own_words_win() -> None:
    own = vocabulary(
        [
            {"word": "Pekerjaan Rumah", "field": "action"},
            {"word": "Kegiatan", "field": "programme"},
            {"word": "x", "field": "?"},
        ]
    )
    assert own.look("pekerjaan rumah") == Word("action")
    assert own.look("Kegiatan") == Word("programme")
    assert own.look("x") is None


@given(st.sampled_from([row["word"] for row in shipped()]), st.sampled_from(["", " ", ":", "."]))
def test_every_word_shipped_is_found(word: str, behind: str) -> None:
    found = WORDS.look(word.upper() + behind)
    assert found is not None
    assert found.sure


def test_every_row_says_where_it_comes_from() -> None:
    assert all(
        row["source"] and row["language"] in {"id", "en"} and row["rank"] in {"1", "2", "3"} for row in shipped()
    )
    assert len(fields()) > 20


@pytest.mark.parametrize(
    "header, field",
    [
        ("Taksiran biaya yang diperlukan", "budget"),
        ("Pelaksana pekerjaan", "owner"),
        ("Estimated cost", "budget"),
        ("Hasil yang hendak dituju", "output"),
    ],
)
def test_words_around_a_known_one_leave_it_sure(header: str, field: str) -> None:
    found = WORDS.look(header)
    assert found is not None
    assert (found.field, found.sure) == (field, True)


def test_of_two_words_as_long_the_first_one_counts() -> None:
    found = WORDS.look("Sasaran bersama kita")
    assert found is not None
    assert (found.field, found.sure) == ("aim", False)


def test_one_slip_in_a_short_word_two_in_a_long_one() -> None:
    assert WORDS.look("Pelabuhan") is None  # two letters from "Pelatihan"
    assert WORDS.look("Penangung Jawb") is not None
