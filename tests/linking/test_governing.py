"""What an item is about, and which acts its product rules."""

import pytest

from tasks.linking.governing import also, done, ruled, things
from tests.linking.plans import aimed


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("Menyusun standar mutu konten bahasa daerah", {"konten"}),
        ("Menetapkan Zona Selamat Sekolah (ZoSS)", {"zona", "zoss"}),
        ("Rapat koordinasi", set()),
        ("Cleaning of the farmer register", {"register"}),
        ("Construction of grain stores in the district", {"store"}),
    ],
)
def test_a_thing_is_the_first_noun_and_its_short_form(action: str, words: set[str]) -> None:
    targets, [item] = aimed({"action": action})
    assert things(targets.all[item]) == words


def test_a_guideline_rules_the_act_behind_its_name() -> None:
    targets, (guide, form) = aimed({"action": "Menyusun pedoman pembentukan posyandu"}, {"action": "Membentuk pedoman"})
    assert ruled(targets.all[guide]) == {"form", "thing posyandu"}
    assert ruled(targets.all[form]) == set()


def test_a_standard_rules_the_making() -> None:
    targets, [item] = aimed({"action": "Menyusun standar konten"})
    assert {"produce", "procure"} <= ruled(targets.all[item])


def test_two_acts_joined_are_both_done() -> None:
    targets, (both, one) = aimed(
        {"action": "Pengadaan dan distribusi panel surya"}, {"action": "Distribusi panel surya dan baterai"}
    )
    assert also(targets.all[both]) == "distribute"
    assert also(targets.all[one]) == ""


def test_a_circular_rules_those_who_do_what_it_is_about() -> None:
    targets, (letter, stall) = aimed(
        {"action": "Menerbitkan SE Menteri tentang gerai keliling"}, {"action": "Melakukan gerai di pasar"}
    )
    assert done(targets.all[stall]) == {"thing gerai"}
    assert ruled(targets.all[letter]) >= done(targets.all[stall])


def test_trainers_rule_training_and_other_training_rules_nothing() -> None:
    targets, (trainers, nurses) = aimed(
        {"action": "Train 30 trainers on the register"}, {"action": "Train nurses on the register"}
    )
    assert ruled(targets.all[trainers]) == done(targets.all[nurses]) == {"train"}
    assert ruled(targets.all[nurses]) == set()
