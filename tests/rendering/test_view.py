"""The plan in people's words: what the tags of the template stand for."""

import pytest

from tasks.model.meeting import Meeting
from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import load
from tasks.rendering.view.build import plan_view
from tasks.rendering.view.items import number_key
from tasks.rendering.view.shape import PlanView
from tasks.rendering.word import ooxml
from tasks.rendering.word.inline import Inline
from tests.rendering.plans import item, late, link, plan, record

ID = load("id")


def view(what: Plan) -> PlanView:
    return plan_view(what, ID)


def said(piece: Inline) -> str:
    """The words of a piece of markup."""
    return ooxml.text_of(ooxml.parse(f'<w:p xmlns:w="{ooxml.W_NS}">{piece}</w:p>'.encode()))


def test_items_stand_by_working_group_in_the_order_of_their_numbers() -> None:
    rows = [item("B.1", group="K2"), item("A.10"), item("A.2"), item("A.1")]
    held = [(p.title, p.count, [i.number for i in p.items]) for p in view(plan(rows)).matrices]
    assert held == [("Kebijakan", "3", ["A.1", "A.2", "A.10"]), ("Infrastruktur", "1", ["B.1"])]


def test_numbers_count_by_value_and_letters_by_length() -> None:
    assert sorted(["AA.1", "B.1", "A.10", "A.9"], key=number_key) == ["A.9", "A.10", "B.1", "AA.1"]


def test_an_item_in_words() -> None:
    rows = [
        item("A.1", owners="Dinas A; Dinas B", regions="Jawa Barat; Banten", budget="12500000; USD 5",
             fund_sources="APBN; DAK", start="", end="2017-07-31", period_sense="by"),
    ]  # fmt: skip
    one = view(plan(rows, [record("A.1", group="K2"), record("A.1", group="K1")])).matrices[0].items[0]
    assert one.owners == "•\u00a0Dinas A\n•\u00a0Dinas B"
    assert one.regions == "Jawa Barat, Banten"
    assert one.time == "paling lambat 31 Juli 2017"
    assert one.budget == "Rp\u00a012.500.000\nUSD\u00a05"
    assert one.funds == "APBN, DAK"
    assert one.groups == "K1, K2"
    assert said(one.anchor) == said(one.link) == "A.1"


def test_what_is_not_stated_is_said_to_be_missing() -> None:
    one = view(plan([item("A.1", owners="", start="", end="", programme="", group="")])).matrices[0]
    assert one.title == "Kelompok kerja tidak disebut"
    assert (one.items[0].owners, one.items[0].time) == ("belum ditetapkan", "belum ditetapkan")
    assert (one.items[0].budget, one.items[0].supporters) == ("", "")


def test_prerequisites_are_links_by_number_and_proposed_ones_in_brackets() -> None:
    links = [link("A.10", "A.3"), link("A.2", "A.3", status="proposed"), link("A.1", "A.3", status="rejected")]
    rows = [item("A.1"), item("A.2"), item("A.3"), item("A.10")]
    waits = view(plan(rows, links=[*links, link("Z.9", "A.3")])).matrices[0].items[2].waits_for
    assert said(waits) == "(A.2), A.10"
    assert 'w:anchor="RK_A10"' in waits


def test_shared_items_are_counted_once() -> None:
    rows = [
        item("A.1", levels="central", budget="100"),
        item("A.2", levels="province; central; province", owners="X; Y; Z", budget="USD 7", fund_sources="APBN; DAK"),
        item("A.3", levels="", owners="", start="", end=""),
    ]
    figures = view(plan(rows, [record("A.1"), record("A.1"), record("A.2"), record("A.3")])).summary
    assert [(s.name, s.items, s.budget) for s in figures.levels] == [
        ("Pusat", "1", "Rp\u00a0100"),
        ("Belum ada penanggung jawab", "1", "–"),
        ("Pusat + Provinsi", "1", "USD\u00a07"),
    ]
    assert [(s.name, s.with_budget) for s in figures.funds] == [("Sumber dana belum disebut", "1"), ("APBN + DAK", "1")]
    assert (figures.items, figures.records, figures.merged) == ("3", "4", "1")
    assert (figures.institutions, figures.unowned, figures.undated) == ("4", "1", "1")
    assert figures.budget == "Rp\u00a0100 dan USD\u00a07"


