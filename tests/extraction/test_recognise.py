"""What the recognisers are asked by this stage."""

import pytest

from tests.extraction.helpers import recognise


@pytest.mark.parametrize(
    "text, point",
    [
        ("30 Juni 2026", True),
        ("Juni 2026", True),
        ("minggu ke-3 Juli 2026", True),
        ("akhir 2026", True),
        ("Juni – Agustus 2026", False),
        ("Jun-Agu 2026", False),
        ("1 s.d. 5 Mei 2026", False),
        ("sepanjang 2026", False),
        ("setiap bulan", False),
    ],
)
def test_one_time_or_a_stretch(text: str, point: bool) -> None:
    assert recognise().is_point(text) is point


@pytest.mark.parametrize(
    "text, name",
    [
        ("BPPP Tegal", True),
        ("Satpol PP", True),
        ("CWO Oster", True),
        ("Kota Baru", False),
        ("APBN", False),
        ("Menyusun SOP", False),
    ],
)
def test_short_names(text: str, name: bool) -> None:
    assert recognise().short_name(text) is name


def test_a_year_before_a_deadline_is_no_time() -> None:
    assert [p.text for p in recognise().periods("iuran tahun 2025, paling lambat 30 Juni 2026")] == [
        "paling lambat 30 Juni 2026"
    ]


def test_a_schedule_is_the_object_of_a_verb() -> None:
    assert [p.text for p in recognise().periods("menyusun jadwal paling lambat Mei 2026")] == ["paling lambat Mei 2026"]
    assert [p.text for p in recognise("en").periods("submit a schedule by May 2026")] == ["by May 2026"]
