"""Runs that Prefect still shows as under way although whoever did them was killed: marked when the server starts anew.

Whatever such a run had read lies in the cache of its plan, and the next one takes it from there.
"""

from pathlib import Path
from typing import Any, Final

from flows.folder.output import busy
from flows.servers.server import answer

_UNDER_WAY: Final = ("RUNNING", "PENDING", "CANCELLING")
_MOST: Final = 200
"""How many runs the server tells at a time."""


def mark(api: str, flows: tuple[str, ...], message: str) -> int:
    """Mark such runs of these flows as crashed, with a sentence; how many there were."""
    question = {
        "flow_runs": {"state": {"type": {"any_": list(_UNDER_WAY)}}},
        "flows": {"name": {"any_": list(flows)}},
        "limit": _MOST,
    }
    runs = [run for run in answer(f"{api}/flow_runs/filter", question) or () if _left(run)]
    for run in runs:
        state = {"type": "CRASHED", "name": "Crashed", "message": message}
        answer(f"{api}/flow_runs/{run['id']}/set_state", {"state": state, "force": True})
    return len(runs)


def _left(run: dict[str, Any]) -> bool:
    """Runs of a form end with the server; one of the command line is gone if nobody holds the lock of its plan."""
    if run["deployment_id"]:
        return True
    out = run["parameters"].get("out")
    return bool(out) and Path(out).is_dir() and not busy(Path(out))
