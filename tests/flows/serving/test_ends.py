"""How runs of a form end when something comes between."""

import json
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from flows.folder.output import busy, opened
from tests.benchmarks.meetings import meeting
from tests.flows.fakes import MAIN
from tests.flows.serving.served import BUILD, REVIEW, Served, processes_of

pytestmark = pytest.mark.prefect

Named = Callable[[Path], tuple[Path, Path]]


def gone(run: str) -> bool:
    """Whether every process of a run ends within a few seconds."""
    for _ in range(100):
        if not processes_of(run):
            return True
        sleep(0.1)
    return False


def test_the_server_says_where_it_is_and_offers_both_forms(served: Served) -> None:
    assert served.said[1].startswith(f"Server siap. Buka {served.page} di peramban")
    assert set(served.forms()) == {BUILD, REVIEW}


def test_a_second_run_of_a_plan_is_told_and_ends_at_once(served: Served, rapat: Path, named: Named) -> None:
    inputs, out = named(rapat)
    with opened(out):
        state = served.until(served.begin(BUILD, folder=str(inputs)))
    assert (state["type"], state["name"]) == ("CANCELLED", "Sedang disusun orang lain")
    assert state["message"].startswith(f"Rencana di folder {out} sedang diproses")


def test_cancelled_and_cut_off_runs_leave_the_plan_whole_and_the_watch_begins_where_they_were(
    served: Served, tmp_path: Path, named: Named
) -> None:
    inputs, out = named(meeting(tmp_path / "besar", 300, per_file=10))
    run = served.begin(BUILD, folder=str(inputs))
    served.until(run, {"RUNNING"})
    served.cancel(run)
    state = served.until(run)
    assert (state["type"], state["message"].split(";")[0]) == ("CANCELLED", "Dibatalkan")
    assert gone(run)
    assert not busy(out)
    assert not (out / MAIN).exists()

    served.schedule(BUILD, "0 6 * * *")
    cut_off = served.begin(BUILD, folder=str(inputs))
    while not any((out / ".renja" / "cache").glob("read-*")):
        sleep(0.05)
    served.kill()
    assert gone(cut_off)
    served.start(RENJA_WATCH=json.dumps([str(inputs)]), RENJA_STILL_SECONDS="1")
    assert served.schedules(BUILD) == ["0 6 * * *"]
    state = served.until(cut_off)
    assert (state["type"], state["message"].split(";")[0]) == (
        "CRASHED",
        "Terputus karena server atau komputernya berhenti",
    )
    assert not (out / MAIN).exists()

    last = served.watched()
    assert served.until(last)["type"] == "COMPLETED"
    assert (out / MAIN).is_file()
    assert "Cached" in served.tasks(last)
