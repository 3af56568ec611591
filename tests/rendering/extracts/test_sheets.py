"""The extracts as Word files."""

import csv
import re
from pathlib import Path

import pytest

from flows.cli import main
from tasks.model import tables
from tasks.model.meeting import Meeting
from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.extracts.sheets import EXTRACT_TEMPLATE, extract_sheets
from tasks.rendering.render import TEMPLATES, template_bytes
from tasks.rendering.word import check, ooxml, package
from tasks.rendering.word.artist import Artist
from tasks.rendering.word.ooxml import w
from tests.rendering.extracts.read import Sheet, sheet
from tests.rendering.plans import item, link, plan, root_of

NASTY = 'A & B <c> "d" {{ 7*7 }} {% x %}\x07\nbaris kedua \u202bمرحبا\u202c ' + "x" * 300


def full() -> Plan:
    """A plan with awkward words everywhere and with all that an extract may hold."""
    items = [
        item(f"{letter}.{n}", owners=f"Dinas {letter}", levels="province") for letter in "AB" for n in range(1, 12)
    ]
    items[3] |= dict.fromkeys((*tables.TEXT_FIELDS, "supporters", "regions", "fund_sources", "budget"), NASTY)
    items[4] |= {"owners": NASTY, "levels": "central"}
    items[5] |= {"owners": "Dinas Kesehatan Kota Padang", "levels": "district", "on_critical_path": "yes"}
    links = [link("A.1", "B.1", evidence=NASTY), link("A.1", "A.2"), link("B.2", "A.5", status="proposed")]
    problems = [problem(Code.OWNER_UNKNOWN, "K1/a.docx", "table 1, row 2", item="RK-A1", text=NASTY)]
    return plan(items, (), links, problems=problems, meeting=Meeting(NASTY, NASTY, NASTY, year=2017))


def sheets(what: Plan, language: str = "id") -> dict[str, bytes]:
    with Artist() as artist:
        return dict(extract_sheets(what, load(language), template_bytes(TEMPLATES, language, EXTRACT_TEMPLATE), artist))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_sound_whatever_the_plan_holds(language: str) -> None:
    found = sheets(full(), language)
    assert len(found) == 5
    for data in found.values():
        parts = package.read(data)
        assert list(check.defects(parts)) == []
        assert b"{%" not in b"".join(re.sub(rb"\{% x %\}", b"", part) for part in parts.values())


def test_a_plan_without_institutions_has_no_extracts() -> None:
    assert sheets(plan()) == sheets(plan([item("A.1", owners="", levels="")])) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_plan_gives_the_same_bytes(language: str) -> None:
    assert sheets(full(), language) == sheets(full(), language)


@pytest.mark.parametrize(
    "language, folders", [("id", ("Pusat", "Kabupaten-Kota")), ("en", ("Central", "District or city"))]
)
def test_levels_are_folders_in_the_language(language: str, folders: tuple[str, str]) -> None:
    top = {"id": "instansi", "en": "institutions"}[language]
    items = [item("A.1", owners="Ditjen X"), item("A.2", owners='Dinas: "A/B"?', levels="district")]
    names = [f"{top}/{folders[0]}/Ditjen X.docx", f"{top}/{folders[1]}/Dinas - 'A-B'.docx"]
    assert list(sheets(plan(items), language)) == names


def test_names_that_fall_together_are_numbered_within_their_folder() -> None:
    owners = (("Ditjen A/B", "central"), ("ditjen a\\b", "central"), ("Ditjen A-B", "other"), ("???", "other"))
    items = [item(f"A.{n}", owners=name, levels=level) for n, (name, level) in enumerate(owners, 1)]
    names = ["Lainnya/instansi", "Lainnya/Ditjen A-B", "Pusat/Ditjen A-B", "Pusat/ditjen a-b (2)"]
    assert sorted(sheets(plan(items))) == sorted(f"instansi/{name}.docx" for name in names)


