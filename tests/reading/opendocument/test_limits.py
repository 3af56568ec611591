"""Nothing in an OpenDocument file can hurt: it ends in one clear problem, or in blocks that account for everything."""

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tasks.model.blocks import Document
from tasks.model.problem import Code
from tasks.reading.read import read_file
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff
from tests.reading.opendocument.files import READERS, content, document, flat, p, packed, row, sheet
from tests.reading.packages import PATHOLOGIES, source

FOLDER = PATHOLOGIES / "odf"
KINDS = {"t": "text", "s": "spreadsheet", "p": "presentation"}


def problems(tmp_path: Path, data: bytes) -> list[tuple[Code, str | None]]:
    path = tmp_path / "a.odt"
    path.write_bytes(data)
    found: Document = read_file(source(path))
    assert found.blocks == ()
    return [(problem.code, dict(problem.details).get("cause")) for problem in found.problems]


DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c">]>'


@pytest.mark.parametrize(
    ("data", "code", "cause"),
    [
        (packed("text", {"content.xml": DOCTYPE + content("text", p("a"))}), Code.FILE_REFUSED, "@reading.doctype"),
        (
            packed("text", {"content.xml": content("text", p("a")), "styles.xml": DOCTYPE + "<a/>"}),
            Code.FILE_REFUSED,
            "@reading.doctype",
        ),
        (flat("text", p("a")).replace(b"?>\n", b"?>\n" + DOCTYPE.encode()), Code.FORMAT_NOT_SUPPORTED, None),
        (packed("text", {"mimetype2": ""}), Code.FILE_UNREADABLE, "@reading.broken"),
        (packed("text", {"content.xml": "<a>"}), Code.FILE_UNREADABLE, "@reading.broken"),
        (packed("text", {"content.xml": content("spreadsheet", "")}), Code.FILE_UNREADABLE, "@reading.broken"),
        (document("text", "<text:section>" * 300 + "</text:section>" * 300), Code.FILE_REFUSED, "@reading.too-deep"),
        (document("text", ""), Code.FILE_EMPTY, None),
    ],
)
def test_a_bad_file_gives_one_problem(tmp_path: Path, data: bytes, code: Code, cause: str | None) -> None:
    assert problems(tmp_path, data) == [(code, cause)]


@pytest.mark.parametrize("part", ["content.xml", "encrypted-package"])
def test_a_file_with_a_password(tmp_path: Path, part: str) -> None:
    manifest = (
        '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
        f'<manifest:manifest><manifest:file-entry manifest:full-path="{part}" manifest:size="9">'
        '<manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>'
    )
    data = packed("text", {"content.xml": "\x93\x01", "META-INF/manifest.xml": manifest})
    assert problems(tmp_path, data)[0][0] == Code.FILE_ENCRYPTED


def test_a_password_on_macros_alone_does_no_harm(tmp_path: Path) -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry '
        'm:full-path="content.xml"/><m:file-entry m:full-path="Basic/a.xml"><m:encryption-data/></m:file-entry>'
        "</m:manifest>"
    )
    path = tmp_path / "a.odt"
    path.write_bytes(packed("text", {"content.xml": content("text", p("a")), "META-INF/manifest.xml": manifest}))
    assert read_file(source(path)).problems == ()


@pytest.mark.parametrize("kind", ["text", "spreadsheet", "presentation"])
def test_flat_files_are_known_by_their_root(kind: str) -> None:
    expected = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}[kind]
    assert sniff(flat(kind, ""), "a.xml") == expected
    assert sniff(b"<!-- a -->\n" + flat(kind, "").partition(b"\n")[2], "a.xml") == expected


def test_other_xml_is_no_flat_file() -> None:
    assert sniff(b'<?xml version="1.0"?><office:documents office:mimetype="x"/>', "a.xml") == "xml"


def test_lists_and_tables_within_each_other_end_in_one_problem_or_none(tmp_path: Path) -> None:
    open_, close = "<text:list><text:list-item>", "</text:list-item></text:list>"
    path = tmp_path / "a.odt"
    path.write_bytes(document("text", open_ * 100 + p("a") + close * 100))
    assert len(read_file(source(path)).blocks) == 1


