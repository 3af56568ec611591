"""The chapters of the plan in words: roles, coordination, following up, abbreviations, who signs."""

from dataclasses import replace

from tasks.model.decisions import Doubt, Grounds, Review, Side
from tasks.model.meeting import Meeting, Signatory
from tasks.rendering.catalogue import load
from tasks.rendering.view.build import plan_view
from tasks.rendering.view.shape import PlanView
from tests.rendering.plans import MEETING, Row, item, link, plan
from tests.rendering.test_view import said

ID = load("id")


def view(rows: list[dict[str, str]], links: tuple[Row, ...] = ()) -> PlanView:
    return plan_view(plan(rows, links=links), ID)


def test_a_shared_item_counts_with_every_level_and_once_in_the_sum() -> None:
    rows = [
        item("A.1", levels="central; province", owners="X; Y"),
        item("A.2", levels="province", programme="Data"),
        item("A.3", levels="", owners=""),
    ]
    told = [(r.programme, r.central, r.province, r.district, r.total) for r in view(rows).roles]
    assert told == [("Kebijakan", "1", "1", "–", "2"), ("Data", "–", "1", "–", "1"), ("Jumlah", "1", "2", "–", "3")]


def test_institutions_are_told_from_the_centre_down_with_what_they_lead_and_support() -> None:
    rows = [
        item("A.1", owners="Dinas A; Pustekkom", levels="province; central", supporters="Bank B"),
        item("A.2", supporters="Dinas A; Bank B"),
    ]
    told = [(o.name, o.level, o.leads, o.supports, said(o.items)) for o in view(rows).offices]
    assert told == [
        ("Pustekkom", "Pusat", "2", "0", "A.1, A.2"),
        ("Dinas A", "Provinsi", "1", "1", "A.1"),
        ("Bank B", "–", "0", "2", ""),
    ]


def test_who_waits_for_whom_is_told_between_centre_and_regions_only() -> None:
    rows = [
        item("A.1"),
        item("A.2", levels="province", owners="Dinas A"),
        item("A.3", levels="province", owners="Dinas B", end=""),
        item("A.4"),
    ]
    links = (link("A.1", "A.2"), link("A.1", "A.3"), link("A.3", "A.4", status="proposed"), link("A.1", "A.4"))
    told = {
        c.title: [(w.institution, said(w.items), w.waiting, said(w.dependents)) for w in c.waiting]
        for c in view(rows, links).crossings
    }
    assert told == {
        "Daerah menunggu pusat": [("Pustekkom", "A.1 (Jun 2017)", "Dinas A; Dinas B", "A.2, A.3")],
        "Pusat menunggu daerah": [("Dinas B", "A.3 (belum ditetapkan)", "Pustekkom", "A.4")],
    }


def test_many_institutions_that_wait_are_counted_by_level() -> None:
    rows = [item("A.1"), *(item(f"A.{n}", levels="province", owners=f"Dinas {n}") for n in range(2, 8))]
    (crossing,) = view(rows, tuple(link("A.1", f"A.{n}") for n in range(2, 8))).crossings
    assert crossing.waiting[0].waiting == "Provinsi: 6"


def test_quarters_tell_what_begins_what_ends_and_what_others_wait_for() -> None:
    rows = [item("A.1", start="2017-01-10", end="2017-06-30"), item("A.2", start="2018-12-01", end=""), item("A.3")]
    told = [(q.name, q.begin, q.end, said(q.awaited)) for q in view(rows, (link("A.1", "A.2"),)).quarters]
    assert told == [
        ("Triwulan I 2017", "1", "0", ""),
        ("Triwulan II 2017", "1", "2", "A.1"),
        ("Triwulan IV 2018", "1", "0", ""),
    ]


def test_gaps_to_follow_up_are_told_by_kind_and_only_where_there_are_any() -> None:
    rows = [item("A.1", owners="", start="", end=""), item("A.2", budget="5"), item("A.3")]
    told = [(f.kind, said(f.items)) for f in view(rows, (link("A.1", "A.3"),)).follow]
    assert told == [
        ("Belum ada penanggung jawab", "A.1"),
        ("Belum ada waktu", "A.1"),
        ("Belum ada waktu, padahal ditunggu kegiatan lain", "A.1"),
        ("Anggaran disebut tanpa sumber dana", "A.2"),
    ]
    assert view([item("A.3")]).follow == ()


def test_abbreviations_are_those_in_use_whose_full_names_are_known() -> None:
    rows = [
        item("A.1", action="Menyusun Rencana Tindak Lanjut (RTL) di SMK dan XYZ", fund_sources="APBN"),
        item("A.2", action="Melaporkan RTL Badan Uji (BDN)"),
    ]
    told = [(a.short, a.full) for a in view(rows).abbreviations]
    assert told == [
        ("APBN", "Anggaran Pendapatan dan Belanja Negara"),
        ("RTL", "Rencana Tindak Lanjut"),
        ("SMK", "Sekolah Menengah Kejuruan"),
    ]


def test_who_signs_is_who_was_named_else_the_host_and_the_heads_of_the_groups() -> None:
    named = replace(MEETING, signatories=(Signatory("Direktur", "Siti"),))
    assert [(s.position, s.name) for s in plan_view(plan(meeting=named), ID).signatories] == [("Direktur", "Siti")]
    assert [(s.position, s.name) for s in view([]).signatories] == [
        ("Penyelenggara rapat: Pustekkom", ""),
        ("Ketua kelompok kerja Kebijakan", ""),
        ("Ketua kelompok kerja Infrastruktur", ""),
    ]
    assert [s.position for s in plan_view(plan(meeting=Meeting()), ID).signatories] == ["Penyelenggara rapat"]


def test_the_first_questions_are_told_with_their_places() -> None:
    side = Side("Melatih guru", group="K1", file="K1/a.docx", locator="table 1, row 2")
    doubts = tuple(Doubt(side, replace(side, action=f"Melatih {n}"), Grounds(), 0.5, 1) for n in range(12))
    shown = plan_view(replace(plan(), review=Review(doubts)), ID)
    assert shown.summary.doubts == "12"
    assert [d.second for d in shown.doubts] == [f"Melatih {n}" for n in range(10)]
    assert shown.doubts[0].first_place == "K1, a.docx, tabel 1, baris 2"
