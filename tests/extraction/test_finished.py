"""Actions that their last words tell as finished."""

import pytest

from tasks.extraction.finished import announced_as_done, told_as_finished
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


@pytest.mark.parametrize(
    "sentence, done",
    [
        ("Bersama ini kami sampaikan bahwa rapat teknis telah diselenggarakan pada 3 Mei 2026.", True),
        ("Dengan hormat dilaporkan kepada Bapak bahwa bimtek telah kami laksanakan pada 12 Mei 2026.", True),
        ("Further to your letter, we report that the workshop was held on 3 May 2026.", True),
        ("I am pleased to inform you that the training has been conducted in May 2026.", True),
        ("Kami sampaikan bahwa BPS akan menyusun pedoman, Mei 2026.", False),
        ("Kami sampaikan bahwa BPS menyusun pedoman yang telah disepakati, Mei 2026.", False),
        ("We report that the workshop was held and that UNICEF will issue the report by June 2026.", False),
        ("The workshop was held on 3 May 2026.", False),
        ("UNICEF to report that the fund was established, by May 2026.", False),
    ],
)
def test_the_opening_of_a_letter_reports_what_was_done(sentence: str, done: bool) -> None:
    assert announced_as_done(sentence) is done


@pytest.mark.parametrize("title", ["# Tindak lanjut hasil rapat\n\n1. ", "# Tindak lanjut hasil rapat\n\n"])
def test_such_an_opening_is_history(title: str) -> None:
    found = fates(
        f"{title}Menindaklanjuti arahan Menteri, kami laporkan bahwa rapat telah dilaksanakan pada 3 Mei 2026."
    )
    assert found["paragraph 2"] == ("history", "history")
