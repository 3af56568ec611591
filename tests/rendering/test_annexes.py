"""The annexes of the plan in words: timeline, regions, the groups' conclusions."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tasks.rendering.catalogue import load
from tasks.rendering.view.build import plan_view
from tasks.rendering.view.shape import PlanView
from tests.rendering.plans import MEETING, Row, item, plan, record
from tests.rendering.test_view import said

ID = load("id")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]


def view(rows: list[dict[str, str]], records: tuple[Row, ...] = (), year: int | None = 2017) -> PlanView:
    sources = [{"file": "K1/Matriks.docx", "group": "K1", "status": "read", "blocks": "9", "records": "3"}]
    return plan_view(plan(rows, records, sources=sources, meeting=replace(MEETING, year=year)), ID)


def test_the_timeline_marks_the_months_of_every_dated_item() -> None:
    rows = [item("A.1"), item("A.2", start="", end="2017-01-31"), item("A.3", start="", end="")]
    (timeline,) = view(rows).timelines
    assert list(timeline.heads) == MONTHS
    assert [(b.item.number, [n for n, mark in enumerate(b.marks) if mark]) for b in timeline.bars] == [
        ("A.2", [0]),
        ("A.1", [3, 4, 5]),
    ]


def test_what_lies_outside_the_columns_is_pointed_at() -> None:
    rows = [item(f"A.{n}") for n in range(1, 20)] + [item("B.1", start="2016-11-01", end="2019-01-31", group="K2")]
    bar = view(rows).timelines[1].bars[0]
    assert (bar.marks[0], bar.marks[5], bar.marks[11]) == ("◄", "■", "►")


def test_a_plan_of_several_years_is_told_in_quarters_or_years() -> None:
    quarters = view([item("A.1", end="2018-06-30"), item("A.2")]).timelines[0]
    assert quarters.heads[:5] == ("TW1 2017", "TW2 2017", "TW3 2017", "TW4 2017", "TW1 2018")
    assert [bool(mark) for mark in quarters.bars[1].marks].count(True) == 5
    years = view([item("A.1", end="2024-06-30")], year=None).timelines[0]
    assert years.heads[0] == "2017"
    assert [bool(mark) for mark in years.bars[0].marks].count(True) == 8


def test_long_words_are_cut_at_a_space_to_one_line() -> None:
    titles = [view([item("A.1", action=a)]).timelines[0].bars[0].title for a in ("Melatih\nguru", "kata " * 30)]
    assert titles[0] == "Melatih guru"
    assert titles[1].endswith("kata…")
    assert len(titles[1]) <= 46


@given(st.dates(), st.dates(), st.none() | st.integers(1945, 2199))
def test_every_dated_item_has_a_mark(one: object, other: object, year: int | None) -> None:
    start, end = sorted((str(one), str(other)))
    (timeline,) = view([item("A.1", start=start, end=end)], year=year).timelines
    assert len(timeline.heads) == len(timeline.bars[0].marks) == 12
    assert any(timeline.bars[0].marks)


def test_regions_tell_their_items_and_only_the_sums_that_are_theirs_alone() -> None:
    rows = [
        item("A.1", regions="Banten", budget="100", owners="Dinas A"),
        item("A.2", regions="Banten; Aceh", budget="7", owners="Dinas A; Dinas B"),
        item("A.3"),
    ]
    told = [(r.name, r.count, r.budget, r.institutions, said(r.items)) for r in view(rows).regions]
    assert told == [
        ("Aceh", "1", "–", "Dinas A; Dinas B", "A.2"),
        ("Banten", "2", "Rp\u00a0100", "Dinas A; Dinas B", "A.1, A.2"),
    ]


def test_what_a_group_concluded_is_told_with_the_place_of_every_proposal() -> None:
    records = (
        record("A.2", start="2017-01-01", owners="X", budget="30"),
        record("A.2", locator="table 1, row 3", record_id="R4", start="2017-01-01", owners="X", budget="30"),
        record("A.1", locator="table 1, row 10", action="Susun pedoman"),
        record("A.1", locator="table 1, row 9", record_id="R2"),
        record("A.1", group="K2", file="K2/b.docx", record_id="R3"),
    )
    first, second = view([item("A.1"), item("A.2", budget="30")], records).formulations
    assert (first.title, first.files, first.records, first.items, first.shared) == (
        "K1 – Kebijakan",
        "1",
        "4",
        "2",
        "1",
    )
    assert (first.undated, first.unowned, first.budget) == ("2", "2", "Rp\u00a030")
    assert [(o.number, o.file, said(o.items)) for o in first.origins] == [
        ("1", "Matriks.docx", "A.2 tabel 1, baris 2; A.2 tabel 1, baris 3; A.1 tabel 1, baris 9; A.1 tabel 1, baris 10")
    ]
    assert [(h.item.number, h.words, h.source) for h in first.handed] == [
        ("A.1", "Susun pedoman", "[1] tabel 1, baris 10")
    ]
    assert [(o.number, o.file) for o in second.origins] == [("–", "b.docx")]
