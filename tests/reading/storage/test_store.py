"""What was read is kept exactly."""

import json
import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tasks.reading.storage.store as store
from tasks.model.blocks import Block, Cell, Document, Heading, ListItem, Paragraph, Span, Table
from tasks.model.meeting import Source
from tasks.model.problem import Code, problem
from tasks.reading.read import read_file
from tasks.reading.storage.store import ReadStore, code_version, from_json, key, to_json
from tests.builders import table
from tests.reading.packages import source

TEXT = st.text(max_size=20)
NUMBER = st.integers(0, 9)
SPANS = st.lists(st.builds(Span, NUMBER, NUMBER, st.sampled_from(["struck", "hidden", "inserted"])), max_size=2)
LINE = st.one_of(
    st.builds(Heading, TEXT, TEXT, NUMBER, TEXT),
    st.builds(Paragraph, TEXT, TEXT, TEXT, SPANS.map(tuple)),
    st.builds(ListItem, TEXT, TEXT, NUMBER, TEXT, TEXT, SPANS.map(tuple)),
)
LOCATE = st.text(st.characters(codec="utf-8", exclude_characters="{}"), max_size=5).flatmap(
    lambda words: st.sampled_from([words, words + "{}"])
)
VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXT, st.datetimes(), st.dates(), st.times()
)


def tables(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Table]:
    cells = st.builds(
        Cell,
        row=NUMBER,
        col=NUMBER,
        blocks=st.lists(inner, max_size=2).map(tuple),
        value=VALUE,
        number_format=TEXT,
        fill=TEXT,
        bold=st.booleans(),
        hidden=st.booleans(),
    )
    return st.builds(Table, LOCATE, st.lists(cells, max_size=3).map(tuple), NUMBER, NUMBER, NUMBER, TEXT, st.booleans())


BLOCK = st.recursive(LINE, tables, max_leaves=5)
DOCUMENT = st.builds(
    Document,
    TEXT,
    TEXT,
    st.lists(BLOCK, max_size=3).map(tuple),
    st.lists(st.builds(lambda c, t: problem(c, t, t, cause=t), st.sampled_from(Code), TEXT), max_size=2).map(tuple),
)


@given(DOCUMENT)
def test_every_document_comes_back_as_it_was(document: Document) -> None:
    again = from_json(to_json(document))
    assert again == document
    assert to_json(again) == to_json(document)


@pytest.mark.parametrize("value", [1, 1.0, True, "1", date(2017, 2, 8), datetime(2017, 2, 8), time(9)])  # noqa: DTZ001
def test_values_keep_their_type(value: object) -> None:
    cell = Cell(1, 1, value=value)  # type: ignore[arg-type]
    (again,) = from_json(to_json(Document("a", "xlsx", (Table("row {}", (cell,), 1, 1),)))).blocks
    assert isinstance(again, Table)
    assert type(again.cells[0].value) is type(value)


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "[1,2,3,4,5]", '[9,"a","b",[],[]]', '[1,"a","b",[["x"]],[]]'])
def test_anything_else_is_no_document(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def document() -> Document:
    return Document("a.docx", "docx", (table("No | Kegiatan\n1 | Menyusun"),))


def test_a_store_gives_back_what_it_was_given(tmp_path: Path) -> None:
    store = ReadStore(tmp_path / "baru" / "cache")
    assert store.get("read-1") is None
    store.put("read-1", document())
    assert store.get("read-1") == document()
    assert [path.name for path in (tmp_path / "baru" / "cache").iterdir()] == ["read-1.json"]


@pytest.mark.parametrize("damage", [b"", b"\xff", b'[1,"a.docx"', b"[1]", b'{"a": 1}'])
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    store = ReadStore(tmp_path)
    store.put("k", document())
    (tmp_path / "k.json").write_bytes(damage)
    assert store.get("k") is None


def test_a_failed_write_leaves_the_earlier_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ReadStore(tmp_path)
    store.put("k", document())

    def full(self: Path, target: Path) -> Path:
        raise OSError("no space")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space"):
        store.put("k", Document("b.docx", "docx"))
    assert store.get("k") == document()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_key_holds_version_contents_and_name(tmp_path: Path) -> None:
    one = Source(tmp_path, "Kel 1/Matriks é.docx", "a" * 64, "K1")
    assert re.fullmatch(rf"read-{code_version()}-[a-f0-9]{{64}}", key(one))
    assert re.fullmatch(r"[a-z0-9-]+", key(one))
    assert key(one) == key(Source(Path("lain"), one.file, one.sha256, "K2"))
    assert key(one) != key(Source(tmp_path, one.file, "b" * 64, "K1"))
    assert key(one) != key(Source(tmp_path, "Kel 2/Matriks é.docx", one.sha256, "K1"))


def test_the_sample_comes_back(sample: Path) -> None:
    for path in sorted((sample / "documents").rglob("*.*")):
        read = read_file(source(path))
        assert from_json(json.dumps(json.loads(to_json(read)))) == read


def test_a_key_changes_when_a_program_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = []
    for programs in ((), ("LibreOffice",), ("LibreOffice", "Tesseract")):
        monkeypatch.setattr(store, "installed", lambda programs=programs: programs)
        keys.append(key(source(tmp_path / "a.doc")))
    assert len(set(keys)) == 3
