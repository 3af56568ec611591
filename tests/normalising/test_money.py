"""Sums of money of both languages, each with the amount that its grammar gives."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.normalising.money import find_money, money_understood, parse_money
from tasks.normalising.money_units import Usage, header_unit

MEANT = [
    ("Rp 1,5 M", "1500000000"),
    ("Rp1,5M", "1500000000"),
    ("Rp 12,5 M", "12500000000"),
    ("Rp. 2 M", "2000000000"),
    ("2 M", "2000000000"),
    ("Rp 80 M", "80000000000"),
    ("Rp 6,795 M", "6795000000"),
    ("1.2 M", "1200000000"),
    ("Rp 0,125 M", "125000000"),
    ("1,2 miliar", "1200000000"),
    ("Rp 1,2 milyar", "1200000000"),
    ("Rp 1,2 Milyard", "1200000000"),
    ("Rp 1 mlr", "1000000000"),
    ("2,7 T", "2700000000000"),
    ("Rp 2,7 triliun", "2700000000000"),
    ("Rp 2,7 trilyun", "2700000000000"),
    ("250 jt", "250000000"),
    ("Rp 250 jt", "250000000"),
    ("Rp 250jt", "250000000"),
    ("Rp. 90 jt,-", "90000000"),
    ("Rp 90 jt.,-", "90000000"),
    ("250 Juta", "250000000"),
    ("Rp 250 juta", "250000000"),
    ("Rp 275,5 juta", "275500000"),
    ("Rp 1.200 juta", "1200000000"),
    ("Rp 1.250,5 juta", "1250500000"),
    ("500 rb", "500000"),
    ("Rp 500 ribu", "500000"),
    ("± Rp 300 juta", "300000000"),
    ("sekitar Rp 300 juta", "300000000"),
    ("Rp 2 miliar 500 juta", "2500000000"),
    ("Rp 1 M 250 juta 500 ribu", "1250500000"),
    ("Rp. 250.000.000,-", "250000000"),
    ("Rp250.000.000", "250000000"),
    ("Rp 250.000.000", "250000000"),
    ("Rp. 250.000.000,--", "250000000"),
    ("Rp250.000.000,00", "250000000"),
    ("Rp 250.000.000.-", "250000000"),
    ("Rp\n350.000.000,-", "350000000"),
    ("Rp.350.000.000,-", "350000000"),
    ("RP 350.000.000", "350000000"),
    ("IDR 250,000,000", "250000000"),
    ("IDR 250 million", "250000000"),
    ("IDR 1.5 billion", "1500000000"),
    ("250 million rupiah", "250000000"),
    ("15.000.000", "15000000"),
    ("15,000,000", "15000000"),
    ("450000000", "450000000"),
    ("450000000.0", "450000000"),
    ("204890957.635", "204890957"),
    ("10.200", "10200"),
    ("85000000", "85000000"),
    ("Rp 1.200.000.000", "1200000000"),
    ("250 jt rupiah", "250000000"),
    ("Rp 1,5 M\nAPBN", "1500000000"),
    ("APBN Rp 1,5 M", "1500000000"),
    ("Rp 400 juta (indikatif)", "400000000"),
    ("Rp 400 juta dari APBD", "400000000"),
    ("(Rp 400 juta)", "400000000"),
    ("Rp 275 juta;", "275000000"),
    ("USD 60000", "USD 60000"),
    ("USD 60,000", "USD 60000"),
    ("USD 60.000", "USD 60000"),
    ("US$ 1.5 million", "USD 1500000"),
    ("US$1.5M", "USD 1500000"),
    ("$60k", "USD 60000"),
    ("$ 60,000.50", "USD 60000"),
    ("60.000 USD", "USD 60000"),
    ("60 thousand dollars", "USD 60000"),
    ("EUR 20.000", "EUR 20000"),
    ("€ 20,000", "EUR 20000"),
    ("SGD 5000", "SGD 5000"),
    ("¥ 1,000,000", "JPY 1000000"),
    ("AUD 2.5 million", "AUD 2500000"),
]


def table() -> list[tuple[str, str, str, Usage]]:
    """Text, the sum as a table holds it ("" if none, "?" if open), words of the header, usage, from money.txt."""
    lines = (Path(__file__).parent / "money.txt").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    rows = [[*row, *[""] * (4 - len(row))] for row in cells]
    return [(row[0], row[1], row[2], Usage(*(row[3] or "id IDR").split())) for row in rows]


def test_the_table_is_large() -> None:
    assert len(table()) >= 320
    assert len([1 for _, cell, _, _ in table() if cell == "?"]) >= 70


@pytest.mark.parametrize("text, cell, unit, usage", table(), ids=[" @".join(map(str, row)) for row in table()])
def test_expression(text: str, cell: str, unit: str, usage: Usage) -> None:
    found = parse_money(text, unit, usage.currency, usage.language)
    understood = money_understood(text, unit, usage.currency, usage.language)
    assert (found.cell() if found else "" if understood else "?") == cell
    assert found is None or found.text == text


NO_SUM = [
    "", "-", "0", "APBD", "menyesuaikan", "swadaya", "sesuai DIPA", "tidak ada",
]  # fmt: skip
UNCLEAR = [
    "Rp 15–20 juta", "Rp 15 - 20 juta", "Rp 15 s.d. 20 juta", "Rp 15 juta sampai Rp 20 juta", "Rp250 juta/tahun",
    "Rp 250 juta/sekolah", "Rp 500 ribu per orang", "5 pkt x 20 jt", "@Rp 5.000.000", "Rp 1 M (APBN), Rp 500 jt (APBD)",
    "Rp 1.125 M", "52,1%", "34 sekolah", "17,9 juta anak", "1.200 unit komputer", "3 paket",
]  # fmt: skip


@pytest.mark.parametrize("text, cell", MEANT)
def test_sum(text: str, cell: str) -> None:
    found = parse_money(text)
    assert found is not None
    assert found.cell() == cell
    assert found.text == text


@pytest.mark.parametrize("text", NO_SUM)
def test_no_sum_is_understood_as_such(text: str) -> None:
    assert parse_money(text) is None
    assert money_understood(text)


@pytest.mark.parametrize("text", UNCLEAR)
def test_unclear_sums_are_left_open(text: str) -> None:
    assert parse_money(text) is None
    assert not money_understood(text)


@pytest.mark.parametrize(
    "number, unit, amount",
    [
        ("450000", "Biaya (Rp 000)", 450_000_000),
        ("450000", "Rp. 000,-", 450_000_000),
        ("450.000", "(Rp. 1.000)", 450_000_000),
        ("450000", "x Rp1.000", 450_000_000),
        ("450000", "(dalam ribuan rupiah)", 450_000_000),
        ("450000", "(DALAM RIBUAN RUPIAH)", 450_000_000),
        ("1.200", "Pagu (Rp juta)", 1_200_000_000),
        ("1.200,5", "(dalam jutaan Rp)", 1_200_500_000),
        ("12", "(Rp 1.000.000)", 12_000_000),
        ("3.887,36", "dalam miliar rupiah", 3_887_360_000_000),
        ("250", "Budget (IDR million)", 250_000_000),
        ("85000000", "Anggaran (Rp)", 85_000_000),
        ("Rp 85 juta", "Biaya (Rp 000)", 85_000_000),
    ],
)
def test_header_words_scale_bare_numbers(number: str, unit: str, amount: int) -> None:
    found = parse_money(number, unit)
    assert found is not None
    assert found.amount == amount


def test_a_rupiah_sign_under_a_scaled_header_leaves_the_scale_open() -> None:
    assert parse_money("Rp 450.000", "Rp 000") is None


def test_currency_of_the_header_and_of_the_meeting() -> None:
    column = parse_money("60000", "Budget (USD)")
    meeting = parse_money("60000", currency="EUR")
    assert column is not None
    assert meeting is not None
    assert (column.cell(), meeting.cell()) == ("USD 60000", "EUR 60000")


def test_a_header_of_no_money_scales_nothing() -> None:
    assert header_unit("Volume").factor == 1
    assert header_unit("").currency == ""


@pytest.mark.parametrize(
    "text, sums",
    [
        ("dengan dana APBN sebesar Rp 750 juta.", ["sebesar Rp 750 juta"]),
        ("Juli 2017 (Rp 275 juta).", ["Rp 275 juta"]),
        ("dana APBD Prov Rp 2,4 M", ["Rp 2,4 M"]),
        ("anggaran 500 juta untuk 3 kota", ["500 juta"]),
        ("senilai USD 60,000 dari UNICEF", ["senilai USD 60,000"]),
        ("Rp 1 M dari APBN dan Rp 500 jt dari APBD", ["Rp 1 M", "Rp 500 jt"]),
        ("a budget of IDR 2 billion", ["of IDR 2 billion"]),
        ("APBD Kota 1,1 M", ["1,1 M"]),
        ("DAK Fisik 750 jt", ["750 jt"]),
        ("1,2 M dr APBN", ["1,2 M"]),
        ("Juni 2020 – Rp1,5 M", ["Rp1,5 M"]),
        ("membeli 3 juta bibit dari APBN", []),
        ("APBN 3 juta bibit", []),
        ("lahan 500 rb ha dgn APBN", []),
        ("Jaminan Kes 2021 dan tim SAR 3 provinsi, BTN 5 cabang", []),
        ("20 RS dan 3 TK 12 kelas", []),
        ("17,9 juta anak", []),
        ("paling sedikit 2% dari anggaran fungsi pendidikan", []),
        ("2.000 kelas dan 100 unit", []),
        ("Menyediakan 1.000 hard disk", []),
    ],
)
def test_find(text: str, sums: list[str]) -> None:
    assert [m.text for m in find_money(text)] == sums


@pytest.mark.parametrize(
    "text, sums, currency",
    [
        ("set aside KSh 12.5 million in its own budget", ["KSh 12.5 million"], "KES"),
        ("KMD; Mar 2025; KES 96M; World Bank", ["KES 96M"], "KES"),
        ("KSh 3,200,000/= for the training", ["KSh 3,200,000/="], "KES"),
        ("a budget of 35M by March", ["of 35M"], "KES"),
        ("a further K500,000 for boreholes", ["K500,000"], "ZMW"),
        ("a further K500,000 for boreholes", [], "KES"),
        ("Rs 2.5 crore by the state", ["Rs 2.5 crore"], "INR"),
        ("train 20 K9 units and 3 P2 schools", [], "ZMW"),
        ("6.4 m farmers and 1.5M bags of maize", [], "KES"),
    ],
)
def test_find_in_english(text: str, sums: list[str], currency: str) -> None:
    assert [m.text for m in find_money(text, Usage("en", currency))] == sums


@given(st.integers(1_000, 10**6), st.sampled_from(["KES", "UGX", "INR", "PHP", "FJD", "USD"]))
def test_one_million_is_the_same_in_all_its_spellings(amount: int, currency: str) -> None:
    for text, unit in (
        (f"{amount:,}M", ""), (f"{currency} {amount:,} million", ""), (f"{currency} {amount:,}mn", ""),
        (str(amount), f"Budget ({currency} M)"), (str(amount), f"{currency} (millions)"),
    ):  # fmt: skip
        found = parse_money(text, unit, currency, "en")
        assert found is not None
        assert (found.amount, found.currency) == (amount * 10**6, currency)


@given(st.integers(10_000, 10**15))
def test_any_amount_in_digits(amount: int) -> None:
    points = f"{amount:,}".replace(",", ".")
    blanks = points.replace(".", " ")
    for text in (f"Rp {points}", f"Rp. {points},-", f"IDR {amount:,}", str(amount), f"Rp {blanks}"):
        found = parse_money(text)
        assert found is not None
        assert found.amount == amount


@given(st.integers(1, 999), st.integers(1, 9))
def test_any_decimal_of_a_scale(whole: int, tenth: int) -> None:
    found = parse_money(f"Rp {whole},{tenth} miliar")
    assert found is not None
    assert found.amount == int(Decimal(f"{whole}.{tenth}") * 10**9)


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    found = parse_money(text)
    assert found is None or found.amount > 0
    assert all(text[m.start : m.end] == m.text for m in find_money(text))
