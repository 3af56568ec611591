"""Subdivisions of other countries: read for the plan's own country alone, in running text and in columns of places."""

import pytest

from tasks.model.meeting import Meeting
from tasks.model.tables import RAW, frame
from tasks.model.values import Level
from tasks.normalising.plan_country import country_meant, country_said
from tasks.normalising.reference import FOLDER, rows
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import words
from tasks.normalising.world_regions import subdivisions

COUNTRIES = sorted({line.split(",")[0] for line in (FOLDER / "world_regions.csv").read_text("utf-8").splitlines()[1:]})
GAZETTEERS = {code: Gazetteer.load(2022, language="en", country=code) for code in ("GH", "KE", "PH", "ZA", "ZM")}


def found(country: str, text: str, place: bool = False) -> list[str]:
    return [m.region.name for m in GAZETTEERS[country].find(text, place)]


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_subdivision_has_a_code_of_its_own_and_a_parent_that_exists(country: str) -> None:
    listed = subdivisions(country)
    codes = {s.region.code for s in listed}
    assert len(codes) == len(listed)
    assert all(s.region.parent in codes for s in listed if s.region.parent)
    assert all(s.region.name and s.region.level in {Level.PROVINCE, Level.DISTRICT} for s in listed)


def test_countries_have_codes_and_most_of_them_subdivisions() -> None:
    codes = [row["code"] for row in rows("countries")]
    assert len(codes) == len(set(codes))
    assert {code for code in codes if not subdivisions(code)} <= {"HK"}


def test_a_country_that_the_table_lacks_has_none() -> None:
    assert subdivisions("") == ()
    assert subdivisions("XX") == ()


@pytest.mark.parametrize(
    "country, text, names",
    [
        ("ZA", "Clear the stockpiles at the Limpopo and North West depots", ["Limpopo", "North West"]),
        ("ZA", "clear stockpiles at LP and NW depots", ["Limpopo", "North West"]),
        ("ZA", "the EC agreed", []),
        ("ZA", "inspect 15 sites in KZN", ["KwaZulu-Natal"]),
        ("ZA", "roll out in WC Province", ["Western Cape"]),
        ("ZA", "host a workshop in Durban", ["eThekwini"]),
        ("ZA", "support eThekwini and Vhembe DM", ["eThekwini", "Vhembe"]),
        ("ZA", "Train farmers in Bali", []),
        ("PH", "a center in Basilisa, Dinagat Islands", ["Basilisa", "Dinagat Islands"]),
        ("PH", "packs for Bicol & E. Visayas", ["Bicol", "Eastern Visayas"]),
        ("PH", "plans of Sorsogon province", ["Sorsogon"]),
        ("PH", "Surigao City and Surigao del Norte", ["Surigao City", "Surigao del Norte"]),
        ("KE", "surveillance in Trans Nzoia and Uasin Gishu", ["Trans Nzoia County", "Uasin Gishu County"]),
        ("GH", "Train nurses in Upper East and Volta Region", ["Upper East", "Volta"]),
        ("GH", "the Northern office", []),
        ("GH", "in Northern Region", ["Northern Region"]),
        ("ZM", "Lusaka City", ["Lusaka District"]),
        ("ZM", "Lusaka Province", ["Lusaka"]),
    ],
)
def test_regions_in_running_text(country: str, text: str, names: list[str]) -> None:
    assert found(country, text) == names


@pytest.mark.parametrize(
    "country, text, names",
    [("ZA", "EC", ["Eastern Cape"]), ("ZA", "ec", []), ("GH", "Northern", ["Northern Region"]), ("PH", "CAR; NCR",
      ["Cordillera Administrative Region", "National Capital Region"])],
)  # fmt: skip
def test_regions_in_a_column_of_places(country: str, text: str, names: list[str]) -> None:
    assert found(country, text, place=True) == names


@pytest.mark.parametrize(
    "meeting, code",
    [
        (Meeting(language="en", currency="ZAR"), "ZA"),
        (Meeting(language="en", currency="USD", host="Ministry of Health, South Sudan"), "SS"),
        (Meeting(language="en", currency="AUD", name="Kiribati Water Forum"), "KI"),
        (Meeting(language="en", currency="USD", host="Philippine Statistics Authority"), "PH"),
        (Meeting(language="en", currency="USD", host="Ministry of Water Resources"), ""),
        (Meeting(language="id", currency="ZAR"), ""),
    ],
)
def test_the_country_that_a_meeting_tells(meeting: Meeting, code: str) -> None:
    assert country_said(meeting) == code


def test_the_country_that_the_records_mean() -> None:
    raw = frame(RAW, [{"record_id": "R-1", "action": "Train staff in Ashanti, Oti and Ahafo", "owners_text": "GHS"}])
    assert country_meant(Meeting(language="en", currency="USD"), raw) == "GH"
    assert country_meant(Meeting(language="en", currency="USD"), raw.assign(action="Train staff in Ashanti")) == ""


def test_the_plan_s_own_table_wins() -> None:
    row = {"canonical": "Vhembe District", "type": "district", "variants": "Vhembe; VDM"}
    gazetteer = Gazetteer.load(2022, [row], "en", country="ZA")
    assert [m.region.name for m in gazetteer.find("Plans of Vhembe and Limpopo")] == ["Vhembe District", "Limpopo"]


@pytest.fixture(scope="module")
def pakistan() -> Gazetteer:
    return Gazetteer.load(2024, language="en", country="PK")


@pytest.mark.parametrize(
    "text, names",
    [
        ("Smart meters for consumers of Lahore", ["Lahore"]),
        ("Solar panels for schools in KP", ["Khyber Pakhtunkhwa"]),
        ("Cookstoves in three GB districts", ["Gilgit-Baltistan"]),
        ("Cookstoves in three districts of GB", ["Gilgit-Baltistan"]),
        ("Solar home systems for households, GB", ["Gilgit-Baltistan"]),
        ("Agree on GB rules", []),
        ("a tank for water", []),
    ],
)
def test_towns_and_short_forms_of_a_country(pakistan: Gazetteer, text: str, names: list[str]) -> None:
    assert [match.region.name for match in pakistan.find(text)] == names


def test_a_town_governs_no_office(pakistan: Gazetteer) -> None:
    said = words("Lahore Office")
    assert pakistan.at(said, 0) is None
    assert [match.region.level for match in pakistan.find("Lahore")] == [Level.DISTRICT]
