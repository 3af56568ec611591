"""Sums below merged headers, rows of units, and columns of funds."""

import pytest

from tests.extraction.helpers import records


@pytest.mark.parametrize(
    "head",
    [
        "Kegiatan | PJ | Pembiayaan (Rp juta) | < \n | | Jumlah | Sumber",
        "Activity | Owner | Funding (Rp juta) | < \n | | Amount | Source",
        "Kegiatan | PJ | Pembiayaan | < \n | | Jumlah | Sumber \n | | (Rp juta) | ",
    ],
)
def test_an_amount_below_a_merged_header_is_a_sum(head: str) -> None:
    [found] = records(f"{head}\nMenata arsip | BPS | 150 | APBN")
    assert (found["budget_text"], found["budget_unit"], found["fund_text"]) == ("150", "Rp juta", "APBN")


def test_a_row_of_units_belongs_to_the_header() -> None:
    text = """
Kegiatan | Target | PJ | Biaya | Waktu
 | (orang) | | (Rp juta) | (bulan)
Melatih juru ukur | 40 | BPS | 250 | Mei 2026
"""
    [found] = records(text)
    assert (found["locator"], found["budget_text"], found["budget_unit"]) == ("table 1, row 3", "250", "Rp juta")


@pytest.mark.parametrize(
    "head", ["Rp juta", "Rp (juta)", "USD (thousands)", "R'000", "R million", "Rm", "Rs. (in lakhs)"]
)
def test_a_currency_alone_heads_sums(head: str) -> None:
    [found] = records(f"No | Activity | Lead | {head}\n1 | Train surveyors | BPS | 250")
    assert found["budget_text"] == "250"


def test_source_means_the_fund_beside_sums_and_who_proposed_elsewhere() -> None:
    with_sums = records("Activity | Lead | Amount | Source\nTrain surveyors | BPS | 250,000 | World Bank")
    assert (with_sums[0]["fund_text"], "proposer_text" in with_sums[0]) == ("World Bank", False)
    without = records("Activity | Lead | When | Source\nTrain surveyors | BPS | May 2026 | BNPB")
    assert without[0]["proposer_text"] == "BNPB"


def test_sheets_with_titles_above_their_headers_do_not_go_on_from_one_another() -> None:
    text = """
PROVINSI JAWA TIMUR | | |
No | Kegiatan | PJ | Waktu
1 | Menata arsip | BPS | Mei 2026

---

PROVINSI BALI | | |
Diisi oleh Dinas | | |
 | | |
No | Uraian kegiatan | Penanggung jawab | Bulan
1 | Melatih juru ukur | BPS | Juni 2026
"""
    assert [r["action"] for r in records(text)] == ["Menata arsip", "Melatih juru ukur"]


def test_a_letter_alone_heads_no_sums() -> None:
    assert "budget_text" not in records("No | Activity | Lead | R\n1 | Train surveyors | BPS | 250")[0]
