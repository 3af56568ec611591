"""Turns of phrase."""

import pytest

from tasks.extraction.phrases import after, equals, holds, phrases, starts


@pytest.mark.parametrize(
    "kind, text",
    [
        ("total", "JUMLAH BIAYA YANG SUDAH DIANGGARKAN"),
        ("total", "Grand total"),
        ("remark", "*) Catatan: menyusul"),
        ("example", "(contoh) Pelatihan guru"),
        ("history", "Sudah dilaksanakan: pembangunan"),
        ("close", "Susunan  acara"),
        ("end", "Demikian notulen ini dibuat"),
    ],
)
def test_text_begins_with_a_phrase(kind: str, text: str) -> None:
    assert starts(kind, text)


def test_phrases_are_whole_words() -> None:
    assert not starts("total", "Totalitas kerja")
    assert not holds("same", "bersama")
    assert not starts("total", "Biaya jumlah")


def test_what_stands_behind_a_phrase() -> None:
    assert after("progress", "Progres: rancangan selesai") == "rancangan selesai"
    assert after("progress", "rancangan selesai") == "rancangan selesai"


def test_a_text_that_is_a_phrase_and_nothing_else() -> None:
    assert equals("same", "s.d.a.")
    assert equals("same", '"')
    assert not equals("same", "idem dengan no. 3")
    assert not equals("done", "")


def test_levels_have_values() -> None:
    assert phrases("level")["kab/kota"] == "district"
    assert phrases("level")["daerah"] == ""
