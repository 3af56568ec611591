"""The feedback sheets in words: what a group is shown of its files, and what it is asked."""

import pytest

from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.view.group_shape import Entry, GroupView
from tasks.rendering.view.groups import group_views
from tasks.rendering.word import ooxml
from tasks.rendering.word.inline import Inline
from tests.rendering.plans import item, late, plan, record

ID = load("id")
SOURCES = [
    {"file": "K1/Matriks.docx", "group": "K1", "status": "read", "blocks": "30", "records": "24"},
    {"file": "K2/Notula.docx", "group": "K2", "status": "read", "blocks": "3", "records": "1"},
]


def view(what: Plan, code: str = "K1") -> GroupView:
    return next(found for found in group_views(what, ID) if found.group.code == code)


def entry(**cells: str) -> Entry:
    """The one entry of a plan with one record of these cells."""
    return view(plan([item("A.1")], [record("A.1", **cells)], sources=SOURCES)).entries[0]


def said(piece: Inline) -> str:
    return ooxml.text_of(ooxml.parse(f'<w:p xmlns:w="{ooxml.W_NS}">{piece}</w:p>'.encode()))


def test_entries_stand_in_the_order_of_files_and_places_with_their_numbers_in_the_plan() -> None:
    records = [
        record("A.2", file="K1/b.docx", locator="table 1, row 2"),
        record("A.1", file="K1/a.docx", locator="table 1, row 10"),
        record("A.3", file="K1/a.docx", locator="table 1, row 9"),
    ]
    what = plan(
        [item("A.1"), item("A.2"), item("A.3")],
        records,
        sources=[{"file": f"K1/{n}.docx", "group": "K1"} for n in "ab"],
    )
    told = [(e.number, e.item, e.code, e.file, e.place) for e in view(what).entries]
    assert told == [
        ("1", "A.3", "RK-A3", "a.docx", "tabel 1, baris 9"),
        ("2", "A.1", "RK-A1", "a.docx", "tabel 1, baris 10"),
        ("3", "A.2", "RK-A2", "b.docx", "tabel 1, baris 2"),
    ]
    assert 'w:name="RK_RA_3"' in view(what).entries[0].anchor
    assert said(view(what).entries[0].anchor) == said(view(what).entries[0].link) == "1"


def test_the_words_of_the_file_stand_beside_what_was_understood_where_they_differ() -> None:
    one = entry(
        owners="Pustekkom Kemdikbud", owners_text="Pustekkom", start="2017-03-01", end="2017-05-31",
        period_sense="within", period_text="Mrt s.d. Mei '17", budget="275000000", budget_text="Rp 275 juta",
    )  # fmt: skip
    assert (one.owners, one.owners_written) == ("Pustekkom Kemdikbud", "Pustekkom")
    assert (one.time, one.time_written) == ("Maret–Mei 2017", "Mrt s.d. Mei '17")
    assert (one.budget, one.budget_written) == ("Rp\u00a0275.000.000", "Rp 275 juta")


def test_the_same_words_are_not_told_twice() -> None:
    one = entry(
        owners="Dinas A; Dinas B", owners_text="dinas A;  Dinas B", start="2017-03-01", end="2017-03-31",
        period_text="maret  2017", budget="5000", budget_text="Rp5.000",
    )  # fmt: skip
    assert one.owners == "•\u00a0Dinas A\n•\u00a0Dinas B"
    assert (one.owners_written, one.time_written, one.budget_written) == ("", "", "")


def test_what_is_not_stated_or_gives_no_days_is_said() -> None:
    one = entry(period_text="secepatnya", budget_text="menyesuaikan")
    assert (one.owners, one.time, one.time_written) == ("belum ditetapkan", "tanpa tanggal tertentu", "secepatnya")
    assert (one.budget, one.budget_written) == ("", "menyesuaikan")
    assert entry().time == "belum ditetapkan"


def test_a_prerequisite_that_the_remarks_hold_is_told_once() -> None:
    assert entry(depends_text="sesuai no. 8", remarks="sesuai no. 8; Volume: 6 unit").depends == ""
    assert entry(depends_text="setelah juknis terbit", remarks="Volume: 6 unit").depends == "setelah juknis terbit"


def test_other_groups_with_the_same_action_are_named() -> None:
    records = [record("A.1"), record("A.1", group="K2", file="K2/Notula.docx", record_id="R2")]
    what = plan([item("A.1")], records, sources=SOURCES)
    assert [view(what, code).entries[0].shared_with for code in ("K1", "K2")] == ["K2", "K1"]


def test_files_of_the_same_name_are_told_with_their_folders() -> None:
    files = ["K1/hari 1/Notula.docx", "K1/hari 2/Notula.docx", "K1/Matriks.docx"]
    records = [record("A.1", file=file, record_id=f"R{n}") for n, file in enumerate(files)]
    what = plan([item("A.1")], records, sources=[{"file": file, "group": "K1"} for file in files])
    assert [e.file for e in view(what).entries] == ["Matriks.docx", *files[:2]]


