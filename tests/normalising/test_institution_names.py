"""One name for an institution that a plan spells in several ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.values import Institution, Level
from tasks.normalising.institution_names import one_name
from tasks.normalising.regions import Gazetteer

GAZETTEER = Gazetteer.load(2021)
SAME = [
    (Level.CENTRAL_UNIT, "", "Distrik Navigasi Kls I Ambon", "Distrik Navigasi Kelas I Ambon"),
    (Level.CENTRAL_UNIT, "", "Otban Wil. V Makassar", "Otoritas Bandara Wilayah V Makassar"),
    (Level.CENTRAL_UNIT, "", "BPTD Wil. X Jateng-DIY", "BPTD Wilayah X Provinsi Jawa Tengah dan DI Yogyakarta"),
    (Level.CENTRAL_UNIT, "", "BBVet Denpasar", "Balai Besar Veteriner Denpasar"),
    (Level.OTHER, "", "Jasa Raharja", "PT Jasa Raharja"),
    (Level.CENTRAL, "", "State Dept. for Agriculture", "State Department for Agriculture"),
    (Level.CENTRAL, "", "Crops Division", "Crops Division, Ministry of Agriculture"),
    (Level.PROVINCE, "Jawa Timur", "DTPHP Prov. Jatim",
     "Dinas Tanaman Pangan, Hortikultura, dan Peternakan Provinsi Jawa Timur"),
]  # fmt: skip
OTHER = [
    (Level.CENTRAL_UNIT, "", "KSOP Kelas I Ambon", "KSOP Kelas III Ambon"),
    (Level.CENTRAL_UNIT, "", "Kantor Pertanahan Kota Bogor", "Kantor Pertanahan Kabupaten Bogor"),
    (Level.OTHER, "", "PT Jasa Raharja", "PT Jasa Marga"),
    (Level.CENTRAL, "", "Budget Division, Ministry of Health", "Budget Division, Ministry of Finance"),
    (Level.PROVINCE, "Jawa Timur", "DPP Prov. Jatim", "Dinas Kesehatan Provinsi Jawa Timur"),
]


@pytest.mark.parametrize("level, region, short, full", SAME)
def test_two_spellings_are_one(level: Level, region: str, short: str, full: str) -> None:
    names = one_name([Institution(n, level, region) for n in (short, full)], [], GAZETTEER, GAZETTEER.year)
    assert names.get(short) == full
    assert names.get(full, full) == full


@pytest.mark.parametrize("level, region, one, other", OTHER)
def test_two_institutions_stay_two(level: Level, region: str, one: str, other: str) -> None:
    assert one_name([Institution(n, level, region) for n in (one, other)], [], GAZETTEER, GAZETTEER.year) == {}


def test_two_full_names_leave_an_abbreviation_open() -> None:
    names = ["DPP Provinsi Bali", "Dinas Pertanian Pangan Provinsi Bali", "Dinas Perumahan Permukiman Provinsi Bali"]
    assert one_name([Institution(n, Level.PROVINCE, "Bali") for n in names], [], GAZETTEER, GAZETTEER.year) == {}


@given(st.lists(st.sampled_from([row[2:] for row in SAME]), max_size=5))
def test_a_name_that_is_meant_bears_itself(pairs: list[tuple[str, str]]) -> None:
    named = [Institution(name, Level.CENTRAL_UNIT) for pair in pairs for name in pair]
    names = one_name(named, [], GAZETTEER, GAZETTEER.year)
    assert all(names.get(full, full) == full for full in names.values())
