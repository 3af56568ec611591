"""Words that name something to be done."""

import pytest

from tasks.extraction.action_words import first_verb, is_verb, passive, starts_doing


@pytest.mark.parametrize(
    "text",
    ["Menyusun SOP", "Penyusunan SOP", "siapkan ruang", "agar menyusun", "Bimtek operator", "ToT instruktur",
     "uji coba IPv6", "Prepare the list", "Training of trainers", "will draft the law", "• Melatih guru"],
)  # fmt: skip
def test_texts_that_begin_with_something_to_be_done(text: str) -> None:
    assert starts_doing(text)


@pytest.mark.parametrize(
    "text",
    ["Menteri Pendidikan", "Pendidikan dasar", "Kementerian", "Data ganda", "Mei 2026", "Listrik", "The ministry"],
)
def test_texts_that_do_not(text: str) -> None:
    assert not starts_doing(text)


def test_the_verb_of_a_sentence_is_not_one_bound_to_a_noun() -> None:
    text = "Sekolah yang memiliki internet menyusun jadwal"
    assert text[first_verb(text) :].startswith("menyusun")
    assert first_verb("Sekolah untuk melatih guru") == -1


@pytest.mark.parametrize("text", ["KKS dibagikan tuntas", "Logistik disiapkan Mei", "IKD dimatikan"])
def test_what_is_done_to_a_thing_is_not_what_it_does(text: str) -> None:
    assert first_verb(text) == -1


@pytest.mark.parametrize("text", ["BPBD dirikan posko", "Bulog dinginkan gudang"])
def test_a_verb_that_only_begins_like_a_passive(text: str) -> None:
    assert first_verb(text) > 0


def test_verbs_and_passives() -> None:
    assert is_verb("menyosialisasikan")
    assert not is_verb("menengah")
    assert passive("ditetapkan")
    assert not passive("dinas")
    assert not passive("digital")
