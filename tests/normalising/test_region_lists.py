"""Names that are a region's by the list in which they stand."""

from pathlib import Path

import pytest

from tasks.model.meeting import Group, Inputs, Meeting
from tasks.model.tables import RAW, frame
from tasks.normalising.normalise import normalise
from tests.normalising.test_world_regions import found


@pytest.mark.parametrize(
    ("country", "text", "names"),
    [
        ("ZM", "in Northern, Luapula and Muchinga", ["Northern Province", "Luapula", "Muchinga"]),
        ("ZM", "Build wells in Central and Copperbelt", ["Central Province", "Copperbelt"]),
        ("GH", "in Upper East, Upper West and Eastern", ["Upper East", "Upper West", "Eastern Region"]),
        ("ZM", "the Northern farmers and Copperbelt miners", ["Copperbelt"]),
        ("ZM", "Train Northern, then Luapula", ["Luapula"]),
        ("KE", "pilot in Kisumu, Siaya and Central", ["Kisumu County", "Siaya County"]),
        ("GH", "link the system in Savannah", ["Savannah Region"]),
        ("GH", "plant trees in Savannah Parks", []),
        ("GH", "roads in Northern", []),
    ],
)
def test_everyday_words_are_regions_beside_regions(country: str, text: str, names: list[str]) -> None:
    assert found(country, text) == names


def regions(action: str) -> tuple[str, str]:
    """Regions of an action of a plan of Zambia that tells of Tamba District elsewhere, and what is inferred."""
    rows = [{"action": action}, {"action": "Drill", "place_text": "Tamba District"}]
    inputs = Inputs(Path(), Meeting(year=2023, language="en", currency="ZMW", groups=(Group("A", "A"),)), ())
    made = normalise(frame(RAW, rows), inputs).records.to_dict("records")[0]
    return made["regions"], made["inferred"]


@pytest.mark.parametrize(
    ("action", "named"),
    [
        ("appoint officers for Orwe South, Tamba and Lisku", "Tamba District; Orwe South District; Lisku District"),
        ("appoint officers for Tamba and UNICEF", "Tamba District"),
        ("appoint officers for Tamba, Lisku Water Board", "Tamba District"),
        ("meet Lisku and Tamba", "Tamba District"),
    ],
)
def test_places_beside_a_known_district_are_of_its_kind(action: str, named: str) -> None:
    assert regions(action) == (named, "regions: list" if ";" in named else "")
