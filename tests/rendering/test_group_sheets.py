"""The feedback sheets as Word files."""

import io
import re
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from tasks.model import tables
from tasks.model.errors import TemplateError
from tasks.model.meeting import Group, Meeting
from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.group_sheets import SHEET_TEMPLATE, group_sheets
from tasks.rendering.render import TEMPLATES, render, template_bytes
from tasks.rendering.word import check, ooxml, package
from tasks.rendering.word.ooxml import w
from tests.rendering.plans import item, paragraphs, plan, record, root_of, rows

NASTY = 'A & B <c> "d" {{ 7*7 }} {% x %}\x07\nbaris kedua ' + "x" * 300
FILE = 'K1/Matriks & <baru> "1".docx'


def full(name: str = "Kebijakan") -> Plan:
    """A plan of two groups: one with files, awkward words and problems, one that sent nothing."""
    items = [item(f"A.{n}") for n in range(1, 121)]
    records = [
        record(f"A.{n}", record_id=f"R-{n}", file=FILE, locator=f"table 1, row {n}", owners="Dinas A")
        for n in range(1, 121)
    ]
    records[0] |= dict.fromkeys((*tables.TEXT_FIELDS, "remarks", "owners_text", "period_text", "inferred"), NASTY)
    return plan(
        items,
        records,
        problems=[
            problem(Code.OWNER_UNKNOWN, FILE, "table 1, row 2", item="RK-A2", text=NASTY),
            problem(Code.FILE_EMPTY, "K1/kosong.docx"),
        ],
        sources=[
            {"file": FILE, "group": "K1", "status": "read", "blocks": "121", "records": "120"},
            {"file": "K1/kosong.docx", "group": "K1", "status": "not read", "blocks": "0", "records": "0"},
        ],
        accounting=[{"file": FILE, "locator": "paragraph 1", "fate": "remark", "reason": NASTY}],
        meeting=Meeting(NASTY, year=2017, groups=(Group("K1", name), Group("K2", "Infrastruktur"))),
    )


def sheets(what: Plan, language: str = "id") -> dict[str, bytes]:
    return dict(group_sheets(what, load(language), template_bytes(TEMPLATES, language, SHEET_TEMPLATE)))


