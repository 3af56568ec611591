"""Tables with a header, row by row."""

from dataclasses import replace

from tasks.model.blocks import Continuation, Document, Paragraph, Span
from tests.builders import document, table
from tests.extraction.helpers import actions, codes, extracted, fates, records


def test_rows_become_records() -> None:
    found = records("""
No | Kegiatan       | Keluaran | PJ  | Waktu | Biaya (Rp juta) | Ket
1  | Menyusun modul | 1 modul  | BPS | Mei   | 25              | setelah no. 2 selesai
""")
    assert found[0] | {"record_id": "", "file": "", "group": ""} == {
        "record_id": "", "file": "", "group": "", "locator": "table 1, row 2", "number": "1",
        "action": "Menyusun modul", "output": "1 modul", "owners_text": "BPS", "period_text": "Mei",
        "budget_text": "25", "budget_unit": "Rp juta", "remarks": "setelah no. 2 selesai",
        "depends_text": "setelah no. 2 selesai",
    }  # fmt: skip


def test_titles_above_and_groups_within_are_the_heading() -> None:
    found = records("""
PELATIHAN PROVINSI BALI | <               | <
No                      | Kegiatan        | PJ
A. GURU                 | <               | <
1                       | Melatih guru SD | BPS
B. KEPALA SEKOLAH       | <               | <
2                       | Melatih kepala  | BPS
""")
    assert [r["heading"] for r in found] == [
        "PELATIHAN PROVINSI BALI › A. GURU",
        "PELATIHAN PROVINSI BALI › B. KEPALA SEKOLAH",
    ]


def test_rows_that_are_no_records() -> None:
    found = fates("""
No  | Kegiatan                    | PJ
(1) | (2)                         | (3)
A.  | KONEKTIVITAS                |
1   | Memasang antena             | BPS
No  | Kegiatan                    | PJ
2   |                             |
    | Contoh: Pengadaan modem     | isi PJ
    | Pelatihan ..... bagi .....  |
3   | Apakah transport diganti?   | BPS
4   | Sudah dilaksanakan: survei  | BPS
5   | Libur Lebaran               |
6   | -                           | -
    |                             |
    | JUMLAH                      | 12
Ket: v = bulan pelaksanaan | < | <
Catatan: genset menyusul | < | <
""")
    reasons = [f"{fate} {why}".strip() for fate, why in found.values()]
    assert reasons == [
        "header", "header column-numbers", "heading group-row", "record", "header header-repeated", "empty unfilled",
        "example example", "example example", "remark question", "history history", "remark holiday",
        "empty unfilled", "empty", "total total", "remark legend", "remark remark",
    ]  # fmt: skip


def test_a_finished_row_is_history() -> None:
    found = fates("Kegiatan | PJ | Ket\nMenarik data | BPS | SELESAI\nMenata data | BPS | data selesai ditarik dulu")
    assert found["table 1, row 2"] == ("history", "history")
    assert found["table 1, row 3"][0] == "record"


def test_a_rejected_row_is_a_remark() -> None:
    assert fates("Kegiatan | PJ | Status\nMembeli satelit | BPS | ditolak pleno")["table 1, row 2"] == (
        "remark",
        "rejected",
    )


def test_a_line_below_the_data_is_a_remark_not_a_group() -> None:
    found = fates("Kegiatan | PJ\nMenata data | BPS\n | \njadwal dapat berubah |")
    assert found["table 1, row 4"] == ("remark", "remark")


def test_merged_and_repeated_cells() -> None:
    found = records("""
No | Kendala     | Tindak Lanjut | PJ  | Waktu | Dana
1  | Data ganda  | Menyusun      | BPS | Mei   | APBN
2  | ^           | Melatih       | ^   | idem  | "
""")
    assert found[1]["obstacle"] == "Data ganda"
    assert (found[1]["owners_text"], found[1]["period_text"], found[1]["fund_text"]) == ("BPS", "Mei", "APBN")
    assert found[1]["inferred"] == "period: row above; budget: row above"


def test_cells_left_blank_for_the_same() -> None:
    found = records("""
No | Isu  | Kendala    | Tindak Lanjut | PJ
1  | Data | Data ganda | Menyusun      | BPS
   |      |            | Melatih       | LPMP
2  | Dana |            | Mengusulkan   | BPS
""")
    assert [r.get("obstacle") for r in found] == ["Data ganda", "Data ganda", None]
    assert [r["heading"] for r in found] == ["Data", "Data", "Dana"]
    assert found[1]["inferred"] == "programme: row above; obstacle: row above"


