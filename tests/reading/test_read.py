"""One file, whatever it is, gives a document; what is wrong with it becomes a problem."""

import random
import re
from pathlib import Path

import pytest

import tasks.reading.containers.archive as limits
from tasks.model.blocks import Document, Table
from tasks.model.problem import Code
from tasks.reading.read import read_file
from tasks.rendering.catalogue import load
from tests.builders import word, workbook
from tests.reading.packages import PATHOLOGIES, p, package, relationships, source
from tests.reading.packages import word as raw_word


def read(path: Path, data: bytes | None = None) -> Document:
    if data is not None:
        path.write_bytes(data)
    return read_file(source(path))


def codes(document: Document) -> list[Code]:
    return [problem.code for problem in document.problems]


@pytest.mark.parametrize(
    ("name", "code", "cause"),
    [
        ("B1_bomb", Code.FILE_REFUSED, "@reading.too-large"),
        ("B1c_elements", Code.FILE_REFUSED, "@reading.bomb"),
        ("B2_laughs", Code.FILE_REFUSED, "@reading.doctype"),
        ("B3_xxe", Code.FILE_REFUSED, "@reading.doctype"),
        ("B4_deep", Code.FILE_REFUSED, "@reading.too-deep"),
        ("B6_empty", Code.FILE_EMPTY, None),
        ("B6_trunc", Code.FILE_UNREADABLE, "@reading.cut-off"),
        ("B8_enc", Code.FILE_ENCRYPTED, None),
    ],
)
def test_a_bad_file_gives_one_problem(name: str, code: Code, cause: str | None) -> None:
    document = read(PATHOLOGIES / "bad" / f"{name}.docx")
    assert document.blocks == ()
    assert [(found.code, dict(found.details).get("cause")) for found in document.problems] == [(code, cause)]


@pytest.mark.parametrize("name", ["B5_span", "B5b_span1m"])
def test_absurd_spans_are_cut_and_the_rest_is_read(name: str) -> None:
    document = read(PATHOLOGIES / "bad" / f"{name}.docx")
    assert codes(document) == [Code.LAYOUT_CLAMPED]
    assert document.problems[0].locator == "table 1, row 2"
    assert max(block.cols for block in document.blocks if isinstance(block, Table)) < 100


def test_a_swollen_part_that_holds_no_text_is_named_and_left_alone() -> None:
    document = read(PATHOLOGIES / "bad" / "B1b_bombmedia.docx")
    assert codes(document) == [Code.PART_LEFT_OUT]
    assert document.blocks != ()


def test_parts_that_swell_too_far_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PART", 1000)
    document = read(tmp_path / "a.docx", raw_word(p("x" * 2000)))
    assert [dict(found.details)["cause"] for found in document.problems] == ["@reading.too-large"]


def test_pictures_are_never_unpacked(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{p('isi')}</w:body></w:document>",
        "word/media/image1.png": bytes(3_000_000),
    }
    assert codes(read(tmp_path / "a.docx", package(parts))) == []


def test_too_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PARTS", 3)
    assert codes(read(tmp_path / "a.docx", word("isi"))) == [Code.FILE_REFUSED]


def test_a_file_that_vanished(tmp_path: Path) -> None:
    assert read(tmp_path / "hilang.docx").problems[0].code is Code.FILE_UNREADABLE


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    assert codes(read(tmp_path / "x.docx")) == [Code.FILE_UNREADABLE]


@pytest.mark.parametrize("name", ["hasil.docx", "hasil.docm", "tanpa ekstensi"])
def test_a_right_or_missing_extension_is_no_problem(tmp_path: Path, name: str) -> None:
    assert codes(read(tmp_path / name, word("Menyusun pedoman"))) == []


def test_a_wrong_extension_is_told_and_the_contents_are_read(tmp_path: Path) -> None:
    document = read(tmp_path / "hasil.xls", b"No;Kegiatan;PJ\n1;a;b\n2;c;d\n")
    assert codes(document) == [Code.FILE_MISTYPED]
    assert document.format == "csv"
    assert len(document.blocks) == 1


def test_a_document_without_words_is_empty(tmp_path: Path) -> None:
    assert codes(read(tmp_path / "a.docx", raw_word("<w:p/>"))) == [Code.FILE_EMPTY]
    assert codes(read(tmp_path / "a.csv", b"\n\n")) == [Code.FILE_EMPTY]


def test_hidden_sheets_are_named(tmp_path: Path) -> None:
    document = read_file(source(PATHOLOGIES / "xlsx" / "X03_hidden.xlsx"))
    assert [dict(found.details)["sheet"] for found in document.problems] == ["Tersembunyi", "SangatTersembunyi"]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"Rar!", "berkas terpisah"), (b"<?xml version='1.0'?><a/>", ".docx"), (b"\0\1\2\3", "tidak dikenal")],
)
def test_other_formats_say_what_to_save_them_as(tmp_path: Path, data: bytes, words: str) -> None:
    (found,) = read(tmp_path / "a.x", data).problems
    assert found.code is Code.FORMAT_NOT_SUPPORTED
    assert words in load("id").problem(found)


def test_every_word_for_users_is_in_both_catalogues() -> None:
    keys = set()
    for module in Path(limits.__file__).parents[2].rglob("*.py"):
        keys |= set(re.findall(r'"@?(reading\.[a-z-]+)"', module.read_text(encoding="utf-8")))
    for language in ("id", "en"):
        catalogue = load(language)
        assert {key for key in keys if key not in catalogue} == set()
        unused = {key for key in catalogue._sentences if key.startswith("reading.")} - keys
        assert unused == set()


def mutations(data: bytes, count: int) -> list[bytes]:
    chance = random.Random(2017)  # noqa: S311  reproducible, not secret
    made = []
    for _ in range(count):
        copy = bytearray(data)
        for _ in range(chance.randint(1, 12)):
            copy[chance.randrange(len(copy))] = chance.randrange(256)
        cut = chance.randrange(len(copy)) if chance.random() < 0.2 else len(copy)
        made.append(bytes(copy[:cut]))
    return made


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", word("# Hasil\n\nNo | Kegiatan\n1 | Menyusun\n\n1. satu")),
        ("a.xlsx", workbook({"Matriks": "No | Kegiatan\n1 | Menyusun"})),
    ],
)
def test_damaged_files_always_give_a_document(tmp_path: Path, name: str, data: bytes) -> None:
    outcomes = [read(tmp_path / name, damaged) for damaged in mutations(data, 50)]
    assert all(document.blocks or document.problems for document in outcomes)
    assert any(not document.blocks for document in outcomes)


def test_damaged_xml_always_gives_a_document(tmp_path: Path) -> None:
    """Damage inside the parts, where a zip's checksums cannot catch it."""
    xml = (
        p("satu", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"
    )
    for damaged in mutations(xml.encode(), 60):
        document = read(tmp_path / "a.docx", raw_word(damaged.decode("latin-1")))
        assert document.blocks or document.problems
