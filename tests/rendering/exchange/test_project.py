"""The project file: tasks, links, resources, and what project software would refuse."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tasks.model.plan import Plan
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.exchange.project.build import project_file, project_name
from tasks.rendering.exchange.project.links import lag
from tests.rendering.plans import MEETING, item, link, plan

_SPACE = {"p": "http://schemas.microsoft.com/project"}
_ORDER = (
    "UID", "ID", "Name", "Active", "Manual", "Type", "IsNull", "WBS", "OutlineNumber", "OutlineLevel", "Start",
    "Finish", "Duration", "ManualStart", "ManualFinish", "ManualDuration", "DurationFormat", "Milestone", "Summary",
    "FixedCost", "Deadline", "Notes", "PredecessorLink",
)  # fmt: skip
"""The elements of a task in the order of Microsoft's schema."""


def root(what: Plan, language: str = "id") -> etree._Element:
    return etree.fromstring(project_file(what, load(language)))


def found(element: etree._Element, path: str) -> list[str]:
    return [str(one.text or "") for one in element.iterfind("p:" + path.replace("/", "/p:"), _SPACE)]


def tasks(what: Plan) -> dict[str, etree._Element]:
    """The tasks that are no summaries, by the number of their item."""
    held = root(what).iterfind("p:Tasks/p:Task", _SPACE)
    return {found(task, "Name")[0].split()[0]: task for task in held if found(task, "Summary") == ["0"]}


def test_items_stand_below_their_group_with_days_length_cost_and_notes() -> None:
    what = plan([item("A.1", budget="1500; USD 60"), item("B.1", group="K2", start="2017-05-01")])
    whole = root(what)
    assert found(whole, "Tasks/Task/Name") == [
        "Kebijakan", "A.1 Menyusun pedoman A.1", "Infrastruktur", "B.1 Menyusun pedoman B.1",
    ]  # fmt: skip
    assert found(whole, "Tasks/Task/OutlineNumber") == ["1", "1.1", "2", "2.1"]
    assert found(whole, "Tasks/Task/UID") == ["1", "2", "3", "4"]
    first = tasks(what)["A.1"]
    assert found(first, "Start") + found(first, "Finish") == ["2017-04-01T08:00:00", "2017-06-30T17:00:00"]
    assert found(first, "Duration") == [f"PT{91 * 8}H0M0S"]
    assert found(first, "FixedCost") == ["150000"]
    assert "Anggaran: Rp\u00a01.500; USD\u00a060" in found(first, "Notes")[0]
    assert found(whole, "StartDate") + found(whole, "FinishDate") == ["2017-04-01T08:00:00", "2017-06-30T17:00:00"]


def test_costs_are_those_in_the_currency_of_the_meeting() -> None:
    what = plan([item("A.1", budget="1500; USD 60")], meeting=replace(MEETING, currency="USD"))
    assert found(tasks(what)["A.1"], "FixedCost") == ["6000"]
    assert found(root(what), "CurrencyCode") + found(root(what), "CurrencySymbol") == ["USD", "USD"]


def test_a_deadline_alone_is_a_milestone_and_what_has_no_days_gets_none() -> None:
    held = tasks(plan([item("A.1", start="", period_sense="by"), item("A.2", start="", end="")]))
    assert found(held["A.1"], "Milestone") + found(held["A.1"], "Deadline") == ["1", "2017-06-30T17:00:00"]
    assert found(held["A.1"], "Start") == found(held["A.1"], "Finish") == ["2017-06-30T17:00:00"]
    assert found(held["A.2"], "Start") == found(held["A.2"], "Finish") == []


def test_accepted_links_that_bind_are_predecessors() -> None:
    links = [
        link("A.1", "A.3", lag="P2W"), link("A.2", "A.3", status="proposed"),
        link("A.4", "A.3", relation="related"), link("A.9", "A.3"),
    ]  # fmt: skip
    held = tasks(plan([item(f"A.{n}") for n in range(1, 5)], links=links))
    third = held["A.3"]
    assert found(third, "PredecessorLink/PredecessorUID") == found(held["A.1"], "UID")
    assert found(third, "PredecessorLink/LinkLag") + found(third, "PredecessorLink/LagFormat") == ["201600", "10"]
    assert all(found(held[name], "PredecessorLink") == [] for name in ("A.1", "A.2", "A.4"))


@given(st.sets(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=14))
def test_no_tasks_wait_in_a_ring(pairs: set[tuple[int, int]]) -> None:
    held = tasks(plan([item(f"A.{n}") for n in range(1, 7)], links=[link(f"A.{a}", f"A.{b}") for a, b in pairs]))
    waits = {found(task, "UID")[0]: set(found(task, "PredecessorLink/PredecessorUID")) for task in held.values()}
    while free := [uid for uid, before in waits.items() if not before & waits.keys()]:
        for uid in free:
            del waits[uid]
    assert waits == {}


def test_a_ring_is_told_in_the_notes() -> None:
    held = tasks(plan([item("A.1"), item("A.2"), item("A.3")], links=[link("A.1", "A.2"), link("A.2", "A.1")]))
    assert ["Saling menunggu" in found(task, "Notes")[0] for task in held.values()] == [True, True, False]


def test_owners_are_resources_whose_names_project_software_takes() -> None:
    whole = root(plan([item("A.1", owners="Dinas Pemuda, Olahraga; B [pusat]"), item("A.2", owners="B [pusat]")]))
    assert found(whole, "Resources/Resource/Name") == ["B (pusat)", "Dinas Pemuda – Olahraga"]
    assert found(whole, "Resources/Resource/Notes") == ["B [pusat]", "Dinas Pemuda, Olahraga"]
    pairs = zip(*(found(whole, f"Assignments/Assignment/{name}") for name in ("TaskUID", "ResourceUID")), strict=True)
    assert list(pairs) == [("2", "2"), ("2", "1"), ("3", "1")]


@pytest.mark.parametrize(
    "cell, told", [("", (0, 8)), ("P14D", (201_600, 8)), ("P1M", (432_000, 12)), ("P2W", (201_600, 10)), ("PT", (0, 8))]
)
def test_lags(cell: str, told: tuple[int, int]) -> None:
    assert lag(cell) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_plan_is_a_project_and_the_same_plan_gives_the_same_bytes(language: str) -> None:
    assert found(root(plan(), language), "Tasks/Task") == []
    what = plan([item("A.1"), item("A.2", owners="")], links=[link("A.1", "A.2")])
    assert project_file(what, load(language)) == project_file(what, load(language))
    assert project_name(load(language)) == {"id": "rencana-kerja.xml", "en": "work-plan.xml"}[language]


@given(st.text(max_size=400))
def test_any_text_gives_a_sound_file_with_names_short_enough(text: str) -> None:
    whole = root(plan([item("A.1", action=text, owners=text, output=text)]))
    assert all(len(name) <= 255 and "\n" not in name for name in found(whole, "Tasks/Task/Name"))
    for task in whole.iterfind("p:Tasks/p:Task", _SPACE):
        places = [_ORDER.index(etree.QName(child).localname) for child in task]
        assert places == sorted(places)


def test_two_thousand_items_have_uids_of_their_own() -> None:
    uids = found(root(plan(item(f"A.{n}") for n in range(1, 2001))), "Tasks/Task/UID")
    assert len(set(uids)) == len(uids) == 2001
