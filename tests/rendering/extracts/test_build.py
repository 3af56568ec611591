"""An extract in words: actions, dependencies from both ends, figures, matters to answer."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.model.decisions import Doubt, Grounds, Review, Side
from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import load
from tasks.rendering.extracts.build import extract_view
from tasks.rendering.extracts.index import index_of
from tasks.rendering.extracts.offices import bodies
from tasks.rendering.extracts.shape import ExtractView
from tests.rendering.plans import Row, item, late, link, plan, record

ID = load("id")
NOBODY = "belum ditetapkan"


def views(what: Plan) -> dict[str, ExtractView]:
    index = index_of(what, ID)
    return {body.name: extract_view(body, index, ID) for body in bodies(what, index.rows.values())}


def test_what_an_institution_leads_with_whom_and_for_how_much() -> None:
    items = [
        item("A.10", owners="A; B", supporters="C", budget="2000000", on_critical_path="yes"),
        item("A.2", owners="A", budget="500000; USD 30", start="", end=""),
        item("A.3", owners="B", supporters="A"),
    ]
    found = views(plan(items))["A"]
    assert [(d.item.number, d.partners, d.item.supporters, d.critical) for d in found.duties] == [
        ("A.2", "", "", False),
        ("A.10", "B", "C", True),
    ]
    assert (found.totals.leads, found.totals.supports, found.totals.undated) == ("2", "1", "1")
    assert found.totals.budget == "Rp\u00a02.500.000; USD\u00a030"
    assert [one.number for one in found.supported] == ["A.3"]


def test_one_who_leads_and_supports_an_action_has_it_once() -> None:
    found = views(plan([item("A.1", owners="A", supporters="A; B")]))
    assert (len(found["A"].duties), found["A"].supported) == (1, ())


def test_both_ends_of_a_dependency_tell_it_with_its_dates() -> None:
    items = [item("A.1", owners="A", end="2017-06-30"), item("B.1", owners="B", start="2017-07-03", end="2017-08-31")]
    found = views(plan(items, links=[link("A.1", "B.1")]))
    (need,), (taker,) = found["B"].needs, found["A"].takers
    assert (need.own.number, need.item.number, need.who, need.until) == ("B.1", "A.1", "A", "30 Juni 2017")
    assert (taker.own.number, taker.item.number, taker.who, taker.since) == ("A.1", "B.1", "B", "3 Juli 2017")
    assert (need.status, need.basis) == (taker.status, taker.basis) == (
        "Berlaku", "Disebut dalam dokumen: “setelah pedoman terbit”",
    )  # fmt: skip
    assert (found["A"].needs, found["B"].takers) == ((), ())


@pytest.mark.parametrize(
    "cells, until, since",
    [
        ({"start": "", "end": "2017-06-30", "period_sense": "by"}, "30 Juni 2017", "paling lambat 30 Juni 2017"),
        ({"start": "2017-05-01", "end": "", "period_sense": "from"}, NOBODY, "1 Mei 2017"),
        ({"start": "", "end": ""}, NOBODY, NOBODY),
        ({"start": "", "end": "", "period_text": "secepatnya"}, "“secepatnya”", "“secepatnya”"),
    ],
)
def test_dates_that_are_not_stated_are_not_made_up(cells: Row, until: str, since: str) -> None:
    items = [item("A.1", owners="A"), item("B.1", owners="B", **cells), item("C.1", owners="C")]
    found = views(plan(items, links=[link("B.1", "A.1"), link("C.1", "B.1")]))
    assert (found["A"].needs[0].until, found["C"].takers[0].since) == (until, since)


def test_a_dependency_that_is_proposed_says_so_and_one_that_is_rejected_or_binds_nobody_is_left_out() -> None:
    items = [item("A.1", owners="A"), item("B.1", owners="B")]
    inferred = link("A.1", "B.1", status="proposed", kind="inferred", evidence="regulation → socialise: pedoman")
    (need,) = views(plan(items, links=[inferred]))["B"].needs
    assert (need.status, need.basis) == ("Diusulkan", "Disimpulkan: Regulasi → Sosialisasi (pedoman)")
    for cells in ({"status": "rejected"}, {"relation": "related"}):
        assert views(plan(items, links=[link("A.1", "B.1", **cells)]))["B"].needs == ()


def test_own_actions_that_wait_for_each_other_stand_apart() -> None:
    found = views(plan([item("A.1", owners="A"), item("A.2", owners="A")], links=[link("A.1", "A.2")]))["A"]
    assert (found.needs, found.takers) == ((), ())
    assert [(turn.first.number, turn.second.number) for turn in found.turns] == [("A.1", "A.2")]


def test_an_end_that_nobody_leads_is_told_as_well() -> None:
    items = [item("A.1", owners="", levels=""), item("A.2", owners="A"), item("A.3", owners="", levels="")]
    found = views(plan(items, links=[link("A.1", "A.2"), link("A.2", "A.3")]))["A"]
    assert (found.needs[0].who, found.takers[0].who) == (NOBODY, NOBODY)


_OFFICES = st.lists(st.sampled_from("ABCD"), max_size=3, unique=True).map("; ".join)
_LINKS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12, unique=True)


@settings(max_examples=40)
@given(st.lists(_OFFICES, min_size=6, max_size=6), _LINKS)
def test_each_waiting_is_mirrored_and_totals_are_those_of_the_plan(
    owners: list[str], pairs: list[tuple[int, int]]
) -> None:
    items = [item(f"A.{n}", owners=own, levels=re.sub("[A-D]", "central", own)) for n, own in enumerate(owners)]
    links = [link(f"A.{a}", f"A.{b}") for a, b in pairs if a != b]
    found = views(plan(items, links=links))
    needs = {
        (name, need.own.number, need.item.number, other)
        for name, view in found.items() for need in view.needs for other in need.who.split("\n") if other != NOBODY
    }  # fmt: skip
    takers = {
        (other, taker.item.number, taker.own.number, name)
        for name, view in found.items() for taker in view.takers for other in taker.who.split("\n") if other != NOBODY
    }  # fmt: skip
    assert needs == takers
    expected = {
        (x, f"A.{b}", f"A.{a}", y)
        for a, b in pairs if a != b for y in owners[a].split("; ") for x in owners[b].split("; ") if x and y and x != y
    }  # fmt: skip
    assert needs == expected
    led = {name: [duty.item.number for duty in view.duties] for name, view in found.items()}
    assert led == {name: [f"A.{n}" for n, own in enumerate(owners) if name in own.split("; ")] for name in found}


def test_a_province_is_its_institutions_together() -> None:
    dinas, kota = "Dinas Kesehatan Provinsi Bali", "Dinas Kesehatan Kota Denpasar"
    items = [
        item("A.1", owners=f"{dinas}; Ditjen X", levels="province; central"),
        item("A.2", owners=kota, levels="district", supporters=dinas),
        item("A.3", owners="Ditjen X"),
    ]
    found = views(plan(items, links=[link("A.1", "A.2"), link("A.3", "A.1")]))["Bali"]
    assert [(m.name, m.leads, m.supports) for m in found.members] == [(dinas, "1", "1"), (kota, "1", "0")]
    assert [(d.item.number, d.leads, d.partners) for d in found.duties] == [
        ("A.1", dinas, "Ditjen X"),
        ("A.2", kota, ""),
    ]
    assert found.supported == ()
    assert [(need.own.number, need.who) for need in found.needs] == [("A.1", "Ditjen X"), ("A.2", "Ditjen X")]
    assert [(turn.first.number, turn.second.number) for turn in found.turns] == [("A.1", "A.2")]


def test_matters_are_those_of_the_own_actions_errors_first() -> None:
    items = [item("A.1", owners="A"), item("A.2", owners="A"), item("B.1", owners="B")]
    problems = [
        problem(Code.PERIOD_MISSING, item="RK-A1", action="x"),
        problem(Code.OWNER_UNKNOWN, "K1/a.docx", "table 1, row 2", item="RK-B1", text="Panitia"),
        late("RK-A2", "RK-B1"),
    ]
    found = views(plan(items, problems=problems))
    assert [matter.title for matter in found["A"].matters] == ["Jadwal tidak mungkin dipenuhi", "Waktu belum ada"]
    assert [matter.title for matter in found["B"].matters] == [
        "Jadwal tidak mungkin dipenuhi",
        "Instansi tidak dikenal",
    ]
    assert "A.2" in found["B"].matters[0].message
    assert ">B.1<" in found["B"].matters[0].numbers


def test_what_concerns_an_institution_as_a_whole_is_put_to_it() -> None:
    details = {"owner": "A", "count": "25", "quarter": "2017-04-01/2017-06-30", "average": "2"}
    what = plan([item("A.1", owners="A; B")], problems=[problem(Code.INSTITUTION_OVERLOADED, **details)])
    found = views(what)
    assert found["A"].matters[0].message.startswith("A: 25 kegiatan jatuh tempo pada April–Juni 2017")
    assert found["B"].matters == ()


def test_a_doubtful_merge_is_asked_of_those_who_lead_one_of_the_two() -> None:
    items = [item("A.1", owners="A"), item("B.1", owners="B")]
    records = [record("A.1"), record("B.1", file="K2/b.docx", locator="paragraph 3")]
    sides = [Side(r["action"], group="K1", file=r["file"], locator=r["locator"]) for r in records]
    doubt = Doubt(sides[0], sides[1], Grounds(agree=("object",)), 0.8, 2)
    found = views(replace(plan(items, records), review=Review((doubt,))))
    for name in "AB":
        (matter,) = found[name].matters
        assert "“Menyusun pedoman A.1” (K1, Matriks.docx, tabel 1, baris 2)" in matter.message
        assert "“Menyusun pedoman B.1” (K1, b.docx, paragraf 3)" in matter.message
        assert f">{name}.1<" in matter.numbers
