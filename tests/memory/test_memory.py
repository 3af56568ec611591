"""What a run leaves to the next one: all of it or nothing, whenever the run is cut off."""

from dataclasses import replace
from pathlib import Path

import pytest

from tasks.memory.database import Place, writing
from tasks.memory.issued import store as documents
from tasks.memory.memory import issue, recall, remember
from tasks.memory.schema import CONTENT
from tasks.memory.versions import store
from tasks.memory.versions.store import Run, Version
from tasks.model.decisions import Answer, Review, Ruling, Side
from tasks.model.mark import Issued
from tests.frames import links
from tests.memory.plans import kept, plan

ONE = {"item_id": "RK-AAAAA", "action": "Menyusun pedoman"}
OTHER = {"item_id": "RK-BBBBB", "action": "Melatih guru; \n“tahap” 1"}
ANSWER = Answer(Side("a"), Side("b"), Ruling.APART, "beda")


def versions(place: Place) -> list[Version]:
    with writing(place) as scope:
        return store.versions(scope)


def test_a_version_gives_its_tables_back_to_the_cell(place: Place) -> None:
    made = plan(ONE, OTHER, links=links("RK-AAAAA RK-BBBBB"), review=Review(answers=(ANSWER,)))
    number = kept(place, made)
    with writing(place) as scope:
        found = store.tables(scope, number)
    for name in ("records", "items", "links", "conflicts", "sources"):
        assert found[name].equals(getattr(made, name))
    assert found["decisions"]["kind"].tolist() == ["pair"]


def test_a_run_is_told_what_those_before_it_left(place: Place) -> None:
    made = plan(ONE, OTHER, links=links("RK-AAAAA RK-BBBBB"), review=Review(answers=(ANSWER,)))
    kept(place, made)
    found = recall(place)
    assert set(found.known.values()) == {"RK-AAAAA", "RK-BBBBB"}
    assert found.answers.pairs == (ANSWER,)
    assert set(found.links.fingerprints) == {("RK-AAAAA", "RK-BBBBB")}
    assert found.records.equals(made.records)


def test_what_people_took_out_of_the_plan_keeps_its_item(place: Place) -> None:
    made = plan(ONE)
    kept(place, replace(made, withdrawn=plan(OTHER).records))
    found = recall(place)
    assert set(found.known.values()) == {"RK-AAAAA", "RK-BBBBB"}
    assert found.records["item_id"].tolist() == ["RK-AAAAA", "RK-BBBBB"]


def test_versions_of_before_anything_could_be_taken_out_are_read_too(place: Place) -> None:
    made = plan(ONE)
    kept(place, made)
    with writing(place) as scope:
        scope.clear(CONTENT, CONTENT.c.name == "withdrawn")
    assert recall(place).records.equals(made.records)


def test_a_run_that_changes_nothing_makes_no_version(place: Place) -> None:
    numbers = [kept(place, plan(*rows), when=f"2017-02-1{n}") for n, rows in enumerate([(ONE,), (ONE,), (OTHER,)])]
    assert numbers == [1, 1, 2]
    assert [version.made for version in versions(place)] == ["2017-02-10", "2017-02-12"]


def test_a_version_that_was_never_issued_leaves_no_trace_and_gives_its_number_to_the_next(place: Place) -> None:
    kept(place, plan(ONE))
    before = recall(place)
    remember(place, plan(OTHER, review=Review(answers=(ANSWER,))), Run("2017-02-12", "cut off", "id"))
    found = recall(place, (1, "m"))
    assert (found.known, found.answers, found.links) == (before.known, before.answers, before.links)
    assert found.records.equals(before.records)
    assert kept(place, plan(ONE | {"output": "1 dokumen"}), "n") == 2
    assert [version.issued for version in versions(place)] == [True, True]
    assert set(recall(place).known.values()) == {"RK-AAAAA"}


def test_a_run_cut_off_after_its_documents_were_in_place_is_completed(place: Place) -> None:
    made = plan(ONE, OTHER, links=links("RK-AAAAA RK-BBBBB"))
    remember(place, made, Run("2017-02-12", "m", "id"))
    assert recall(place, (1, "other")).links.fingerprints == {}
    assert set(recall(place, (1, "m")).links.fingerprints) == {("RK-AAAAA", "RK-BBBBB")}
    assert [version.issued for version in versions(place)] == [True]


def test_documents_of_a_run_that_was_cut_off_are_kept_by_the_next(place: Place) -> None:
    document = Issued("mark", "a.docx", b"words")
    for mark in ("cut off", "n"):
        number = remember(place, plan(ONE), Run("2017-02-12", mark, "id"), [document])
    issue(place, number, "n")
    with writing(place) as scope:
        assert documents.recall(scope) == [document]


def test_issuing_what_is_not_there_changes_nothing(place: Place) -> None:
    issue(place, 1, "m")
    assert recall(place).known == {}


def test_a_plan_that_moves_to_a_server_brings_all_it_has(postgres: str, tmp_path: Path) -> None:
    own = Place(tmp_path / ".renja" / "memory.db")
    kept(own, plan(ONE, review=Review(answers=(ANSWER,))))
    moved = Place(own.path, postgres, "moved")
    found = recall(moved)
    assert (set(found.known.values()), found.answers.pairs) == ({"RK-AAAAA"}, (ANSWER,))
    assert kept(moved, plan(OTHER)) == 2
    assert [version.number for version in versions(own)] == [1]


@pytest.mark.parametrize("cut", ["ledger.remember", "versions.issue", "audit.note", "links.remember"])
def test_a_run_that_fails_half_way_leaves_everything_as_it_was(
    place: Place, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    kept(place, plan(ONE))
    before = recall(place)

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(f"tasks.memory.memory.{cut}", broken)
    with pytest.raises(RuntimeError):
        kept(place, plan(OTHER, review=Review(answers=(ANSWER,))))
    monkeypatch.undo()
    after = recall(place)
    assert (after.known, after.answers, after.links) == (before.known, before.answers, before.links)
    assert after.records.equals(before.records)