def sheet(what: Plan, language: str = "id") -> bytes:
    return next(iter(sheets(what, language).values()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", [full(), full(NASTY), plan()])
def test_what_is_written_is_sound_whatever_the_files_hold(what: Plan, language: str) -> None:
    found = sheets(what, language)
    assert len(found) == 2
    for data in found.values():
        parts = package.read(data)
        assert list(check.defects(parts)) == []
        assert b"{%" not in b"".join(re.sub(rb"\{% x %\}", b"", part) for part in parts.values())


@pytest.mark.parametrize("language, folder", [("id", "kelompok"), ("en", "groups")])
def test_the_names_hold_code_and_name_and_are_in_the_language(language: str, folder: str) -> None:
    assert list(sheets(full(), language)) == [f"{folder}/K1 Kebijakan.docx", f"{folder}/K2 Infrastruktur.docx"]
    assert next(iter(sheets(full('Kab/Kota: "3T"?'), language))) == f"{folder}/K1 Kab-Kota - '3T'.docx"


def test_groups_whose_names_fall_together_keep_a_sheet_each() -> None:
    meeting = Meeting(groups=(Group("K1", "A/B"), Group("K1", "A\\B"), Group("k1", "A-B"), Group("tamu", "tamu")))
    names = [f"kelompok/{name}.docx" for name in ("K1 A-B", "K1 A-B (2)", "k1 A-B (3)", "tamu")]
    assert list(sheets(plan(meeting=meeting))) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_plan_gives_the_same_bytes(language: str) -> None:
    assert sheets(full(), language) == sheets(full(), language)


@pytest.mark.parametrize("language, column", [("id", "Koreksi"), ("en", "Correction")])
def test_every_entry_is_a_row_with_an_empty_cell_to_write_in(language: str, column: str) -> None:
    found = rows(sheet(full(), language))
    head = next(n for n, row in enumerate(found) if row[-1] == column)
    entries = found[head + 1 : head + 121]
    assert [row[0] for row in entries] == [f"{n}A.{n}RK-A{n}" for n in range(1, 121)]
    assert {row[-1] for row in entries} == {""}
    assert {len(row) for row in entries} == {8}
    assert entries[1][2] == "Menyusun pedoman A.2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_are_repeated_and_no_row_is_parted(language: str) -> None:
    grids = list(root_of(sheet(full(), language)).iter(ooxml.TBL))
    assert len(grids) == 5
    for table in grids:
        settings = table.find(w("tblPr"))
        assert settings is not None
        assert ooxml.attribute(settings.find(w("tblCaption")))
        assert ooxml.attribute(settings.find(w("tblLayout")), "type") == "fixed"
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in table.iterchildren(ooxml.TR))
    for table in grids[1:]:
        first = table.find(ooxml.TR)
        assert first is not None
        assert first.find(f"{w('trPr')}/{w('tblHeader')}") is not None


@pytest.mark.parametrize("language, tag", [("id", "id-ID"), ("en", "en-US")])
def test_python_docx_opens_it_on_a_landscape_page_with_its_properties(language: str, tag: str) -> None:
    document = docx.Document(io.BytesIO(sheet(full(), language)))
    (section,) = document.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    about = document.core_properties
    assert (about.title.split(" – ")[:2][-1], about.language) == ("Kebijakan", tag)
    footer = package.read(sheet(full(), language))["word/footer1.xml"]
    assert b" PAGE " in footer
    assert b" NUMPAGES " in footer


def test_the_links_of_the_questions_reach_the_entries() -> None:
    root = root_of(sheet(full()))
    marks = {mark.get(w("name")) for mark in root.iter(w("bookmarkStart"))}
    links = {link.get(w("anchor")) for link in root.iter(w("hyperlink"))}
    assert links == {"RK_R_2"}
    assert links < marks


@pytest.mark.parametrize(
    "language, sentence",
    [("id", "Belum ada berkas kelompok ini yang diterima."), ("en", "No file of this group has arrived yet.")],
)
def test_a_group_that_sent_nothing_is_told_so_and_nothing_else(language: str, sentence: str) -> None:
    data = list(sheets(full(), language).values())[1]
    assert any(words.startswith(sentence) for words in paragraphs(data))
    assert rows(data) == []


@pytest.mark.parametrize("language, sentence", [("id", "Tidak ada yang perlu dilengkapi."), ("en", "There is nothing")])
def test_a_group_without_problems_is_thanked(language: str, sentence: str) -> None:
    what = plan([item("A.1")], [record("A.1")], sources=[{"file": "K1/Matriks.docx", "group": "K1", "status": "read"}])
    assert any(words.startswith(sentence) for words in paragraphs(sheet(what, language)))


def test_a_template_that_is_missing_or_broken_is_named(tmp_path: Path) -> None:
    (tmp_path / "id").mkdir()
    for template in TEMPLATES.glob("id/*.docx"):
        (tmp_path / "id" / template.name).write_bytes(template.read_bytes())
    (tmp_path / "id" / SHEET_TEMPLATE).write_bytes(b"bukan Word")
    with pytest.raises(TemplateError, match=rf"bukan dokumen Word.*{SHEET_TEMPLATE}"):
        list(render(plan(), "id", tmp_path))
    (tmp_path / "id" / SHEET_TEMPLATE).unlink()
    with pytest.raises(TemplateError, match=f"tidak ada.*{SHEET_TEMPLATE}"):
        list(render(plan(), "id", tmp_path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_small_and_sound(language: str) -> None:
    data = template_bytes(TEMPLATES, language, SHEET_TEMPLATE)
    assert len(data) < 50_000
    assert list(check.defects(package.read(data))) == []