def test_a_province_stands_before_the_institutions_of_its_level() -> None:
    items = [item("A.1", owners="Dinas Kesehatan Provinsi Bali", levels="province")]
    first, second = sheets(plan(items)).items()
    assert first[0] == "instansi/Provinsi/Seluruh instansi Bali.docx"
    assert second[0] == "instansi/Provinsi/Dinas Kesehatan Provinsi Bali.docx"
    assert [(sheet(data).title, sheet(data).name) for _, data in (first, second)] == [
        ("Lembar Provinsi", "Bali"),
        ("Lembar Instansi", "Dinas Kesehatan Provinsi Bali"),
    ]


@pytest.mark.parametrize("language, caption", [("id", "Konfirmasi"), ("en", "Confirmation")])
def test_there_is_a_table_to_confirm_and_cells_to_correct(language: str, caption: str) -> None:
    found = [sheet(data) for data in sheets(full(), language).values()]
    for one in found:
        head, line = one.tables[caption]
        assert all(head)
        assert line == [[], [], [], [], []]
    duties = next(one for one in found if one.name == "Dinas A").tables[
        {"id": "Yang dikerjakan", "en": "What is done"}[language]
    ]
    assert {tuple(row[-1]) for row in duties[1:]} == {()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_are_repeated_and_no_row_is_parted(language: str) -> None:
    grids = [grid for data in sheets(full(), language).values() for grid in root_of(data).iter(ooxml.TBL)]
    assert len(grids) > 20
    for grid in grids:
        settings = grid.find(w("tblPr"))
        assert settings is not None
        assert ooxml.attribute(settings.find(w("tblCaption")))
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in grid.iterchildren(ooxml.TR))
        if ooxml.attribute(settings.find(w("tblStyle"))) != "TabelPanel":
            assert grid.find(f"{ooxml.TR}/{w('trPr')}/{w('tblHeader')}") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_small_and_sound(language: str) -> None:
    data = template_bytes(TEMPLATES, language, EXTRACT_TEMPLATE)
    assert len(data) < 50_000
    assert list(check.defects(package.read(data))) == []


def test_links_reach_the_rows_of_the_own_actions() -> None:
    found = sheets(full())["instansi/Provinsi/Dinas A.docx"]
    marks = {mark.get(w("name")) for mark in root_of(found).iter(w("bookmarkStart"))}
    links = {one.get(w("anchor")) for one in root_of(found).iter(w("hyperlink"))}
    assert {"RK_A1", "RK_A2"} == links < marks


@pytest.fixture(scope="module")
def built(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the sample meeting."""
    out = tmp_path_factory.mktemp("sample") / "out"
    assert main(["build", str(sample), "--out", str(out), "--direct"]) == 0
    return out


def test_the_extracts_of_the_sample_agree_with_its_plan_and_with_each_other(built: Path) -> None:
    with (built / "tables" / "items.csv").open(encoding="utf-8-sig", newline="") as lines:
        items = list(csv.DictReader(lines))
    found = [sheet(path.read_bytes()) for path in sorted((built / "instansi").rglob("*.docx"))]
    own = {one.name: one for one in found if one.title == "Lembar Instansi"}
    leads = {name: sorted(row["number"] for row in items if name in row["owners"].split("; ")) for name in own}
    assert len(own) > 100
    assert {name: sorted(one.column("Yang dikerjakan")) for name, one in own.items()} == leads
    assert {name: one.tables["Lembar ini dalam angka"][0][0][0] for name, one in own.items()} == {
        name: str(len(numbers)) for name, numbers in leads.items()
    }
    assert {owner for row in items for owner in row["owners"].split("; ") if owner} <= set(own)
    needs, takers = waits(own, "Yang ditunggu"), waits(own, "Yang menunggu")
    assert len(needs) > 100
    assert needs == {(other, item, mine, name) for name, mine, item, other in takers}


def waits(own: dict[str, Sheet], caption: str) -> set[tuple[str, str, str, str]]:
    """The rows of a table on all sheets: whose sheet, its own action, the other's, each institution named there."""
    return {
        (name, row[0][0], row[1][0], other)
        for name, one in own.items()
        for row in one.tables.get(caption, [])[1:]
        for other in row[2]
        if other != "belum ditetapkan"
    }
