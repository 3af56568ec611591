"""What nobody has put down names who would be competent for it, marked as inferred."""

from tasks.model.problem import Code
from tests.linking.plans import linked

LIBRARIES = {"action": "Menyusun pedoman layanan perpustakaan", "owners": "Perpustakaan Nasional"}
REGION = {"owners": "Dinas Perpustakaan Bali", "levels": "province", "regions": "Bali"}


def competent(waits: str, *others: dict[str, str]) -> tuple[str, str]:
    made, _ = linked({"action": "Bimtek pustakawan", "depends_text": waits} | REGION, *others)
    [details] = [dict(found.details) for found in made.problems if found.code == Code.PREREQUISITE_MISSING]
    return details["competent"], details["office"] or details["law"]


def test_an_office_that_is_named_is_competent_by_its_name_in_the_plan() -> None:
    bureau = {"action": "Rapat kerja", "owners": "Biro Hukum Kementerian"}
    found = competent("menunggu standar koleksi anak dari Biro Hukum", bureau, LIBRARIES)
    assert found == ("@linking.competent.office", "Biro Hukum Kementerian")


def test_who_makes_such_products_in_the_group_is_competent() -> None:
    found = competent("menunggu pedoman koleksi anak", LIBRARIES)
    assert found == ("@linking.competent.office", "Perpustakaan Nasional")


def test_the_law_tells_the_level_of_what_it_knows() -> None:
    found = competent("menunggu pembangunan SMA yang belum ada yang mengerjakan", LIBRARIES)
    assert found[0] == "@linking.competent.law"
    assert found[1].startswith("UU 23/2014")


def test_nobody_is_made_up() -> None:
    assert competent("menunggu aplikasi katalog dari LKPP") == ("", "")
