"""Cells that hold several things under one header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extraction.shared_cells import share_of, told
from tasks.extraction.texts import tidy
from tests.extraction.helpers import recognise, records, tools


@pytest.mark.parametrize(
    ("cell", "owner"),
    [
        ("Memasang rambu suar (Ditjen Perhubungan Laut)", "Ditjen Perhubungan Laut"),
        ("Memasang rambu suar / Distrik Navigasi Pontianak", "Distrik Navigasi Pontianak"),
        ("Memasang rambu suar / (Ditjen Perhubungan Laut)", "Ditjen Perhubungan Laut"),
        ("Memasang rambu suar / PJ: Koperasi Nelayan", "Koperasi Nelayan"),
        ("Memasang rambu suar – BPSDM Perhubungan", "BPSDM Perhubungan"),
        ("Memasang rambu suar - Koperasi Nelayan", "Koperasi Nelayan"),
        ("Memasang rambu suar, BPSDM Perhubungan", "BPSDM Perhubungan"),
        ("Ditjen Perhubungan Laut: Memasang rambu suar", "Ditjen Perhubungan Laut"),
    ],
)
def test_action_and_owner_in_one_cell(cell: str, owner: str) -> None:
    [found] = records(f"No | Kegiatan dan Penanggung Jawab | Waktu\n1 | {cell} | Mei 2026")
    assert (found["action"], found["owners_text"], found["period_text"]) == ("Memasang rambu suar", owner, "Mei 2026")


def test_action_owner_and_time_in_one_cell() -> None:
    found = records("""
No | Kegiatan, Penanggung Jawab, dan Waktu
1  | Menyusun pedoman (BPS, Mei 2026)
2  | Melatih nakhoda / BPSDM Perhubungan / Juni 2026
3  | a. Mendata kapal (KKP; Juli 2026) / b. Mengecat kapal (BPS; Agustus 2026)
""")
    assert [(r["action"], r["owners_text"], r["period_text"]) for r in found] == [
        ("Menyusun pedoman", "BPS", "Mei 2026"),
        ("Melatih nakhoda", "BPSDM Perhubungan", "Juni 2026"),
        ("Mendata kapal", "KKP", "Juli 2026"),
        ("Mengecat kapal", "BPS", "Agustus 2026"),
    ]


def test_english_cells() -> None:
    text = """
No. | Activity / Responsible                      | Due
1   | Train harbour pilots (Ministry of Transport) | June 2026
2   | Train port clerks / Harbour Authority        | July 2026
"""
    assert [(r["action"], r["owners_text"]) for r in records(text, language="en")] == [
        ("Train harbour pilots", "Ministry of Transport"),
        ("Train port clerks", "Harbour Authority"),
    ]


def test_what_belongs_to_the_action_stays_there() -> None:
    [found] = records("""
No | Kegiatan (Penanggung Jawab)                                | Waktu
1  | Memetakan dusun tanpa sinyal (blank spot) - BPS bersama BIG | Mei 2026
""")
    assert found["action"] == "Memetakan dusun tanpa sinyal (blank spot)"
    assert found["owners_text"] == "BPS; BIG"


def test_an_abbreviation_in_brackets_is_no_owner_where_one_is_named() -> None:
    [found] = records("Kegiatan/PJ | Waktu\nMemasang terminal satelit (VSAT) - Kominfo | Mei 2026")
    assert (found["action"], found["owners_text"]) == ("Memasang terminal satelit (VSAT)", "Kominfo")


@pytest.mark.parametrize(
    "cell", ["BPS, Mei 2026", "BPS / Mei 2026", "BPS (Mei 2026)", "Mei 2026 – BPS", "BPS Mei 2026"]
)
def test_owner_and_time_in_one_cell(cell: str) -> None:
    [found] = records(f"Kegiatan | PJ dan Waktu\nMenata arsip | {cell}")
    assert (found["owners_text"], found["period_text"]) == ("BPS", "Mei 2026")


def test_time_and_place_in_one_cell() -> None:
    [found] = records("Kegiatan | PJ | Waktu dan Tempat\nMenata arsip | BPS | 5 Mei 2026, Kota Bandung")
    assert (found["period_text"], found["place_text"]) == ("5 Mei 2026", "Kota Bandung")


def test_a_start_and_an_end_in_one_cell() -> None:
    [found] = records("Kegiatan | PJ | Mulai/Selesai\nMenata arsip | BPS | 5 Mei - 6 Juni 2026")
    assert found["period_text"] == "5 Mei - 6 Juni 2026"


@given(st.text(max_size=60))
def test_no_word_is_lost(text: str) -> None:
    action, said = told(text, ("action", "owner", "time"), recognise())
    kept = " ".join([action, *(words for _, words in said)])
    assert sorted(c for c in kept if c.isalnum()) == sorted(c for c in tidy(text) if c.isalnum())


@given(st.text(alphabet="aB1 ,;/()-Mei2026", max_size=40))
def test_each_share_is_part_of_the_cell(text: str) -> None:
    for field in ("owner", "time"):
        for word in share_of(text, field, ("owner", "time"), tools().recognise).replace(";", " ").split():
            assert word in text


def test_owner_and_helpers_in_one_cell() -> None:
    found = records(
        "Kegiatan | PJ/Pendukung | Waktu\nMenata pasar | Bulog / BPS dan BIG | Mei\nMenata arsip | BPS | Mei"
    )
    assert [(r["owners_text"], r.get("supporters_text")) for r in found] == [("Bulog", "BPS dan BIG"), ("BPS", None)]
