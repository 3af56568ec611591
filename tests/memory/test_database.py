"""A damaged file is set aside, one that is in use is not taken for damaged, one of an earlier version is taken over."""

import errno
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest
import sqlalchemy as sa

from tasks.memory import file, schema
from tasks.memory.database import Place, held, keep_copy, mend, reading, writing
from tasks.memory.memory import recall
from tasks.model.decision_keys import side_key
from tasks.model.decisions import Side
from tasks.model.errors import OutputError, PlanBusyError
from tasks.model.problem import Code
from tests.memory.plans import kept, plan
from tests.memory.test_ledger import bind, known


@pytest.fixture
def own(tmp_path: Path) -> Place:
    return Place(tmp_path / ".renja" / "memory.db")


def test_the_migrations_make_the_tables_that_the_program_uses(place: Place) -> None:
    with writing(place) as scope:
        found = sa.inspect(scope.connection)
        for name, table in schema.METADATA.tables.items():
            columns = {column["name"]: column["nullable"] for column in found.get_columns(name)}
            assert columns == {column.name: column.nullable for column in table.columns}
            assert found.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key]


def damage_header(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 100)


def damage_page(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:8192] = bytes(range(256)) * 16
    path.write_bytes(data)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def damage_contents(path: Path) -> None:
    """As a disk does it that loses bits: SQLite itself notices nothing."""
    with closing(sqlite3.connect(path)) as own, own:
        own.execute("UPDATE content SET packed = zeroblob(length(packed))")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE something (x)")


DAMAGES = [damage_header, damage_page, cut_short, damage_contents, another_program]


@pytest.mark.parametrize("damage", [*DAMAGES, empty])
def test_of_a_damaged_database_the_copy_has_all(own: Place, damage: Callable[[Path], None]) -> None:
    kept(own, plan({"item_id": "RK-AAAAA", "action": "Menyusun pedoman"}))
    before = recall(own)
    damage(own.path)
    mended = mend(own)
    assert mended is not None
    assert mended.copied
    after = recall(own)
    assert after.known == before.known
    assert after.records.equals(before.records)
    assert mend(own) is None


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_database_is_set_aside_each_under_its_own_name(own: Place, damage: Callable[[Path], None]) -> None:
    kept(own, plan({"item_id": "RK-AAAAA", "action": "Menyusun pedoman"}))
    damaged = []
    for name in ("memory.db.damaged", "memory.db.damaged-2"):
        damage(own.path)
        damaged.append(own.path.read_bytes())
        mended = mend(own)
        assert mended is not None
        assert mended.aside == own.path.with_name(name)
    assert [path.read_bytes() for path in sorted(own.path.parent.glob("*.damaged*"))] == damaged


def test_what_sqlite_would_undo_is_set_aside_with_the_damaged_database(own: Place) -> None:
    bind(own, ("Menyusun pedoman", "RK-AAAAA"))
    damage_header(own.path)
    own.path.with_name("memory.db-journal").write_bytes(b"what was there before")
    file.set_aside(own.path)
    assert own.path.with_name("memory.db.damaged-journal").exists()
    assert not own.path.with_name("memory.db-journal").exists()


@pytest.mark.parametrize("damage", DAMAGES)
def test_who_only_reads_changes_nothing_and_is_told(own: Place, damage: Callable[[Path], None]) -> None:
    kept(own, plan({"item_id": "RK-AAAAA", "action": "Menyusun pedoman"}))
    damage(own.path)
    before = {path: path.read_bytes() for path in own.path.parent.iterdir()}
    with pytest.raises(OutputError) as refused, reading(own):
        pass
    assert refused.value.problem.code == Code.MEMORY_DAMAGED
    assert {path: path.read_bytes() for path in own.path.parent.iterdir()} == before


def test_a_first_run_that_was_cut_off_leaves_nothing_to_set_aside(own: Place) -> None:
    own.path.parent.mkdir()
    own.path.touch()
    assert mend(own) is None
    assert list(own.path.parent.iterdir()) == []


