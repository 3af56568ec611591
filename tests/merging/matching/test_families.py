"""The same kind of work elsewhere is a family."""

import numpy as np

from tasks.merging.matching.engine import matched
from tasks.merging.matching.families import families
from tasks.merging.matching.mentions import mentions
from tests.frames import records


def found(*rows: dict[str, str]) -> list[list[int]]:
    others = ({"action": "Evaluasi dampak radio"}, {"action": "Lomba bercerita siswa"})
    made = matched(mentions(records(*rows, *others)))
    family = families(made.features, made.knowledge.weight(made.features), np.arange(len(made.features)))
    return [np.flatnonzero(family == one).tolist() for one in np.unique(family[family >= 0])]


def there(region: str, action: str) -> dict[str, str]:
    return {"action": action, "regions": region, "owners": f"Disdik {region}"}


def test_one_kind_of_work_in_two_regions() -> None:
    assert found(there("Bali", "Pengadaan PLTS di Bali"), there("Riau", "Mengadakan PLTS di Riau")) == [[0, 1]]


def test_school_levels_do_not_part_a_family() -> None:
    assert found(there("Bali", "PPDB daring SMA"), there("Riau", "Pelaksanaan PPDB daring SMP")) == [[0, 1]]


def test_drafting_and_issuing_a_rule_are_one_kind() -> None:
    rows = (there("Bali", "Penyusunan Pergub e-Pendidikan"), there("Riau", "Penetapan Pergub e-Pendidikan"))
    assert found(*rows) == [[0, 1]]


def test_other_acts_audiences_or_products_are_other_kinds() -> None:
    assert found(there("Bali", "Pengadaan PLTS"), there("Riau", "Evaluasi PLTS")) == []
    assert found(there("Bali", "Pelatihan TIK guru"), there("Riau", "Pelatihan TIK pengawas")) == []
    assert found(there("Bali", "Menyusun modul kurasi"), there("Riau", "Menyusun pedoman kurasi")) == []


def test_one_object_may_hold_the_other() -> None:
    rows = (there("Bali", "Siaran radio pendidikan"), there("Riau", "Siaran radio pendidikan berbahasa Melayu di kota"))
    assert found(*rows) == [[0, 1]]
    assert found(there("Bali", "Lomba radio"), there("Riau", "Siaran radio pendidikan berbahasa Melayu")) == []


def test_the_centre_has_no_family() -> None:
    assert found({"action": "Pengadaan PLTS"}, there("Riau", "Pengadaan PLTS")) == []


def test_one_office_alone_is_no_family() -> None:
    assert found(there("Bali", "Pengadaan PLTS"), there("Bali", "Pengadaan PLTS baru")) == []


def test_offices_of_a_kind_as_a_whole_are_no_member() -> None:
    general = {"action": "Pengadaan PLTS", "owners": "Dinas Energi Kabupaten/Kota", "levels": "district"}
    assert found(there("Bali", "Pengadaan PLTS"), general) == []


def test_two_offices_of_one_place_alone_are_no_family() -> None:
    assert found(there("Bali", "Pengadaan PLTS"), there("Bali", "Pengadaan PLTS") | {"owners": "PLN Bali"}) == []


def test_names_of_places_behind_their_noun_do_not_part_a_family() -> None:
    rows = (
        there("Bali", "Penyusunan Raperda KKOP Bandara Umbu Mehang Kunda"),
        there("Riau", "Penetapan Perbup KKOP Bandara Sangia Nibandera"),
    )
    assert found(*rows) == [[0, 1]]
    assert found(there("Bali", "Pembangunan Puskeswan Kec. Playen"), there("Riau", "Pembangunan Puskeswan Kec. Pujon"))


def test_names_of_programmes_part_families_unless_one_may_be_short_for_the_other() -> None:
    programmes = [there(f"Kota {n}", f"Pelatihan operator {name}") for name in ("SIKDA", "VSAT") for n in range(4)]
    assert found(*programmes) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    stations = [there(f"Kota {n}", f"Relai siaran {name} setempat") for name in ("TV", "TVE") for n in range(4)]
    assert len(found(*stations)) == 1


def test_a_kind_that_only_the_centre_has_draws_no_member_away() -> None:
    central = {"action": "Menyusun peraturan menteri tentang pendayagunaan data", "owners": "Pusdatin"}
    rules = [there(f"Kota {n}", f"Penyusunan Perda tentang {what}") for n, what in enumerate(("data", "satu data"))]
    assert found(*rules, there("Kota 9", "Penyusunan Perda tentang pendayagunaan data"), central) == [[0, 1, 2]]
