"""Kinds of office and the places beside them."""

import pytest

from tasks.extraction.offices import cased, of_places
from tests.extraction.helpers import recognise, records


@pytest.mark.parametrize(
    ("words", "places", "office"),
    [
        ("DINAS SOSIAL KAB/KOTA SE-JAWA TENGAH", "Kota Semarang", "Dinas Sosial Kota Semarang"),
        ("Dinas Sosial Kabupaten/Kota", "Kab. Kudus dan Kab. Pati", "Dinas Sosial Kab. Kudus; Dinas Sosial Kab. Pati"),
        ("Dinas Sosial Provinsi", "Jawa Barat", "Dinas Sosial Jawa Barat"),
        ("Dinas Sosial Provinsi", "Kota Semarang", ""),
        ("Disnakertrans", "Kab. Malang", "Disnakertrans Kab. Malang"),
        ("Dinas Kebudayaan dan Pariwisata", "Kab. Bantul", "Dinas Kebudayaan dan Pariwisata Kab. Bantul"),
        ("Pemerintah Kabupaten/Kota", "Kota Palu", "Pemerintah Kota Palu"),
        ("Pemerintah", "Kota Palu", ""),
        ("Kementerian Sosial", "Kab. Brebes", ""),
        ("Dinas Sosial Kota Palu", "Kab. Brebes", ""),
        ("Dinas Sosial", "aula kantor", ""),
        ("Dinas Sosial Kab/Kota", "Dinas Kesehatan Kab. Brebes", ""),
        ("County Departments of Works", "Nandi", "Nandi County Department of Works"),
        ("County Governments", "Nandi County", "Nandi County Government"),
        ("District Health Offices", "Mulenga, Kasama", "Mulenga District Health Office; Kasama District Health Office"),
        ("District Health Offices", "12 schools", ""),
    ],
)
def test_a_kind_of_office_is_that_of_the_place_beside_it(words: str, places: str, office: str) -> None:
    assert of_places(words, places, recognise()) == office


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("DINAS SOSIAL DAN TENAGA KERJA", "Dinas Sosial dan Tenaga Kerja"),
        ("BPBD KOTA PALU", "BPBD Kota Palu"),
        ("COUNTY DEPARTMENT OF WORKS", "County Department of Works"),
        ("Dinas PUPR", "Dinas PUPR"),
    ],
)
def test_capitals_of_a_title_are_no_part_of_a_name(words: str, found: str) -> None:
    assert cased(words) == found


def test_an_office_in_one_column_and_its_place_in_the_next() -> None:
    text = """
| No | Kegiatan | Instansi | Kab/Kota | Waktu |
| 1 | Membangun gudang beras | Disnakertrans | Kab. Malang | Mei 2026 |
| 2 | Menyusun peta rawan banjir | BNPB | Kab. Brebes | Juni 2026 |
"""
    first, second = records(text)
    assert (first["owners_text"], first["inferred"]) == ("Disnakertrans Kab. Malang", "owners: place")
    assert second["owners_text"] == "BNPB"
    assert "inferred" not in second


def test_an_office_below_a_title_that_names_a_place_is_that_of_the_place() -> None:
    found = records(
        """
No | Gap | Action | Responsible | Timeline
C. Turkana County (Lodwar) | < | < | < | <
1 | Stores empty | Train the storekeepers | County Department of Health | May 2026
2 | No beds | Buy three beds | Ministry of Health | May 2026
""",
        "en",
    )
    assert [r["owners_text"] for r in found] == ["Turkana County Department of Health", "Ministry of Health"]
    assert [r.get("inferred") for r in found] == ["owners: title", None]
    assert [r["obstacle"] for r in found] == ["Stores empty", "No beds"]
