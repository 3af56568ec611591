"""Who is asked, and for what."""

import pytest

from tasks.extraction.subjects import asked, starts_with_request
from tests.extraction.helpers import recognise


@pytest.mark.parametrize(
    "sentence, owner, body",
    [
        ("Pustekkom agar menyusun panduan", "Pustekkom", "menyusun panduan"),
        ("Pemerintah Provinsi diminta mengalokasikan anggaran", "Pemerintah Provinsi", "mengalokasikan anggaran"),
        ("Dinas Sosial Kota Batu menata data", "Dinas Sosial Kota Batu", "menata data"),
        ("Menyelenggarakan ToT", "", "Menyelenggarakan ToT"),
        ("Perlu segera disusun pedoman", "", "disusun pedoman"),
        ("Bagi siswa tunanetra, BPS akan menyusun buku", "BPS", "menyusun buku"),
        ("BPS to update the registry", "BPS", "update the registry"),
        ("The Ministry of Health will issue a circular", "The Ministry of Health", "issue a circular"),
        ("BPS publishes the survey", "BPS", "publishes the survey"),
        ("Juknis BOS diubah agar jelas", "", "Juknis BOS diubah agar jelas"),
    ],
)
def test_requests(sentence: str, owner: str, body: str) -> None:
    found = asked(sentence, recognise())
    assert found is not None
    assert (found.owner, found.body) == (owner, body)


@pytest.mark.parametrize(
    "sentence", ["Listrik tidak merata", "Peserta berjumlah 38 orang", "Internet in the north is slow"]
)
def test_sentences_that_ask_for_nothing(sentence: str) -> None:
    assert asked(sentence, recognise()) is None


def test_words_before_the_subject_are_kept() -> None:
    found = asked("Setelah juknis terbit, BPS menyusun data", recognise())
    assert found is not None
    assert found.before == "Setelah juknis terbit"


def test_a_request_before_any_history() -> None:
    assert starts_with_request("Menyusun modul memakai pedoman yang telah selesai")
    assert not starts_with_request("Tahun 2016 telah dipasang internet untuk mendukung sekolah")
