"""All documents of a plan: names, determinism, and that nothing is lost on the way into Word."""

import csv
import re
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import docx
import pytest

from tasks.model.errors import TemplateError
from tasks.model.meeting import CHAPTERS, Meeting
from tasks.model.plan import Plan
from tasks.model.problem import Code, Problem, code_list, problem
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.extracts.shape import ExtractView
from tasks.rendering.extracts.sheets import EXTRACT_TEMPLATE
from tasks.rendering.file_names import safe_name
from tasks.rendering.group_sheets import SHEET_TEMPLATE
from tasks.rendering.render import PLAN_TEMPLATE, TEMPLATES, main_document, main_document_name, render
from tasks.rendering.view.group_shape import GroupView
from tasks.rendering.view.shape import Chapters, PlanView
from tasks.rendering.word import check, ooxml, package
from tasks.rendering.word.artist import Artist
from tasks.rendering.word.ooxml import w
from tasks.rendering.word.styles import Styles
from tests.rendering.plans import MEETING, item, link, paragraphs, plan, plan_file, record, root_of, rows

PROBLEMS = [
    problem(Code.OWNER_MISSING, item="RK-A2", action="x"),
    problem(Code.PERIOD_MISSING, item="RK-A1", action="y"),
    problem(Code.FILE_EMPTY, "K1/kosong.docx"),
]
NASTY = 'A & B <c> "d" {{ 7*7 }} {% x %}\x07\nbaris kedua ' + "x" * 300


def full(problems: list[Problem] | None = None) -> Plan:
    items = [item(f"{letter}.{n}", group=f"Program {letter}") for letter in "AB" for n in range(1, 12)]
    items[3] |= dict.fromkeys(
        ("action", "output", "owners", "supporters", "regions", "fund_sources", "obstacle"), NASTY
    )
    items[4] |= {"on_critical_path": "yes", "latest_finish": "2017-06-30", "budget": "5000000", "fund_sources": "APBN"}
    records = [record(row["number"]) for row in items] + [
        record("A.1", end="2017-07-31"),
        record("A.1", end="2017-06-30"),
    ]
    return plan(
        items,
        records,
        [link("A.1", "B.2"), link("B.1", "A.9", status="proposed")],
        [{"item_id": "RK-A1", "field": "end", "values": "2017-06-30; 2017-07-31"}],
        problems or PROBLEMS,
        [{"file": "K1/Matriks.docx", "group": "K1", "status": "read", "blocks": "30", "records": "24"}],
        [{"file": "K1/Matriks.docx", "locator": "table 1, row 1", "fate": "header"}],
    )


def word(what: Plan, language: str = "id") -> bytes:
    return plan_file(what, language)


