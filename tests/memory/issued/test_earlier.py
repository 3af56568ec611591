"""The file of an earlier version of the program is taken over once, and nothing in it is lost."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from tasks.memory.database import Place, reading
from tasks.memory.issued import store
from tasks.memory.issued.earlier import NAME, take_over
from tasks.memory.memory import recall
from tests.memory.issued.test_store import FIRST, LATER, OTHER, found, keep
from tests.memory.plans import kept, plan

ROWS = ((FIRST, 0), (LATER, 1), (OTHER, 1))


@pytest.fixture
def old(place: Place) -> Path:
    path = place.path.with_name(NAME)
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE issued (mark TEXT PRIMARY KEY, name TEXT, document BLOB, current INTEGER)")
        rows = [(d.mark, d.name, zlib.compress(d.document), current) for d, current in ROWS]
        database.executemany("INSERT INTO issued VALUES (?, ?, ?, ?)", rows)
    return path


def test_all_documents_are_there_after_the_next_run_has_asked(place: Place, old: Path) -> None:
    kept(place, plan({"item_id": "RK-A", "action": "Menyusun pedoman"}))
    recall(place)
    assert not old.exists()
    assert [found(place, document.mark) for document, _ in ROWS] == [[FIRST], [LATER], [OTHER]]
    assert found(place) == [OTHER, LATER]


def test_a_plan_without_a_memory_gets_one(place: Place, old: Path) -> None:
    take_over(place)
    with reading(place) as scope:
        assert scope is not None
        assert store.recall(scope, LATER.mark) == [LATER]


def test_what_was_issued_since_stays_the_last(place: Place, old: Path) -> None:
    kept(place, plan({"item_id": "RK-A", "action": "Menyusun pedoman"}))
    keep(place, 2, FIRST)
    take_over(place)
    assert found(place) == [FIRST]
    assert found(place, OTHER.mark) == [OTHER]


def test_a_take_over_that_is_cut_off_is_repeated(place: Place, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(_path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", cut)
        with pytest.raises(KeyboardInterrupt):
            take_over(place)
    take_over(place)
    assert not old.exists()
    assert found(place, FIRST.mark) == [FIRST]


def test_a_damaged_file_is_set_aside(place: Place, old: Path) -> None:
    old.write_bytes(b"no database at all" * 100)
    take_over(place)
    assert not old.exists()
    assert old.with_name(f"{NAME}.damaged").is_file()
