"""Forms that ask for several actions in one row."""

import pytest

from tests.builders import document
from tests.extraction.helpers import extracted, records

ANSWERS = "2026/01/05 10.00 | BPS | Menata arsip | 3 lemari | Mei 2026 | Melatih juru | 9 juru | Juni 2026 | sulit"


@pytest.mark.parametrize(
    "questions",
    [
        "Kegiatan 1: Nama | Kegiatan 1: Keluaran | Kegiatan 1: Waktu"
        " | Kegiatan 2: Nama | Kegiatan 2: Keluaran | Kegiatan 2: Waktu",
        "[Kegiatan 1] Nama | [Kegiatan 1] Keluaran | [Kegiatan 1] Waktu"
        " | [Kegiatan 2] Nama | [Kegiatan 2] Keluaran | [Kegiatan 2] Waktu",
        "Nama (Kegiatan 1) | Keluaran (Kegiatan 1) | Waktu (Kegiatan 1)"
        " | Nama (Kegiatan 2) | Keluaran (Kegiatan 2) | Waktu (Kegiatan 2)",
        "Activity 1 - name | Activity 1 - output | Activity 1 - date"
        " | Activity 2 - name | Activity 2 - output | Activity 2 - date",
        "Nama kegiatan 1 | Keluaran 1 | Waktu 1 | Nama kegiatan 2 | Keluaran 2 | Waktu 2",
        "Nama kegiatan | Keluaran | Waktu | Nama kegiatan.1 | Keluaran.1 | Waktu.1",
        "Nama kegiatan | Keluaran | Waktu | Nama kegiatan | Keluaran | Waktu",
        "Kegiatan 1 | Keluaran | Waktu | Kegiatan 2 | Keluaran | Waktu",
    ],
)
def test_every_part_of_a_form_is_an_action_and_other_questions_hold_for_all(questions: str) -> None:
    found = records(f"Timestamp | Instansi | {questions} | Kendala\n{ANSWERS}", kind="csv")
    assert [(r["action"], r["output"], r["period_text"]) for r in found] == [
        ("Menata arsip", "3 lemari", "Mei 2026"),
        ("Melatih juru", "9 juru", "Juni 2026"),
    ]
    assert {(r["obstacle"], r["owners_text"]) for r in found} == {("sulit", "BPS")}
    assert [r["locator"] for r in found] == ["table 1, row 2, column 3", "table 1, row 2, column 6"]


def test_parts_that_nobody_filled_in_are_no_actions_and_a_row_is_accounted_for_once() -> None:
    text = """
Timestamp | Instansi | Usulan 1 | Waktu 1 | Usulan 2 | Waktu 2
2026/01/05 10.00 | BPS | Menata arsip | Mei 2026 | - |
2026/01/05 11.00 | BNPB | - | | |
"""
    found = extracted(document(text))
    assert list(found.raw["action"]) == ["Menata arsip"]
    assert list(found.accounting["fate"]) == ["header", "record", "remark"]


def test_a_merged_header_over_a_number_and_its_action_is_no_pair_of_parts() -> None:
    [found] = records("No | Kegiatan | < | Waktu | PJ\n1 | 1.1 | Menata arsip | Mei 2026 | BPS")
    assert (found["locator"], found["action"]) == ("table 1, row 2", "Menata arsip")
