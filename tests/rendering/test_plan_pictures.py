"""The plan's rows as pictures: what is shown, what is said to be left out."""

from dataclasses import replace
from datetime import date

import pytest

from tasks.rendering.catalogue import load
from tasks.rendering.pictures.shape import Arrow
from tasks.rendering.view.build import plan_view
from tasks.rendering.view.items import rows_of, rows_of_plan
from tasks.rendering.view.pictured import arrows_of, boxes_of, short_time
from tasks.rendering.view.plan_pictures import NONE, PlanPictures, plan_pictures
from tests.rendering.plans import MEETING, item, link, plan

SPEAK = load("id")


def shown(*rows: dict[str, str], links: list[dict[str, str]] | None = None) -> PlanPictures:
    return plan_pictures(rows_of_plan(plan(rows, links=links or [])), SPEAK)


@pytest.mark.parametrize(
    "start, end, words",
    [
        (date(2024, 4, 1), date(2024, 6, 30), "Apr–Jun 2024"),
        (date(2024, 4, 1), date(2024, 4, 30), "Apr 2024"),
        (date(2023, 12, 1), date(2024, 1, 31), "Des 2023–Jan 2024"),
        (None, date(2024, 6, 30), "s.d. Jun 2024"),
        (date(2024, 4, 1), None, "Apr 2024 –"),
        (None, None, ""),
    ],
)
def test_times_in_few_words(start: date | None, end: date | None, words: str) -> None:
    assert short_time(start, end, SPEAK) == words


def test_a_deadline_has_no_beginning_and_a_shared_action_its_first_owner() -> None:
    (box,) = boxes_of(
        [item("A.1", period_sense="by", owners="Badan X; Badan Y; Badan Z", on_critical_path="yes")], SPEAK
    )
    assert (box.start, box.time, box.owner, box.critical) == (None, "s.d. Jun 2017", "Badan X +2", True)


def test_what_is_agreed_goes_before_what_is_proposed_and_references_bind_nobody() -> None:
    found = plan(
        [item(f"A.{n}") for n in range(1, 5)],
        links=[
            link("A.1", "A.2", status="proposed"),
            link("A.1", "A.2", verdict="impossible"),
            link("A.2", "A.3", status="proposed"),
            link("A.3", "A.4", status="rejected"),
            link("A.1", "A.4", relation="related"),
        ],
    )
    rows = rows_of(found.links)
    assert arrows_of(rows) == [Arrow("RK-A1", "RK-A2", late=True), Arrow("RK-A2", "RK-A3", proposed=True)]


@pytest.mark.parametrize(
    "verdict, late",
    [("impossible", True), ("impossible-as-promised", True), ("order-inside-period", False), ("", False)],
)
def test_links_whose_dates_conflict_are_late(verdict: str, late: bool) -> None:
    found = plan([item("A.1"), item("A.2")], links=[link("A.1", "A.2", verdict=verdict)])
    assert [arrow.late for arrow in arrows_of(rows_of(found.links))] == [late]


def test_a_plan_without_items_has_no_pictures() -> None:
    assert shown() == NONE


def test_an_item_without_anything_makes_no_picture() -> None:
    found = shown(item("A.1", owners="", levels="", start="", end="", programme=""))
    assert (found.overview.pictures, found.links.pictures, found.schedule.pictures) == ((), (), ())


def test_captions_name_programmes() -> None:
    found = shown(item("A.1"), item("A.2", programme="Data"), links=[link("A.1", "A.2")])
    assert [p.title for p in found.links.pictures] == ["Keterkaitan antarkegiatan: Kebijakan; Data"]
    assert [p.title for p in found.schedule.pictures] == ["Garis waktu: Kebijakan; Data"]
    assert found.links.note == found.schedule.note == found.overview.note == ""


def test_long_names_are_cut_in_captions() -> None:
    found = shown(item("A.1", programme="Peningkatan mutu " * 20))
    assert len(found.schedule.pictures[0].title) < 80
    assert found.schedule.pictures[0].title.endswith("…")


def test_budgets_of_shared_actions_and_other_currencies_are_said_to_be_left_out() -> None:
    found = shown(
        item("A.1", budget="1500000000"),
        item("A.2", budget="500000000", levels="central; province", owners="X; Y"),
        item("A.3", budget="USD 12000"),
    )
    svg = found.overview.pictures[0].drawing.image.svg
    assert ">Rp1,5 M<" in svg
    assert ">Rp2 M<" in svg
    assert found.overview.note == (
        "Kegiatan yang ditanggung bersama dihitung pada setiap tingkatnya. Anggarannya hanya dihitung pada jumlah. "
        "Anggaran dalam mata uang selain IDR tidak dihitung di sini."
    )


def test_pictures_of_a_large_plan_are_bounded_and_say_so() -> None:
    rows = [item(f"A.{n}", programme=f"Program {n % 30}") for n in range(1, 401)]
    rows[-1] |= {"on_critical_path": "yes"}
    found = shown(*rows, links=[link(f"A.{n}", f"A.{n + 1}") for n in range(1, 400, 2)])
    assert len(found.links.pictures) == 6
    assert len(found.schedule.pictures) <= 4
    assert "dari 200 keterkaitan" in found.links.note
    assert "105 dari 400" in found.schedule.note
    assert "10 program lainnya" in found.overview.pictures[0].drawing.image.svg
    assert ">A.400<" in found.links.pictures[0].drawing.image.svg


def test_meeting_yaml_switches_them_off() -> None:
    wanted = plan([item("A.1"), item("A.2")], links=[link("A.1", "A.2")])
    assert plan_view(wanted, SPEAK).link_pictures
    without = plan_view(replace(wanted, meeting=replace(MEETING, without=("pictures",))), SPEAK)
    assert (without.overview_pictures, without.link_pictures, without.schedule_pictures) == ((), (), ())
