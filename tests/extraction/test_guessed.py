"""Headers found by what stands below them."""

from tasks.extraction.grid import grid_of
from tasks.extraction.guessed import guess_header
from tests.builders import table
from tests.extraction.helpers import actions, codes, recognise, records


def test_a_table_without_a_header() -> None:
    found = records("""
1 | Menyusun standar kompetensi  | BPXX  | Juni 2026    | Rp 250.000.000
2 | Menguji kompetensi awak      | BXYZ  | Agustus 2026 | Rp 100.000.000
""")
    assert [(r["number"], r["action"], r["owners_text"], r["period_text"]) for r in found] == [
        ("1", "Menyusun standar kompetensi", "BPXX", "Juni 2026"),
        ("2", "Menguji kompetensi awak", "BXYZ", "Agustus 2026"),
    ]
    assert found[1]["budget_text"] == "Rp 100.000.000"


def test_words_that_no_list_knows_stay_over_their_columns() -> None:
    grid = grid_of(
        table("""
DAFTAR BERSAMA      | <         | <
Gagrak              | Blabak    | Wektu
Menata trayek bus   | BPS       | Juni 2026
Membangun 12 halte  | Bappenas  | Mei 2026
""")
    )
    found = guess_header(grid, recognise())
    assert found is not None
    assert (found.first, found.last) == (1, 1)
    assert found.paths == (("Gagrak",), ("Blabak",), ("Wektu",))


def test_no_plan_without_time_money_or_people() -> None:
    text = """
Menata trayek bus  | sedang
Membangun halte    | besar
Melatih sopir bus  | kecil
"""
    assert guess_header(grid_of(table(text)), recognise()) is None
    assert records(text) == []
    assert codes(text) == ["table-not-understood", "records-none"]


def test_a_first_row_with_a_sum_is_no_header() -> None:
    found = records("""
1 | Menyusun pedoman kegiatan desa | BPS | Mei 2026  | Rp 2.000.000
2 | Melatih petugas kegiatan desa  | BPS | Juni 2026 | Rp 3.000.000
""")
    assert [r["action"] for r in found] == ["Menyusun pedoman kegiatan desa", "Melatih petugas kegiatan desa"]


def test_a_row_with_a_day_or_a_sum_is_no_header() -> None:
    text = """
Zorg                 | Blip                   | Wuzz
Zonasi rawan longsor | Badan Geologi          | 15 Mei 2026
Melatih 50 relawan   | BPBD Kabupaten Cianjur | 20 Juni 2026
Membeli 10 radio     | BPBD Kabupaten Cianjur | 30 Juni 2026
"""
    assert actions(text) == ["Zonasi rawan longsor", "Melatih 50 relawan", "Membeli 10 radio"]
