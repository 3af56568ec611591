"""Lists of who took part: notes that commit an office are records, those about coming and going are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.helpers import fates, records

ENGLISH = """
ATTENDANCE LIST

No | Name | Organisation | Signature | Remarks
1 | Ana Reyes | Department of Agriculture | signed | train 40 extension officers, June 2026
2 | Tom Oduya | Ministry of Water | signed | will share the draft guideline by 5 May 2026
3 | Lia Cruz | Weather Bureau | signed | arrived late
4 | Ben Ade | UNICEF | signed | asks for the slides by 5 May 2026
"""

INDONESIAN = """
DAFTAR HADIR

No | Nama | Jabatan | Unit Kerja | No HP | Keterangan
1 | Budi | Kabid | Dinas Sosial Kota Padang | 0812345678 | menyusun SOP rujukan, Mei 2026, Rp 50 juta
2 | Sari | Staf | BPS | 0812345679 | hadir sampai pukul 12.00
3 | Tono | Kasi | Bappeda Kabupaten Klaten | 0812345677 | penyusunan peta jalan, TW III 2026
"""


def committed(text: str, language: str) -> list[tuple[str, str, str]]:
    return [(r["action"], r["owners_text"], r.get("period_text", "")) for r in records(text, language)]


def test_notes_in_english() -> None:
    assert committed(ENGLISH, "en") == [
        ("train 40 extension officers", "Department of Agriculture", "June 2026"),
        ("share the draft guideline", "Ministry of Water", "by 5 May 2026"),
    ]


def test_notes_in_indonesian() -> None:
    assert committed(INDONESIAN, "id") == [
        ("menyusun SOP rujukan", "Dinas Sosial Kota Padang", "Mei 2026"),
        ("penyusunan peta jalan", "Bappeda Kabupaten Klaten", "TW III 2026"),
    ]


def test_the_other_rows_stay_in_the_list() -> None:
    assert fates(INDONESIAN)["table 1, row 3"] == ("remark", "attendance")


@pytest.mark.parametrize(
    "note",
    [
        "mewakili kepala",
        "tiba 24 Maret 2026",
        "sudah mengirim bahan, 20 Maret 2026",
        "menyampaikan usulan, Mei 2026",
        "menginap di hotel sampai 26 Maret 2026",
        "-",
    ],
)
def test_a_note_that_commits_nobody(note: str) -> None:
    assert (
        records(f"No | Nama | Instansi | Paraf | Catatan\n1 | Budi | BPS | ttd | {note}\n2 | Sari | BPS | ttd | -")
        == []
    )


def test_an_office_without_a_commitment_adds_nothing_to_the_one_above() -> None:
    found = records(
        """
Name | Agency | Phone | Commitment
Ana | Ministry of Health | 0700123456 | issue the guideline
Tom | UNICEF | 0700123457 | -
""",
        "en",
    )
    assert [r["owners_text"] for r in found] == ["Ministry of Health"]


@given(st.lists(st.sampled_from(["membangun 12 embung, Mei 2026", "datang terlambat", "-"]), min_size=1, max_size=5))
def test_every_commitment_is_one_record(notes: list[str]) -> None:
    rows = "\n".join(f"{n} | Budi | BPS | ttd | {note}" for n, note in enumerate(notes, 1))
    found = records(f"No | Nama | Instansi | Paraf | Catatan\n{rows}")
    assert [r["owners_text"] for r in found] == ["BPS"] * notes.count("membangun 12 embung, Mei 2026")
