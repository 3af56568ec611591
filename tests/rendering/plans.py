"""Small plans, and Word files from a few lines, for the tests of rendering."""

import io
from collections.abc import Iterable, Mapping
from datetime import date

import docx
from lxml import etree

from tasks.model import tables
from tasks.model.meeting import Group, Meeting
from tasks.model.plan import Plan
from tasks.model.problem import Code, Problem, problem
from tasks.rendering.catalogue import load
from tasks.rendering.render import TEMPLATES, main_document
from tasks.rendering.word import ooxml, package
from tasks.rendering.word.artist import Artist

Row = Mapping[str, str]
MEETING = Meeting(
    "Rakor Uji", "Tema & <uji>", "Pustekkom", date(2017, 2, 8), date(2017, 2, 11), "Depok", 2017,
    groups=(Group("K1", "Kebijakan"), Group("K2", "Infrastruktur")),
)  # fmt: skip


def item(number: str, **cells: str) -> dict[str, str]:
    """A row of ITEMS; its id is `RK-` and its number without the dot, its record that id with R."""
    ident = f"RK-{number.replace('.', '')}"
    return {
        "item_id": ident,
        "number": number,
        "action": f"Menyusun pedoman {number}",
        "owners": "Pustekkom",
        "levels": "central",
        "programme": "Kebijakan",
        "group": "K1",
        "start": "2017-04-01",
        "end": "2017-06-30",
        "period_sense": "within",
        "record_ids": f"R{number}",
    } | cells


def record(number: str, **cells: str) -> dict[str, str]:
    """A row of RECORDS of the item with this number."""
    return {
        "record_id": f"R{number}",
        "item_id": f"RK-{number.replace('.', '')}",
        "group": "K1",
        "file": "K1/Matriks.docx",
        "locator": "table 1, row 2",
        "action": f"Menyusun pedoman {number}",
    } | cells


def link(before: str, after: str, **cells: str) -> dict[str, str]:
    """A row of LINKS between two numbers."""
    ends = {"from_item": f"RK-{before.replace('.', '')}", "to_item": f"RK-{after.replace('.', '')}"}
    return ends | {"kind": "explicit", "status": "accepted", "evidence": "setelah pedoman terbit"} | cells


def plan(
    items: Iterable[Row] = (),
    records: Iterable[Row] = (),
    links: Iterable[Row] = (),
    conflicts: Iterable[Row] = (),
    problems: Iterable[Problem] = (),
    sources: Iterable[Row] = (),
    accounting: Iterable[Row] = (),
    meeting: Meeting = MEETING,
) -> Plan:
    """A plan of these rows; cells that a row does not name are empty."""
    return Plan(
        meeting=meeting,
        as_of=date(2017, 2, 20),
        records=tables.frame(tables.RECORDS, records),
        items=tables.frame(tables.ITEMS, items),
        links=tables.frame(tables.LINKS, links),
        conflicts=tables.frame(tables.CONFLICTS, conflicts),
        accounting=tables.frame(tables.ACCOUNTING, accounting),
        sources=tables.frame(tables.SOURCES, sources),
        problems=tuple(problems),
    )


def late(item: str, prerequisite: str, file: str = "", locator: str = "") -> Problem:
    """The problem of an item that must end before its prerequisite does."""
    options = {"option_1": "@scheduling.option.sooner", "option_2": "@scheduling.option.end"}
    return problem(
        Code.SCHEDULE_INFEASIBLE, file, locator,
        item=item, action="Melatih", period="2017-04-01/2017-05-31", end="2017-05-31", following="", through="",
        prerequisite=prerequisite, cause="Menyusun", cause_period="../2017-06-30", earliest="2017-06-30",
        way=f"{prerequisite} → {item}", months="1", ready="@scheduling.ready.promised",
        short="@scheduling.short.months", kind="@scheduling.kind.promised", by="2017-05-31", new_end="2017-06-30",
        option_3="", option_4="", **options,
    )  # fmt: skip


def template(*blocks: str) -> bytes:
    """A Word file: a string is a paragraph, one with `¦` a row of a table, neighbouring rows one table."""
    document = docx.Document()
    table = None
    for block in blocks:
        if "¦" not in block:
            table = None
            document.add_paragraph(block)
            continue
        cells = [cell.strip() for cell in block.split("¦")]
        if table is None:
            table = document.add_table(0, len(cells))
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def root_of(data: bytes, part: str = "word/document.xml") -> etree._Element:
    """A part of a Word file, parsed."""
    return ooxml.parse(package.read(data)[part])


def paragraphs(data: bytes) -> list[str]:
    """The words of every paragraph of a Word file, those in tables too, empty ones left out."""
    texts = (ooxml.text_of(p) for p in root_of(data).iter(ooxml.P))
    return [text for text in texts if text]


def rows(data: bytes) -> list[list[str]]:
    """The words of every cell, row by row."""
    return [[ooxml.text_of(cell) for cell in row.iterchildren(ooxml.TC)] for row in root_of(data).iter(ooxml.TR)]


def plan_file(what: Plan, language: str = "id") -> bytes:
    """The Word file of a plan, made from the templates that are shipped."""
    with Artist() as artist:
        return main_document(what, load(language), TEMPLATES, artist)()
