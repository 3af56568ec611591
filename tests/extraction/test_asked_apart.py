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
