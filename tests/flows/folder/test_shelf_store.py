"""What earlier runs made is taken again only if it is whole and made by the same code."""

from pathlib import Path

import pytest

from flows.folder import shelf_store
from flows.folder.shelf_store import FOLDER, shelved


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / FOLDER).rglob("*") if path.is_file())


def filled(folder: Path) -> Path:
    """The file of the one entry of a folder."""
    with shelved(folder) as shelf:
        shelf["a"] = b"data"
    (file,) = kept(folder)
    return file


def found(folder: Path) -> bytes | None:
    with shelved(folder) as shelf:
        return shelf.get("a")


def test_the_next_run_finds_what_was_put_there(tmp_path: Path) -> None:
    filled(tmp_path)
    assert found(tmp_path) == b"data"
    assert found(tmp_path) == b"data"


def test_what_a_run_has_not_asked_for_goes(tmp_path: Path) -> None:
    filled(tmp_path)
    with shelved(tmp_path) as shelf:
        shelf["b"] = b""
        assert shelf.get("b") == b""
    assert [path.name for path in kept(tmp_path)] == ["b"]


def test_a_run_that_fails_removes_nothing(tmp_path: Path) -> None:
    filled(tmp_path)
    with pytest.raises(ValueError), shelved(tmp_path):
        raise ValueError
    assert found(tmp_path) == b"data"


@pytest.mark.parametrize("length", [0, 31, 32, 33, 35])
def test_a_file_that_is_cut_off_is_as_good_as_none(tmp_path: Path, length: int) -> None:
    file = filled(tmp_path)
    file.write_bytes(file.read_bytes()[:length])
    assert found(tmp_path) is None


def test_a_file_that_is_changed_is_as_good_as_none(tmp_path: Path) -> None:
    file = filled(tmp_path)
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert found(tmp_path) is None


def test_other_code_finds_nothing_and_clears_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    monkeypatch.setattr(shelf_store, "code_version", lambda: "other")
    assert found(tmp_path) is None
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file")
    with shelved(tmp_path) as shelf:
        shelf["a"] = b"data"
        assert shelf.get("a") is None
