"""Titles above a place."""

from tasks.extraction.texts import labelled
from tasks.extraction.trail import Trail, telling


def below(*titles: str) -> Trail:
    trail = Trail()
    for title in titles:
        trail = trail.below(labelled(title))
    return trail


def test_a_title_of_the_same_kind_ends_the_one_before() -> None:
    assert below("A. Data", "1. Sekolah", "2. Guru", "B. Dana").text() == "B. Dana"
    assert below("A. Data", "1. Sekolah", "2. Guru").text() == "A. Data › 2. Guru"
    assert below("DATA", "Sekolah").text("Kuota") == "DATA › Sekolah › Kuota"


def test_titles_of_the_meeting_say_nothing() -> None:
    assert not telling("RAPAT KOORDINASI TIK 2017")
    assert not telling("Depok, 8-11 Februari 2017")
    assert telling("RENCANA PELATIHAN PROVINSI BALI TAHUN 2026")
    assert Trail().titled("Notulen").text() == ""


def test_a_table_takes_all_titles_above() -> None:
    assert below("A. Data").fixed().below(labelled("A. Sekolah")).text() == "A. Data › A. Sekolah"
    assert below("A. Data", "B. Dana").restarted([labelled("C. Daya")]).text() == "C. Daya"
