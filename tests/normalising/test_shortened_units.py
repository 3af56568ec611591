"""Units of ministries whose names are cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.normalising.shortened_units import fuller, is_unit, spelt_out

KNOWN = [
    "Deputi Bidang Pencegahan dan Kesiapsiagaan",
    "Deputi Bidang Pengembangan Pemasaran I",
    "Deputi Bidang Pengembangan Pemasaran II",
    "Deputi Bidang Logistik dan Peralatan",
    "Deputi Bidang Logistik dan Pangan",
    "Asisten Deputi Pengembangan SDM dan Hubungan Antar Lembaga",
    "Biro Hukum dan Komunikasi Publik",
    "Direktorat Gizi Masyarakat",
]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Deputi Pencegahan", KNOWN[0]),
        ("Deputi Bid. Kesiapsiagaan", KNOWN[0]),
        ("Deputi Pemasaran I", KNOWN[1]),
        ("Deputi Bidang Pemasaran II", KNOWN[2]),
        ("Deputi Pemasaran", ""),
        ("Deputi Logistik", ""),
        ("Deputi Logistik & Pangan", KNOWN[4]),
        ("Asdep SDM & HAL", KNOWN[5]),
        ("Asdep Sumber Daya Manusia", KNOWN[5]),
        ("Biro Hukum dan Kompublik", KNOWN[6]),
        ("Biro Umum", ""),
        ("Direktorat Gizi", ""),
        ("Deputi Kesiapsiagaan dan Pencegahan", ""),
    ],
)
def test_the_one_unit_that_says_more(short: str, full: str) -> None:
    assert fuller(short, KNOWN) == full


def test_marks_and_short_words_are_written_out() -> None:
    assert spelt_out("Deputi Bid. Industri & Kelembagaan") == "Deputi Bidang Industri dan Kelembagaan"


@given(st.sampled_from(KNOWN), st.data())
def test_a_fuller_name_is_longer_and_of_the_same_kind(name: str, data: st.DataObject) -> None:
    said = name.split()
    kept = data.draw(st.lists(st.sampled_from(range(1, len(said))), unique=True).map(sorted))
    found = fuller(" ".join([said[0], *(said[i] for i in kept)]), KNOWN)
    assert found == "" or (is_unit(found) and found in KNOWN and found.startswith(said[0]))