def test_the_documents_and_their_names() -> None:
    tables = [f"tables/{n}.csv" for n in ("records", "items", "links", "conflicts", "problems", "accounting")]
    sheets = ["kelompok/K1 Kebijakan.docx", "kelompok/K2 Infrastruktur.docx"]
    extracts = [f"instansi/Pusat/{name}.docx" for name in (safe_name(NASTY), "Pustekkom")]
    assert [name for name, _ in render(full(), "id")] == [
        "Rencana Kerja Terintegrasi.docx", *extracts, *sheets, "keputusan.xlsx", "Rencana Kerja Terintegrasi.xlsx",
        "Rencana Kerja Terintegrasi.html", "rencana-kerja.xml", "rencana-kerja.ics", *tables,
        "plan.json", "plan.schema.json",
    ]  # fmt: skip
    assert main_document_name("en") == "Integrated Work Plan.docx"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_plan_gives_the_same_bytes_in_whatever_order_problems_come(language: str) -> None:
    first = dict(render(full(), language))
    again = dict(render(full(PROBLEMS[::-1]), language))
    assert first == again


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", [full(), plan(), plan(meeting=Meeting(name=NASTY, host=NASTY, theme=NASTY))])
def test_what_is_written_is_sound_whatever_the_plan_holds(what: Plan, language: str) -> None:
    parts = package.read(word(what, language))
    assert list(check.defects(parts)) == []
    texts = [part for name, part in parts.items() if not name.endswith(".png")]
    assert b"{%" not in b"".join(re.sub(rb"\{% x %\}", b"", part) for part in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_action_and_code_stands_in_the_document(language: str) -> None:
    what = full()
    said = paragraphs(word(what, language))
    for row in what.items.to_dict("records"):
        assert row["number"] in said
        assert row["item_id"] in said
        assert any(part in said for part in (row["action"], NASTY.replace("\n", "").replace("\x07", "")))


def test_every_item_has_its_bookmark_and_links_reach_it() -> None:
    root = root_of(word(full()))
    marks = {m.get(w("name")) for m in root.iter(w("bookmarkStart"))}
    links = {link.get(w("anchor")) for link in root.iter(w("hyperlink"))}
    assert {"RK_A1", "RK_B11"} <= marks
    assert links <= marks


@pytest.mark.parametrize("language", LANGUAGES)
def test_empty_chapters_say_so_in_a_sentence(language: str) -> None:
    said = paragraphs(word(plan(), language))
    tables = list(root_of(word(plan(), language)).iter(ooxml.TBL))
    assert len(tables) == 3  # signatures, the figures of the summary, what must be decided
    expected = {"id": "Tidak ada sumber yang saling berbeda.", "en": "No sources differ."}
    assert expected[language] in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_marked_for_those_who_cannot_see_them(language: str) -> None:
    for table in root_of(word(full(), language)).iter(ooxml.TBL):
        settings = table.find(w("tblPr"))
        assert settings is not None
        if ooxml.attribute(settings.find(w("tblStyle"))) == "TabelPanel":
            continue  # figures side by side: it has no header
        assert ooxml.attribute(settings.find(w("tblCaption")))
        first = table.find(ooxml.TR)
        assert first is not None
        assert first.find(f"{w('trPr')}/{w('tblHeader')}") is not None
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in table.iterchildren(ooxml.TR))
        assert ooxml.attribute(settings.find(w("tblLayout")), "type") == "fixed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_go_down_one_level_at_a_time(language: str) -> None:
    data = word(full(), language)
    styles = Styles(package.read(data)["word/styles.xml"])
    outlines = (styles.outline(p) for p in root_of(data).iter(ooxml.P))
    levels = [level for level in outlines if level is not None]
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    "language, tag, title", [("id", "id-ID", "Rencana Kerja"), ("en", "en-US", "Integrated Work Plan")]
)
def test_title_and_language_stand_in_the_properties(language: str, tag: str, title: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(full(), language))
    document = docx.Document(str(path))
    assert document.core_properties.title.startswith(title)
    assert document.core_properties.language == tag
    assert str(document.core_properties.created) == "2017-02-11 00:00:00+00:00"
    assert f'w:lang w:val="{tag}"'.encode() in package.read(word(full(), language))["word/styles.xml"]


def test_contents_name_chapters_and_annexes_with_their_pages() -> None:
    found = (re.fullmatch(r"(BAB [IV]+|LAMPIRAN [IV]+|[A-Z]\.)(\D.+?)(\d+)", p) for p in paragraphs(word(full())))
    entries = [(m[1], m[2], int(m[3])) for m in found if m]
    assert [(label, title) for label, title, _ in entries if not label.endswith(".")] == [
        ("BAB I", "Pendahuluan"),
        ("BAB II", "Capaian dan Kondisi"),
        ("BAB III", "Kendala dan Alternatif Solusi"),
        ("BAB IV", "Rencana Kerja Terintegrasi"),
        ("BAB V", "Koordinasi, Pemantauan, Evaluasi, dan Pelaporan"),
        ("BAB VI", "Hal yang Perlu Diputuskan"),
        ("LAMPIRAN I", "Matriks Rencana Kerja"),
        ("LAMPIRAN II", "Garis Waktu"),
        ("LAMPIRAN III", "Kegiatan menurut Wilayah"),
        ("LAMPIRAN IV", "Peran Setiap Instansi"),
        ("LAMPIRAN V", "Rumusan Kelompok dan Asal Setiap Kegiatan"),
        ("LAMPIRAN VI", "Berkas yang Diterima"),
    ]
    assert {("A.", "Program A"), ("B.", "Program B")} <= {(label, title) for label, title, _ in entries}
    pages = [page for _, _, page in entries]
    assert pages == sorted(pages)


