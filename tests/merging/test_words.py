"""Texts that people write differently become the same words."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.words import aligned, fold, plain, squeezed, words


def test_folding_ignores_case_width_and_white_space() -> None:
    assert fold("  Ｅ-Rapor\n SMA ") == "e-rapor sma"


def test_a_letter_and_a_dash_belong_to_their_word() -> None:
    assert plain("e-Rapor") == plain("E-rapor") == ("erapor",)


def test_a_dash_behind_m_is_mobile() -> None:
    assert plain("M-Learning") == plain("mobile learning")
    assert plain("M-4") == ("m", "4")


def test_all_of_a_region_is_the_region() -> None:
    assert plain("se-Kalsel") == ("kalsel",)


def test_numbers_lose_their_separators() -> None:
    assert plain("1.000 guru, versi 2.0") == ("1000", "guru", "versi", "2")


def test_abbreviations_and_phrases_take_one_form() -> None:
    assert words("juknis BOS") == words("Petunjuk Teknis BOS") == ("pedoman", "bos")
    assert words("MoU") == words("nota kesepahaman") == words("memorandum of understanding")


def test_the_longest_phrase_counts() -> None:
    assert words("standar operasional prosedur") == ("prosedur_baku",)
    assert words("standar prosedur")[0] == "standar"


def test_words_know_where_they_begin() -> None:
    assert aligned(plain("buat nota kesepahaman baru")) == [("buat", 0), ("nota_kesepahaman", 1), ("baru", 3)]


def test_doubled_letters_do_not_count() -> None:
    assert squeezed("pengadaan") == squeezed("pengadan")


@given(st.text())
def test_any_text_has_words_and_the_same_twice(text: str) -> None:
    assert words(text) == words(text.upper().lower()) or not text.isascii()
    assert all(word == word.strip() and word for word in plain(text))


def test_thousands_may_be_written_with_k() -> None:
    assert plain("50k packs at 1:10k") == plain("50.000 packs at 1:10,000")


def test_between_is_a_word_of_its_own() -> None:
    assert plain("antardaerah, antara") == ("antar", "daerah", "antara")


def test_what_is_put_in_one_form_is_in_its_own() -> None:
    assert words("data terpadu kesejahteraan sosial") == words("DTKS")
    assert words("SOPs") == words("standard operating procedures")
