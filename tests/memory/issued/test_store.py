"""Documents issued with each version are kept by their marks, each once."""

import pytest

from tasks.memory.database import Place, reading, writing
from tasks.memory.issued.store import recall, remember
from tasks.memory.memory import issue
from tasks.memory.memory import remember as remember_plan
from tasks.memory.schema import BASELINE, ISSUED
from tasks.memory.versions.store import Run
from tasks.model.mark import Issued
from tests.memory.plans import plan

FIRST = Issued("RJ-000000-11111111-P", "rencana.docx", b"<a/>")
OTHER = Issued("RJ-000000-22222222-G", "kelompok/K1.docx", b"<b/>")
LATER = Issued("RJ-000000-33333333-P", "rencana.docx", b"<c/>")


def keep(place: Place, number: int, *documents: Issued) -> None:
    with writing(place) as scope:
        remember(scope, number, documents)


def found(place: Place, mark: str = "") -> list[Issued]:
    with writing(place) as scope:
        return recall(scope, mark)


def test_documents_of_all_versions_are_found_by_their_marks_and_those_of_the_last_together(place: Place) -> None:
    keep(place, 1, FIRST, OTHER)
    keep(place, 2, LATER, OTHER)
    assert found(place, FIRST.mark) == [FIRST]
    assert found(place) == [OTHER, LATER]


def test_a_document_that_comes_back_to_an_earlier_form_is_current_again_under_its_new_name(place: Place) -> None:
    again = Issued(FIRST.mark, "baru.docx", FIRST.document)
    for number, document in enumerate((FIRST, LATER, again), 1):
        keep(place, number, document)
    assert found(place) == [again]


def test_what_a_second_run_of_the_same_version_issues_stands_beside_what_the_first_did(place: Place) -> None:
    keep(place, 1, FIRST)
    keep(place, 1, FIRST, OTHER)
    assert found(place) == [OTHER, FIRST]


def test_an_unknown_mark_gives_nothing(place: Place) -> None:
    assert found(place) == []
    keep(place, 1, OTHER)
    assert found(place, FIRST.mark) == []


def test_what_versions_share_is_stored_once(place: Place) -> None:
    keep(place, 1, FIRST, OTHER, Issued("RJ-000000-44444444-X", "lain.docx", OTHER.document))
    keep(place, 2, FIRST, OTHER)
    with reading(place) as scope:
        assert scope is not None
        assert len(scope.rows(BASELINE, "digest")) == 2
        assert len(scope.rows(ISSUED, "number", "mark")) == 5


def test_plans_that_share_a_server_do_not_share_documents(postgres: str, place: Place) -> None:
    keep(Place(place.path, postgres, "one"), 1, FIRST)
    assert found(Place(place.path, postgres, "other")) == []


def test_documents_are_kept_with_the_version_or_not_at_all(place: Place) -> None:
    run = Run("2017-02-11T10:00:00+07:00", "m", "id")
    issue(place, remember_plan(place, plan({"item_id": "RK-A", "action": "a"}), run, [FIRST]), "m")

    def broken() -> list[Issued]:
        raise OSError

    with pytest.raises(OSError):
        remember_plan(place, plan({"item_id": "RK-B", "action": "b"}), run, (d for _ in "x" for d in broken()))
    assert found(place) == [FIRST]
