"""The output folder: whole before, whole after, whatever happens in between."""

import errno
import json
import subprocess
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path

import pytest

from flows.folder import publish
from flows.folder.output import opened
from flows.folder.publish import Published
from flows.folder.run_record import Record
from tasks.model.errors import OutputError, PlanBusyError
from tasks.model.problem import Code
from tests.flows.fakes import MAIN, content

FIRST = {MAIN: b"one", "tables/items.csv": b"a", "instansi/pusat/Dinas A.docx": b"A"}
SECOND = {MAIN: b"two", "tables/items.csv": b"b", "instansi/kota/Dinas B.docx": b"B"}


class Killed(BaseException):
    """Stands for the end of the process."""


def run(folder: Path, files: Mapping[str, bytes], language: str = "id") -> Published:
    record: Record = {"figures": {}, "problems": {}}
    with opened(folder) as output:
        for name, data in files.items():
            output.write(name, data)
        return output.publish({**record, "fingerprint": "f", "language": language, "main": MAIN}, language)


def die_before_publishing(folder: Path) -> None:
    with opened(folder) as output:
        output.write(MAIN, b"two")
        raise Killed


def codes(published: Published) -> list[Code]:
    return [problem.code for problem in published.problems]


def test_a_run_replaces_the_files_of_the_last_one_and_removes_those_it_no_longer_has(tmp_path: Path) -> None:
    run(tmp_path, FIRST)
    assert content(tmp_path) == FIRST
    (tmp_path / "catatan saya.txt").write_text("penting")
    (tmp_path / "instansi" / "pusat" / "foto.jpg").write_text("x")
    run(tmp_path, SECOND)
    assert content(tmp_path) == {**SECOND, "catatan saya.txt": b"penting", "instansi/pusat/foto.jpg": b"x"}
    assert not (tmp_path / ".renja" / "staging").exists()


def test_folders_that_become_empty_go(tmp_path: Path) -> None:
    run(tmp_path, FIRST)
    run(tmp_path, SECOND)
    assert not (tmp_path / "instansi" / "pusat").exists()
    assert (tmp_path / "instansi").exists()


def test_the_record_of_the_run_names_every_file_with_its_hash(tmp_path: Path) -> None:
    run(tmp_path, {MAIN: b"one"})
    record = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert record["outputs"] == {MAIN: "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"}


def test_a_run_that_fails_leaves_the_earlier_output_as_it_was(tmp_path: Path) -> None:
    run(tmp_path, FIRST)
    before = (tmp_path / "run.json").read_bytes()
    with pytest.raises(Killed):
        die_before_publishing(tmp_path)
    assert content(tmp_path) == FIRST
    assert (tmp_path / "run.json").read_bytes() == before
    assert not (tmp_path / ".renja" / "staging").exists()


@pytest.mark.parametrize("step", range(5), ids=["journal", "first", "second", "third", "run.json"])
def test_a_run_killed_while_publishing_is_completed_by_whoever_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    run(tmp_path, FIRST)
    moves, move = count(), Path.replace

    def dying(self: Path, target: Path) -> Path:
        if next(moves) == step:
            raise Killed
        return move(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying)
        patch.setattr("flows.folder.output._tidy", lambda _: None)
        with pytest.raises(Killed):
            run(tmp_path, SECOND)
    with opened(tmp_path):
        assert content(tmp_path) == (FIRST if step == 0 else SECOND)
    assert not publish.pending(tmp_path)
    record = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert set(record["outputs"]) == set(FIRST if step == 0 else SECOND)


def test_a_document_that_word_or_libreoffice_has_open_stays_and_the_new_one_stands_beside(tmp_path: Path) -> None:
    run(tmp_path, FIRST)
    lock = tmp_path / f".~lock.{MAIN}#"
    lock.touch()
    published = run(tmp_path, SECOND)
    assert codes(published) == [Code.OUTPUT_OPEN]
    assert published.names[MAIN] == "Rencana Kerja Terintegrasi (baru).docx"
    assert (tmp_path / MAIN).read_bytes() == b"one"
    assert (tmp_path / published.names[MAIN]).read_bytes() == b"two"
    assert json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["main"] == published.names[MAIN]
    lock.unlink()
    assert codes(run(tmp_path, SECOND)) == []
    assert content(tmp_path) == SECOND


def test_a_document_that_the_system_does_not_let_go_likewise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, FIRST)
    move = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == MAIN:
            raise PermissionError(errno.EACCES, "in use")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", held)
    published = run(tmp_path, SECOND, "en")
    assert published.names[MAIN] == "Rencana Kerja Terintegrasi (new).docx"
    assert (tmp_path / MAIN).read_bytes() == b"one"


def test_what_people_edited_is_kept_beside_the_new_version(tmp_path: Path) -> None:
    run(tmp_path, FIRST)
    (tmp_path / MAIN).write_bytes(b"with remarks")
    (tmp_path / "instansi/pusat/Dinas A.docx").write_bytes(b"with remarks too")
    published = run(tmp_path, SECOND)
    assert codes(published) == [Code.OUTPUT_EDITED]
    kept = {
        "Rencana Kerja Terintegrasi (suntingan).docx": b"with remarks",
        "instansi/pusat/Dinas A.docx": b"with remarks too",
    }
    assert content(tmp_path) == {**SECOND, **kept}


def test_a_folder_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file of that name")
    with pytest.raises(OutputError) as caught, opened(tmp_path / "out"):
        pass
    assert caught.value.problem.code == Code.OUTPUT_NOT_WRITABLE
    assert dict(caught.value.problem.details)["cause"] == "@flows.cause.is-file"


@pytest.mark.parametrize("number, code", [(errno.ENOSPC, Code.DISK_FULL), (errno.EACCES, Code.OUTPUT_NOT_WRITABLE)])
def test_a_full_disk_and_a_missing_right_are_told_and_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: Code
) -> None:
    run(tmp_path, FIRST)

    def full(self: Path, data: bytes) -> int:
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(OutputError) as caught:
            run(tmp_path, SECOND)
    assert caught.value.problem.code == code
    assert content(tmp_path) == FIRST


def test_a_second_process_is_told_at_once_and_the_lock_dies_with_its_holder(tmp_path: Path) -> None:
    holder = (
        "import sys; from pathlib import Path; from flows.folder.output import opened\n"
        f"with opened(Path({str(tmp_path)!r})): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(PlanBusyError), opened(tmp_path):
            pass
        process.kill()
    run(tmp_path, FIRST)
    assert content(tmp_path) == FIRST


@pytest.mark.parametrize("name", ["/etc/x", "../x", ".renja/lock", ""])
def test_nothing_is_written_outside_the_output_folder(tmp_path: Path, name: str) -> None:
    with opened(tmp_path) as output, pytest.raises(ValueError, match="not a name"):
        output.write(name, b"")
