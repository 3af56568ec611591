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
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(alphabet="Aab. ?!", max_size=40))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
