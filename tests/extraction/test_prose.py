"""Running text to records."""

import pytest

from tests.extraction.helpers import actions, codes, fates, records

MINUTES = """
NOTULA

A. Agenda

1) Paparan rancangan oleh BPS
2) Perumusan

B. Jalannya Diskusi

BPS menyampaikan bahwa pada 2025 telah dilaksanakan survei di 12 kota.

Wakil Bali menyarankan agar BPS membeli satelit. Usul ini belum disepakati.

C. Rekomendasi

Kelompok menyepakati rekomendasi sebagai berikut:

1. BPS menyusun pedoman, paling lambat Mei 2026.
1. BPBD dan BNPB melatih relawan pada Juni 2026.

D. Penutup

Diskusi ditutup pukul 12.40. BPS menyusun laporan pada Mei 2026.

Notulis,

Siti
"""


def test_a_sentence_that_begins_with_a_finished_event_is_history() -> None:
    text = """
# Rekomendasi

1. Tahun 2018 telah dibayarkan klaim rumah sakit
1. Telah dicetak 500 buku panduan
1. Membayar klaim yang telah diverifikasi, Mei 2026
"""
    assert actions(text) == ["Membayar klaim yang telah diverifikasi"]
    assert [fates(text)[f"paragraph {n}"][0] for n in (2, 3)] == ["history", "history"]


def test_only_the_section_of_recommendations_asks() -> None:
    found = records(MINUTES)
    assert [(r["locator"], r["action"], r["owners_text"]) for r in found] == [
        ("paragraph 10", "menyusun pedoman", "BPS"),
        ("paragraph 11", "melatih relawan", "BPBD dan BNPB"),
    ]
    assert [r["number"] for r in found] == ["1", "2"]
    assert found[0]["heading"].endswith("C. Rekomendasi")


def test_all_other_paragraphs_have_a_fate() -> None:
    found = fates(MINUTES)
    assert found["paragraph 3"] == ("remark", "closed-section")
    assert found["paragraph 6"] == ("history", "history")
    assert found["paragraph 7"][0] == "remark"
    assert found["paragraph 9"] == ("heading", "lead-in")
    assert found["paragraph 13"][0] == "remark"
    assert found["paragraph 14"] == ("remark", "closing")


def test_points_with_label_lines() -> None:
    found = records("""
RENCANA TINDAK LANJUT POKJA 4

Pendataan

- Bimtek operator Kab. Bogor setelah aplikasi dirilis
-- PJ: Disdik Kab. Bogor
-- Waktu: 3 s.d. 7 April 2026
-- Target: 800 operator
-- Dana: APBD Kab
-- Kendala: sinyal
- Merilis e-Rapor
-- PJ: BPS

Contoh penulisan:

- Melaksanakan kegiatan X
-- PJ: isi nama
""")
    assert [r["action"] for r in found] == ["Bimtek operator Kab. Bogor setelah aplikasi dirilis", "Merilis e-Rapor"]
    first = found[0]
    assert (first["owners_text"], first["output"], first["obstacle"]) == ("Disdik Kab. Bogor", "800 operator", "sinyal")
    assert (first["fund_text"], first["depends_text"]) == ("APBD Kab", "setelah aplikasi dirilis")
    assert first["heading"] == "RENCANA TINDAK LANJUT POKJA 4 › Pendataan"


def test_label_lines_below_typed_numbers() -> None:
    found = records("""
RTL BALAI

1. Pelatihan guru
   Pelaksana : LPMP Bali
   Sumber dana : DIPA LPMP
   Keterangan : setelah modul jadi

Mengetahui, Kepala
""")
    assert found[0] | {"record_id": ""} == {
        "record_id": "", "group": "G", "file": "hasil.docx", "locator": "paragraph 2", "number": "1",
        "heading": "RTL BALAI", "action": "Pelatihan guru", "owners_text": "LPMP Bali", "fund_text": "DIPA LPMP",
        "remarks": "setelah modul jadi", "depends_text": "setelah modul jadi",
    }  # fmt: skip


def test_labels_within_a_line() -> None:
    (found,) = records("# Tindak lanjut\n\n1. Melatih guru. PJ: LPMP Bali; Waktu: Mei 2026; Target: 30 guru")
    assert (found["action"], found["owners_text"], found["period_text"], found["output"]) == (
        "Melatih guru", "LPMP Bali", "Mei 2026", "30 guru",
    )  # fmt: skip


def test_a_label_that_tells_the_state_leaves_the_sentence_as_it_is() -> None:
    (found,) = records("# Rekomendasi\n\n1. BPS menyusun pedoman setelah survei, Mei 2026. Progres: draf selesai.")
    assert (found["action"], found["period_text"], found["progress"]) == (
        "menyusun pedoman",
        "Mei 2026",
        "draf selesai",
    )


def test_lists_addressed_to_somebody() -> None:
    found = records("""
# Rumusan

1. Pemerintah Pusat:
-- menyusun juknis, Mei 2026
1. BPBD
-- melatih relawan
1. Seluruh Kabupaten/Kota agar menata data
""")
    assert [(r["owners_text"], r.get("level_hint")) for r in found] == [
        ("Pemerintah Pusat", "central"),
        ("BPBD", None),
        ("Seluruh Kabupaten/Kota", None),
    ]


