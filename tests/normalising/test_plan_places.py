"""Places of a country that no list has are learnt from the words of an English plan."""

from pathlib import Path

import pytest

from tasks.model.meeting import Inputs, Meeting
from tasks.model.tables import RAW, frame
from tasks.normalising.normalise import normalise
from tasks.normalising.plan_places import learnt_places
from tasks.normalising.regions import Gazetteer

ENGLISH = Gazetteer.load(2023, language="en")


def learnt(**cells: str) -> dict[str, str]:
    """What one row teaches: spelling and region."""
    raw = frame(RAW, [{"record_id": "R-1", "action": "x", **cells}])
    return {written: region.name for written, region in learnt_places(raw, ENGLISH).items()}


def regions(*rows: dict[str, str]) -> list[str]:
    raw = frame(RAW, [{"record_id": f"R-{n}", **row} for n, row in enumerate(rows)])
    meeting = Meeting(name="Conference", year=2023, language="en", currency="USD")
    return list(normalise(raw, Inputs(Path(), meeting, (), {})).records["regions"])


@pytest.mark.parametrize(
    "cells, spellings",
    [
        ({"heading": "Nandi County"}, {"Nandi": "Nandi County", "Nandi County": "Nandi County"}),
        ({"heading": "Proposals › NANDI COUNTY"}, {"Nandi": "Nandi County", "Nandi County": "Nandi County"}),
        ({"owners_text": "Water Office of Nandi County"}, {"Nandi": "Nandi County", "Nandi County": "Nandi County"}),
        ({"owners_text": "Town Council of Marrow"}, {"Marrow": "Marrow"}),
        ({"owners_text": "Marrow Town Council"}, {"Marrow": "Marrow"}),
        ({"place_text": "Central Province"}, {"Central Province": "Central Province"}),
        (
            {"place_text": "Kasama District; Kasama Province"},
            {"Kasama District": "Kasama District", "Kasama Province": "Kasama Province"},
        ),
        ({"heading": "Each District"}, {}),
        ({"place_text": "Bogor Regency; West Java Province"}, {}),
        ({"owners_text": "Ministry of Health"}, {}),
    ],
)
def test_what_a_row_teaches(cells: dict[str, str], spellings: dict[str, str]) -> None:
    assert learnt(**cells) == spellings


def test_a_place_that_was_named_once_with_its_kind_is_known_everywhere() -> None:
    assert regions(
        {"action": "Drill 30 boreholes", "owners_text": "Nandi Water Utility"},
        {"action": "Survey leakage in Nandi", "owners_text": "Ministry of Water"},
        {"action": "Plant trees", "heading": "Nandi County", "owners_text": "Forest Service"},
        {"action": "Transplant marrow", "owners_text": "Town Council of Marrow"},
    ) == ["Nandi County", "Nandi County", "Nandi County", "Marrow"]


def test_a_district_stands_for_its_province() -> None:
    assert regions(
        {
            "action": "Buy a boat",
            "place_text": "Lake Province",
            "owners_text": "District Health Office of Orin District",
        },
        {"action": "Train staff in Orin District", "place_text": "Lake Province", "owners_text": "Ministry of Health"},
        {"action": "Train nurses", "place_text": "Lake Province", "owners_text": "Ministry of Health"},
    ) == ["Orin District", "Orin District", "Lake Province"]


def test_a_short_form_is_no_place_whatever_kind_stands_behind_it() -> None:
    assert learnt(owners_text="KTQ Region VIII; KTQ; KTQ Regional Office; KTQ Region") == {}


def test_offices_of_a_kind_of_place_teach_its_name() -> None:
    taught = learnt(owners_text="Surin del Norte PDRRMO", supporters_text="LGU of Leven", proposer_text="PLGU Basco")
    assert taught == {name: name for name in ("Surin del Norte", "Leven", "Basco")}


def test_a_place_within_another_name_is_not_that_place() -> None:
    rows = [
        {"action": "Plant trees", "owners_text": "Surin City"},
        {"action": "Audit the hospitals in Surin del Norte", "owners_text": "KTQ"},
        {"action": "Dig wells in Southern Surin", "owners_text": "KTQ"},
    ]
    assert regions(*rows) == ["Surin City", "", ""]


def test_a_province_behind_its_town_has_no_office_of_its_own() -> None:
    raw = frame(RAW, [
        {"record_id": "R-1", "action": "x", "owners_text": "Municipality of Leven, Surin del Norte"},
        {"record_id": "R-2", "action": "y", "owners_text": "Surin del Norte PDRRMO"},
    ])  # fmt: skip
    found = normalise(raw, Inputs(Path(), Meeting(name="x", year=2023, language="en", currency="USD"), (), {}))
    assert list(found.records["owners"]) == ["Municipality of Leven", "Surin del Norte PDRRMO"]
