"""Findings that the secretariat has waived are told with its reason; waivers without effect are told too."""

from datetime import date

import pytest

from tasks.linking.checks.waivers import waived
from tasks.model.problem import Code, Problem, problem
from tests.frames import items

DAY = date(2017, 6, 1)
ITEMS = items({"item_id": "RK-A", "number": "A.1"}, {"item_id": "RK-B", "number": "A.2"})
FOUND = problem(Code.AUTHORITY_MISMATCH, "a.docx", "row 3", item="RK-A")
LOAD = problem(Code.INSTITUTION_OVERLOADED, owner="Pusat Data")


def after(*waivers: dict[str, str], found: tuple[Problem, ...] = (FOUND,)) -> list[tuple[Code, dict[str, str]]]:
    return [(one.code, dict(one.details)) for one in waived(found, waivers, ITEMS, DAY)]


def waiver(item: str = "RK-A", **cells: str) -> dict[str, str]:
    return {"rule": "authority-mismatch", "item": item, "reason": "by agreement"} | cells


@pytest.mark.parametrize("name", ["RK-A", "rk-a", "A.1", "a.docx, row 3"])
def test_a_finding_is_waived_by_any_name_of_its_item(name: str) -> None:
    [(code, details)] = after(waiver(name))
    assert (code, details["reason"]) == (Code.FINDING_WAIVED, "by agreement")


def test_one_about_an_institution_is_waived_by_its_name() -> None:
    told = after(waiver("Pusat Data", rule="institution-overloaded"), found=(FOUND, LOAD))
    assert [code for code, _ in told] == [Code.AUTHORITY_MISMATCH, Code.FINDING_WAIVED]


@pytest.mark.parametrize(
    ("cells", "cause"),
    [
        ({"expiry": "2017-05-31"}, "expired"),
        ({"expiry": "soon"}, "no-day"),
        ({"reason": ""}, "no-reason"),
        ({"item": "RK-B"}, "unused"),
        ({"rule": "period-missing"}, "unused"),
    ],
)
def test_a_waiver_without_effect_is_told_and_the_finding_stays(cells: dict[str, str], cause: str) -> None:
    told = after(waiver(**cells))
    assert [code for code, _ in told] == [Code.AUTHORITY_MISMATCH, Code.WAIVER_IDLE]
    assert (told[1][1]["cause"], told[1][1]["row"]) == (f"@linking.waiver.{cause}", "2")


def test_a_waiver_holds_on_its_last_day_and_names_it() -> None:
    [(code, details)] = after(waiver(expiry="2017-06-01"))
    assert (code, details["until"], details["expiry"]) == (Code.FINDING_WAIVED, "@linking.waiver.until", "2017-06-01")


def test_without_waivers_nothing_changes() -> None:
    assert [code for code, _ in after()] == [Code.AUTHORITY_MISMATCH]
