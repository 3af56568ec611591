"""What those who speak in a chat undertake for themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extraction.undertakings import EVIDENCE, undertaken
from tests.extraction.helpers import recognise


@pytest.mark.parametrize(
    "text, action, when",
    [
        (
            "ijin bu, kami jadi bangun 98 rumah, agustus s/d desember 2026",
            "bangun 98 rumah",
            "agustus s/d desember 2026",
        ),
        ("toilet: kami bangun toilet standar, mulai Januari 2026", "bangun toilet standar", "mulai Januari 2026"),
        ("TPS: kami tambah 12 unit, Mei 2026", "TPS: tambah 12 unit", "Mei 2026"),
        ("siap, modul kami kirim paling lambat 9 Mei 2026", "kirim modul", "paling lambat 9 Mei 2026"),
        ("utk Pedoman Wisata kami targetkan terbit Maret 2026", "Pedoman Wisata", "Maret 2026"),
        ("kami latih 500 kader, abis pedoman keluar. TW II 2026", "latih 500 kader", "TW II 2026"),
    ],
)
def test_bare_verbs_count_behind_the_speaker(text: str, action: str, when: str) -> None:
    (found,) = undertaken(text, recognise())
    assert (found["action"], found["period_text"], found["owners_text"]) == (action, when, "")


@pytest.mark.parametrize(
    "text, action",
    [
        ("we'll have the workshop done by 30 May 2026", "have the workshop done"),
        ("we're setting up 4 centres from March 2026", "setting up 4 centres"),
        ("Our ministry will consult 22 villages by March 2026", "consult 22 villages"),
    ],
)
def test_english_promises(text: str, action: str) -> None:
    (found,) = undertaken(text, recognise("en"))
    assert found["action"] == action


@pytest.mark.parametrize(
    "text",
    [
        "tahun lalu kami latih 20 orang, Mei 2025",
        "kami sudah kirim datanya 5 Mei 2026",
        "guru angkatan 3 kami lepas kemarin, Mei 2026",
        "kami usul pelatihan Mei 2026",
        "data yang kami kirim Mei 2026",
        "besok kita kumpul 5 Mei 2026",
        "kami bangun 3 rumah",
        "kapan kami kirim datanya, Mei 2026?",
        "us we hired 30 in July 2026, done",
        "we launched the policy in May 2026",
        "we would like to see it by May 2026",
    ],
)
def test_talk_is_no_undertaking(text: str) -> None:
    assert undertaken(text, recognise("en" if text.startswith(("we", "us")) else "id")) == []


@given(st.text(max_size=60))
def test_whatever_is_undertaken_has_words_and_a_time_or_sum(text: str) -> None:
    for found in undertaken(text, recognise()):
        assert found["action"]
        assert any(found.get(name) for name in EVIDENCE)
