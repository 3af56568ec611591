"""Folders under watch: when a run is due, and which runs are started."""

import json
import os
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from flows.folder.output import opened
from flows.settings import Settings
from flows.web.arrivals import Files, Watched, files
from flows.web.watching import Watch

ONE: Files = {"a.docx": (10, 1)}
TWO: Files = {"a.docx": (20, 2)}


def due(*looks: Files | None, still: float = 2) -> list[bool]:
    """At which of these looks, one a second, a run is due; each is started."""
    seconds, seen = iter(range(len(looks))), iter(looks)
    watched = Watched(lambda: next(seen), still, lambda: float(next(seconds)))
    found = []
    for _ in looks:
        found.append(watched.arrived())
        if found[-1]:
            watched.started()
    return found


def test_a_run_is_due_once_when_the_files_have_stayed_as_they_are() -> None:
    assert due(ONE, ONE, ONE, ONE, ONE) == [False, False, True, False, False]
    assert due({}, {}, {}, {}) == [False] * 4


def test_a_copy_in_progress_begins_the_wait_anew() -> None:
    assert due(ONE, ONE, TWO, TWO, TWO) == [False, False, False, False, True]
    assert due(ONE, ONE, None, ONE, ONE, ONE) == [False, False, False, False, False, True]


def test_a_drive_that_was_away_for_a_while_starts_nothing() -> None:
    assert due(ONE, ONE, ONE, None, ONE, ONE, ONE) == [False, False, True, *[False] * 4]


def test_nobody_at_work_means_no_lock_file_and_no_download(tmp_path: Path) -> None:
    (tmp_path / "kel 1").mkdir()
    (tmp_path / "kel 1" / "a.docx").write_bytes(b"12345")
    (tmp_path / ".renja").mkdir()
    (tmp_path / ".renja" / "x.json").write_bytes(b"")
    (tmp_path / "Thumbs").write_bytes(b"1")
    found = files(tmp_path)
    assert found is not None
    assert {Path(name).name: size for name, (size, _) in found.items()} == {"a.docx": 5, "Thumbs": 1}
    for name in ("~$a.docx", ".~lock.a.docx#", "b.docx.crdownload", "~WRD0001.tmp"):
        mark = tmp_path / "kel 1" / name
        mark.write_bytes(b"")
        assert files(tmp_path) is None
        os.utime(mark, (0, 0))  # left behind by a crash long ago
        assert files(tmp_path) is not None
        mark.unlink()
    assert files(tmp_path / "away") is None


@pytest.fixture
def api() -> Iterator[HTTPServer]:
    """Something that takes runs like a Prefect server: `asked` holds what it was sent, `state` how a run stands."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({"state": self.server.state})  # type: ignore[attr-defined]

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.server.asked.append((self.path, body["parameters"]["form"]))  # type: ignore[attr-defined]
            self._answer({"id": "run-1"})

        def _answer(self, value: Any) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(value).encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.asked, server.state = [], {"type": "RUNNING", "name": "Running"}  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_folder_gets_its_run_when_nobody_works_on_its_plan(
    api: Any, rapat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "plans" / "rapat"
    monkeypatch.setattr("flows.web.watching.default_out", lambda folder: tmp_path / "plans" / folder.name)
    clock = iter(range(1000))
    monkeypatch.setattr("flows.web.watching.Watched", partial(Watched, clock=lambda: float(next(clock))))
    settings = Settings(watch=(rapat,), still_seconds=1)
    watch = Watch(settings, f"http://127.0.0.1:{api.server_port}", "form-1", "busy")
    watch.look()
    with opened(out):
        watch.look()
        watch.look()
    assert api.asked == []
    watch.look()
    assert api.asked == [("/deployments/form-1/create_flow_run", {"folder": str(rapat)})]
    watch.look()
    api.state = {"type": "CANCELLED", "name": "busy"}
    watch.look()
    assert len(api.asked) == 2
    api.state = {"type": "CANCELLED", "name": "Cancelled"}  # by a person, who will know why
    watch.look()
    watch.look()
    assert len(api.asked) == 2
