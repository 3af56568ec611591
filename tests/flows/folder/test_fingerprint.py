"""The hash of what a run depends on; test_make has what counts as a change."""

from pathlib import Path

from flows.folder.fingerprint import tree_hash


def test_the_hash_of_a_folder_sees_names_and_bytes_and_no_litter(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"x")
    first = tree_hash(tmp_path)
    (tmp_path / "~$a.docx").write_bytes(b"lock")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"code")
    assert tree_hash(tmp_path) == first
    (tmp_path / "a.docx").rename(tmp_path / "b.docx")
    assert tree_hash(tmp_path) != first