def test_equal_record_ids_still_give_bookmarks_of_their_own() -> None:
    what = plan([item("A.1")], [record("A.1"), record("A.1", locator="table 1, row 3")], sources=SOURCES)
    first, second = view(what).entries
    assert first.anchor.split('w:name="')[1].split('"')[0] != second.anchor.split('w:name="')[1].split('"')[0]


def test_figures_add_up() -> None:
    accounting = [
        *({"file": "K1/Matriks.docx", "locator": f"table 1, row {n}", "fate": "record"} for n in range(3)),
        {"file": "K1/Matriks.docx", "locator": "paragraph 1", "fate": "part of record"},
        {"file": "K1/Matriks.docx", "locator": "paragraph 2", "fate": "remark", "reason": "@extraction.attendance"},
        {"file": "K1/Matriks.docx", "locator": "paragraph 3", "fate": "remark", "reason": "@extraction.attendance"},
        {"file": "K1/Matriks.docx", "locator": "paragraph 4", "fate": "remark", "reason": "@extraction.signature"},
        {"file": "K1/Matriks.docx", "locator": "paragraph 5", "fate": "heading"},
        {"file": "K2/Notula.docx", "locator": "paragraph 1", "fate": "history", "reason": "@extraction.history"},
    ]
    sources = [*SOURCES, {"file": "K1/a", "group": "K1", "status": "superseded"}, {"file": "K1/b", "group": "K1"}]
    records = [record("A.1", inferred="owners: proposer")]
    found = view(plan([item("A.1")], records, sources=sources, accounting=accounting))
    figures = found.figures
    assert (figures.files, figures.files_read, figures.files_superseded, figures.files_unread) == ("3", "1", "1", "1")
    assert (figures.blocks, figures.left_out, figures.entries, figures.inferred) == ("8", "4", "1", "1")
    assert [(f.name, f.reasons, f.count) for f in found.fates] == [
        ("judul", "", "1"),
        ("catatan dan teks lain", "daftar hadir (2); tanda tangan (1)", "3"),
    ]


def test_questions_come_by_kind_then_by_entry() -> None:
    records = [record(f"A.{n}", locator=f"table 1, row {n}") for n in (1, 2, 10)]
    problems = [
        problem(Code.PERIOD_MISSING, "K1/Matriks.docx", "table 1, row 10", item="RK-A10", action="x"),
        problem(Code.PERIOD_MISSING, "K1/Matriks.docx", "table 1, row 2", item="RK-A2", action="y"),
        problem(Code.OWNER_MISSING, "K1/Matriks.docx", "table 1, row 10", item="RK-A10", action="x"),
    ]
    items = [item("A.1"), item("A.2"), item("A.10")]
    for given in (problems, problems[::-1]):
        found = view(plan(items, records, problems=given, sources=SOURCES))
        assert [(said(q.numbers), q.title, q.place) for q in found.questions] == [
            ("3", "Penanggung jawab belum ada", "Matriks.docx, tabel 1, baris 10"),
            ("2", "Waktu belum ada", "Matriks.docx, tabel 1, baris 2"),
            ("3", "Waktu belum ada", "Matriks.docx, tabel 1, baris 10"),
        ]
        assert found.questions[1].message == "Belum ada waktu. Tulis bulan atau tenggatnya."
        assert found.questions[1].actions == "A.2: Menyusun pedoman A.2"
        assert found.figures.questions == "3"


def test_an_unknown_name_in_many_places_is_asked_for_once() -> None:
    numbers = range(1, 6)
    records = [record(f"A.{n}", locator=f"table 1, row {n}") for n in numbers]
    problems = [
        problem(Code.OWNER_UNKNOWN, "K1/Matriks.docx", f"table 1, row {n}", item=f"RK-A{n}", text="Tim 9")
        for n in numbers
    ]
    (one,) = view(plan([item(f"A.{n}") for n in numbers], records, problems=problems, sources=SOURCES)).questions
    assert said(one.numbers) == "1, 2, 3, 4, 5"
    assert one.place == "Matriks.docx, " + "; ".join(f"tabel 1, baris {n}" for n in numbers)
    assert one.actions.splitlines()[2:] == ["A.3: Menyusun pedoman A.3", "dan 2 kegiatan lagi"]
    assert one.message == "'Tim 9' tidak dikenal sebagai instansi dan ditulis apa adanya. Tulis nama resminya."


def test_words_that_other_groups_wrote_on_the_same_action_are_not_asked_about() -> None:
    records = [record("A.1"), record("A.1", group="K2", file="K2/Notula.docx", record_id="R2")]
    problems = [problem(Code.OWNER_UNKNOWN, "K2/Notula.docx", "table 1, row 2", item="RK-A1", text="Tim 9")]
    what = plan([item("A.1")], records, problems=problems, sources=SOURCES)
    assert view(what).questions == ()
    assert said(view(what, "K2").questions[0].numbers) == "1"


