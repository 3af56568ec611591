"""Words that stand at one place of two objects."""

import numpy as np
import pytest

from tasks.merging.matching.engine import matched
from tasks.merging.matching.evidence import Verdict, explain
from tasks.merging.matching.rivals import akin, rivals, slight
from tests.merging.matching.examples import said

SWAPS = [
    ("Menyusun peta rawan longsor tingkat kecamatan", "Menyusun peta rawan banjir tingkat kecamatan"),
    ("Pengadaan radio laboratorium bahasa", "Pengadaan wahana laboratorium bahasa"),
    ("Rehabilitasi terumbu karang kawasan konservasi", "Rehabilitasi padang lamun kawasan konservasi"),
    ("Pengadaan kapal patroli perikanan", "Pengadaan kapal riset perikanan"),
    ("Inventarisasi naskah kuno keraton", "Inventarisasi senjata kuno keraton"),
    ("Prepare the landslide hazard map of upland barangays", "Prepare the flood hazard map of upland barangays"),
    ("Train school nurses on asthma first aid", "Train school nurses on epilepsy first aid"),
    ("Inspect cold storage facilities for fish", "Inspect dry storage facilities for fish"),
    ("Restore the old railway station museum", "Restore the old railway station clock"),
]
SAME = [
    ("Pemasangan sensor muka air sungai", "Memasang sensor tinggi muka air di sungai"),
    ("Monitoring harga cabai di pasar induk", "Pemantauan harga cabai pada pasar-pasar induk"),
    ("Evaluasi layanan visa kunjungan wisata", "Mengevaluasi layanan visa kunjungan untuk wisatawan"),
    ("Publish the wheat price bulletin", "Publish the weekly bulletin on wheat prices"),
    ("Digitise court case files", "Digitisation of the case files of courts"),
]


@pytest.mark.parametrize(("one", "other"), SWAPS)
def test_another_thing_at_the_same_place_is_not_united_without_asking(one: str, other: str) -> None:
    assert explain(matched(said(one, other)), 0, 1).verdict == Verdict.ASKED


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_only_added_or_derived_is_no_rival(one: str, other: str) -> None:
    assert explain(matched(said(one, other)), 0, 1).verdict == Verdict.UNITED


def test_what_is_near_to_a_word_of_the_lists_names_nothing_by_itself() -> None:
    made = matched(said("Evaluasi aplikasi gudang beras", "Evaluasi gudang beras elektronik")).features
    wanted = {"aplikasi": True, "elektronik": True, "beras": False}
    words = [n for n in range(made.size) if made.spelt(n) in wanted]
    assert dict(zip(map(made.spelt, words), slight(made, np.array(words)).tolist(), strict=True)) == wanted


def test_words_at_other_places_are_no_rivals() -> None:
    made = matched(said("Penguatan NOC dan helpdesk SchoolNet", "Penguatan helpdesk SchoolNet jadi layanan")).features
    assert not rivals(made, np.array([0]), np.array([1]))[0]


def test_both_sides_are_equal() -> None:
    made = matched(said(*SWAPS[0])).features
    assert rivals(made, np.array([0]), np.array([1]))[0]
    assert rivals(made, np.array([1]), np.array([0]))[0]
    assert not len(rivals(made, np.zeros(0, np.int64), np.zeros(0, np.int64)))


@pytest.mark.parametrize(
    ("word", "other", "told"),
    [
        ("wisata", "wisatawan", True),
        ("vsat", "internet", True),
        ("budidaya", "pembudidaya", True),
        ("perempuan", "wanita", True),
        ("pelabuhan", "pelabhuan", True),
        ("pelabuhan", "pelabuha", True),
        ("kerang", "karang", False),
        ("banjir", "longsor", False),
        ("kopi", "kop", False),
    ],
)
def test_what_may_say_one_thing(word: str, other: str, told: bool) -> None:
    assert akin(word, other) is akin(other, word) is told


def test_names_in_capitals_that_differ_are_asked_about() -> None:
    found = matched(said("Pemadanan data NISN dengan NIK", "Pemadanan data KIP dengan NIK"))
    assert explain(found, 0, 1).verdict == Verdict.ASKED
    assert "names_differ" in explain(found, 0, 1).open