def test_several_actions_in_a_row() -> None:
    found = records("""
No | Kendala | Rencana Tindak Lanjut     | PJ             | Waktu
3  | Materi  | a. Menyusun / b. Melatih  | a. BPS / b. PU | Mei 2026
""")
    assert [r["locator"] for r in found] == ["table 1, row 2, item 1", "table 1, row 2, item 2"]
    assert [(r["number"], r["owners_text"], r["period_text"]) for r in found] == [
        ("3a", "BPS", "Mei 2026"),
        ("3b", "PU", "Mei 2026"),
    ]
    assert {r["obstacle"] for r in found} == {"Materi"}


def test_actions_and_owners_by_level() -> None:
    found = records("""
No | Isu  | Tindak Lanjut     | <             | PJ    | <      | Waktu
^  | ^    | Pusat             | Daerah        | Pusat | Daerah | ^
1  | Data | Menyusun standar  | Mengirim data | BPS   | Disdik | Pusat: Mei / Daerah: Juni
2  | Dana | -                 | Mengusulkan   |       | Disdik | Juli
""")
    assert [(r["locator"], r["owners_text"], r["period_text"], r.get("level_hint")) for r in found] == [
        ("table 1, row 3", "BPS", "Mei", "central"),
        ("table 1, row 3", "Disdik", "Juni", None),
        ("table 1, row 4", "Disdik", "Juli", None),
    ]


def test_columns_of_levels_with_who_and_when_in_brackets() -> None:
    found = records("""
No | Isu     | Pemerintah Pusat | Pemerintah Kab/Kota
1 | Listrik | - Memetakan (blank spot) (BPS; Mei) / - Menata data (BPS) | - Mengadakan PLTS (BPBD; 2026; Rp 2 M; DAK)
""")
    assert [r["action"] for r in found] == ["Memetakan (blank spot)", "Menata data", "Mengadakan PLTS"]
    assert found[0]["locator"] == "table 1, row 2, column 3, item 1"
    last = found[-1]
    assert (last["owners_text"], last["period_text"], last["fund_text"]) == ("BPBD", "2026", "DAK")
    assert (last["budget_text"], last["level_hint"]) == ("Rp 2 M", "district")


def test_marked_months() -> None:
    found = records("""
Kegiatan | JADWAL 2026 | <   | <   | PJ
^        | Mar         | Apr | Mei | ^
Menata   | v           | √   | -   | BPS
Melatih  |             | ■   | <   | BPS
""")
    assert [r["period_text"] for r in found] == ["Mar 2026; Apr 2026", "Apr 2026; Mei 2026"]


def test_months_marked_by_colour_alone() -> None:
    plain = table("Kegiatan | Mar | Apr | PJ\nMenata | . | . | BPS")
    cells = tuple(replace(c, fill="FF00B050", blocks=()) if (c.row, c.col) == (2, 3) else c for c in plain.cells)
    coloured = Document("a.xlsx", "xlsx", (replace(plain, cells=cells),))
    assert list(extracted(coloured).raw["period_text"]) == ["Apr"]


def test_marked_owners() -> None:
    found = records("Kegiatan | Pusat | Provinsi | Waktu\nMenata data | √ | √ | Mei")
    assert found[0]["owners_text"] == "Pusat; Provinsi"


def test_a_table_goes_on_without_its_header() -> None:
    found = records("""
No | Kegiatan          | PJ
1  | Melatih fasilitator tentang | BPS

Lanjutan

   | profil desa       |
2  | Mencetak profil   | PU
""")
    assert [r["action"] for r in found] == ["Melatih fasilitator tentang profil desa", "Mencetak profil"]
    assert found[1]["locator"] == "table 2, row 2"


def test_another_header_in_the_same_sheet() -> None:
    found = records("""
Kegiatan | PJ
Menata   | BPS

Waktu | PJ | Kegiatan
Mei   | PU | Melatih
""")
    assert [(r["action"], r["owners_text"]) for r in found] == [("Menata", "BPS"), ("Melatih", "PU")]


def test_who_hands_in_a_sheet_owns_what_names_nobody() -> None:
    found = records("Unit Kerja: Dinas Sosial Kota Batu | <\nKegiatan | Waktu\nMenata data | Mei")
    assert found[0]["owners_text"] == "Dinas Sosial Kota Batu"
    assert found[0]["inferred"] == "owners: head of the document"


