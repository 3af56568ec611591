"""Those who act though no directory knows them."""

import pytest

from tasks.extraction.actors import like_actors, like_office, like_person


@pytest.mark.parametrize(
    "words",
    [
        "the Harbour Master",
        "County Engineers",
        "Farmers' groups",
        "Registrar of Companies",
        "Petani dan nelayan",
        "kelompok tani",
        "seluruh lurah",
        "Bu Rina",
        "@Budi",
    ],
)
def test_those_who_act(words: str) -> None:
    assert like_actors(words)


@pytest.mark.parametrize(
    "words",
    [
        "Training of officers",
        "Train officers",
        "Support to farmers",
        "A new harbour",
        "Melatih petani",
        "Petani yang terdampak",
        "",
    ],
)
def test_things_and_doings_do_not_act(words: str) -> None:
    assert not like_actors(words)


def test_offices_written_small() -> None:
    assert like_office("District office A")
    assert like_office("DC's office")
    assert not like_office("Open the office")


def test_a_title_makes_a_person_only_before_a_name() -> None:
    assert like_person("Dr. Moyo")
    assert not like_person("Dr. of philosophy")
