"""Abbreviations are learnt where the texts explain them."""

from tasks.merging.language.initials import OFTEN, initials
from tasks.merging.language.pieces import Cut
from tasks.merging.language.tokens import Vocabulary, tokenised


def learnt(*texts: str, capitals: str = "drb") -> dict[tuple[str, ...], str]:
    vocabulary = Vocabulary()
    tokens = tokenised(Cut(texts), vocabulary)
    numbers = tokens.ids[tokens.ids == vocabulary.number.get(capitals, -1)]
    return initials(tokens, vocabulary, numbers)


def test_words_beside_their_abbreviation() -> None:
    assert learnt("pemilihan Duta Rumah Belajar (DRB)") == {("duta", "rumah", "belajar"): "drb"}
    assert learnt("DRB: Duta Rumah Belajar") == {("duta", "rumah", "belajar"): "drb"}


def test_both_often_enough() -> None:
    apart = ("duta rumah belajar", "DRB")
    assert learnt(*apart * OFTEN) == {("duta", "rumah", "belajar"): "drb"}
    assert learnt(*apart) == {}


def test_no_abbreviation_of_two_phrases() -> None:
    assert learnt(*("duta rumah belajar", "dana rumah baca", "DRB") * OFTEN) == {}


def test_function_words_have_no_initial() -> None:
    assert learnt("dana di rumah belajar (DRB)") == {}
    assert learnt(capitals="xyz") == {}


def test_long_initials_of_one_phrase_are_no_accident() -> None:
    assert learnt("balai uji mutu air", "BUMA", capitals="buma") == {("balai", "uji", "mutu", "air"): "buma"}
    assert learnt("balai uji mutu air", "balai ukur mutu air", "BUMA", capitals="buma") == {}


def test_the_same_rare_words_around_both_explain_an_abbreviation() -> None:
    known = {("duta", "rumah", "belajar"): "drb"}
    assert learnt("pelantikan duta rumah belajar", "pelantikan DRB") == known
    assert learnt("pelantikan duta rumah belajar", "pelantikan DRB", "pelantikan dana rumah baca") == {}
    assert learnt("pelantikan duta rumah belajar", "pemilihan DRB") == {}