def test_programmes_and_groups_are_counted_apart_and_tags_by_how_common_they_are() -> None:
    rows = [
        item("A.1", programme="Data dan informasi", targets="SMA; Guru", media="internet"),
        item("A.2", programme="", targets="SMA", theme="merata"),
        item("B.1", programme="Data dan informasi", group="K2", targets="Guru; SMA"),
    ]
    figures = view(plan(rows)).summary
    assert [(s.name, s.items) for s in figures.working_groups] == [("Kebijakan", "2"), ("Infrastruktur", "1")]
    assert [(s.name, s.items) for s in figures.programmes] == [
        ("Data dan informasi", "2"),
        ("Program belum ditetapkan", "1"),
    ]
    assert [(t.kind, t.name, t.count, said(t.items)) for t in view(plan(rows)).tagged] == [
        ("Tema", "merata", "1", "A.2"),
        ("Kelompok sasaran", "SMA", "3", "A.1, A.2, B.1"),
        ("Kelompok sasaran", "Guru", "2", "A.1, B.1"),
        ("Media", "internet", "1", "A.1"),
    ]


def test_files_are_counted_by_what_became_of_them() -> None:
    sources = [{"file": f, "status": s, "group": g} for f, s, g in (
        ("a", "read", "K1"), ("b", "superseded", "K1"), ("c", "not read", "K2"), ("d", "read", ""),
    )]  # fmt: skip
    figures = view(plan(sources=sources)).summary
    counted = (figures.files, figures.files_read, figures.files_superseded, figures.files_unread, figures.groups)
    assert counted == ("4", "2", "1", "1", "2")


def test_dependencies_are_told_by_direction_a_row_a_prerequisite() -> None:
    rows = [
        item("A.1", levels="central"),
        item("A.2", levels="district"),
        item("A.3", levels="central-unit; province"),
        item("A.4", levels="other"),
        item("A.10", levels="province"),
    ]
    links = [link("A.1", "A.10"), link("A.1", "A.2"), link("A.2", "A.3"), link("A.1", "A.3", kind="inferred"),
             link("A.4", "A.1"), link("A.3", "A.4", status="rejected")]  # fmt: skip
    found = view(plan(rows, links=links)).directions
    told = [
        (d.title, d.count, [(p.item.number, [w.item.number for w in p.dependents]) for p in d.prerequisites])
        for d in found
    ]
    assert told == [
        ("Daerah menunggu pusat", "2", [("A.1", ["A.2", "A.10"])]),
        ("Pusat menunggu daerah", "1", [("A.2", ["A.3"])]),
        ("Di antara instansi pusat", "1", [("A.1", ["A.3"])]),
        ("Keterkaitan lainnya", "1", [("A.4", ["A.1"])]),
    ]
    first, inferred = (found[n].prerequisites[0].dependents[0].basis for n in (0, 2))
    assert first == "“setelah pedoman terbit”"
    assert inferred == "Disimpulkan: setelah pedoman terbit"


@pytest.mark.parametrize(
    ("verdict", "between", "told"),
    [
        ("fine", "", ""),
        ("order-inside-period", "", "waktu bersamaan: atur urutannya"),
        ("undated", "2017-04-01/2017-06-30", "sisa waktu: April–Juni 2017"),
        ("undated", "", "tidak ada sisa waktu"),
    ],
)
def test_the_basis_of_a_dependency_says_what_the_schedule_makes_of_it(verdict: str, between: str, told: str) -> None:
    links = [link("A.1", "A.2", verdict=verdict, between=between)]
    (direction,) = view(plan([item("A.1"), item("A.2")], links=links)).directions
    basis = direction.prerequisites[0].dependents[0].basis
    assert basis.partition("terbit”")[2].removeprefix("; ") == told


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"suspect": "from_item"}, "“setelah pedoman terbit”; teks yang ditunggu berubah sejak penyusunan terakhir"),
        ({"suspect": "from_item; to_item"}, "teks keduanya berubah"),
        ({"evidence": "setelah no. 1; ✓ Ani, 2017-02-11"}, "“setelah no. 1”; diterima oleh Ani, 11 Februari 2017"),
        ({"evidence": "✓ (keputusan.xlsx)", "kind": "inferred"}, "diterima oleh (keputusan.xlsx)"),
        (
            {"evidence": "guideline → training: kurasi; ✓ Ani", "kind": "inferred"},
            "Pedoman → Pelatihan (kurasi); diterima oleh Ani",
        ),
    ],
)
def test_the_basis_says_who_accepted_a_dependency_and_which_text_has_changed(cells: dict[str, str], told: str) -> None:
    (direction,) = view(plan([item("A.1"), item("A.2")], links=[link("A.1", "A.2", **cells)])).directions
    assert told in direction.prerequisites[0].dependents[0].basis