def test_points_below_an_action_belong_to_it() -> None:
    (found,) = records("# Rekomendasi\n\n1. BPS menyusun pedoman, Mei 2026\n-- membentuk tim\n-- menulis draf")
    assert found["remarks"] == "membentuk tim; menulis draf"
    assert (
        fates("# Rekomendasi\n\n1. BPS menyusun pedoman, Mei 2026\n-- membentuk tim")["paragraph 3"][0]
        == "part of record"
    )


def test_slides() -> None:
    assert actions("""
# Kondisi saat ini

- 12 provinsi punya pusdalops

# Tindak Lanjut: Kesiapsiagaan

- Pemasangan sirene (BMKG; Agustus 2026)
- SOP evakuasi hotel, BPBD, TW II 2026
- Peserta agar mengisi daftar hadir sebelum pulang

# Harapan

- Indonesia tangguh
""") == ["Pemasangan sirene", "SOP evakuasi hotel"]


def test_notes_without_any_section() -> None:
    text = "Catatan rapat\n\n- BPBD: siapkan peta (akhir April)\n- semua setuju makan di kantin\n- BPS menata data, Mei"
    assert actions(text) == ["siapkan peta", "menata data"]
    assert codes("Catatan rapat\n\nPeserta puas.") == ["records-none"]


def test_what_is_done_or_refused_is_no_action() -> None:
    text = """
# Rekomendasi

1. Sudah dilaksanakan: pembangunan pusat data
1. BPS membeli satelit (ditolak pleno)
1. Perlukah lisensi terbuka?

sudah beres:

- BPS memindahkan jaringan, Mei 2026
"""
    assert actions(text) == []
    found = fates(text)
    assert [found[f"paragraph {n}"][1] for n in (2, 3, 4, 6)] == ["history", "rejected", "question", "closed-section"]


def test_a_point_that_says_nothing_of_doing_is_not_understood() -> None:
    assert fates("# Rekomendasi\n\n1. Rumah bersama")["paragraph 2"] == ("not understood", "no-request")


@pytest.mark.parametrize(
    "text",
    [
        "# Agreed actions\n\n1. The Ministry of Health will issue a circular by May 2026.",
        "# Way forward\n\n- Issue a circular: Ministry of Health, May 2026",
        "# Next steps\n\n- Issue a circular\n-- Owner: Ministry of Health\n-- Due: May 2026",
        "The meeting agreed on the following:\n\n(a) Ministry of Health to issue a circular in May 2026;",
    ],
)
def test_english(text: str) -> None:
    (found,) = records(text, language="en")
    assert found["action"].casefold() == "issue a circular"
    assert found["owners_text"].endswith("Ministry of Health")
    assert "May 2026" in found["period_text"]


def test_who_hands_a_document_in() -> None:
    (found,) = records("Instansi: Dinas Sosial Kota Batu\n\nRENCANA KEGIATAN\n\n- Menata data, Mei 2026")
    assert found["owners_text"] == "Dinas Sosial Kota Batu"
    assert found["inferred"] == "owners: head of the document"


def test_a_unit_above_a_table_scales_its_sums() -> None:
    (found,) = records("RENCANA 2026 (dalam jutaan rupiah)\n\nKegiatan | PJ | Anggaran\nMenata data | BPS | 150")
    assert found["budget_unit"] == "dalam jutaan rupiah"


CHECK_LIST = """
CEKLIS KESIAPAN

I. Badan Pusat Statistik

☐ Menyusun pedoman survei – Mei 2026

☑ Membangun gudang arsip – Juni 2025

[ ] Melatih 20 petugas – Juli 2026

[x] Membeli mobil – Juli 2025
"""


def test_open_boxes_of_a_check_list_are_actions_and_ticked_ones_history() -> None:
    assert actions(CHECK_LIST) == ["Menyusun pedoman survei", "Melatih 20 petugas"]
    told = fates(CHECK_LIST)
    assert [told[f"paragraph {n}"][0] for n in (4, 6)] == ["history", "history"]


def test_a_tick_is_a_bullet_where_nothing_else_is_said() -> None:
    assert actions("Tindak lanjut:\n\n✓ BPS menyusun pedoman survei, Mei 2026") == ["menyusun pedoman survei"]


def test_a_time_behind_a_dash_counts_beside_a_line_that_says_who_helps() -> None:
    text = "# Rekomendasi\n\n- BPS menata data sesuai pedoman Pusat Data – Agustus 2026\n-- Bersama: BNPB"
    (found,) = records(text)
    assert (found["action"], found["period_text"]) == ("BPS menata data sesuai pedoman Pusat Data", "Agustus 2026")
    assert found["supporters_text"] == "BNPB"


