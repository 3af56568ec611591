"""What needs the records around: "it", "the equipment"; numbers that need no word before them."""

from collections.abc import Mapping

import pytest

from tests.linking.plans import linked

FILE = {"file": "plan.docx", "owners": "SDA", "levels": "central"}
COUNTY = {"owners": "Meru Department", "levels": "district", "regions": "Meru", "file": "plan.docx"}


def stated(*rows: Mapping[str, str]) -> set[tuple[str, str]]:
    made, items = linked(*rows)
    names = {item: name for name, item in items.items()}
    links = made.links[made.links["kind"] == "explicit"]
    return {(names[a], names[b]) for a, b in zip(links["from_item"], links["to_item"], strict=True)}


def test_it_is_what_the_record_is_about() -> None:
    made = {"action": "Sign the national tariff agreement"} | FILE
    waits = {"action": "Train accountants on the tariff agreement once it is signed"} | COUNTY
    assert stated(made, {"action": "Dig wells in the north"} | FILE, waits) == {("R1", "R3")}


def test_the_equipment_is_what_was_bought_for_it() -> None:
    bought = {"action": "Pengadaan antropometri kit untuk posyandu"} | FILE
    waits = {"action": "Melatih kader memakai antropometri kit", "depends_text": "setelah alat diterima"} | COUNTY
    assert stated(bought, {"action": "Mencetak brosur"} | FILE, waits) == {("R1", "R3")}


@pytest.mark.parametrize("said", ["after 1.2", "after results of 1.2", "once 1.2 is done", "needs the seed from 1.2"])
def test_numbers_that_the_file_prints_need_no_word_before_them(said: str) -> None:
    rows = ({"action": "Sample soils", "number": "1.2"}, {"action": "Print posters", "number": "1.3"})
    assert stated(*(row | FILE for row in rows), {"action": "Lime plots", "depends_text": said} | COUNTY) == {
        ("R1", "R3")
    }


@pytest.mark.parametrize("said", ["after 1.2 km of road", "version 2.4 of the map"])
def test_what_no_record_bears_is_no_number(said: str) -> None:
    rows = ({"action": "Sample soils", "number": "1.3"}, {"action": "Lime plots", "depends_text": said})
    assert stated(*(row | FILE for row in rows)) == set()


def test_a_number_that_none_bears_means_those_below_it() -> None:
    rows = ({"action": "Map soils", "number": "2.1"}, {"action": "Lime plots", "remarks": "after no. 2"})
    assert stated(*(row | FILE for row in rows)) == {("R1", "R2")}


def test_what_follows_a_number_is_meant_as_well() -> None:
    rows = ({"action": "Open outlets", "number": "1.2"}, {"action": "Procure planting fertilizer", "number": "1.3"})
    waits = {"action": "Deliver bags", "depends_text": "after 1.2 and procurement of planting fertilizer"} | COUNTY
    assert stated(*(row | FILE for row in rows), waits) == {("R1", "R3"), ("R2", "R3")}


def test_what_is_replaced_is_not_waited_for() -> None:
    rows = ({"action": "Map soils", "number": "3"}, {"action": "Lime plots", "remarks": "Menggantikan butir 3"})
    assert stated(*(row | FILE for row in rows)) == set()


def test_an_answer_for_several_actions_of_a_row_is_of_the_one_it_speaks_of() -> None:
    asked = {"depends_text": "silabus admin jaringan", "file": "form.csv"}
    made = {"action": "Menyusun silabus pelatihan admin jaringan", "number": "1"} | FILE
    first = {"action": "Pelatihan admin jaringan", "locator": "row 3, column 4"} | COUNTY | asked
    second = {"action": "Pelatihan kewirausahaan petani", "locator": "row 3, column 7"} | COUNTY | asked
    assert stated(made, first, second) == {("R1", "R2")}