def test_a_group_may_say_who_is_to_act() -> None:
    found = records("""
No | Kegiatan | Waktu
PEMERINTAH PUSAT | < | <
1 | Menyusun pedoman | Mei
PEMERINTAH PROVINSI | < | <
2 | Melatih guru | Juni
""")
    assert [(r["owners_text"], r["level_hint"]) for r in found] == [
        ("PEMERINTAH PUSAT", "central"),
        ("PEMERINTAH PROVINSI", "province"),
    ]


def test_without_a_column_of_actions_the_table_is_not_understood() -> None:
    text = "Tier | Daya | Lokasi | Sumber Dana\n2 | 20 kVA | Depok | APBN"
    assert actions(text) == []
    assert "table-not-understood" in codes(text)
    assert fates(text)["table 1, row 2"] == ("not understood", "no-action-column")


def test_struck_rows_are_superseded() -> None:
    plain = table("Kegiatan | PJ\nMenata data | BPS")
    struck = [replace(c, blocks=(Paragraph("", c.text, spans=(Span(0, 99, "struck"),)),)) for c in plain.cells[2:]]
    found = extracted(Document("a.docx", "docx", (replace(plain, cells=(*plain.cells[:2], *struck)),)))
    assert found.raw.empty
    assert list(found.accounting["fate"]) == ["header", "superseded"]


def test_english_tables() -> None:
    found = records(
        """
No. | Agreed action   | Lead                  | Support | Deliverable | By when   | Budget (USD thousand) | Depends on
1   | Install gauges  | Ministry of Transport | Navy    | 12 gauges   | June 2026 | 240                   | site survey
Total | | | | | | 240 |
""",
        language="en",
    )
    assert len(found) == 1
    assert found[0]["supporters_text"] == "Navy"
    assert (found[0]["budget_text"], found[0]["budget_unit"]) == ("240", "USD thousand")
    assert found[0]["depends_text"] == "site survey"


def test_one_document_many_tables_keeps_its_order() -> None:
    text = "\n\n".join(f"Kegiatan | PJ\nMenata data {n} | BPS" for n in range(5))
    assert [r["action"] for r in records(text)] == [f"Menata data {n}" for n in range(5)]
    assert len(extracted(document(text)).accounting) == 10


def test_a_roman_number_over_points_with_digits_is_a_group_even_if_it_names_something_done() -> None:
    text = """
No | Kegiatan                | Volume | PJ
I  | Pengembangan Perpustakaan |      |
1  | Menata katalog          | 3      | BPS
II | Pelatihan               |        |
2  | Melatih pustakawan      | 40     | BPS
"""
    assert [(r["action"], r["heading"]) for r in records(text)] == [
        ("Menata katalog", "I. Pengembangan Perpustakaan"),
        ("Melatih pustakawan", "II. Pelatihan"),
    ]
    assert actions("No | Kegiatan | PJ\nI | Pelatihan guru | BPS\nII | Pendataan arsip | BPS") == [
        "Pelatihan guru",
        "Pendataan arsip",
    ]


def test_a_total_with_a_formula_that_was_never_calculated() -> None:
    text = "No | Kegiatan | Biaya\n1 | Menata arsip | 5\n | Jumlah A + B | =SUM(C2:C2)"
    assert fates(text)["table 1, row 3"] == ("total", "total")


def test_province_and_district_beside_an_owner_are_places() -> None:
    [found] = records(
        "Provinsi | Kab/Kota | Usulan Kegiatan | PJ\nNTT | Kab. Ende | Membangun menara | Diskominfo Kab. Ende"
    )
    assert found["owners_text"] == "Diskominfo Kab. Ende"
    assert found["place_text"] == "NTT, Kab. Ende"


def test_a_form_asks_for_several_actions_in_every_header() -> None:
    text = """
Cap waktu        | Instansi | Kegiatan 1: Nama | Kegiatan 1: Waktu | Kegiatan 2: Nama | Kegiatan 2: Waktu
2026/01/05 10.00 | BPS      | Menata arsip     | Mei 2026          | Melatih juru     | Juni 2026
2026/01/05 11.00 | BNPB     | Menyusun peta    | Juli 2026         |                  |
"""
    assert [(r["action"], r["period_text"]) for r in records(text, kind="csv")] == [
        ("Menata arsip", "Mei 2026"),
        ("Melatih juru", "Juni 2026"),
        ("Menyusun peta", "Juli 2026"),
    ]


