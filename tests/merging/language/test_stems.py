"""Stems: Sastrawi's and those of the list."""

from tasks.merging.language.stems import alike, stem


def test_stems_of_the_library_and_of_the_list() -> None:
    assert stem("pembelajaran") == stem("pelajaran") == "ajar"
    assert stem("pemerintahan") == stem("pemerintah") == "pemerintah"


def test_short_words_and_names_are_their_own() -> None:
    assert stem("buku") == "buku"
    assert stem("peraturan_menteri") == "peraturan_menteri"
    assert stem("covid19") == "covid19"


def test_words_of_one_stem_are_one_by_the_shortest() -> None:
    assert alike(["berbahasa", "bahasa", "kesehatan"]) == {"berbahasa": "bahasa"}
