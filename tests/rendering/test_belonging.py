"""Which group has to know what."""

from tasks.model.meeting import Group, Meeting
from tasks.model.problem import Code, problem
from tasks.rendering.view.belonging import Belonging, group_codes, subjects
from tests.rendering.plans import late, plan

SOURCES = [
    {"file": "Kel 1/a.docx", "group": "K1"},
    {"file": "Kel 2/b.docx", "group": "K2"},
    {"file": "bersama/c.docx", "group": "K1"},
    {"file": "bersama/d.docx", "group": "K2"},
    {"file": "lain/e.docx", "group": "tamu"},
]
MEETING = Meeting(groups=(Group("K2", "Dua"), Group("K1", "Satu", ("Kel 9/hilang.docx",)), Group("K3", "Tiga")))
PLAN = plan(sources=SOURCES, meeting=MEETING)
SHARED = {"RK-A": ["K1", "K3"], "RK-B": ["K2"], "RK-C": ["K1"]}
ALL = Belonging(PLAN, SHARED)


def test_the_groups_of_the_meeting_come_first_and_those_without_files_are_kept() -> None:
    assert group_codes(PLAN) == ["K2", "K1", "K3", "tamu"]


def test_a_file_that_is_no_source_belongs_to_the_group_of_its_folder() -> None:
    assert ALL.of_file("Kel 2/b.docx") == "K2"
    assert ALL.of_file("Kel 2/~$b.docx") == "K2"
    assert ALL.of_file("Kel 2/sub/x.gdoc") == "K2"
    assert ALL.of_file("bersama/x.gdoc") == ""
    assert ALL.of_file("x.gdoc") == ""


def test_a_file_that_is_listed_and_never_came_belongs_to_whom_it_is_listed_under() -> None:
    assert ALL.of_file("Kel 9/hilang.docx") == "K1"


def test_a_problem_of_an_item_concerns_every_group_that_put_it_down() -> None:
    assert ALL.of_problem(problem(Code.OWNER_MISSING, "Kel 1/a.docx", item="RK-A", action="x")) == {"K1", "K3"}
    assert ALL.of_problem(late("RK-B", "RK-A")) == {"K1", "K2", "K3"}
    ring = problem(Code.DEPENDENCY_CYCLE, "Kel 1/a.docx", ring="RK-B → RK-C → RK-B", weakest="RK-C → RK-B")
    assert ALL.of_problem(ring) == {"K1", "K2"}


def test_a_problem_with_words_concerns_the_group_that_wrote_them() -> None:
    asked = problem(Code.REFERENCE_AMBIGUOUS, "Kel 2/b.docx", item="RK-A", text="x", candidates="RK-A, RK-C")
    assert ALL.of_problem(asked) == {"K2"}
    assert subjects(asked, SHARED) == ["RK-A"]


def test_a_problem_of_the_meeting_concerns_no_group() -> None:
    assert ALL.of_problem(problem(Code.MEETING_ASSUMED, year="2017", source="x")) == set()
    assert ALL.of_problem(problem(Code.FILE_SKIPPED, "Thumbs.db", reason="x")) == set()
