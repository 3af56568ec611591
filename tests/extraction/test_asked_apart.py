"""Sentences that ask two of them for something each."""

import pytest

from tasks.extraction.asked_apart import asked_apart
from tests.extraction.helpers import recognise


@pytest.mark.parametrize(
    "first, link, second",
    [
        ("The Ministry of Works will repair the bridge by May", " and ", "the Police will enforce the limits"),
        ("Dishub Kota Bogor akan menata rute angkot", " dan ", "BPS akan mendata penumpang angkutan"),
        ("District Engineers to submit their lists", "; ", "Roads Fund to release the first instalment"),
    ],
)
def test_two_are_asked(first: str, link: str, second: str) -> None:
    assert asked_apart(f"{first}{link}{second}", recognise("en" if "to" in first.split() else "id")) == [first, second]


@pytest.mark.parametrize(
    "sentence",
    [
        "BPS akan menyusun pedoman dan melatih kader",
        "BPS dan Bappenas akan menyusun pedoman",
        "Menyusun pedoman agar BPS dan Bappenas dapat memakai data itu",
        "BPS mendata 40 judul pada Mei 2026; hasilnya diserahkan ke Bappenas untuk dikurasi",
    ],
)
def test_one_is_asked(sentence: str) -> None:
    assert asked_apart(sentence, recognise()) == [sentence]


@pytest.mark.parametrize(
    "sentence, first, second",
    [
        (
            "The Treasury will waive the duty by May 2026 and, once it is waived, publish the tariffs in July 2026",
            "The Treasury will waive the duty by May 2026",
            "Once it is waived, The Treasury will publish the tariffs in July 2026",
        ),
        (
            "BPN diminta mengukur lahan pada April 2026 dan, begitu selesai, menerbitkan sertifikat pada Juli 2026",
            "BPN diminta mengukur lahan pada April 2026",
            "Begitu selesai, BPN diminta menerbitkan sertifikat pada Juli 2026",
        ),
    ],
)
def test_one_is_asked_for_two_things_in_turn(sentence: str, first: str, second: str) -> None:
    assert asked_apart(sentence, recognise("en" if "will" in sentence else "id")) == [first, second]


def test_a_step_without_a_time_of_its_own_is_no_second_action() -> None:
    sentence = "The Treasury will waive the duty by May 2026 and, once the duty is waived, publish the tariffs"
    assert asked_apart(sentence, recognise("en")) == [sentence]
