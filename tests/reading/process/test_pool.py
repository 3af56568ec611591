"""Files are read in processes that may die."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tasks.model.problem import Code
from tasks.reading.process.pool import Limits, ReaderPool
from tasks.reading.programs.libreoffice import find_program
from tasks.reading.read import read_file
from tests.builders import word
from tests.reading.packages import PATHOLOGIES, source


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(2) as pool:
        yield pool


def test_threads_share_the_pool_and_get_what_reading_gives(pool: ReaderPool, sample: Path) -> None:
    sources = [source(path) for path in sorted((sample / "documents").rglob("*.docx"))]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(pool.read, sources)) == [read_file(one) for one in sources]


def test_bad_files_end_in_a_problem_and_the_pool_goes_on(pool: ReaderPool, sample: Path) -> None:
    for path in sorted((PATHOLOGIES / "bad").glob("*.docx")):
        assert pool.read(source(path)) == read_file(source(path))
    good = source(sample / "documents" / "POKJA IV" / "RTL POKJA 4 (poin2).docx")
    assert len(pool.read(good).blocks) > 50


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
def test_a_name_that_is_no_text_gets_through(pool: ReaderPool, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/notul\xe9.docx"))
    path.write_bytes(word("isi"))
    assert pool.read(source(path)).file == path.name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_file_that_takes_too_long_is_refused_and_the_pool_goes_on(tmp_path: Path) -> None:
    """A named pipe that nobody writes to: reading it never ends."""
    endless = tmp_path / "a.docx"
    os.mkfifo(endless)
    fine = tmp_path / "b.docx"
    fine.write_bytes(word("isi"))
    with ReaderPool(1, Limits(wall_seconds=1.0)) as pool:
        (found,) = pool.read(source(endless)).problems
        assert (found.code, dict(found.details)["cause"]) == (Code.FILE_REFUSED, "@reading.too-long")
        assert pool.read(source(fine)).problems == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_whoever_is_stopped_waits_for_no_file(tmp_path: Path) -> None:
    endless = tmp_path / "a.docx"
    os.mkfifo(endless)
    with ThreadPoolExecutor(1) as threads, pytest.raises(RuntimeError), ReaderPool(1) as pool:  # noqa: PT012  both are left
        reading = threads.submit(pool.read, source(endless))
        with endless.open("wb"):  # opens when the other side does
            raise RuntimeError
    (found,) = reading.result().problems
    assert found.file == endless.name


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="needs limits of resources")
@pytest.mark.parametrize("room", [80, 100])
def test_a_process_short_of_memory_refuses_the_file(tmp_path: Path, room: int) -> None:
    """With less room it ends while the file is read, with more while the answer is made."""
    big = tmp_path / "besar.csv"
    big.write_text("".join(f"a{n};b{n};c{n}\n" for n in range(200_000)))
    with ReaderPool(1, Limits(memory=room * 1024**2)) as pool:
        document = pool.read(source(big))
    assert [found.code for found in document.problems] == [Code.FILE_REFUSED]


def test_a_process_killed_while_idle_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word("isi"))
    with ReaderPool(1) as pool:
        before = pool.read(source(path))
        for child in pool._idle:
            child.process.kill()
            child.process.wait()
        assert pool.read(source(path)) == before


def test_a_crashed_process_gives_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start that dies as soon as a file is asked for, as a defect in a C library would."""
    monkeypatch.setattr("tasks.reading.process.pool._START", "import os, sys; sys.stdin.buffer.read(9); os.abort()")
    with ReaderPool(1) as pool:
        (found,) = pool.read(source(tmp_path / "a.docx")).problems
    assert (found.code, dict(found.details)["cause"]) == (Code.FILE_UNREADABLE, "@reading.crashed")


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs groups of processes")
def test_what_a_file_started_ends_with_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that never ends, and one that it started in its turn, as LibreOffice is started."""
    program, told, temporary = tmp_path / "soffice", tmp_path / "told", tmp_path / "temporary"
    program.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {told}.new\nmv {told}.new {told}\nwait\n")
    program.chmod(0o700)
    temporary.mkdir()
    monkeypatch.setattr(
        "tasks.reading.process.pool._START",
        "import json, sys; path, memory, cpu = json.loads(sys.argv[1]); sys.path[:] = path; "
        "import tempfile, tasks.reading.programs.libreoffice as office; "
        f"office.find_program = lambda: {str(program)!r}; tempfile.tempdir = {str(temporary)!r}; "
        "from tasks.reading.process.worker import main; main(memory, cpu)",
    )
    with ReaderPool(1, Limits(wall_seconds=3.0)) as pool:
        (found,) = pool.read(source(PATHOLOGIES / "legacy" / "D02_vmerge.doc")).problems
    assert dict(found.details)["cause"] == "@reading.too-long"
    assert not is_running(int(told.read_text()))
    assert list(temporary.iterdir()) == []


def is_running(process: int) -> bool:
    """Whether a process goes on within a second; a killed one may have to be collected first."""
    for _ in range(20):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        state = Path(f"/proc/{process}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.05)
    return True


def test_old_documents_are_converted_within_the_limits(pool: ReaderPool) -> None:
    """Two at once, in processes with little room for addresses."""
    if find_program() is None:
        pytest.skip("needs LibreOffice")
    paths = [PATHOLOGIES / "legacy" / f"{name}.doc" for name in ("D02_vmerge", "D03_header2")]
    with ThreadPoolExecutor(2) as threads:
        documents = list(threads.map(pool.read, map(source, paths)))
    assert [(document.format, document.problems) for document in documents] == [("doc", ()), ("doc", ())]


def test_a_process_that_comes_back_after_everybody_has_left_is_ended(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(word("isi"))
    with ReaderPool(1) as pool:
        pass
    assert pool.read(source(file)).problems == ()
    assert pool._idle == []
    assert pool._busy == set()
