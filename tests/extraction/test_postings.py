"""Messages that name who is to act without a sentence about it."""

import pytest

from tasks.extraction.postings import governments, planned, posted
from tests.extraction.helpers import recognise


@pytest.mark.parametrize(
    "text, action, owner",
    [
        ("release of the guidebook - OCD - 1st week of December 2026", "release of the guidebook", "OCD"),
        ("update the plan of the province / SPDRMO / Q2 2026", "update the plan of the province", "SPDRMO"),
        ("ours: free wifi for 35 schools, DICT, by June 2026", "free wifi for 35 schools", "DICT"),
        ("All meters will be replaced by ZESCO by Dec 2026", "All meters will be replaced", "ZESCO"),
        ("Machakos county to train 60 officers in May 2026", "train 60 officers", "Machakos county"),
        ("Kisumu to adopt its policy, January 2026", "adopt its policy", "Kisumu"),
    ],
)
def test_who_is_named_beside_what_and_when(text: str, action: str, owner: str) -> None:
    (found,) = posted(text, recognise("en"), {"Kisumu"})
    assert (found["action"], found["owners_text"]) == (action, owner)


@pytest.mark.parametrize(
    "text, action, owner",
    [
        ("juknis ditandatangani Dirjen tgl 12 Maret 2026, PJ Bappenas", "juknis ditandatangani Dirjen", "Bappenas"),
        ("Peta risiko diselesaikan BNPB paling lambat 30 Juni 2026", "Peta risiko diselesaikan", "BNPB"),
        ("mohon Balitan mendampingi petani, mulai April 2026", "mendampingi petani", "Balitan"),
    ],
)
def test_passives_and_names_that_nobody_knows(text: str, action: str, owner: str) -> None:
    (found,) = posted(text, recognise())
    assert (found["action"], found["owners_text"]) == (action, owner)


def test_what_is_planned_to_come_out() -> None:
    (found,) = planned("Juknis BIAS ditargetkan terbit Mei 2026 oleh BPOM", recognise())
    assert (found["action"], found["owners_text"], found["period_text"]) == ("Juknis BIAS", "BPOM", "Mei 2026")
    assert planned("BPS ditargetkan menyusun peta, Mei 2026", recognise()) == []


@pytest.mark.parametrize(
    "text",
    [
        "validation in the centres tapos na po, DSWD, May 2026",
        "van to airport leaves 5 May 2026",
        "Training to start 5 May 2026",
        "Nairobi to host us in May 2026?",
        "please All members send it by May 2026",
        "drones for spraying dropped, KALRO, May 2026",
    ],
)
def test_nothing_is_posted(text: str) -> None:
    assert posted(text, recognise("en")) == []


def test_places_that_stand_for_their_governments() -> None:
    assert governments(["Kisumu county will hire", "we met in Nairobi"]) == {"Kisumu"}


def test_a_short_name_with_its_place_acts() -> None:
    found = posted("Diskuk Jabar latih 80 manajer koperasi pangan, Juni 2026", recognise())
    assert [(f["action"], f["owners_text"]) for f in found] == [("latih 80 manajer koperasi pangan", "Diskuk Jabar")]
    assert posted("Jabar latih 80 manajer koperasi pangan", recognise()) == []
