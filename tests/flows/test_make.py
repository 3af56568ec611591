"""From a request to a published plan, with an engine that only writes."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from flows.make import Job, Made, Request, make
from flows.watch import Watch
from tasks.model.errors import InputError
from tasks.model.problem import Code, problem
from tests.flows.fakes import MAIN, content, engine, plan, settings

FILES = {MAIN: b"plan", "tables/items.csv": b"item_id\n"}


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    """A request over one document and a meeting."""
    documents = tmp_path / "rapat" / "documents"
    documents.mkdir(parents=True)
    (documents / "a.csv").write_text("Kegiatan\nMenyusun SOP\n")
    (tmp_path / "rapat" / "meeting.yaml").write_text("name: Rapat\nend: 2017-02-11\n")
    return Request(tmp_path / "rapat", tmp_path / "out", "id")


def never(job: Job) -> Made:
    raise AssertionError("the pipeline ran")


def test_the_outcome_tells_where_the_plan_is_and_what_is_in_it(request_: Request, tmp_path: Path) -> None:
    found, note = problem(Code.OWNER_MISSING, item="RK-1", action="x"), problem(Code.PREFECT_UNAVAILABLE, cause="x")
    outcome = make(request_, settings(tmp_path), engine(FILES, found, notes=(note,)), Watch())
    assert outcome.main == tmp_path / "out" / MAIN
    assert outcome.main.read_bytes() == b"plan"
    told = {
        "read": 1,
        "superseded": 1,
        "not_read": 0,
        "records": 1,
        "items": 1,
        "links": 0,
        "doubts": 0,
        "link_doubts": 0,
        "source_doubts": 0,
    }
    assert outcome.figures == told
    assert outcome.counts == {"error": 0, "warning": 1, "info": 0}
    assert outcome.notes == (note,)
    assert outcome.problems == (found,)


def test_the_record_tells_what_ran_on_what(request_: Request, tmp_path: Path) -> None:
    make(request_, settings(tmp_path), engine(FILES), Watch())
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert record["mode"] == "direct"
    assert record["as_of"] == "2017-02-11"
    assert list(record["inputs"]) == ["a.csv"]
    assert record["started"] <= record["ended"]
    assert set(record["seconds"]) == {"render"}
    assert record["versions"]["pandas"]


def test_nothing_runs_if_nothing_has_changed(request_: Request, tmp_path: Path) -> None:
    first = make(request_, settings(tmp_path), engine(FILES), Watch())
    second = make(request_, settings(tmp_path), never, Watch())
    assert second.unchanged
    assert (second.main, second.figures) == (first.main, first.figures)


@pytest.mark.parametrize(
    "change",
    [
        "rapat/documents/a.csv",
        "rapat/documents/b.csv",
        "rapat/meeting.yaml",
        "rapat/vocabulary.csv",
        "templates/new.docx",
    ],
)
def test_any_change_of_inputs_or_templates_counts(request_: Request, tmp_path: Path, change: str) -> None:
    settings(tmp_path)
    make(request_, settings(tmp_path), engine(FILES), Watch())
    (tmp_path / change).write_text("name: Rapat lain\n", encoding="utf-8")
    assert not make(request_, settings(tmp_path), engine(FILES), Watch()).unchanged


def test_another_language_or_day_counts_as_a_change(request_: Request, tmp_path: Path) -> None:
    make(request_, settings(tmp_path), engine(FILES), Watch())
    for other in (replace(request_, language="en"), replace(request_, as_of=date(2017, 3, 1))):
        with pytest.raises(AssertionError, match="ran"):
            make(other, settings(tmp_path), never, Watch())


@pytest.mark.parametrize("lost", [MAIN, "tables/items.csv", "run.json"])
def test_a_lost_output_is_made_again(request_: Request, tmp_path: Path, lost: str) -> None:
    make(request_, settings(tmp_path), engine(FILES), Watch())
    (tmp_path / "out" / lost).unlink()
    assert not make(request_, settings(tmp_path), engine(FILES), Watch()).unchanged
    assert content(tmp_path / "out") == FILES


def test_after_an_open_document_the_next_run_tries_again(request_: Request, tmp_path: Path) -> None:
    make(request_, settings(tmp_path), engine(FILES), Watch())
    lock = tmp_path / "out" / f".~lock.{MAIN}#"
    lock.touch()
    newer = replace(request_, as_of=date(2017, 3, 1))
    opened = make(newer, settings(tmp_path), engine({**FILES, MAIN: b"new"}), Watch())
    assert [note.code for note in opened.notes] == [Code.OUTPUT_OPEN]
    lock.unlink()
    again = make(newer, settings(tmp_path), engine({**FILES, MAIN: b"new"}), Watch())
    assert not again.unchanged
    assert content(tmp_path / "out") == {**FILES, MAIN: b"new"}


def test_items_are_remembered_for_the_next_run(request_: Request, tmp_path: Path) -> None:
    known = []

    def remembering(job: Job) -> Made:
        known.append(dict(job.work.known))
        return engine({**FILES, f"{len(known)}.txt": b""})(job)

    make(request_, settings(tmp_path), remembering, Watch())
    (tmp_path / "out" / MAIN).unlink()
    make(request_, settings(tmp_path), remembering, Watch())
    assert known[0] == {}
    assert list(known[1].values()) == list(plan().records["item_id"])


def test_a_failing_engine_leaves_the_earlier_plan(request_: Request, tmp_path: Path) -> None:
    make(request_, settings(tmp_path), engine(FILES), Watch())

    def failing(job: Job) -> Made:
        job.work.write(MAIN, b"half a pl")
        raise InputError(problem(Code.NOTHING_TO_BUILD, files="1"))

    with pytest.raises(InputError):
        make(Request(request_.inputs, request_.out, "en"), settings(tmp_path), failing, Watch())
    assert content(tmp_path / "out") == FILES
    assert make(request_, settings(tmp_path), never, Watch()).unchanged


def test_a_run_cut_off_while_publishing_is_completed_and_not_made_anew(
    request_: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(_staged: Path, _target: Path) -> bool:
        raise KeyboardInterrupt

    make(request_, settings(tmp_path), engine(FILES), Watch())
    newer, new = replace(request_, as_of=date(2017, 3, 1)), {**FILES, MAIN: b"new"}
    with monkeypatch.context() as patch:
        patch.setattr("flows.folder.publish._moved", cut_off)
        with pytest.raises(KeyboardInterrupt):
            make(newer, settings(tmp_path), engine(new), Watch())
    assert content(tmp_path / "out") == FILES
    completed = make(newer, settings(tmp_path), never, Watch())
    assert (completed.unchanged, completed.completed) == (True, True)
    assert content(tmp_path / "out") == new
    assert not make(newer, settings(tmp_path), never, Watch()).completed


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"files": 1}'])
def test_a_journal_that_is_none_leads_to_a_new_run(request_: Request, tmp_path: Path, damage: str) -> None:
    make(request_, settings(tmp_path), engine(FILES), Watch())
    (tmp_path / "out" / ".renja" / "journal.json").write_text(damage)
    assert not make(request_, settings(tmp_path), engine(FILES), Watch()).unchanged
    assert content(tmp_path / "out") == FILES
    assert make(request_, settings(tmp_path), never, Watch()).unchanged
