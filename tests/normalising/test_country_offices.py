"""Bodies of the plan's own country, and offices that stand beside one of its regions."""

import pytest

from tasks.normalising.institutions import Directory
from tasks.normalising.regions import Gazetteer

HOSTS = {
    "ZA": "Department of Environment, Forestry and Fisheries", "PH": "Office of Civil Defense",
    "NG": "Federal Ministry of Water Resources", "NP": "Ministry of Education, Science and Technology",
    "ZM": "Ministry of Agriculture", "IN": "Ministry of Rural Development", "PG": "National Planning Office",
    "GH": "Ministry of Finance", "PK": "Ministry of Planning", "BD": "Ministry of Public Administration",
}  # fmt: skip
DIRECTORIES = {
    code: Directory.load(Gazetteer.load(2022, language="en", country=code), (), "en", host, True, year=2022)
    for code, host in HOSTS.items()
}


@pytest.mark.parametrize(
    "country, written, named",
    [
        ("ZA", "Limpopo DoH", [("Limpopo Department of Health", "province", "Limpopo")]),
        ("ZA", "Gauteng Health", [("Gauteng Health", "province", "Gauteng")]),
        ("ZA", "KZN Education Department",
         [("KwaZulu-Natal Education Department", "province", "KwaZulu-Natal")]),
        ("PK", "Livestock Department Sindh", [("Sindh Livestock Department", "province", "Sindh")]),
        ("PK", "Livestock Deptt, Punjab", [("Punjab Livestock Department", "province", "Punjab")]),
        ("PK", "KP Health and Works Department",
         [("Khyber Pakhtunkhwa Health and Works Department", "province", "Khyber Pakhtunkhwa")]),
        ("PK", "H&W Deptt GB", [("H&W Deptt GB", "province", "Gilgit-Baltistan")]),
        ("IN", "Department of Ports, Government of Gujarat",
         [("Gujarat Department of Ports", "province", "Gujarat")]),
        ("IN", "Ports Department, Government of Gujarat", [("Gujarat Ports Department", "province", "Gujarat")]),
        ("PK", "DC Upper Valley", [("DC Upper Valley", "district", "Upper Valley")]),
        ("PK", "Deputy Commissioner of Police", [("Deputy Commissioner of Police", "central", "")]),
        ("PK", "Chief Secretary Sindh", [("Chief Secretary Sindh", "province", "Sindh")]),
        ("BD", "DC Sylhet", [("DC Sylhet", "district", "Sylhet")]),
        ("PK", "Sindh", [("Sindh", "province", "Sindh")]),
        ("ZA", "NW DPWR", [("NW DPWR", "province", "North West")]),
        ("ZA", "DWS Limpopo", [("DWS Limpopo", "central-unit", "Limpopo")]),
        ("ZA", "Department of Health, KwaZulu-Natal",
         [("KwaZulu-Natal Department of Health", "province", "KwaZulu-Natal")]),
        ("ZA", "Office of the Premier, Limpopo", [("Limpopo Office of the Premier", "province", "Limpopo")]),
        ("ZA", "City of Cape Town", [("City of Cape Town", "district", "Cape Town")]),
        ("ZA", "Thaba Chweu LM", [("Thaba Chweu Local Municipality", "district", "Thaba Chweu")]),
        ("ZA", "DEFF: CWM", [("Department of Environment, Forestry and Fisheries", "central", "")]),
        ("ZA", "All metros", [("metros", "district", "")]),
        ("PH", "DPWH BOD", [("DPWH BOD", "central", "")]),
        ("PH", "DILG-LGA", [("Local Government Academy", "central", "")]),
        ("PH", "DepEd Leyte", [("DepEd Leyte", "central-unit", "Leyte")]),
        ("PH", "PRC Leyte Chapter", [("PRC Leyte Chapter", "other", "Leyte")]),
        ("PH", "LGU Daraga, Albay", [("LGU Daraga", "district", "Daraga")]),
        ("NG", "Kano SUBEB", [("Kano State Universal Basic Education Board", "province", "Kano")]),
        ("NG", "Ministry of Education, Kaduna State", [("Kaduna Ministry of Education", "province", "Kaduna")]),
        ("NG", "Jos North LGA", [("Jos North Local Government Area", "district", "Jos North")]),
        ("NP", "Kaski DCC", [("Kaski District Coordination Committee", "district", "Kaski District")]),
        ("ZM", "Lusaka City Council", [("Lusaka City Council", "district", "Lusaka District")]),
        ("IN", "IMD Guwahati", [("IMD Guwahati", "central-unit", "")]),
        ("IN", "DIET Ranchi", [("DIET Ranchi", "district", "Ranchi District")]),
        ("ZM", "Nutrition Section (NS), Ministry of Agriculture",
         [("Nutrition Section, Ministry of Agriculture", "central", "")]),
        ("NG", "Family Health Division, WHO", [("Family Health Division", "central", ""), ("WHO", "other", "")]),
        ("NG", "Budget Division, Federal Ministry of Finance, and UNICEF",
         [("Budget Division, Federal Ministry of Finance", "central", ""), ("UNICEF", "other", "")]),
        ("NG", "Hydrology Unit (FMWR)",
         [("Hydrology Unit, Federal Ministry of Water Resources", "central", "")]),
        ("NP", "Curriculum, Books and Tests Section of the Ministry",
         [("Curriculum, Books and Tests Section, Ministry of Education, Science and Technology", "central", "")]),
        ("IN", "Planning Division, Statistics Division",
         [("Planning Division", "central", ""), ("Statistics Division", "central", "")]),
        ("ZM", "Programme on Soils, QRS", [("Programme on Soils, QRS", "central", "")]),
        ("ZM", "Ministry of Agriculture Crops Department",
         [("Crops Department, Ministry of Agriculture", "central", "")]),
        ("ZM", "Department of Fisheries, Ministry of Agriculture",
         [("Department of Fisheries, Ministry of Agriculture", "central", "")]),
        ("ZM", "Exams Branch - Ministry of Agriculture",
         [("Exams Branch, Ministry of Agriculture", "central", "")]),
        ("PH", "Bureau of Soils, Water and Forests, DENR",
         [("Bureau of Soils, Water and Forests, Department of Environment and Natural Resources", "central", "")]),
        ("ZA", "Department of Health, DBE",
         [("Department of Health", "central", ""), ("Department of Basic Education", "central", "")]),
        ("ZM", "Northern, Luapula and Muchinga Provincial Health Offices",
         [("Northern Provincial Health Office", "province", "Northern Province"),
          ("Luapula Provincial Health Office", "province", "Luapula"),
          ("Muchinga Provincial Health Office", "province", "Muchinga")]),
        ("ZM", "Eastern Province and Ministry of Agriculture",
         [("Eastern Province", "province", "Eastern Province"), ("Ministry of Agriculture", "central", "")]),
        ("GH", "Western RHD", [("Western Regional Health Directorate", "province", "Western Region")]),
        ("GH", "Regional Health Directorate, Eastern",
         [("Eastern Regional Health Directorate", "province", "Eastern Region")]),
        ("PG", "Talasea DDA", [("Talasea DDA", "district", "Talasea District")]),
    ],
)  # fmt: skip
def test_offices(country: str, written: str, named: list[tuple[str, str, str]]) -> None:
    found = DIRECTORIES[country].split(written)
    assert [(m.institution.name, str(m.institution.level), m.institution.region) for m in found] == named


def test_a_unit_by_its_short_form_behind_its_body() -> None:
    told = {"PPRD": "Policy, Planning and Review Division"}
    known = Directory.load(Gazetteer.load(2022, language="en", country="ZM"), (), "en", HOSTS["ZM"], True, told, 2022)
    written = ["Ministry of Agriculture/PPRD", "PPRD, Ministry of Agriculture", "Ministry of Agriculture - PPRD"]
    unit = "Policy, Planning and Review Division, Ministry of Agriculture"
    assert [[m.institution.name for m in known.split(text)] for text in written] == [[unit]] * 3


def test_the_host_by_the_first_letters_of_its_name() -> None:
    assert DIRECTORIES["NG"].named("FMWR").level == "central"
    host = Directory.load(Gazetteer.load(2022, language="en"), (), "en", "Bureau of Coastal and Island Affairs", True)
    assert host.named("BCIA").name == "Bureau of Coastal and Island Affairs"


def test_what_lies_beside_no_region_is_left_open() -> None:
    assert [str(m.institution.level) for m in DIRECTORIES["ZA"].split("FBDM")] == ["other"]