def test_marks_that_are_never_closed_take_no_time() -> None:
    regions = "".join(
        f'<text:changed-region text:id="{n}"><text:insertion/></text:changed-region>' for n in range(2_000)
    )
    marks = "".join(p(f'<text:change-start text:change-id="{n}"/>a') for n in range(2_000))
    found = READERS["text"](document("text", f"<text:tracked-changes>{regions}</text:tracked-changes>{marks}"))
    assert len(found.blocks) == 2_000
    assert max(len(block.spans) for block in found.blocks if block.kind == "paragraph") <= 200


def test_an_object_that_shows_itself_is_read_once(tmp_path: Path) -> None:
    frame = '<draw:frame><draw:object xlink:href="./."/></draw:frame>'
    path = tmp_path / "a.odt"
    path.write_bytes(document("text", p(f"a{frame}")))
    assert [block.kind for block in read_file(source(path)).blocks] == ["paragraph"]


def swap(tree: etree._Element, chance: random.Random) -> None:
    """Moves an element to another place."""
    elements = list(tree.iter())
    moved, target = chance.choice(elements), chance.choice(elements)
    if moved is not tree and moved not in set(target.iterancestors()) and moved is not target:
        target.append(moved)


def double(tree: etree._Element, chance: random.Random) -> None:
    element = chance.choice(list(tree.iter()))
    if element is not tree:
        element.addnext(etree.fromstring(etree.tostring(element, with_tail=False)))


def drop(tree: etree._Element, chance: random.Random) -> None:
    element = chance.choice(list(tree.iter()))
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def rename(tree: etree._Element, chance: random.Random) -> None:
    elements = list(tree.iter())[1:]
    if elements:
        chance.choice(elements).tag = chance.choice(elements).tag


def spoil(tree: etree._Element, chance: random.Random) -> None:
    element = chance.choice(list(tree.iter()))
    for name in element.attrib:
        if chance.random() < 0.5:
            element.attrib[name] = chance.choice(["", "-1", "0", "3", "999999999999", "a", "PT1H", "true", "\u20ac"])


def say(tree: etree._Element, chance: random.Random) -> None:
    element = chance.choice(list(tree.iter()))
    if chance.random() < 0.5:
        element.text = f"{element.text or ''}kata \n"
    elif element is not tree:
        element.tail = "kata \n"


MUTATIONS: tuple[Callable[[etree._Element, random.Random], None], ...] = (swap, double, drop, rename, spoil, say)
FILES = ("D05_numbering.odt", "D06_tracked.odt", "D07_comments.odt", "D08_textbox.odt", "X03_hidden.ods",
         "X11_comments.ods", "P02_group.odp", "P04_list.odp", "P05_chart.odp")  # fmt: skip


def parts(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(FOLDER / name) as archive:
        wanted = ("content.xml", "Object 1/content.xml")
        return {part: archive.read(part) for part in wanted if part in archive.namelist()}


@pytest.mark.parametrize("name", FILES)
def test_trees_turned_upside_down_lose_nothing(name: str) -> None:
    chance = random.Random(name)  # noqa: S311  the same mutations at every run
    original = parts(name)
    read = READERS[KINDS[name[-1]]]
    for _ in range(40):
        spoilt = {part: etree.fromstring(xml) for part, xml in original.items()}
        for tree in spoilt.values():
            for mutate in chance.choices(MUTATIONS, k=chance.randint(1, 6)):
                mutate(tree, chance)
        data = packed(KINDS[name[-1]], {part: etree.tostring(tree).decode() for part, tree in spoilt.items()})
        try:
            found = read(data)
        except CannotReadError:
            continue
        assert found.receipt.remainder == 0
        assert all(block.locator for block in found.blocks)


@pytest.mark.parametrize("name", FILES)
def test_flipped_bytes_end_in_one_problem_or_in_blocks(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)  # noqa: S311
    original = parts(name)["content.xml"]
    for _ in range(30):
        spoilt = bytearray(original)
        for _ in range(chance.randint(1, 8)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path = tmp_path / "a.odt"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{KINDS[name[-1]]}")
            archive.writestr("content.xml", bytes(spoilt))
        found = read_file(source(path))
        assert found.blocks or found.problems
        assert Code.TEXT_UNACCOUNTED not in {problem.code for problem in found.problems}


def test_an_empty_sheet_gives_no_table() -> None:
    assert sheet(row("<table:table-cell/>")).blocks == ()
