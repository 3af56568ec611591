"""Sentences of a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extraction.sentences import sentences


@pytest.mark.parametrize(
    "text, count",
    [
        ("Disdik Prov. Jabar dan Kab. Bogor menyusun SOP. Kendala: dana.", 2),
        ("Lihat no. 3 pada matriks.", 1),
        ("Bali. UPT BTIKP Bali memproduksi konten.", 2),
        ("anggaran Rp 1.500.000 cair. Mulai Mei", 2),
        ("PDSPK yg pegang. kapan? blm ada tgl", 3),
        ("The Min. of Health will act. Dr. Ali leads.", 2),
        ("kartu dibagikan, 31 Juli 2026. penyuluh bantu", 2),
        ("lihat butir 20. penyuluh bantu", 1),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(alphabet="Aab. ?!", max_size=40))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "BPTD Wil. XIX Sulsel-Sulbar menata terminal",
        "Rehabilitasi D.I. Rentang dan P.T. Tirta Lestari",
        "Distrik Navigasi Kls. I Ambon merawat suar",
        "The U.S. Embassy shall fund Brgy. San Isidro",
    ],
)
def test_a_stop_within_a_name_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Selesai pada bulan Mei. BPS menyusun pedoman.", "Selesai pada bulan Mei."),
        ("Dibangun di Ende. Dinas PUPR melapor.", "Dibangun di Ende."),
        ("It was trained in the U.S. The board agreed.", "It was trained in the U.S."),
    ],
)
def test_a_stop_behind_a_short_word_or_initials_ends_a_sentence(text: str, first: str) -> None:
    assert sentences(text)[0] == first
