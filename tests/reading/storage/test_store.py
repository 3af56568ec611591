"""What was read is kept, and read again when anything has changed that decides what is read."""

import re
from pathlib import Path

import pytest

import tasks.reading.storage.store as store
from tasks.model.blocks import Document
from tasks.model.meeting import Source
from tasks.reading.storage.store import ReadStore, code_version, key
from tests.builders import table
from tests.reading.packages import source


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


def test_a_key_changes_when_a_program_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = []
    for programs in ((), ("LibreOffice",), ("LibreOffice", "Tesseract")):
        monkeypatch.setattr(store, "installed", lambda programs=programs: programs)
        keys.append(key(source(tmp_path / "a.doc")))
    assert len(set(keys)) == 3
