"""What was read is kept, unless it may go otherwise the next time."""

from pathlib import Path
from typing import cast

import pytest

from flows.reader import Reader
from tasks.model.blocks import Document
from tasks.model.meeting import Source
from tasks.model.problem import Code, problem
from tasks.reading.process.pool import ReaderPool
from tasks.reading.storage.store import ReadStore


class Pool:
    """Counts what it is asked to read, and finds one cause each time."""

    def __init__(self, cause: str) -> None:
        self.cause, self.asked = cause, 0

    def read(self, source: Source) -> Document:
        self.asked += 1
        return Document(source.file, "docx", (), (problem(Code.FILE_UNREADABLE, source.file, cause=self.cause),))


@pytest.mark.parametrize(
    ("cause", "times"),
    [("@reading.broken", 1), ("@reading.cut-off", 1), ("@reading.crashed", 2), ("@reading.vanished", 2)],
)
def test_a_file_that_stays_broken_is_read_once(tmp_path: Path, cause: str, times: int) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    pool = Pool(cause)
    for _ in range(2):
        reader = Reader(cast("ReaderPool", pool), ReadStore(tmp_path / "store"))
        reader.read(Source(path, path.name, "0" * 64, "K1"))
    assert pool.asked == times


def test_what_is_read_ahead_is_waited_for_and_read_once(tmp_path: Path) -> None:
    sources = []
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(b"x")
        sources.append(Source(tmp_path / name, name, name.ljust(64, "0"), "K1"))
    pool = Pool("@reading.broken")
    reader = Reader(cast("ReaderPool", pool), ReadStore(tmp_path / "store"))
    reader.ahead(sources, 2)
    assert [reader.document(source).file for source in sources] == ["a.docx", "b.docx"]
    assert pool.asked == 2
    assert all(map(reader.fresh, sources))
    again = Reader(cast("ReaderPool", pool), ReadStore(tmp_path / "store"))
    again.ahead(sources, 2)
    assert not any(map(again.fresh, sources))
    assert pool.asked == 2


def test_a_file_that_cannot_be_opened_ahead_is_left_to_who_asks(tmp_path: Path) -> None:
    gone = Source(tmp_path / "gone.docx", "gone.docx", "0" * 64, "K1")
    pool = Pool("@reading.vanished")
    reader = Reader(cast("ReaderPool", pool), None)
    reader.ahead([gone], 1)
    with pytest.raises(FileNotFoundError):
        reader.read(gone)
    assert pool.asked == 0
    reader.leave()