def test_a_disagreement_is_told_to_both_groups_with_who_says_what() -> None:
    records = [
        record("A.1", end="2017-06-30"),
        record("A.1", end="2017-07-31", group="K2", file="K2/Notula.docx", locator="paragraph 4", record_id="R2"),
    ]
    conflict = problem(
        Code.FIELDS_CONFLICT, "K1/Matriks.docx", "table 1, row 2", item="RK-A1", field="@merging.field.end", values="x"
    )
    what = plan([item("A.1")], records, problems=[conflict], sources=SOURCES)
    for code, place in (("K1", "Matriks.docx, tabel 1, baris 2"), ("K2", "Notula.docx, paragraf 4")):
        (one,) = view(what, code).questions
        assert one.place == place
        assert one.message.splitlines() == [
            "Sumber berbeda tentang selesai:",
            "•\u00a030 Juni 2017 (K1, Matriks.docx, tabel 1, baris 2)",
            "•\u00a031 Juli 2017 (K2, Notula.docx, paragraf 4)",
            "Tulis yang berlaku.",
        ]


def test_a_disagreement_that_the_records_do_not_show_keeps_its_own_words() -> None:
    conflict = problem(
        Code.FIELDS_CONFLICT, "K1/Matriks.docx", item="RK-A1", field="@merging.field.end", values="a (x); b (y)"
    )
    (one,) = view(plan([item("A.1")], [record("A.1")], problems=[conflict], sources=SOURCES)).questions
    assert "\na (x); b (y)\n" in one.message


def test_actions_of_other_groups_are_explained() -> None:
    records = [record("A.1"), record("B.2", group="K2", file="K2/Notula.docx")]
    found = late("RK-A1", "RK-B2", "K1/Matriks.docx", "table 1, row 2")
    what = plan([item("A.1"), item("B.2")], records, problems=[found], sources=SOURCES)
    assert view(what).questions[0].message.splitlines()[3:] == ["B.2 (K2): Menyusun pedoman B.2"]
    assert view(what, "K2").questions[0].message.splitlines()[3:] == ["A.1 (K1): Menyusun pedoman A.1"]
    assert said(view(what, "K2").questions[0].numbers) == "1"


def test_a_place_without_an_action_is_asked_about_by_its_file() -> None:
    lost = problem(Code.TABLE_NOT_UNDERSTOOD, "K1/Matriks.docx", "table 3, row 1", columns="'Tier', 'Daya'")
    (one,) = view(plan(problems=[lost], sources=SOURCES)).questions
    assert (said(one.numbers), one.place, one.actions) == ("–", "Matriks.docx, tabel 3, baris 1", "")


def test_files_that_were_not_used_are_told_with_cause_and_next_step() -> None:
    sources = [
        *SOURCES,
        {"file": "K1/lama.docx", "group": "K1", "status": "superseded"},
        {"file": "K1/kunci.docx", "group": "K1", "status": "not read"},
    ]
    problems = [
        problem(Code.FILE_ENCRYPTED, "K1/kunci.docx"),
        problem(Code.FILE_SUPERSEDED, "K1/lama.docx", newer="K1/Matriks.docx", reason="@extraction.newer-name"),
        problem(Code.SHEET_HIDDEN, "K1/Matriks.docx", "sheet 'draft'", sheet="draft"),
        problem(Code.FILE_UNREADABLE, "K1/hilang.docx", cause="@reading.listed-only"),
        problem(Code.FILE_EMPTY, "K2/Notula.docx"),
    ]
    found = view(plan(sources=sources, problems=problems))
    assert found.questions == ()
    assert [(n.file, n.status) for n in found.notices] == [
        ("Matriks.docx", "Dipakai"),
        ("hilang.docx", "Tidak dibaca"),
        ("kunci.docx", "Tidak dibaca"),
        ("lama.docx", "Digantikan versi baru"),
    ]
    assert found.notices[0].message.startswith("Lembar 'draft': Lembar 'draft' tersembunyi")
    assert found.notices[2].message.endswith("Simpan ulang tanpa kata sandi lalu kirim lagi.")
    assert "nama berkas menunjukkan versi yang lebih baru" in found.notices[3].message


def test_a_group_without_files_has_a_sheet_all_the_same() -> None:
    found = view(plan(sources=SOURCES[:1]), "K2")
    assert (found.group.title, found.figures.files, found.entries, found.as_of) == (
        "K2 – Infrastruktur", "0", (), "20 Februari 2017",
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_need_no_more_words_than_the_problems_have(language: str) -> None:
    speak = load(language)
    details = dict.fromkeys(
        ("item", "text", "field", "values", "columns", "cells", "cause", "format", "instead", "program", "characters",
         "group"), "x",
    )  # fmt: skip
    questions = [code for code in Code if f"question.{code}" in speak]
    assert len(questions) > 10
    for code in questions:
        said_to_staff = {key for key in details if f"{{{key}}}" in speak._sentences[f"problem.{code}"]}
        asked = {key for key in details if f"{{{key}}}" in speak._sentences[f"question.{code}"]}
        assert asked <= said_to_staff, code
        assert speak.text(f"question.{code}", **details)