def test_findings_that_items_of_a_group_share_are_told_once() -> None:
    rows = [
        item("A.1", obstacle="jaringan", progress="separuh"),
        item("A.2", obstacle="jaringan"),
        item("A.3", solution="satelit"),
        item("A.4"),
        item("B.1", obstacle="jaringan", group="K2"),
    ]
    shown = view(plan(rows))
    found = {g.title: [(f.obstacle, f.solution, said(f.items)) for f in g.findings] for g in shown.obstacles}
    assert found == {
        "Kebijakan": [("jaringan", "", "A.1, A.2"), ("", "satelit", "A.3")],
        "Infrastruktur": [("jaringan", "", "B.1")],
    }
    assert [(g.title, g.count, g.findings[0].progress) for g in shown.progress] == [("Kebijakan", "1", "separuh")]


def test_the_critical_path_is_in_the_order_of_its_days() -> None:
    rows = [
        item("A.1", on_critical_path="yes", latest_finish="2017-06-30", earliest_start="2017-04-01"),
        item("A.2"),
        item("A.3", on_critical_path="yes", latest_finish="2017-05-31"),
    ]
    steps = view(plan(rows)).critical
    assert [(s.item.number, s.earliest, s.latest) for s in steps] == [
        ("A.3", "–", "31 Mei 2017"),
        ("A.1", "1 April 2017", "30 Juni 2017"),
    ]


def test_months_list_what_ends_in_them_and_the_undated_come_last() -> None:
    rows = [
        item("A.1", end="2017-06-30"),
        item("A.2", end=""),
        item("A.3", end="2017-06-05"),
        item("A.4", end="2017-05-31"),
    ]
    months = [(m.name, m.count, said(m.items)) for m in view(plan(rows)).months]
    assert months == [("Mei 2017", "1", "A.4"), ("Juni 2017", "2", "A.1, A.3"), ("Belum ditetapkan", "1", "A.2")]


def test_problems_are_told_by_kind_with_numbers_for_codes_and_days_in_words() -> None:
    problems = [
        problem(Code.OWNER_MISSING, item="RK-A2", action="Menyusun pedoman A.2"),
        problem(Code.OWNER_MISSING, item="RK-A1", action="Menyusun pedoman A.1"),
        problem(Code.FILE_SUPERSEDED, "a.docx", newer="b.docx", reason="rev2"),
        late("RK-A2", "RK-A1"),
        problem(Code.DEPENDENCY_CYCLE, ring="RK-A1 → RK-A2 → RK-A1", weakest="RK-A2 → RK-A1"),
        problem(Code.FILE_UNREADABLE, "K1/rusak.docx", "page 3", cause="@problem.file-empty"),
    ]
    found = view(plan([item("A.1"), item("A.2")], problems=problems)).to_settle
    told = {kind.title: [(said(t.subject), t.message) for t in kind.troubles] for kind in found}
    assert list(told) == [
        "Berkas tidak dapat dibaca",
        "Kegiatan saling menunggu",
        "Jadwal tidak mungkin dipenuhi",
        "Penanggung jawab belum ada",
    ]
    assert told["Penanggung jawab belum ada"] == [
        ("A.1", 'Belum ada penanggung jawab untuk "Menyusun pedoman A.1". Tetapkan instansinya.'),
        ("A.2", 'Belum ada penanggung jawab untuk "Menyusun pedoman A.2". Tetapkan instansinya.'),
    ]
    assert told["Berkas tidak dapat dibaca"][0][0] == "rusak.docx, halaman 3"
    subject, message = told["Jadwal tidak mungkin dipenuhi"][0]
    assert subject == "A.2"
    assert "31 Mei 2017" in message
    assert message.endswith("\nA.2: Menyusun pedoman A.2\nA.1: Menyusun pedoman A.1")
    assert told["Kegiatan saling menunggu"][0][0] == "A.1, A.2"
    assert not any("RK-" in message for troubles in told.values() for _, message in troubles)


def test_what_checks_merely_note_and_what_was_waived_stands_behind_what_is_wrong() -> None:
    waiver = {"rule": "authority-mismatch", "item": "A.2", "reason": "by agreement", "until": "", "expiry": ""}
    problems = [
        problem(Code.GRANT_UNANSWERED, item="RK-A1", action="Menyusun pedoman A.1"),
        problem(Code.FINDING_WAIVED, **waiver),
        problem(Code.FILE_SUPERSEDED, "a.docx", newer="b.docx", reason="rev2"),
        problem(Code.OWNER_MISSING, item="RK-A2", action="Menyusun pedoman A.2"),
    ]
    found = view(plan([item("A.1"), item("A.2")], problems=problems)).to_settle
    assert [(kind.title, kind.severity) for kind in found] == [
        ("Penanggung jawab belum ada", "perlu dilengkapi"),
        ("Bantuan pusat tanpa sambutan daerah", "keterangan"),
        ("Dikesampingkan oleh sekretariat", "keterangan"),
    ]
    assert "by agreement" in found[2].troubles[0].message


