"""Whom a title or a line over a list addresses."""

import pytest

from tasks.extraction.setting import Addressee, addressee
from tests.extraction.helpers import recognise, records


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kepada Pemerintah Provinsi diminta untuk:", Addressee("Pemerintah Provinsi", "province")),
        ("Bagi pemerintah kabupaten/kota agar", Addressee("pemerintah kabupaten/kota", "district")),
        ("To the provinces:", Addressee("provinces", "province")),
        ("Untuk BPS:", Addressee("BPS")),
        ("BPS Kelas II Tual", Addressee("BPS Kelas II Tual")),
        ("BPS Pelatihan", None),
        ("BPS dan BNPB", None),
        ("BPS 2026", None),
        ("Untuk ditindaklanjuti", None),
    ],
)
def test_whom_a_line_addresses(words: str, found: Addressee | None) -> None:
    assert addressee(words, recognise()) == found


def test_those_whom_a_title_asks_own_the_points_below() -> None:
    text = """
# Rekomendasi

A. Kepada Pemerintah Provinsi diminta untuk:

1. menyusun peta rawan banjir, paling lambat Mei 2026.

2. BNPB melatih relawan pada Juni 2026.

B. Kepada Pemerintah Kabupaten/Kota diminta untuk:

3. menetapkan titik kumpul, Juli 2026.
"""
    assert [r["owners_text"] for r in records(text)] == ["Pemerintah Provinsi", "BNPB", "Pemerintah Kabupaten/Kota"]
