"""Slips of the pen are found by how rare they are."""

from tasks.merging.language.pieces import Cut
from tasks.merging.language.repair import numbering, repairs
from tasks.merging.language.tokens import Vocabulary, counted, tokenised


def test_a_rare_word_next_to_a_frequent_one_is_a_slip() -> None:
    assert repairs({"telemedisin": 30, "telemedisni": 1, "telemdisin": 1}) == {
        "telemedisni": "telemedisin",
        "telemdisin": "telemedisin",
    }


def test_a_word_of_the_lists_needs_no_such_frequency() -> None:
    assert repairs({"sosialisasi": 2, "sosialisai": 1}) == {"sosialisai": "sosialisasi"}


def test_other_words_are_left_alone() -> None:
    assert repairs({"hamil": 1, "hasil": 9, "model": 1, "modul": 3, "pengaduan": 2, "pengadaan": 20}) == {}
    assert repairs({"melatih": 1, "dilatih": 90, "2018": 1, "2019": 500, "sd": 1, "smp": 99}) == {}


def test_a_word_one_letter_from_a_noun_of_steps_numbers_a_step_if_a_number_always_follows() -> None:
    vocabulary = Vocabulary()
    tokens = tokenised(Cut(["training bacth 2", "pelatihan tahp ii", "bath 3 of 4", "a bath"]), vocabulary)
    counts = dict(zip(vocabulary.words[1:], counted(tokens, len(vocabulary))[1:].tolist(), strict=True))
    assert numbering(tokens, vocabulary, counts) == {"bacth": "batch", "tahp": "tahap"}
