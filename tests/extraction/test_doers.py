"""Who does something, told by the directory or by the form of the words."""

import pytest

from tasks.extraction.doers import agents, all_act, employee, owner_like, told_apart
from tests.extraction.helpers import recognise


@pytest.mark.parametrize("words", ["BPS", "the Weather Bureau", "Employers' Federation with BPS", "Harbour Master"])
def test_names_alone(words: str) -> None:
    assert all_act(words, recognise("en"))


@pytest.mark.parametrize("words", ["Harbour", "The road to the port", "BPS publishes"])
def test_other_words(words: str) -> None:
    assert not all_act(words, recognise("en"))


def test_a_subject_may_be_an_abbreviation_nobody_knows() -> None:
    assert owner_like("XYZA", recognise())
    assert not owner_like("menyusun XYZA", recognise())


def test_by_whom() -> None:
    assert agents("Code reviewed by the Standards Bureau by August 2026", recognise("en")) == [len("Code reviewed ")]
    assert agents("Diperiksa oleh BPS", recognise()) == [len("Diperiksa ")]
    assert agents("Works supported by the Standards Bureau", recognise("en")) == []


@pytest.mark.parametrize(
    "words, apart",
    [
        ("QXZA dan WVBT Kupang", "QXZA; WVBT Kupang"),
        ("Farmers' Union and the Cooperative Bank", "Farmers' Union; the Cooperative Bank"),
        ("Dinas Kelautan dan Perikanan", "Dinas Kelautan dan Perikanan"),
        ("Ministry of Youth and Sports", "Ministry of Youth and Sports"),
    ],
)
def test_names_side_by_side(words: str, apart: str) -> None:
    assert told_apart(words, recognise()) == apart


def test_whom_a_person_works_for() -> None:
    assert employee("Bu Rina", "Bappeda", recognise()) == "Bu Rina"
    assert employee("Dinas Pendidikan", "Bappeda", recognise()) == ""