def test_a_copy_that_cannot_be_kept_leaves_the_last_one(own: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    bind(own, ("Menyusun pedoman", "RK-AAAAA"))
    keep_copy(own)
    before = own.path.with_name("memory.db.backup").read_bytes()
    bind(own, ("Melatih guru", "RK-CCCCC"))

    def full(_path: Path, target: Path) -> None:
        target.write_bytes(b"half of")
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("tasks.memory.file.copy", full)
    keep_copy(own)
    assert own.path.with_name("memory.db.backup").read_bytes() == before
    assert not own.path.with_name("memory.db.backup.part").exists()


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_a_database_held_by_another_program_is_not_taken_for_damaged(
    own: Place, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr("tasks.memory.file.WAIT", 0.01)
    bind(own, ("Menyusun pedoman", "RK-AAAAA"))
    with closing(sqlite3.connect(own.path, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputError) as refused:
            recall(own) if how == "reading" else bind(own, ("Melatih guru", "RK-CCCCC"))
    assert refused.value.problem.code == Code.MEMORY_BUSY
    assert set(recall(own).known.values()) == {"RK-AAAAA"}


def test_a_database_that_is_let_go_soon_is_waited_for(own: Place) -> None:
    bind(own, ("Menyusun pedoman", "RK-AAAAA"))
    holder = sqlite3.connect(own.path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    timer = Timer(0.3, holder.rollback)
    timer.start()
    bind(own, ("Melatih guru", "RK-CCCCC"))
    timer.join()
    holder.close()
    assert set(known(own).values()) == {"RK-AAAAA", "RK-CCCCC"}


def test_the_same_runs_give_the_same_bytes(own: Place, tmp_path: Path) -> None:
    other = Place(tmp_path / "other.db")
    for place in (own, other):
        bind(place, ("Menyusun pedoman", "RK-AAAAA"), ("Melatih guru", "RK-CCCCC"))
    assert own.path.read_bytes() == other.path.read_bytes()


def test_a_ledger_without_plans_is_taken_over(own: Place) -> None:
    own.path.parent.mkdir()
    with closing(sqlite3.connect(own.path)) as old, old:
        old.execute("CREATE TABLE bound (fingerprint TEXT PRIMARY KEY, item_id TEXT NOT NULL) WITHOUT ROWID")
        old.execute("INSERT INTO bound VALUES ('f', 'RK-AAAAA')")
        old.execute("CREATE TABLE linked (from_item TEXT, to_item TEXT, fingerprint TEXT NOT NULL)")
        old.execute("INSERT INTO linked VALUES ('RK-AAAAA', 'RK-BBBBB', 'f/g')")
        old.execute("CREATE TABLE link_end (item_id TEXT PRIMARY KEY, told TEXT NOT NULL) WITHOUT ROWID")
        old.execute("INSERT INTO link_end VALUES ('RK-AAAAA', ?)", [side_key(Side("Menyusun pedoman"))])
    found = recall(own)
    assert found.known == {"f": "RK-AAAAA"}
    assert found.links.fingerprints == {("RK-AAAAA", "RK-BBBBB"): "f/g"}
    assert found.links.ends == {"RK-AAAAA": Side("Menyusun pedoman")}
    with closing(sqlite3.connect(own.path)) as now:
        names = {name for (name,) in now.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert names == {*schema.METADATA.tables, "alembic_version"}


def test_a_full_disk_leaves_the_database_as_it_was(own: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    bind(own, ("Menyusun pedoman", "RK-AAAAA"))
    before = own.path.read_bytes()
    with pytest.raises(OutputError) as refused:
        _fill(own)
    assert refused.value.problem.code == Code.DISK_FULL
    assert own.path.read_bytes() == before


def _fill(own: Place) -> None:
    with writing(own) as scope:
        scope.connection.exec_driver_sql("PRAGMA max_page_count = 1")
        scope.add(schema.BINDING, [{"fingerprint": f"{n:0900}", "item_id": "RK"} for n in range(500)])


def test_two_runs_of_one_plan_on_a_server_are_told_of_each_other(postgres: str, own: Place) -> None:
    mine, other = Place(own.path, postgres, "busy"), Place(own.path, postgres, "idle")
    with held(mine):
        with held(other):
            pass
        with pytest.raises(PlanBusyError), held(mine):
            pass
    with held(mine):
        pass


def test_a_server_out_of_reach_is_told_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql://ani:rahasia@/renja?unix_sock={tmp_path}/none"
    with pytest.raises(OutputError) as refused, reading(Place(tmp_path / "m.db", url, "rakor")):
        pass
    assert refused.value.problem.code == Code.MEMORY_UNAVAILABLE
    assert "rahasia" not in str(refused.value)


def test_a_database_that_is_not_there_is_told_and_not_taken_for_a_defect(postgres: str, tmp_path: Path) -> None:
    elsewhere = postgres.replace("/postgres?", "/rumah?")
    with pytest.raises(OutputError, match="memory-unavailable"), reading(Place(tmp_path / "m.db", elsewhere, "rakor")):
        pass


def test_where_nothing_has_changed_the_database_is_not_loaded() -> None:
    code = "import sys, flows.cli, flows.make, flows.check, flows.pipeline; print('sqlalchemy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.split()[-1] == "False"