@pytest.mark.parametrize(
    "point",
    [
        "Usulan impor gula ditunda.",
        "Members may wish to consider a toll.",
        "Penutupan pasar akan dibahas pada rapat berikutnya.",
        "Pemilahan sampah sudah berjalan di 12 kelurahan.",
        "The weighing survey has been concluded.",
    ],
)
def test_points_put_off_wished_for_or_done_are_none(point: str) -> None:
    assert actions(f"# Kesimpulan\n\n1. {point}\n1. BPS menyusun pedoman, Mei 2026") == ["menyusun pedoman"]


def test_kinds_of_people_and_offices_over_deeper_points() -> None:
    text = """
# Who does what

- Transport Board
-- Draw a route map
-- License 400 taxis by May 2026
- Private operators
-- Fit speed governors by June 2026
"""
    assert [(r["action"], r["owners_text"]) for r in records(text, "en")] == [
        ("Draw a route map", "Transport Board"),
        ("License 400 taxis", "Transport Board"),
        ("Fit speed governors", "Private operators"),
    ]


def test_a_sum_that_is_the_object_stays_in_the_action() -> None:
    text = (
        "# Actions\n\n1. Treasury to release USD 3 million by June 2026\n1. Menambah 20 gardu dengan biaya Rp 4 miliar"
    )
    assert [(r["action"], r["budget_text"]) for r in records(text)] == [
        ("release USD 3 million", "USD 3 million"),
        ("Menambah 20 gardu", "Rp 4 miliar"),
    ]


def test_what_was_refused_recited_or_handed_over_asks_for_nothing() -> None:
    text = """
# Resolutions

WHEREAS the Act requires every county to set up a disaster committee;

NOT CARRIED: proposal of Nandi to raise the levy to 7%.

The suggestion to close the clinic was set aside.

Members felt that dealers should reduce prices. No resolution was reached.

That NEMA publishes the air quality report by 31 May 2026;

The Fund will open the call in May 2026. After the call opens, the Lamu Board will submit its bid by June 2026.
"""
    assert actions(text, "en") == ["publishes the air quality report", "open the call", "submit its bid"]


def test_a_decision_of_the_meeting_counts_below_a_closed_title() -> None:
    text = """
# Hal lain

Rapat meminta BPS mendata 40 pasar paling lambat 15 Mei 2026.

Peserta meminta parkir diperluas.
"""
    assert actions(text) == ["mendata 40 pasar"]


def test_what_is_signed_with_others_stays_whole() -> None:
    found = records("""
# Rekomendasi

1. BPS menandatangani perjanjian kerja sama dengan RSUD dan puskesmas, Juli 2026.
1. BPS melatih kader bekerja sama dengan Kemensos, Juli 2026.
1. BPS melatih kader memakai modul sebagaimana angka 2, Juli 2026.
""")
    assert [(r["action"], r.get("supporters_text", "")) for r in found] == [
        ("menandatangani perjanjian kerja sama dengan RSUD dan puskesmas", "RSUD dan puskesmas"),
        ("melatih kader", "Kemensos"),
        ("melatih kader memakai modul sebagaimana angka 2", ""),
    ]


def test_a_time_behind_a_purpose_is_that_of_the_purpose() -> None:
    text = "# Rekomendasi\n\n1. BPS menyusun data paling lambat 30 April 2026 agar dipakai pada Mei 2026."
    (found,) = records(text)
    assert (found["period_text"], found["remarks"]) == ("paling lambat 30 April 2026", "agar dipakai pada Mei 2026")


def test_a_short_name_over_numbered_points_says_who_acts() -> None:
    text = (
        "KESIMPULAN KELOMPOK 3\n\nKelompok menyepakati:\n\nXQPAR\n\n1.1 Memutakhirkan standar bangunan, Juli 2026\n\n"
        "Badan Pusat Statistik\n\n2.1 Silabus auditor, April 2026\n\nHAL LAIN\n\nPenerangan belum merata."
    )
    found = [(r["action"], r.get("owners_text", ""), r.get("number", "")) for r in records(text)]
    assert found == [
        ("Memutakhirkan standar bangunan", "XQPAR", "1.1"),
        ("Silabus auditor", "Badan Pusat Statistik", "2.1"),
    ]


def test_a_document_named_after_an_office_is_no_actor() -> None:
    (found,) = records("Kesepakatan\n\n1. Petunjuk revitalisasi UPTD diterbitkan oleh BPS pada Mei 2026.")
    assert (found["action"], found["owners_text"]) == ("Petunjuk revitalisasi UPTD diterbitkan", "BPS")


def test_a_numbered_name_over_its_own_numbers_is_who_acts() -> None:
    text = "REKOMENDASI\n\n2) Badan Pusat Statistik\n\n2.1 Menyusun silabus auditor, April 2026"
    (found,) = records(text)
    assert (found["action"], found["owners_text"]) == ("Menyusun silabus auditor", "Badan Pusat Statistik")


def test_what_is_to_be_done_to_a_thing_by_somebody_is_asked_of_them() -> None:
    text = "The Group resolved that:\n\n(ii) the evaluation manual be revised by NCDC to cover facilities, May 2026."
    (found,) = records(text, "en")
    assert (found["owners_text"], found["period_text"]) == ("NCDC", "May 2026")
    assert found["action"].startswith("the evaluation manual be revised")
