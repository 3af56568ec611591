"""`renja serve` as a process of its own, and what a person would do in its web page, through its API."""

import os
import signal
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final

from flows.servers.server import answer

BUILD, REVIEW = "Susun rencana", "Baca hasil telaah"
_PATIENCE_SECONDS: Final = 120.0
ENDED: Final = frozenset({"COMPLETED", "FAILED", "CRASHED", "CANCELLED"})


class Served:
    """A server with its forms. `said`: the lines it has printed so far, once it has ended all of them."""

    def __init__(self, port: int, home: Path, **settings: str) -> None:
        self.page = f"http://127.0.0.1:{port}"
        self.api = f"{self.page}/api"
        self._settings = {"RENJA_SERVER_URL": self.api, "RENJA_PREFECT_HOME": str(home), "PYTHONUNBUFFERED": "1"}
        self._settings |= settings
        self.start()

    def start(self, **settings: str) -> None:
        """Start it, with further settings, and wait until its forms are there."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "flows.cli", "serve"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, **self._settings, **settings},
        )
        assert self.process.stdout
        self.said = [self.process.stdout.readline(), self.process.stdout.readline()]

    def stop(self) -> int:
        """Press Ctrl+C; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self._ended()

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self._ended()

    def _ended(self) -> int:
        assert self.process.stdout
        self.said += self.process.stdout.readlines()
        self.process.stdout.close()
        return self.process.wait()

    def forms(self) -> dict[str, str]:
        """The ids of the forms by name."""
        return {form["name"]: form["id"] for form in answer(f"{self.api}/deployments/filter", {})}

    def begin(self, form: str, **fields: Any) -> str:
        """Send a form; the id of the run."""
        wish = {"parameters": {"form": fields}, "state": {"type": "SCHEDULED"}}
        return str(answer(f"{self.api}/deployments/{self.forms()[form]}/create_flow_run", wish)["id"])

    def watched(self) -> str:
        """The run that the watch over folders starts."""
        question = {"flow_runs": {"tags": {"all_": ["watch"]}}}
        end = monotonic() + _PATIENCE_SECONDS
        while monotonic() < end:
            found = answer(f"{self.api}/flow_runs/filter", question)
            if found:
                return str(found[0]["id"])
            sleep(0.1)
        raise AssertionError("no run")

    def schedule(self, form: str, cron: str) -> None:
        """Add a schedule to a form, switched off."""
        wish = [{"schedule": {"cron": cron}, "active": False, "parameters": {"form": {"folder": "x"}}}]
        made = answer(f"{self.api}/deployments/{self.forms()[form]}/schedules", wish)
        assert made[0]["schedule"]["cron"] == cron

    def schedules(self, form: str) -> list[str]:
        """The schedules of a form."""
        found = answer(f"{self.api}/deployments/{self.forms()[form]}/schedules")
        return [one["schedule"]["cron"] for one in found]

    def cancel(self, run: str) -> None:
        """Press Cancel."""
        answer(f"{self.api}/flow_runs/{run}/set_state", {"state": {"type": "CANCELLING", "name": "Cancelling"}})

    def until(self, run: str, states: Collection[str] = ENDED) -> dict[str, Any]:
        """The state of a run once it is one of these."""
        end = monotonic() + _PATIENCE_SECONDS
        state: dict[str, Any] = {}
        while monotonic() < end:
            state = (answer(f"{self.api}/flow_runs/{run}") or {}).get("state") or {}
            if state.get("type") in states:
                return state
            sleep(0.1)
        raise AssertionError(f"still {state}")

    def shown(self, run: str) -> dict[str, Any]:
        """What a run shows, by the end of its key."""
        found = answer(f"{self.api}/artifacts/filter", {"artifacts": {"flow_run_id": {"any_": [run]}}})
        return {str(one["key"]).rpartition("-")[2]: one for one in found}

    def tasks(self, run: str) -> list[str]:
        """The states of the tasks of a run."""
        question = {"flow_runs": {"id": {"any_": [run]}}, "limit": 200}
        return [task["state"]["name"] for task in answer(f"{self.api}/task_runs/filter", question)]


def processes_of(run: str) -> list[int]:
    """The processes that a run has begun and that are still there; they inherit its number."""
    mark = f"PREFECT__FLOW_RUN_ID={run}".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found
