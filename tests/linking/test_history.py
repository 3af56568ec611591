"""What is said of other years, seasons, places and several things at once."""

from collections.abc import Mapping

import pytest

from tasks.linking.numbers import labelled
from tasks.model.problem import Code
from tests.linking.plans import linked

YEAR = {"start": "2025-02-01", "end": "2025-10-31"}
MOST = {"owners": "Ministry of Ports", "file": "a.docx"} | YEAR
LESS = {"owners": "Harbour Office", "file": "b.docx"} | YEAR


def found(*rows: Mapping[str, str]) -> tuple[set[tuple[str, str]], list[str]]:
    made, items = linked(*rows)
    names = {item: name for name, item in items.items()}
    links = made.links[made.links["kind"] == "explicit"]
    missing = [dict(p.details)["text"] for p in made.problems if p.code == Code.PREREQUISITE_MISSING]
    return {(names[a], names[b]) for a, b in zip(links["from_item"], links["to_item"], strict=True)}, missing


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Revise the Ports Act", "Inspect quays in line with the Ports Act of 1998"),
        ("Hold the regatta", "Report on sales after the 2017 regatta"),
        ("Panen raya garam", "Membeli garam setelah panen"),
    ],
)
def test_history_and_seasons_are_nobodys_work(first: str, then: str) -> None:
    assert found({"action": first} | MOST, {"action": then} | LESS) == (set(), [])


def test_a_year_of_the_plan_is_no_history() -> None:
    rows = (
        {"action": "Carry out the 2025 quay survey"} | MOST,
        {"action": "Rank quays after the 2025 quay survey"} | LESS,
    )
    assert found(*rows)[0] == {("R1", "R2")}


def test_each_of_several_things_is_waited_for() -> None:
    rows = [{"action": action} | MOST for action in ("Buy 9 tide gauges", "Install the buoys of the strait")]
    waits = {
        "action": "Start the strait bulletin",
        "depends_text": "once the tide gauges and buoys are in place",
    } | LESS
    assert found(*rows, waits) == ({("R1", "R3"), ("R2", "R3")}, [])


def test_what_is_not_there_yet_is_waited_for_in_the_cell_for_it() -> None:
    waits = {"action": "Lelang dermaga", "depends_text": "juknis dermaga belum terbit, menunggu Kementerian"} | LESS
    assert found({"action": "Menyusun juknis dermaga"} | MOST, waits)[0] == {("R1", "R2")}


def test_a_guideline_of_an_office_in_possessive_is_that_of_the_office() -> None:
    rows = [
        {"action": "Issue the dredging guideline"} | MOST | {"owners": "Portnet"},
        {"action": "Issue the towing guideline", "owners": "Navy"},
    ]
    waits = {
        "action": "Dredge the basin",
        "depends_text": "when Portnet's dredging guideline is out",
    } | LESS
    assert found(*rows, waits) == ({("R1", "R3")}, [])


def test_work_for_a_province_serves_its_districts() -> None:
    plan = {"action": "Menyusun masterplan pelabuhan", "regions": "Jawa Timur", "file": "a.docx"} | YEAR
    waits = {
        "action": "Membangun dermaga",
        "depends_text": "setelah masterplan pelabuhan terbit",
        "file": "b.docx",
    } | YEAR
    assert found(plan, waits | {"regions": "Kabupaten Gresik"})[0] == {("R1", "R2")}
    assert found(plan, waits | {"regions": "Kabupaten Bogor"})[0] == set()


@pytest.mark.parametrize(
    ("remarks", "own"),
    [
        ("Item: 4.5; Discussion: slow", "4.5"),
        ("Discussion: item: 4", ""),
        ("No: 7", "7"),
        ("Item: quay", ""),
        ("Butir: a", "a"),
        ("Min. No.: K2/03", "K2/03"),
        ("Ref: (l)", "(l)"),
        ("", ""),
    ],
)
def test_numbers_in_a_column_kept_as_remarks(remarks: str, own: str) -> None:
    assert labelled(remarks) == own


def test_minutes_are_pointed_to_by_number() -> None:
    told = {
        "action": "Train pilots",
        "remarks": "Item: 4.5; Discussion: slow",
        "owners": "Port",
        "file": "minutes.docx",
    }
    waits = {"action": "Register tugs", "depends_text": "once officials were trained (minutes 4.5)"} | LESS
    assert found(told, waits)[0] == {("R1", "R2")}


def test_minutes_of_a_group_are_pointed_to_by_its_code_and_number() -> None:
    told = {"action": "Train pilots", "remarks": "Min. No.: K2/03", "group": "K2"} | MOST
    waits = {"action": "Register tugs", "depends_text": "after the course under Min. K2/03"}
    assert found(told, waits | MOST | {"group": "K2"})[0] == {("R1", "R2")}
    assert found(told, waits | LESS | {"group": "K1"})[0] == {("R1", "R2")}


def test_cooperation_with_an_office_is_no_pointer() -> None:
    waits = {"action": "Membuka rute feri", "depends_text": "setelah kerja sama dengan Pelindo (no. 2)"} | MOST
    rows = [
        {"action": "Kerja sama layanan dengan Pelindo", "number": "2"} | MOST,
        {"action": "Cat kapal", "number": "1"} | MOST,
    ]
    assert found(*rows, waits)[0] == {("R1", "R3")}