def test_sources_that_disagree_stand_side_by_side() -> None:
    records = [
        record("A.1", end="2017-06-30"),
        record("A.1", end="2017-07-31", file="K2/Notula.docx", locator="paragraph 4"),
        record("A.1", end="2017-06-30", file="K2/Lagi.xlsx", locator="sheet 'A', row 2"),
    ]
    conflicts = [{"item_id": "RK-A1", "field": "end", "values": "2017-06-30; 2017-07-31"}]
    problems = [problem(Code.FIELDS_CONFLICT, item="RK-A1", field="@field.end", values="x")]
    found = view(plan([item("A.1")], records, conflicts=conflicts, problems=problems))
    assert found.to_settle == ()
    (one,) = found.conflicts
    assert one.field == "Waktu selesai"
    assert [(c.value, c.source) for c in one.claims] == [
        ("30 Juni 2017", "Matriks.docx, tabel 1, baris 2; Lagi.xlsx, lembar 'A', baris 2"),
        ("31 Juli 2017", "Notula.docx, paragraf 4"),
    ]


def test_a_conflict_in_which_people_chose_is_shown_as_settled_with_who_when_and_why_and_counted_no_more() -> None:
    chosen = {"chosen": "2017-07-31", "settled_by": "Ani; Budi", "settled_on": "2017-03-01", "settled_why": "ani.docx"}
    conflicts = [{"item_id": "RK-A1", "field": "end", "values": "2017-06-30 (x); 2017-07-31 (y)", **chosen}]
    found = view(plan([item("A.1")], conflicts=conflicts))
    (one,) = found.conflicts
    settled = one.claims[-1]
    assert (settled.value, settled.source) == ("Ditetapkan: 31 Juli 2017", "Ani; Budi, 1 Maret 2017, ani.docx")
    assert found.summary.conflicts == "0"


def test_a_conflict_without_records_keeps_its_own_words() -> None:
    conflicts = [{"item_id": "RK-A1", "field": "theme", "values": "a (x.docx); b (y.docx)"}]
    (one,) = view(plan([item("A.1")], conflicts=conflicts)).conflicts
    assert [c.value for c in one.claims] == ["a (x.docx)", "b (y.docx)"]


def test_what_an_open_question_would_part_is_left_to_the_question() -> None:
    conflicts = [{"item_id": "RK-A1", "field": "end", "values": "2017-06-30 (x); 2017-07-31 (y)", "same_as": "RK-A2"}]
    found = view(plan([item("A.1"), item("A.2")], conflicts=conflicts))
    assert found.conflicts == ()
    assert found.summary.conflicts == "0"


def test_sources_in_the_order_of_the_meeting() -> None:
    sources = [
        {"file": "z.docx", "group": "K9", "status": "not read", "blocks": "", "records": ""},
        {"file": "b.docx", "group": "K2", "status": "superseded", "blocks": "1200", "records": "0"},
        {"file": "a.docx", "group": "K1", "status": "read", "blocks": "5", "records": "2"},
    ]
    found = view(plan([item("A.1")], sources=sources)).sources
    assert [(s.number, s.group, s.status, s.blocks) for s in found] == [
        ("1", "K1 – Kebijakan", "Dipakai", "5"),
        ("2", "K2 – Infrastruktur", "Digantikan versi baru", "1.200"),
        ("3", "K9", "Tidak dibaca", "–"),
    ]


@pytest.mark.parametrize("language, name", [("id", "Rapat koordinasi"), ("en", "Coordination meeting")])
def test_a_meeting_of_which_nothing_is_known(language: str, name: str) -> None:
    meeting = plan_view(plan(meeting=Meeting()), load(language)).meeting
    assert (meeting.name, meeting.dates, meeting.year) == (name, "", "")


def test_the_same_work_of_several_is_one_row_with_its_members() -> None:
    rows = [
        item("A.1", family_id="F-1", action="Pelatihan guru Kota Bogor", owners="Dinas Kota Bogor; BPS"),
        item("A.2", action="Menyusun juknis", family_id="F-2"),
        item("B.1", family_id="F-1", action="Pelatihan guru", owners="Dinas Kab. Asmat"),
    ]
    (found,) = view(plan(rows)).families
    assert (found.action, found.count) == ("Pelatihan guru", "2")
    assert said(found.members) == "A.1 Dinas Kota Bogor / BPS; B.1 Dinas Kab. Asmat"


def test_of_a_large_family_the_numbers_stand_alone() -> None:
    rows = [item(f"A.{n}", family_id="F-1") for n in range(1, 15)]
    (found,) = view(plan(rows)).families
    assert said(found.members) == ", ".join(f"A.{n}" for n in range(1, 15))
