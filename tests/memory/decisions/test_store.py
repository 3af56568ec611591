"""Decisions last in the plan's database, beside the identities of records, and survive its damage."""

from dataclasses import replace
from pathlib import Path

from tasks.memory import ledger
from tasks.memory.decisions import store
from tasks.model.decisions import Answer, Answers, LinkAnswer, LinkRuling, Remark, Ruling, Side, Synonym
from tests.frames import records

PAIR = Answer(
    Side("A", prints=("a", "c")), Side("B", owners="X; Y"), Ruling.FAMILY, "keluarga", Remark("Ani", "1/2", "n")
)
WORD = Synonym("gawai", "peranti", True, "setuju", Remark("Budi"), ("a = b",))
LINK = LinkAnswer(Side("A", prints=("a",)), Side("B"), LinkRuling.REJECTED, "tidak", Remark("Ani", "1/2", "n"))
ANSWERS = Answers((PAIR,), (WORD,), links=(LINK,))


def test_nothing_is_known_without_a_database(tmp_path: Path) -> None:
    assert store.recall(tmp_path / "memory.db") == Answers()
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_replaces_what_was_kept_before(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    store.remember(path, ANSWERS)
    assert store.recall(path) == ANSWERS
    undone = Answers((replace(PAIR, ruling=None, word=""),))
    store.remember(path, undone)
    assert store.recall(path) == undone


def test_a_damaged_database_gives_what_its_copy_holds(tmp_path: Path) -> None:
    path = tmp_path / "memory.db"
    named = records({"action": "Menyusun", "item_id": "RK-1"})
    ledger.remember(path, named)
    store.remember(path, ANSWERS)
    ledger.remember(path, named)
    path.write_bytes(b"no database at all")
    assert ledger.recall(path)
    assert store.recall(path) == ANSWERS
