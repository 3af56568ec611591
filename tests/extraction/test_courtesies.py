"""Greetings, thanks, signatures and remarks on the paper itself."""

import pytest

from tasks.extraction.courtesies import is_about_itself, is_courtesy, is_signature, lists_people
from tests.extraction.helpers import actions


@pytest.mark.parametrize(
    "text, answer",
    [
        ("Thanks for the good discussions. As promised, the follow-ups:", True),
        ("Dear colleagues,", True),
        ("Terima kasih atas kehadiran Bapak/Ibu.", True),
        ("Dengan hormat,", True),
        ("Thanks all. The council must send the list by Friday.", False),
        ("Thank donors for their contribution", False),
    ],
)
def test_courtesies(text: str, answer: bool) -> None:
    assert is_courtesy(text) is answer


@pytest.mark.parametrize(
    "text, answer",
    [
        ("This report will be tabled at the council", True),
        ("These minutes were circulated on 3 May", True),
        ("Laporan ini akan disampaikan kepada Menteri", True),
        ("This regulation will be tabled at the council", False),
        ("Reports of this kind will be tabled", False),
        ("Laporan kinerja disampaikan kepada Menteri", False),
    ],
)
def test_what_becomes_of_the_paper(text: str, answer: bool) -> None:
    assert is_about_itself(text) is answer


@pytest.mark.parametrize(
    "text, answer",
    [
        ("Mr T. Dlamini, Chairperson: Working Group 3", True),
        ("Bapak Joko Susilo, Ketua Kelompok 3", True),
        ("Mr T. Dlamini, to send the list by Friday", False),
        ("Waste Bureau, Chairperson of the group", False),
    ],
)
def test_signatures(text: str, answer: bool) -> None:
    assert is_signature(text) is answer


@pytest.mark.parametrize(
    "text, answer",
    [
        ("Drafting team: A Jacobs, L Maseko, K Pillay", True),
        ("Tim perumus: A. Yani, B. Santoso dan C. Nurul", True),
        ("Facilitator: J. van Wyk", True),
        ("Waste: DEFF, SALGA", False),
        ("Drafting team: finish the report", False),
    ],
)
def test_lists_of_people(text: str, answer: bool) -> None:
    assert lists_people(text) is answer


def test_nothing_behind_the_end_of_a_letter_is_an_action() -> None:
    text = """
Dear colleagues,

1. BPS to train surveyors by 31 July 2026.

Kind regards
Busi Nkosi
Directorate: Air Quality, BPS | 17 Government Boulevard, Nelspruit
"""
    assert actions(text, "en") == ["train surveyors"]


@pytest.mark.parametrize("title", ["What we discussed", "Issues discussed", "Hal-hal yang dibahas"])
def test_what_was_discussed_is_no_action(title: str) -> None:
    assert actions(f"# {title}\n- State of air report 2026\n# Agreed actions\n- BPS to train surveyors") == [
        "train surveyors"
    ]


@pytest.mark.parametrize(
    "text, answer",
    [
        ("Team: Ms. P. Nakato (leader), Mr. J. Okello, Dr. R. Auma Date: 03/05/2024", True),
        ("Tim Pemantau: Agus Salim, S.T. (ketua tim), Rina Lestari, M.Si. Hari/Tanggal: Senin, 11 Maret 2024", True),
        ("Tim: Bpk. Sutrisno (ketua), Ibu Ratna, dr. Wulan Tanggal: 14/05/2024", True),
        ("Team: Dinas Kesehatan, BPBD", False),
        ("Mr. Okello: please send the list by Friday", False),
        ("Tim: menyusun pedoman", False),
    ],
)
def test_lines_of_people_with_their_day(text: str, answer: bool) -> None:
    assert lists_people(text) is answer
