"""Starts a run for each folder under watch whose files have arrived, through the form that people use."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, Final

from flows.folder.output import busy
from flows.servers.server import answer
from flows.settings import Settings, default_out
from flows.web.arrivals import Watched, files

_EVERY_SECONDS: Final = 2.0
_ENDED: Final = frozenset({"COMPLETED", "FAILED", "CRASHED", "CANCELLED"})


class Watch:
    """The folders under watch.

    api: of the server; form: id of the deployment of the build; refused: the state of a run that was told that somebody
    works on its plan.
    """

    def __init__(self, settings: Settings, api: str, form: str, refused: str) -> None:
        self._api, self._form, self._refused = api, form, refused
        self._folders = {folder: Watched(partial(files, folder), settings.still_seconds) for folder in settings.watch}
        self._runs: dict[Path, str] = {}

    def until(self, ended: Event) -> None:
        """Look at the folders again and again until that happens."""
        while self._folders and not ended.wait(_EVERY_SECONDS):
            self.look()

    def look(self) -> None:
        """Start what is due. A plan on which somebody works is left to them, and looked at again afterwards."""
        for folder, watched in self._folders.items():
            if folder in self._runs:
                self._follow(folder, watched)
            if watched.arrived() and not busy(default_out(folder)) and folder not in self._runs:
                run = self._started(folder)
                if run:
                    self._runs[folder] = run
                    watched.started()

    def _started(self, folder: Path) -> str:
        """A new run; its id, empty if the server does not take it."""
        wish = {"parameters": {"form": {"folder": str(folder)}}, "state": {"type": "SCHEDULED"}, "tags": ["watch"]}
        return _text(answer(f"{self._api}/deployments/{self._form}/create_flow_run", wish), "id")

    def _follow(self, folder: Path, watched: Watched) -> None:
        run = answer(f"{self._api}/flow_runs/{self._runs[folder]}")
        state = run.get("state") if isinstance(run, dict) else None
        if _text(state, "type") in _ENDED:
            del self._runs[folder]
            if _text(state, "name") == self._refused:
                watched.again()


def _text(answered: Any, name: str) -> str:
    return str(answered.get(name) or "") if isinstance(answered, dict) else ""
