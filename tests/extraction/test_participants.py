"""Those who take part in a chat."""

import pytest

from tasks.extraction.participants import answered, asked_by_name, called, employed, introduced
from tests.extraction.helpers import recognise

SPEAKERS = {"Bu Rina", "Joko BPS", "Tom (Wildlife Dept)"}


@pytest.mark.parametrize(
    "who, institution", [("Joko BPS", "BPS"), ("Tom (Wildlife Dept)", "Wildlife Dept"), ("Bu Rina", "")]
)
def test_for_whom_somebody_speaks(who: str, institution: str) -> None:
    assert employed(who, recognise()) == institution


@pytest.mark.parametrize(
    "text, office",
    [
        ("Pagi, saya Dedi dari DLH Kota Cimahi", "DLH Kota Cimahi"),
        ("Hi, Ruth here from Lae Polytechnic", "Lae Polytechnic"),
        ("saya sudah pulang dari Bandung", ""),
        ("data dari BPS belum ada", ""),
    ],
)
def test_who_introduces_themselves(text: str, office: str) -> None:
    assert introduced(text, recognise()) == office


@pytest.mark.parametrize(
    "text, action, owner",
    [
        ("@Budi tolong kirim daftar desa paling lambat 9 Mei 2026", "kirim daftar desa", "Budi"),
        ("Tom will send the proposal by 9 May 2026", "send the proposal", "Wildlife Dept"),
        ("@Mary please book the stage by 1 May 2026", "book the stage", "Mary"),
        ("Rina akan menyusun anggaran, selesai 20 Mei 2026", "menyusun anggaran", "Bu Rina"),
    ],
)
def test_called_by_name(text: str, action: str, owner: str) -> None:
    names = called(SPEAKERS, recognise())
    (found,) = asked_by_name(text, names, recognise("en" if "will" in text or "please" in text else "id"))
    assert (found["action"], found["owners_text"]) == (action, owner)


@pytest.mark.parametrize(
    "text", ["Rina?", "Selamat malam semua", "@Budi siap", "Tom will you come?", "TOM will send the list by May 2026"]
)
def test_nobody_is_asked(text: str) -> None:
    assert asked_by_name(text, called(SPEAKERS, recognise()), recognise()) == []


def test_a_promise_counts_with_a_time() -> None:
    (found,) = answered("sure, will share the manual by 20 May 2026", "Joko BPS", recognise("en"))
    assert (found["action"], found["owners_text"]) == ("share the manual", "BPS")
    assert answered("sure, will do", "Joko BPS", recognise("en")) == []
    assert answered("will this work by 20 May 2026?", "Joko BPS", recognise("en")) == []


def test_who_is_called_may_be_asked_for_somebody_else() -> None:
    found = asked_by_name("@Rina mohon BPS mengirim data sebelum 10 Mei 2026", {"rina": "Kemensos"}, recognise())
    assert [(f["owners_text"], f["action"]) for f in found] == [("BPS", "mengirim data")]
