"""Bodies named by their kind alone are those that were named before; who may be one of several stays as written."""

import pytest

from tasks.model.meeting import Meeting
from tests.normalising.test_normalise import run

MEETING = Meeting(name="Joint Review", year=2023, place="Kampala", host="", language="en", currency="UGX")
HEALTH, WATER = "Ministry of Health", "Ministry of Water and Environment"


def owners(*said: str, file: str = "a.docx") -> list[str]:
    rows = [{"action": "Hold a review", "owners_text": words, "file": file} for words in said]
    return list(run(*rows, meeting=MEETING).records["owners"])


def test_the_ministry_is_the_one_named_before_in_the_file() -> None:
    assert owners(HEALTH, "the Ministry") == [HEALTH, HEALTH]
    assert owners("the Ministry", HEALTH)[0] == "Ministry"


def test_one_of_several_stays_as_written() -> None:
    assert owners(HEALTH, WATER, "the Ministry")[2] == "Ministry"


def test_of_the_police_a_state_has_one() -> None:
    assert owners("Police", "Uganda Police Force")[0] == "Uganda Police Force"


@pytest.mark.parametrize("name", ["Solicitor General", "Bank of Uganda"])
def test_office_holders_and_the_bank_of_a_state_are_central(name: str) -> None:
    rows = [{"action": "Clear the draft", "owners_text": name}]
    assert list(run(*rows, meeting=MEETING).records["levels"]) == ["central"]


def test_who_receives_what_is_shared_does_not_help() -> None:
    rows = [{"action": f"{verb} crash data with {HEALTH}", "owners_text": WATER} for verb in ("Share", "Review")]
    assert list(run(*rows, meeting=MEETING).records["supporters"]) == ["", HEALTH]
