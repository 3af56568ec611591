"""Offices and regions with numbers, offices of towns and provinces by their short forms."""

import pytest

from tasks.normalising.field_offices import numbered_regions
from tasks.normalising.institutions import Directory
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import words

GAZETTEER = Gazetteer.load(2022, language="en")
DIRECTORY = Directory.load(GAZETTEER, language="en", abroad=True)


def named(text: str) -> list[tuple[str, str, str]]:
    """Name, level and region of every institution of a cell."""
    found = [m.institution for m in DIRECTORY.split(text)]
    return [(i.name, str(i.level), i.region) for i in found]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("FWD RO XIII", [("FWD RO XIII", "central-unit", "Region XIII")]),
        ("FO V and FO VIII", [("FO V", "central-unit", "Region V"), ("FO VIII", "central-unit", "Region VIII")]),
        ("ROs VI and VII", [("RO VI", "central-unit", "Region VI"), ("RO VII", "central-unit", "Region VII")]),
        ("KTQ RFO IV-A", [("KTQ RFO IV-A", "central-unit", "Region IV-A")]),
        ("KTQ Region VIII", [("KTQ Region VIII", "central-unit", "Region VIII")]),
        ("KTQ ROs", [("KTQ ROs", "central-unit", "")]),
        ("KTQ Regional Offices", [("KTQ Regional Offices", "central-unit", "")]),
        ("Leven PDRRMO", [("Leven PDRRMO", "province", "Leven")]),
        ("Surin del Norte PDRRMO", [("Surin del Norte PDRRMO", "province", "Surin del Norte")]),
        ("CDRRMO Leven City", [("CDRRMO Leven City", "district", "Leven City")]),
        ("LGU of Basco, Northern Surin", [("LGU of Basco", "district", "Basco")]),
        ("Town of Basco, Leven Province", [("Town of Basco", "district", "Basco")]),
        ("LGU of Basco, KTQ", [("LGU of Basco", "district", "Basco"), ("KTQ", "other", "")]),
        ("Municipality of Del Mar", [("Municipality of Del Mar", "district", "Del Mar")]),
        ("City of Leven", [("City of Leven", "district", "Leven")]),
        ("KTQR Regional Health Bureau", [("KTQR Regional Health Bureau", "province", "")]),
    ],
)
def test_who_is_named(text: str, meant: list[tuple[str, str, str]]) -> None:
    assert named(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("stores in Regions V and VIII", ["Region V", "Region VIII"]),
        ("Region IV-A", ["Region IV-A"]),
        ("District 5, Region 2 and 3", ["District 5", "Region 2", "Region 3"]),
        ("the region 5 years ago", []),
        ("Regions", []),
    ],
)
def test_regions_with_numbers(text: str, meant: list[str]) -> None:
    assert [region.name for region, _, _ in numbered_regions(text, words(text))] == meant


@pytest.mark.parametrize(
    ("text", "owners", "supporters"),
    [
        ("The PQR, the STUV and the WXY", ["PQR", "STUV", "WXY"], []),
        ("The PQR and the WXY", ["PQR", "WXY"], []),
        ("PQR w/ WXY", ["PQR"], ["WXY"]),
        ("PQR with inputs from STUV and WXY", ["PQR"], ["STUV", "WXY"]),
        ("PQR with the assistance of STUV ROs", ["PQR"], ["STUV ROs"]),
        ("PQR c/o WXY", ["PQR", "WXY"], []),
        ("PQR dengan masukan dari WXY", ["PQR"], ["WXY"]),
    ],
)
def test_short_forms_that_nobody_knows(text: str, owners: list[str], supporters: list[str]) -> None:
    found = DIRECTORY.split(text)
    assert [m.institution.name for m in found if m.role != "support"] == owners
    assert [m.institution.name for m in found if m.role == "support"] == supporters
