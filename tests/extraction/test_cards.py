"""Cards and heads of minutes."""

from tests.extraction.helpers import actions, codes, fates, records

SIDE_BY_SIDE = """
KARTU KEGIATAN | | | |
               | | | |
KARTU 1        | < | | KARTU 2 | <
Nama kegiatan  | Melatih kader | | Nama kegiatan | Menata data
Masalah        | Kader pasif   | | Masalah       |
Pelaksana      | Dinkes        | | Pelaksana     | BPS
Waktu          | Mei 2026      | | Waktu         | Juni 2026
               | | | |
KARTU 3        | < | | KARTU 4 | <
Nama kegiatan  | (kosong)      | | Nama kegiatan |
Masalah        |               | | Masalah       |
Pelaksana      |               | | Pelaksana     |
"""


def test_cards_side_by_side() -> None:
    found = records(SIDE_BY_SIDE)
    assert [(r["action"], r["owners_text"], r["locator"]) for r in found] == [
        ("Melatih kader", "Dinkes", "table 1, row 4"),
        ("Menata data", "BPS", "table 1, row 4"),
    ]
    assert found[0]["obstacle"] == "Kader pasif"
    assert found[0]["record_id"] != found[1]["record_id"]


def test_rows_of_cards_are_accounted_for() -> None:
    found = fates(SIDE_BY_SIDE)
    assert found["table 1, row 4"][0] == "record"
    assert found["table 1, row 6"][0] == "part of record"
    assert found["table 1, row 3"] == ("heading", "card-title")
    assert found["table 1, row 10"] == ("empty", "unfilled")


def test_a_card_a_table_in_english() -> None:
    found = records(
        """
# Activity sheets

Activity    | Review of the fisheries law
Lead agency | : Ministry of Marine Affairs
When        | July 2026
Depends on  | survey of stocks
""",
        language="en",
    )
    assert found[0]["owners_text"] == "Ministry of Marine Affairs"
    assert found[0]["depends_text"] == "survey of stocks"
    assert found[0]["heading"] == "Activity sheets"


def test_the_head_of_minutes_is_no_card() -> None:
    head = "Acara | Diskusi Kelompok\nHari/tanggal | Kamis\nKegiatan | Rapat koordinasi\nPimpinan | Sekda"
    assert actions(head) == []
    assert set(fates(head).values()) == {("remark", "head")}


def test_a_small_head_tells_who_sent_the_list() -> None:
    found = records("""
Unit Kerja | : | Dinas Kelautan Prov. Maluku
Tahun | : | 2026

Kegiatan | Waktu
Melatih nelayan | Juni
""")
    assert found[0]["owners_text"] == "Dinas Kelautan Prov. Maluku"


def test_words_that_are_labels_elsewhere_make_no_cards() -> None:
    rows = "\n".join(f"{n} | Menata data {n} | kendala {n} | solusi {n}" for n in range(1, 9))
    assert len(records(f"No | Kegiatan | Masalah | Usulan Solusi\n{rows}")) == 8


def test_a_last_row_of_a_head_is_no_header() -> None:
    text = (
        "Hari/tanggal | Rabu, 17 Oktober 2018\nTempat | Hotel X\nPimpinan | BPS\nHadir | BNPB, dinas dari 21 provinsi"
    )
    assert {fate for fate, _ in fates(text).values()} <= {"remark", "heading", "header"}
    assert "table-not-understood" not in codes(text)
