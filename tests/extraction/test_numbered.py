"""A list that people take down in a chat, a message for each number."""

import pytest

from tasks.extraction.numbered import counts_up, point
from tests.extraction.helpers import recognise, records

TAKEN_DOWN = """
[22/02/26, 18.45] Sari: silakan dicatat di sini ya

[22/02/26, 18.47] Sari: 1. Direktorat Gizi: panduan posyandu keliling, 15 Mei 2026

[22/02/26, 18.52] Adnan: 2. XQPAR to pilot a joint help desk in three districts, Q3 2026

[22/02/26, 18.58] Rabia: 3. diklat kader 1.200 orang di Bapelkes Murnajati, juni 2026

[22/02/26, 19.01] Bilal: apa tidak lebih baik dilarang saja semuanya?

[22/02/26, 19.22] Panitia: bus berangkat jam 8
"""


def test_each_number_is_a_record_with_who_is_to_act() -> None:
    found = records(TAKEN_DOWN)
    assert [(r["action"], r.get("owners_text", "")) for r in found] == [
        ("panduan posyandu keliling", "Direktorat Gizi"),
        ("pilot a joint help desk in three districts", "XQPAR"),
        ("diklat kader 1.200 orang di Bapelkes Murnajati", ""),
    ]


@pytest.mark.parametrize(
    "labels, expected",
    [
        (["1", "2", "3"], True),
        (["", "4", "5", "a", "6"], True),
        (["1", "2"], False),
        (["1", "3", "2"], False),
        ([], False),
    ],
)
def test_numbers_that_make_a_list(labels: list[str], expected: bool) -> None:
    assert counts_up(labels) is expected


@pytest.mark.parametrize("text", ["panduan posyandu keliling", "kapan Mei 2026?", "pelatihan sudah selesai Mei 2025"])
def test_what_says_nothing_of_the_future_is_no_point(text: str) -> None:
    assert point(text, recognise()) == []
