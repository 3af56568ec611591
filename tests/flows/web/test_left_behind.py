"""Runs that a killed process has left under way."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from flows.folder.output import busy, opened
from flows.servers.server import answer
from flows.web.left_behind import mark


def begun(server: str, flow: str, out: Path) -> str:
    """A run of the command line that the server believes to be under way; its id."""
    of = answer(f"{server}/flows/", {"name": flow})["id"]
    wish: dict[str, Any] = {"flow_id": of, "parameters": {"out": str(out)}, "state": {"type": "RUNNING"}}
    return str(answer(f"{server}/flow_runs/", wish)["id"])


def state(server: str, run: str) -> tuple[str, str]:
    """Type and message of a run's state."""
    found = answer(f"{server}/flow_runs/{run}")["state"]
    return found["type"], found["message"]


@pytest.mark.prefect
def test_runs_that_nobody_does_any_more_are_marked(server: str, tmp_path: Path) -> None:
    name = f"renja-{uuid4()}"
    with opened(tmp_path / "under way"):
        pass
    here, gone, elsewhere = (begun(server, name, tmp_path / part) for part in ("here", "under way", "elsewhere"))
    other = begun(server, "other", tmp_path / "under way")
    with opened(tmp_path / "here"):
        assert mark(server, (name,), "cut off") == 1
    assert state(server, gone) == ("CRASHED", "cut off")
    assert [state(server, run)[0] for run in (here, elsewhere, other)] == ["RUNNING"] * 3


def test_a_folder_is_busy_while_a_run_works_there(tmp_path: Path) -> None:
    assert not busy(tmp_path)
    with opened(tmp_path):
        assert busy(tmp_path)
    assert not busy(tmp_path)
