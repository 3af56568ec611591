"""Actions over points that each add to them."""

import pytest

from tests.extraction.helpers import actions, fates, records

KINDS = """
# Rencana tindak lanjut

III. DINAS SOSIAL KABUPATEN/KOTA

- Menetapkan SK relawan setelah pedoman BNPB terbit:

-- Kota Surakarta, Juni 2026, 3 regu

-- Kota Palembang: Juli 2026, 8 regu

-- Kab. Bantul

- Kota Bogor: memasang pompa di 12 titik paling lambat Mei 2026.
"""


def test_each_place_below_a_colon_is_a_record_with_the_words_above() -> None:
    found = records(KINDS)
    assert [(r["locator"], r["action"], r["owners_text"]) for r in found] == [
        ("paragraph 4", "Menetapkan SK relawan", "Dinas Sosial Kota Surakarta"),
        ("paragraph 5", "Menetapkan SK relawan", "Dinas Sosial Kota Palembang"),
        ("paragraph 6", "Menetapkan SK relawan", "Dinas Sosial Kab. Bantul"),
        ("paragraph 7", "memasang pompa di 12 titik", "Dinas Sosial Kota Bogor"),
    ]
    assert {r["depends_text"] for r in found[:3]} == {"setelah pedoman BNPB terbit"}
    assert [r.get("period_text") for r in found[:3]] == ["Juni 2026", "Juli 2026", None]
    assert found[0]["output"] == "3 regu"
    assert fates(KINDS)["paragraph 3"] == ("part of record", "")


@pytest.mark.parametrize(
    "text",
    [
        "1. Melatih relawan:\n\n-- BPBD Kota Palu, Mei 2026\n\n-- BPBD Kab. Sigi, Juni 2026",
        "1. Train volunteers:\n\n-- BPBD Kota Palu, May 2026\n\n-- BPBD Kab. Sigi - June 2026",
    ],
)
def test_each_of_those_who_act_below_a_colon_is_a_record(text: str) -> None:
    found = records(f"# Action points\n\n{text}")
    assert [r["owners_text"] for r in found] == ["BPBD Kota Palu", "BPBD Kab. Sigi"]
    assert len({r["action"] for r in found}) == 1


def test_things_with_a_time_of_their_own_are_records_with_the_words_above() -> None:
    text = """
# Rencana tindak lanjut

1. BNPB menyusun modul:

-- evakuasi, Mei 2026

-- logistik, Juni 2026
"""
    assert actions(text) == ["menyusun modul: evakuasi", "menyusun modul: logistik"]


def test_bare_places_are_places_of_one_action() -> None:
    text = """
# Rencana tindak lanjut

1. BNPB memasang pompa pada Mei 2026 di:

-- Kab. Demak

-- Kab. Kudus

2. BPS menata arsip, Juni 2026
"""
    first, second = records(text)
    assert first["place_text"].split("; ") == ["Kab. Demak", "Kab. Kudus"]
    assert second["action"] == "menata arsip"


def test_points_that_ask_for_something_themselves_stay_their_own() -> None:
    text = """
# Rencana tindak lanjut

1. Memperkuat kesiapsiagaan:

-- BNPB menyusun peta rawan banjir, Mei 2026

-- BPS menata arsip, Juni 2026
"""
    assert actions(text)[-2:] == ["menyusun peta rawan banjir", "menata arsip"]


def test_a_place_before_a_colon_acts_itself_or_says_where() -> None:
    text = """
# Rencana tindak lanjut

- Kab. Brebes: menyusun Perbup sungai, Mei 2026

- Jawa Barat: BNPB memasang pompa, Juni 2026
"""
    first, second = records(text)
    assert (first["action"], first["owners_text"]) == ("menyusun Perbup sungai", "Kab. Brebes")
    assert (second["action"], second["owners_text"], second["place_text"]) == ("memasang pompa", "BNPB", "Jawa Barat")


def test_a_list_in_a_cell_keeps_the_line_above_it() -> None:
    text = """
No | Kegiatan | PJ | Waktu
1 | Pelatihan relawan: / 1. kecamatan / 2. desa | BNPB | 1. Mei 2026 / 2. Juni 2026
"""
    assert actions(text) == ["Pelatihan relawan: kecamatan", "Pelatihan relawan: desa"]


def test_bullets_that_lost_their_depth_are_told_by_what_they_say() -> None:
    assert [r["action"] for r in records(KINDS.replace("\n-- ", "\n- "))] == [r["action"] for r in records(KINDS)]


def test_under_a_kind_of_office_names_that_no_list_has_are_places() -> None:
    text = """
# Action points

C. COUNTY DEPARTMENTS OF WATER

- Nandi: drill 12 boreholes by June 2026, KES 24 million.

- Kericho – rehabilitate 3 dams, July 2026

- Rehabilitate rural water schemes after the design manual is issued:

-- Bomet, May 2026, 4 schemes
"""
    assert [(r["action"], r["owners_text"]) for r in records(text, "en")] == [
        ("drill 12 boreholes", "Nandi County Department of Water"),
        ("rehabilitate 3 dams", "Kericho County Department of Water"),
        ("Rehabilitate rural water schemes", "Bomet County Department of Water"),
    ]