@pytest.mark.parametrize("label", ["Tabel", "Gambar"])
def test_the_lists_name_every_caption_with_its_page(label: str) -> None:
    said = paragraphs(word(full()))
    captions = [p for p in said if re.match(rf"{label} \d+\. .*\D$", p)]
    listed = [m[1] for m in (re.fullmatch(rf"({label} \d+\. .*?\D)(\d+)", p) for p in said) if m]
    assert len(listed) >= 3
    assert listed == captions


def test_a_list_of_nothing_falls_away_with_its_heading() -> None:
    assert "Daftar Gambar" in paragraphs(word(full()))
    assert "Daftar Gambar" not in paragraphs(word(full_with(("pictures",))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in CHAPTERS if name != "extract_pictures"])
def test_a_chapter_that_is_not_wanted_is_left_out(name: str, language: str) -> None:
    whole, without = (paragraphs(word(full_with(names), language)) for names in ((), (name,)))
    assert len(without) < len(whole)
    assert [p for p in without if "{%" in p and p not in whole] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_without_any_chapter_is_sound(language: str) -> None:
    parts = package.read(word(full_with(CHAPTERS), language))
    assert list(check.defects(parts)) == []


def full_with(without: tuple[str, ...]) -> Plan:
    return replace(full(), meeting=replace(MEETING, without=without))


def test_the_document_never_asks_to_renew_its_fields() -> None:
    assert b"updateFields" not in b"".join(package.read(word(full())).values())


def test_captions_are_numbered_through() -> None:
    said = paragraphs(word(full_with(("lists",))))
    numbers = [int(m[1]) for m in (re.match(r"Tabel (\d+)\. ", p) for p in said) if m]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 5


def test_a_programme_is_one_table_with_its_rows() -> None:
    found = rows(word(full()))
    heads = [n for n, row in enumerate(found) if row[0] == "Nomor"]
    assert len(heads) == 2
    assert [row[0] for row in found[heads[0] + 1 : heads[0] + 12]] == [f"A.{n}RK-A{n}" for n in range(1, 12)]


def test_a_template_that_is_missing_or_broken_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=f"tidak ada.*{PLAN_TEMPLATE}"):
        main_document(plan(), load("id"), tmp_path, Artist())
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / PLAN_TEMPLATE).write_bytes(b"bukan Word")
    with pytest.raises(TemplateError, match="bukan dokumen Word"):
        main_document(plan(), load("id"), tmp_path, Artist())


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_are_small(language: str) -> None:
    assert (TEMPLATES / language / PLAN_TEMPLATE).stat().st_size < 50_000


def test_both_languages_have_the_same_words_with_the_same_blanks() -> None:
    blanks = [
        {key: set(re.findall(r"{(\w+)}", text)) for key, text in load(language)._sentences.items()}
        for language in LANGUAGES
    ]
    assert blanks[0] == blanks[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_a_title_for_its_chapter(language: str) -> None:
    assert [row["code"] for row in code_list() if f"kind.{row['code']}" not in load(language)] == []


_VIEWS: dict[str, type] = {PLAN_TEMPLATE: PlanView, SHEET_TEMPLATE: GroupView, EXTRACT_TEMPLATE: ExtractView}
_WHOLES: dict[type, set[str]] = {
    PlanView: {"meeting", "chapters", "summary"},
    GroupView: {"meeting", "group", "figures"},
    ExtractView: {"meeting", "institution", "totals"},
}


def tags(kind: type, name: str = "") -> set[str]:
    """Every tag that a template may use, as `item.action`, from the dataclass and those within it."""
    found = set()
    for tag, held in get_type_hints(kind).items():
        found.add(f"{name}.{tag}" if name else tag)
        inner = get_args(held)[0] if get_origin(held) is tuple else held
        if is_dataclass(inner) and isinstance(inner, type):
            found |= tags(inner, inner.__name__.lower())
    return found


def test_the_list_of_tags_names_all_of_them() -> None:
    with (TEMPLATES / "tags.csv").open(encoding="utf-8", newline="") as lines:
        listed = list(csv.DictReader(lines))
    for template, view in _VIEWS.items():
        named = {row["tag"] for row in listed if template.removesuffix(".docx") in row["template"].split("; ")}
        assert named == tags(view) - _WHOLES[view]
    assert all(row["arti"] and row["meaning"] and row["template"] for row in listed)
    assert [field.name for field in fields(Chapters)] == list(CHAPTERS)