def test_a_day_below_a_deadline_is_an_end_and_a_stretch_of_time_is_not() -> None:
    found = records("""
Kegiatan     | PJ  | Batas Waktu
Menata arsip | BPS | 15-05-2026
Menata peta  | BPS | Mei 2026
Menata data  | BPS | Mei - Juli 2026
Menata buku  | BPS | mulai Mei 2026
""")
    assert [(r["period_text"], r.get("end_text")) for r in found] == [
        ("15-05-2026", "15-05-2026"),
        ("Mei 2026", "Mei 2026"),
        ("Mei - Juli 2026", None),
        ("mulai Mei 2026", None),
    ]


def test_a_hash_heads_the_column_of_numbers() -> None:
    text = "# | Activity | Lead\nA | Equipment | <\n1 | Procure tablets | BPS"
    [found] = records(text, language="en")
    assert (found["number"], found["heading"]) == ("1", "A. Equipment")


def linked(link: Continuation, rows: str) -> list[dict[str, str]]:
    """The records of a table of two columns, and of a second one that goes on from it."""
    first = table("No | Kegiatan | Waktu\n1 | Menyusun pedoman | Mei 2026")
    second = replace(table(rows, "table 2, row {}"), continues=link)
    raw = extracted(Document("a.docx", "docx", (first, second))).raw
    return [{str(k): str(v) for k, v in row.items()} for row in raw.to_dict("records")]


def test_a_table_cut_in_two_with_its_header_misread() -> None:
    link = Continuation("table 1, row 1", 0.9, "repeated-header", repeated_rows=1)
    found = linked(link, "N0 | Keg1atan | Wakru\n2 | Melatih kader | Juni 2026")
    assert [(r["action"], r["period_text"]) for r in found] == [
        ("Menyusun pedoman", "Mei 2026"),
        ("Melatih kader", "Juni 2026"),
    ]


def test_a_row_cut_in_two() -> None:
    link = Continuation("table 1, row 1", 0.9, "numbering-goes-on", row_goes_on=True)
    found = linked(link, " | bagi kader | \n2 | Melatih kader | Juni 2026")
    assert [r["action"] for r in found] == ["Menyusun pedoman bagi kader", "Melatih kader"]


def test_an_obstacle_before_the_action_holds_until_the_next() -> None:
    found = records("""
No | Masalah     | Tindak Lanjut | PJ
1  | Data ganda  | Menyusun      | BPS
2  |             | Melatih       | BPS
3  | Dana kurang | Mengusulkan   | BPS
""")
    assert [r["obstacle"] for r in found] == ["Data ganda", "Data ganda", "Dana kurang"]


def test_a_start_or_an_end_beside_marked_months() -> None:
    found = records("""
Kegiatan     | PJ  | Mulai      | Mar | Apr | Mei
Menata arsip | BPS | 5 Mar 2026 | x   | x   |
Menata peta  | BPS |            |     | x   | x
""")
    assert [(r.get("start_text"), r.get("end_text")) for r in found] == [("5 Mar 2026", "Apr"), (None, None)]
    [last] = records("Kegiatan | PJ | Mar | Apr | Selesai\nMenata arsip | BPS | x | x | 15 April 2026")
    assert (last["start_text"], last["end_text"]) == ("Mar", "15 April 2026")


def test_rows_ticked_as_done_are_history() -> None:
    found = fates("""
No | Kegiatan     | PJ  | Status | <
^  | ^            | ^   | Sudah  | Belum
1  | Menata arsip | BPS | √      |
2  | Menata peta  | BPS |        | √
""")
    assert (found["table 1, row 3"], found["table 1, row 4"][0]) == (("history", "history"), "record")
    assert actions("☑ | Tugas | PJ\n☑ | Menata arsip | BPS\n☐ | Menata peta | BPS") == ["Menata peta"]
    text = "Kegiatan | PJ | Status\nMenata arsip | BPS | ☑ Selesai ☐ Belum\nMenata peta | BPS | ☐ Selesai ☑ Belum"
    assert [(r["action"], r["progress"]) for r in records(text)] == [("Menata peta", "Belum")]


def test_a_word_of_refusal_under_an_unknown_header() -> None:
    text = "Kegiatan | PJ | Pleno\nMenata arsip | BPS | ditolak\nMenata peta | BPS | setuju"
    assert actions(text) == ["Menata peta"]


def test_words_that_only_modify_head_no_numbers() -> None:
    text = """
No | Uraian  | Kegiatan         | <         | <
^  | ^       | Bentuk           | Pelaksana | Waktu
1  | Irigasi | Memperbaiki kali | BPS       | Mei
"""
    assert actions(text) == ["Memperbaiki kali"]
