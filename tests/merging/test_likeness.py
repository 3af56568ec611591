"""How alike two objects are."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.likeness import Weights, common, counts, likeness, same

WORDS = st.lists(
    st.sampled_from(["pedoman", "kurasi", "konten", "sekolah", "laboratorium", "laboraturium", "bos"]), unique=True
)


def test_slips_of_the_pen_are_forgiven_in_long_words_only() -> None:
    assert same("laboratorium", "laboraturium")
    assert same("sekolah", "skolah")
    assert not same("sma", "smk")
    assert not same("tvri", "rri")


def test_forms_of_one_act_are_one_word() -> None:
    assert same("revisi", "ubah")
    assert not same("susun", "latih")


def test_common_words_stand_on_both_sides() -> None:
    assert common(["skolah", "genset"], ["sekolah", "genset"]) == ({"skolah", "genset"}, {"sekolah", "genset"})


def test_a_rare_word_weighs_more() -> None:
    weights = Weights([["sekolah", "plts"], ["sekolah", "vsat"], ["sekolah"]])
    assert weights("plts") > weights("sekolah")
    assert weights("unknown") >= weights("plts")
    assert weights.rarest(["sekolah", "vsat", "plts"], 2) == ["plts", "vsat"]


def test_part_of_an_object_is_held_whole() -> None:
    weights = Weights([["pedoman", "bos"], ["pedoman", "bos", "internet"]])
    like, within = likeness(["pedoman", "bos"], ["pedoman", "bos", "internet"], weights)
    assert within == 1
    assert 0 < like < 1


def test_nothing_is_like_nothing() -> None:
    assert likeness([], [], Weights([])) == (0.0, 0.0)


def test_values_by_name() -> None:
    assert counts([("level", "sd"), ("level", "smp")]) == {"level": frozenset({"sd", "smp"})}


@given(WORDS, WORDS)
def test_likeness_lies_between_0_and_1_and_is_mutual(a: list[str], b: list[str]) -> None:
    weights = Weights([a, b])
    there, back = likeness(a, b, weights), likeness(b, a, weights)
    assert there == back
    assert all(0 <= part <= 1 + 1e-9 for part in there)
