"""What forbids that two records are one work."""

from collections.abc import Mapping

import pytest

from tasks.merging.entry import entries
from tasks.merging.vetoes import vetoes
from tests.frames import records


def between(a: str, b: str, left: Mapping[str, str] | None = None, right: Mapping[str, str] | None = None) -> list[str]:
    one, other = entries(records({"action": a} | dict(left or {}), {"action": b} | dict(right or {})))
    assert list(vetoes(one, other)) == list(vetoes(other, one))
    return list(vetoes(one, other))


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Menyusun modul guru", "Pelatihan guru", "act"),
        ("Menyusun pedoman kurasi", "Menyusun modul kurasi", "product"),
        ("Pelatihan guru SMA", "Pelatihan guru SMK", "level"),
        ("Pelatihan guru SMA", "Pelatihan guru", "level"),
        ("Pelatihan guru", "Pelatihan kepala sekolah", "audience"),
        ("Pelatihan calon kepala sekolah", "Pelatihan kepala sekolah", "qualifier"),
        ("Pelatihan guru fisika", "Pelatihan guru kimia", "subject"),
        ("Siaran televisi pendidikan", "Siaran radio pendidikan", "medium"),
        ("Pemasangan VSAT tahap I", "Pemasangan VSAT tahap II", "step"),
        ("Pemasangan VSAT tahap I", "Pemasangan VSAT", "step"),
        ("Melatih 12 guru", "Melatih 8 guru", "quantity"),
        ("Penyusunan juknis DAK 2017", "Penyusunan juknis DAK 2018", "year"),
        ("Pemadanan NISN dengan NIK", "Pemadanan KIP dengan NIK", "name"),
    ],
)
def test_a_difference_that_counts(a: str, b: str, reason: str) -> None:
    assert reason in between(a, b)


def test_no_difference_no_veto() -> None:
    assert between("Penyusunan juknis BOS", "Menyusun petunjuk teknis BOS") == []


def test_offices_that_have_nothing_to_do_with_one_another() -> None:
    assert between("Memetakan sekolah", "Pemetaan sekolah", {"owners": "PDSPK"}, {"owners": "LKPP"}) == ["owner"]


def test_an_owner_here_may_be_a_supporter_there() -> None:
    supported = {"owners": "Pustekkom", "supporters": "PDSPK"}
    assert between("Memetakan sekolah", "Pemetaan sekolah", supported, {"owners": "PDSPK"}) == []


def test_regions_that_differ() -> None:
    assert between("Pengadaan PLTS", "Pengadaan PLTS", {"regions": "Asmat"}, {"regions": "Nunukan"}) == ["region"]
    assert between("Pengadaan PLTS", "Pengadaan PLTS", {"regions": "Asmat"}) == ["region"]


def test_a_region_may_be_known_from_the_office() -> None:
    office = {"owners": "Disdik Asmat", "levels": "district"}
    assert between("Pengadaan PLTS", "Pengadaan PLTS", office | {"regions": "Asmat"}, office) == []


def test_periods_months_apart_or_in_other_years() -> None:
    march = {"start": "2017-03-01", "end": "2017-03-31"}
    may = {"start": "2017-05-01", "end": "2017-05-31"}
    october = {"start": "2017-10-01", "end": "2017-10-31"}
    other = {"start": "2018-03-01", "end": "2018-03-31"}
    assert between("Pemetaan sekolah", "Pemetaan sekolah", march, may) == []
    assert between("Pemetaan sekolah", "Pemetaan sekolah", march, october) == ["period"]
    assert between("Pemetaan sekolah", "Pemetaan sekolah", march, other) == ["period"]


def test_a_deadline_is_compatible_with_any_earlier_period() -> None:
    march = {"start": "2017-03-01", "end": "2017-03-31"}
    assert between("Pemetaan sekolah", "Pemetaan sekolah", march, {"end": "2017-12-31"}) == []


def test_a_year_in_the_words_is_compared_with_the_period_of_the_other() -> None:
    assert between(
        "Evaluasi kurikulum 2019", "Evaluasi kurikulum", {}, {"start": "2017-03-01", "end": "2017-04-30"}
    ) == ["year"]


def test_a_year_that_only_labels_the_thing_is_no_date() -> None:
    now = {"start": "2017-03-01", "end": "2017-04-30"}
    assert between("Persiapan ujian nasional 2018", "Persiapan ujian nasional", now, now) == []
