"""What headers say beside their field."""

import pytest

from tasks.extraction.header_words import (
    column_numbers,
    is_month,
    is_quarter,
    level_of,
    level_words,
    money_unit,
    quarter_number,
    same_level,
    year_in,
    years_in,
)


@pytest.mark.parametrize(
    "text, answer", [("Mar", True), ("Agustus 2026", True), ("Agt", True), ("Mei - Juni", False), ("Waktu", False)]
)
def test_months(text: str, answer: bool) -> None:
    assert is_month(text) is answer


@pytest.mark.parametrize(
    "text, answer", [("TW I", True), ("Triwulan 2", True), ("Q3", True), ("Triwulan", False), ("Target", False)]
)
def test_quarters(text: str, answer: bool) -> None:
    assert is_quarter(text) is answer


@pytest.mark.parametrize(
    "text, unit",
    [
        ("Biaya (Rp 000)", "Rp 000"),
        ("Pagu (juta)", "juta"),
        ("RENCANA (DALAM RIBUAN RUPIAH)", "DALAM RIBUAN RUPIAH"),
        ("Anggaran dalam jutaan rupiah", "dalam jutaan rupiah"),
        ("Budget (USD thousand)", "USD thousand"),
        ("Pelatihan (Rp 275 juta)", ""),
        ("Peserta (orang)", ""),
    ],
)
def test_words_that_scale_sums(text: str, unit: str) -> None:
    assert money_unit(text) == unit


def test_levels_of_government() -> None:
    assert level_words("Kab./Kota") == "kab kota"
    assert level_words("Pemerintah Kabupaten Bogor") is None
    assert level_of("kab kota") == "district"
    assert level_of("daerah") == ""
    assert same_level("provinsi", ["pusat", "pemerintah provinsi"]) == "pemerintah provinsi"
    assert same_level("daerah", ["pusat"]) is None


@pytest.mark.parametrize(
    "title, years",
    [
        ("JADWAL TAHUN 2026", "2026"),
        ("PROJECTS FOR 2020/21 FINANCIAL YEAR", "2020/21"),
        ("Work plan FY 2024-2025", "2024/25"),
        ("Budget FY 2021", "FY 2021"),
        ("Renstra 2020-2021", ""),
    ],
)
def test_years_of_columns(title: str, years: str) -> None:
    assert years_in(title) == years


def test_small_readings() -> None:
    assert quarter_number("II") == 2
    assert quarter_number("V") == 0
    assert year_in("JADWAL TAHUN 2026") == "2026"
    assert year_in("2026-2027") == ""
    assert column_numbers(["(1)", "(2)", "(3)"])
    assert not column_numbers(["1", "Menyusun", "3"])
    assert not column_numbers(["7", "8", "9"])


def test_quarters_by_their_months_and_short_names() -> None:
    assert all(map(is_quarter, ["Jan-Mar", "Apr – Jun", "Juli s.d. September", "Q4", "B06", "Jan-Mar 2026"]))
    assert not any(map(is_quarter, ["B13", "Jan-", "Mar", "Jan-Mar-Apr", "Jan-selesai"]))
