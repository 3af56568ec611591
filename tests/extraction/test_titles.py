"""Titles that say whose plan stands below."""

import pytest

from tasks.extraction.titles import led_office, office_of, titled_office
from tests.extraction.helpers import recognise, records


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("NANDI COUNTY DEPARTMENT OF WORKS - COMMITMENTS FY 2026/27", "Nandi County Department of Works"),
        ("USULAN DINAS SOSIAL KAB/KOTA SE-JAWA TENGAH TA 2026", "Dinas Sosial Kab/Kota"),
        ("Usulan Dinas Sosial se-Provinsi NTT", "Dinas Sosial Kabupaten/Kota"),
        ("Rencana kerja Dinas Sosial Kab. Bantul tahun 2026", "Dinas Sosial Kab. Bantul"),
        ("Work plan of the Ministry of Health", "Ministry of Health"),
        ("Dinas Sosial Kota Palu: usulan kegiatan", "Dinas Sosial Kota Palu"),
        ("District Health Offices: planned activities 2026", "District Health Offices"),
        ("Usulan Jawa Timur", ""),
        ("Rencana aksi Komisi C - Kesehatan TA 2026", ""),
        ("WORK PLAN: WATER AND SOIL, FY 2026/27", ""),
        ("Action plan for schools", ""),
        ("Action points - disease control", ""),
        ("Action plan: distribution of seeds", ""),
        ("Dinas Sosial Kota Palu", ""),
    ],
)
def test_the_office_whose_paper_a_title_heads(title: str, office: str) -> None:
    assert titled_office(title, recognise()) == office


def test_the_name_of_the_office_may_stand_on_a_line_of_its_own() -> None:
    titles = ["USULAN KEGIATAN TAHUN 2026", "DINAS SOSIAL KOTA PALU"]
    assert office_of(titles, recognise()) == "Dinas Sosial Kota Palu"
    assert office_of(titles[1:], recognise()) == ""


def test_rows_below_such_a_title_are_done_by_the_office_of_their_place() -> None:
    text = """
| USULAN DINAS SOSIAL KAB/KOTA SE-JAWA TENGAH TA 2026 | | | |
| No | Kab/Kota | Usulan Kegiatan | Waktu |
| 1 | Kota Semarang | Membangun gudang beras | Mei 2026 |
| 2 | | Menyusun peta rawan banjir | Juni 2026 |
"""
    found = [(r["owners_text"], r["inferred"].split("; ")[-1]) for r in records(text)]
    assert found == [("Dinas Sosial Kota Semarang", "owners: place"), ("Dinas Sosial Kab/Kota", "owners: title")]


def test_where_a_column_names_owners_the_title_says_nothing_of_them() -> None:
    text = """
| RENCANA KERJA DINAS SOSIAL KOTA PALU 2026 | | | |
| No | Kegiatan | Penanggung Jawab | Waktu |
| 1 | Membangun gudang beras | BPBD Kota Palu | Mei 2026 |
| 2 | Menyusun peta rawan banjir | | Juni 2026 |
"""
    assert [r.get("owners_text", "") for r in records(text)] == ["BPBD Kota Palu", ""]


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        (
            "Bersama ini disampaikan rencana tindak lanjut Dinas Sosial Kab. Bantul sebagai berikut:",
            "Dinas Sosial Kab. Bantul",
        ),
        ("Please find below the commitments of the Ministry of Health:", "Ministry of Health"),
        ("Sidang menyepakati rencana tindak lanjut sebagai berikut:", ""),
    ],
)
def test_whose_plan_a_sentence_leads_into(sentence: str, office: str) -> None:
    assert led_office(sentence, recognise("en" if "Please" in sentence else "id")) == office


def test_lead_ins_of_a_letter_name_who_acts_below() -> None:
    found = records("""
Bersama ini disampaikan rencana tindak lanjut Dinas Sosial Kab. Bantul sebagai berikut:

1. Membuka layanan baru mulai 1 Juli 2026.

Sehubungan dengan hal tersebut, kami mohon Kementerian Sosial dapat:

a. menerbitkan pedoman paling lambat 31 Mei 2026.

Pemerintah Pusat (BPS):

1. Menyusun kuesioner, Mei 2026.
""")
    assert [r["owners_text"] for r in found] == ["Dinas Sosial Kab. Bantul", "Kementerian Sosial", "BPS"]


def test_lead_ins_that_name_the_office_late_or_in_other_words() -> None:
    found = records(
        """
Please find below our proposals on behalf of the Ministry of Roads:

1. Build two bridges by December 2026.

In view of the limited funds, we kindly request that the Ministry of Health:

a) release the grant by 30 May 2026.

For its part, the Ministry of Finance is asked to:

a) approve the reallocation by June 2026.
""",
        "en",
    )
    assert [r["owners_text"].removeprefix("the ") for r in found] == [
        "Ministry of Roads",
        "Ministry of Health",
        "Ministry of Finance",
    ]
