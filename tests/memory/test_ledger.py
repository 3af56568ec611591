"""The memory of a plan keeps ids for ever and survives a damaged file."""

import sqlite3
from pathlib import Path

import pandas as pd
import pytest

from tasks.memory.ledger import recall, remember
from tasks.merging.identity import fingerprint
from tasks.model.tables import RECORDS, frame


def records(*actions: tuple[str, str]) -> pd.DataFrame:
    return frame(RECORDS, [{"record_id": f"R{n}", "action": a, "item_id": i} for n, (a, i) in enumerate(actions)])


def printed(action: str) -> str:
    return fingerprint({"action": action, "owners": "", "regions": ""})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".renja" / "memory.sqlite3"


def test_nothing_is_known_before_the_first_run_and_asking_makes_no_file(path: Path) -> None:
    assert recall(path) == {}
    assert not path.parent.exists()


def test_a_record_is_recalled_by_its_fingerprint(path: Path) -> None:
    remember(path, records(("Menyusun pedoman", "RK-AAAAA")))
    assert recall(path) == {printed("menyusun  PEDOMAN"): "RK-AAAAA"}


def test_a_bound_fingerprint_keeps_its_item(path: Path) -> None:
    remember(path, records(("Menyusun pedoman", "RK-AAAAA")))
    remember(path, records(("Menyusun pedoman", "RK-BBBBB"), ("Melatih guru", "RK-CCCCC")))
    assert recall(path) == {printed("Menyusun pedoman"): "RK-AAAAA", printed("Melatih guru"): "RK-CCCCC"}


def test_records_without_an_item_are_not_bound(path: Path) -> None:
    remember(path, records(("Menyusun pedoman", "")))
    assert recall(path) == {}


def test_a_damaged_database_is_set_aside_and_the_last_good_copy_used(path: Path) -> None:
    remember(path, records(("Menyusun pedoman", "RK-AAAAA")))
    remember(path, records(("Melatih guru", "RK-CCCCC")))
    path.write_bytes(b"not a database at all" * 100)
    assert recall(path) == {printed("Menyusun pedoman"): "RK-AAAAA"}
    assert path.with_name("memory.sqlite3.damaged").exists()
    assert not path.exists()


def test_what_the_copy_knew_is_in_the_next_database_again(path: Path) -> None:
    remember(path, records(("Menyusun pedoman", "RK-AAAAA")))
    remember(path, records(("Melatih guru", "RK-CCCCC")))
    path.write_bytes(b"\0" * 5000)
    remember(path, records(("Menilai dampak", "RK-DDDDD")))
    assert set(recall(path).values()) == {"RK-AAAAA", "RK-DDDDD"}


def test_a_cut_off_database_without_a_copy_counts_as_none(path: Path) -> None:
    remember(path, records(("Menyusun pedoman", "RK-AAAAA")))
    path.write_bytes(path.read_bytes()[:1000])
    assert recall(path) == {}


def test_a_database_of_another_program_is_set_aside(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE something (x)")
    other.close()
    assert recall(path) == {}
    assert path.with_name("memory.sqlite3.damaged").exists()


def test_a_failed_run_leaves_the_memory_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(path, records(("Menyusun pedoman", "RK-AAAAA")))

    def broken(row: dict[str, str]) -> str:
        if row["action"] == "Melatih guru":
            raise RuntimeError
        return fingerprint(row)

    monkeypatch.setattr("tasks.memory.ledger.fingerprint", broken)
    with pytest.raises(RuntimeError):
        remember(path, records(("Menilai dampak", "RK-DDDDD"), ("Melatih guru", "RK-CCCCC")))
    assert set(recall(path).values()) == {"RK-AAAAA"}


def test_the_same_runs_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite3"
    for p in (path, other):
        remember(p, records(("Menyusun pedoman", "RK-AAAAA"), ("Melatih guru", "RK-CCCCC")))
    assert path.read_bytes() == other.read_bytes()


def test_a_database_held_by_another_program_is_not_taken_for_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tasks.memory.ledger.WAIT", 0.01)
    remember(path, records(("Menyusun pedoman", "RK-AAAAA")))
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError):
        recall(path)
    holder.close()
    assert set(recall(path).values()) == {"RK-AAAAA"}
