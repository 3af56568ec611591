"""What stays of a message without greetings and politeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extraction.texts import tidy
from tasks.extraction.utterances import bare, opening, unprefaced


@pytest.mark.parametrize(
    "text, words",
    [
        ("kami kirim 5 Mei ya bu 🙏", "kami kirim 5 Mei"),
        ("👍🏾", ""),
        ("will do, by May <This message was edited>", "will do, by May"),
        ("kumpul di Bandung", "kumpul di Bandung"),
    ],
)
def test_politeness_at_the_end_goes(text: str, words: str) -> None:
    assert bare(text) == words


@pytest.mark.parametrize(
    "text, rest, agreed",
    [
        ("siap pak, kami kirim", "kami kirim", True),
        ("ijin bu, kami bangun", "kami bangun", False),
        ("All meters will be replaced", "All meters will be replaced", False),
        ("all, we meet in May", "we meet in May", False),
    ],
)
def test_greetings_and_assent_lead_in(text: str, rest: str, agreed: bool) -> None:
    assert opening(text) == (rest, agreed)


@given(st.text(max_size=60))
def test_words_are_only_taken_off_the_ends(text: str) -> None:
    kept = bare(text)
    assert kept in tidy(text)
    assert kept.endswith(opening(kept)[0])


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Ijin pak, surat edaran mohon diterbitkan", "surat edaran mohon diterbitkan"),
        ("Mohon izin menambahkan bu, Kemensos menyusun juknis", "Kemensos menyusun juknis"),
        ("Mohon ditambahkan pak, Dinas Sosial mendata lansia", "Dinas Sosial mendata lansia"),
        ("Utk info Dit. Dafduk akan kirim blangko", "Dit. Dafduk akan kirim blangko"),
        ("satu lagi dari kami: verifikasi data", "verifikasi data"),
        ("Please note that KEMSA will deliver", "KEMSA will deliver"),
        ("FYI, just to add, NEMA to inspect", "NEMA to inspect"),
        ("Mohon dicatat juga ya, KKP membagikan benih", "KKP membagikan benih"),
        ("@all kindly also add that NEMA will inspect", "NEMA will inspect"),
        ("Mohon ditambahkan anggaran untuk Buru", "Mohon ditambahkan anggaran untuk Buru"),
        ("Izin usaha perikanan diterbitkan KKP", "Izin usaha perikanan diterbitkan KKP"),
        ("Please add Kisumu to the list", "Please add Kisumu to the list"),
    ],
)
def test_politeness_before_a_sentence(said: str, left: str) -> None:
    assert unprefaced(said) == left
