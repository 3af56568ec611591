"""Tables that lie on their side."""

from tests.builders import document
from tests.extraction.helpers import actions, codes, extracted, fates, records


def test_a_column_for_each_action() -> None:
    text = """
Uraian           | Kegiatan 1       | Kegiatan 2       | Kegiatan 3
Nama kegiatan    | Menyusun pedoman | Melatih penyuluh | Membagikan benih
Penanggung Jawab | Ditjen Hortikultura | BPPSDMP       | <
Waktu            | Maret 2026       | April 2026       | Mei 2026
Anggaran         | Rp 100 juta      | Rp 250 juta      |
Catatan lapangan | aman             | -                | rawan
"""
    found = records(text)
    assert [(r["locator"], r["number"], r["action"], r["owners_text"]) for r in found] == [
        ("table 1, row 2, column 2", "1", "Menyusun pedoman", "Ditjen Hortikultura"),
        ("table 1, row 2, column 3", "2", "Melatih penyuluh", "BPPSDMP"),
        ("table 1, row 2, column 4", "3", "Membagikan benih", "BPPSDMP"),
    ]
    assert [r.get("budget_text") for r in found] == ["Rp 100 juta", "Rp 250 juta", None]
    assert [r.get("remarks") for r in found] == [
        "Catatan lapangan: aman",
        None,
        "Catatan lapangan: rawan",
    ]
    assert {fate for fate, _ in fates(text).values()} == {"record", "part of record"}


def test_without_a_row_above_and_with_columns_of_places() -> None:
    assert actions("Kegiatan | Menata data | Melatih kader\nPJ | BPS | BKKBN\nWaktu | Mei | Juni") == [
        "Menata data",
        "Melatih kader",
    ]
    found = records(
        "Aspek | Desa A | Desa B\nKegiatan | Menata pasar | Mencetak peta\nPJ | BPS | BIG\nWaktu | Mei | Juni"
    )
    assert [r["heading"] for r in found] == ["Desa A", "Desa B"]


def test_actions_at_the_top_without_a_name() -> None:
    text = " | Draft the code | Train 40 inspectors\nWho | Ministry of Transport | Navy\nWhen | June 2026 | July 2026"
    found = records(text, language="en")
    assert [(r["action"], r["owners_text"]) for r in found] == [
        ("Draft the code", "Ministry of Transport"),
        ("Train 40 inspectors", "Navy"),
    ]


def test_numbers_before_the_names() -> None:
    found = records("1 | Kegiatan | Menata data | Melatih kader\n2 | PJ | BPS | BKKBN\n3 | Waktu | Mei | Juni")
    assert [(r["action"], r["period_text"]) for r in found] == [("Menata data", "Mei"), ("Melatih kader", "Juni")]


def test_a_table_with_a_header_across_stays_one() -> None:
    text = (
        "Kegiatan | PJ | Waktu\nKegiatan rutin | BPS | Mei\nPJ baru ditetapkan | BPS | Juni\nMenata data | BPS | Juli"
    )
    assert actions(text)[-1] == "Menata data"
    side_by_side = """
Kegiatan | Menata data | Kegiatan | Melatih kader
PJ       | BPS         | PJ       | PU
Waktu    | 1 Mei 2026  | Waktu    | 2 Juni 2026
Biaya    | Rp 3 juta   | Biaya    | Rp 4 juta
Lokasi   | Ambon       | Lokasi   | Ende
"""
    assert [r["owners_text"] for r in records(side_by_side)] == ["BPS", "PU"]


def test_a_single_column_is_a_card_and_labels_without_actions_are_none() -> None:
    assert actions("Kegiatan | : | Menata data\nPJ | : | BPS\nWaktu | : | Mei") == ["Menata data"]
    assert extracted(document("PJ | BPS | PU\nWaktu | Mei | Juni\nLokasi | Ambon | Ende")).raw.empty
    assert "records-none" in codes("PJ | BPS | PU\nWaktu | Mei | Juni\nLokasi | Ambon | Ende")
