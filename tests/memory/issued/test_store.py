"""Issued documents are kept by their marks, whatever happens to the store."""

from pathlib import Path

from tasks.memory.issued.store import recall, remember
from tasks.model.mark import Issued

FIRST = Issued("RJ-000000-11111111-P", "rencana.docx", b"<a/>")
OTHER = Issued("RJ-000000-22222222-G", "kelompok/K1.docx", b"<b/>")
LATER = Issued("RJ-000000-33333333-P", "rencana.docx", b"<c/>")


def test_documents_of_all_versions_are_found_by_their_marks_and_those_of_the_last_run_together(tmp_path: Path) -> None:
    store = tmp_path / ".renja" / "issued.db"
    remember(store, [FIRST, OTHER])
    remember(store, [LATER, OTHER])
    assert recall(store, FIRST.mark) == [FIRST]
    assert recall(store) == [OTHER, LATER]


def test_a_document_that_comes_back_to_an_earlier_form_is_current_again_under_its_new_name(tmp_path: Path) -> None:
    store = tmp_path / "issued.db"
    remember(store, [FIRST])
    remember(store, [LATER])
    remember(store, [Issued(FIRST.mark, "baru.docx", FIRST.document)])
    assert recall(store) == [Issued(FIRST.mark, "baru.docx", FIRST.document)]


def test_an_unknown_mark_or_no_store_gives_nothing(tmp_path: Path) -> None:
    store = tmp_path / "issued.db"
    assert recall(store, FIRST.mark) == []
    remember(store, [OTHER])
    assert recall(store, FIRST.mark) == []


def test_a_damaged_store_is_set_aside_and_the_run_goes_on(tmp_path: Path) -> None:
    store = tmp_path / "issued.db"
    store.write_bytes(b"no database at all" * 100)
    assert recall(store) == []
    remember(store, [FIRST])
    assert recall(store) == [FIRST]
    assert (tmp_path / "issued.db.damaged").is_file()
