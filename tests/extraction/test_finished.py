"""Actions that their last words tell as finished."""

import pytest

from tasks.extraction.finished import told_as_finished
from tests.extraction.helpers import fates, recognise


@pytest.mark.parametrize(
    "text, finished",
    [
        ("Construction of the cold store, completed in 2022", True),
        ("Rehabilitation of the market hall (finished in November 2023)", True),
        ("Pembangunan gudang beku, selesai tahun 2022", True),
        ("Pengadaan dua mobil pemadam (sudah selesai Januari 2026)", True),
        ("Pembangunan gudang beku, selesai tahun 2026", False),
        ("Construction of the cold store, completed in June 2026", False),
        ("Construction of the cold store, to be completed in 2022", False),
        ("Audit of the roads completed in 2022", False),
    ],
)
def test_last_words_tell_of_the_past(text: str, finished: bool) -> None:
    assert told_as_finished(text, recognise("en")) is finished


def test_such_a_row_is_history() -> None:
    found = fates("""
Kegiatan | Pelaksana | Waktu
Melatih kader | Dinkes | Mei 2026
Pembangunan gudang, selesai tahun 2022 | Dinkes |
""")
    assert [found[f"table 1, row {n}"][0] for n in (2, 3)] == ["record", "history"]
