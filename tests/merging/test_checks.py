"""What items lack, and problems that learn their item."""

from tasks.merging.checks import incomplete, name_items, place_items
from tasks.model.problem import Code, problem
from tests.frames import records

ITEM = {
    "item_id": "RK-A",
    "action": "Menyusun SOP",
    "owners": "X",
    "start": "",
    "end": "2017-03-31",
    "period_sense": "by",
}


def codes(**changed: str) -> list[Code]:
    return [p.code for p in incomplete(ITEM | changed, "a.docx", "table 1, row 2")]


def test_a_complete_item_lacks_nothing() -> None:
    assert codes() == []


def test_nobody_responsible_and_no_date() -> None:
    assert codes(owners="", end="") == [Code.OWNER_MISSING, Code.PERIOD_MISSING]


def test_work_that_recurs_or_hangs_on_other_work_says_when() -> None:
    assert codes(end="", period_sense="recurring") == codes(end="", period_sense="relative") == []


def test_a_problem_names_item_action_and_place() -> None:
    (found,) = incomplete(ITEM | {"owners": ""}, "a.docx", "table 1, row 2")
    assert found == problem(Code.OWNER_MISSING, "a.docx", "table 1, row 2", item="RK-A", action="Menyusun SOP")


def test_a_record_s_id_in_a_problem_becomes_its_item_s() -> None:
    frame = records({"action": "A", "item_id": "RK-A"})
    told = problem(Code.OWNER_UNKNOWN, "a", "b", item="R1", text="Tim 9")
    other = problem(Code.FILE_EMPTY, "a")
    assert name_items([told, other], frame) == (problem(Code.OWNER_UNKNOWN, "a", "b", item="RK-A", text="Tim 9"), other)


def test_a_problem_about_an_item_stands_where_its_first_record_stands() -> None:
    frame = records({"action": "A", "item_id": "RK-A"}, {"action": "A", "item_id": "RK-A", "file": "z.docx"})
    late = problem(Code.SCHEDULE_INFEASIBLE, item="RK-A", prerequisite="RK-B")
    elsewhere = problem(Code.PERIOD_MISSING, "z.docx", "row 4", item="RK-A")
    [placed, same] = place_items([late, elsewhere], frame)
    assert (placed.file, placed.locator) == (frame["file"][0], frame["locator"][0])
    assert same == elsewhere
