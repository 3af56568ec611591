"""What Prefect costs and how `renja serve` bears load: `python -m tests.benchmarks.serving [PART ...] [--runs 3]`.

Parts: overhead (a build of the sample with --direct, on a running server, on one of its own, and unchanged),
tasks (1,000 of them, whether all are stored, how long the next flow waits), load (50 plans one after the other through
the form: memory and open files of server and starter after 10 and 50), twice (two people start one plan at once).
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from flows.servers.prefect_environment import prepare
from flows.servers.server import answer, free_port
from flows.settings import Settings, default_out
from tests.benchmarks.measure import ROOT, cost
from tests.benchmarks.meetings import meeting
from tests.flows.serving.served import BUILD, Served

_SAMPLE = ROOT / "inputs" / "rakor-tik-2017"
_LATER_TASKS = 6
_TASKS = (30, 1000)
"""Those of a build, and many."""
_PLANS = 50
_LOOKED_AT = range(10, _PLANS + 1, 10)
_MEBI = 1024


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """A server for one part."""
    served = Served(free_port(), folder / "prefect")
    os.environ["RENJA_PREFECT_HOME"] = str(folder / "prefect")
    try:
        yield served
    finally:
        served.stop()


def overhead(folder: Path, runs: int) -> None:
    """The three ways in turns, each into a fresh folder; then the same again with nothing changed."""
    taken: dict[str, list[float]] = {"direct": [], "server": [], "embedded": [], "unchanged": []}
    with serving(folder) as served:
        nobody = f"http://127.0.0.1:{free_port()}/api"
        for number in range(runs):
            for mode, url in (("direct", nobody), ("server", served.api), ("embedded", nobody)):
                os.environ["RENJA_SERVER_URL"] = url
                out = folder / f"{mode}-{number}"
                words = ["-m", "flows.cli", "build", str(_SAMPLE), "--out", str(out)]
                taken[mode].append(cost(*words, *(["--direct"] if mode == "direct" else [])).wall)
                made = json.loads((out / "run.json").read_text(encoding="utf-8"))
                assert made["mode"] == mode
            taken["unchanged"].append(cost(*words).wall)
            print("; ".join(f"{mode} {seconds[-1]:.2f} s" for mode, seconds in taken.items()), flush=True)
        _stored(served, "server-0", len(made["inputs"]) + _LATER_TASKS)
    medians = {mode: statistics.median(seconds) for mode, seconds in taken.items()}
    for mode, seconds in medians.items():
        over = (
            "" if mode in ("direct", "unchanged") else f"  {_paired(taken[mode], taken['direct']):+6.2f} s over direct"
        )
        print(f"{mode:>9}  {seconds:6.2f} s{over}")


def _paired(one: list[float], other: list[float]) -> float:
    """The median of the differences within each round: the machine is not equally busy in all of them."""
    return statistics.median(a - b for a, b in zip(one, other, strict=True))


def _stored(served: Served, flow_run: str, wanted: int) -> None:
    ended = {"flow_runs": {"name": {"any_": [flow_run]}}, "task_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}}
    for _ in range(100):
        found = answer(f"{served.api}/task_runs/count", ended)
        if found == wanted:
            break
        sleep(0.1)
    print(f"{found} of {wanted} task runs of {flow_run} are stored")


def tasks(folder: Path, runs: int) -> None:
    """Tasks that do nothing, and a flow that does nothing before and after them."""
    with serving(folder) as served:
        prepare(Settings(), folder / "prefect.log")
        environment = {**os.environ, "PREFECT_API_URL": served.api}
        for _ in range(runs):
            said = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.serving_tasks", *map(str, _TASKS)],
                cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True,
            ).stdout  # fmt: skip
            for count, line in zip(_TASKS, said.splitlines(), strict=True):
                before, many, after = map(float, line.split())
                each = (many - before) / count * 1000
                print(f"{count:5} tasks: {each:5.2f} ms each; the next flow waits {after - before:+.2f} s")
        _stored(served, "bench", runs * sum(_TASKS))


def load(folder: Path, _runs: int) -> None:
    """Plans of their own, one after the other; each run is a process of its own, which the starter must let go."""
    with serving(folder) as served:
        for number in range(1, _PLANS + 1):
            inputs = meeting(folder / f"renja-bench-{number}", 60)
            state = served.until(served.begin(BUILD, folder=str(inputs)))
            assert state["type"] == "COMPLETED", state
            shutil.rmtree(default_out(inputs))
            if number in _LOOKED_AT:
                sleep(5)
                print(f"after {number:3} plans: " + "; ".join(_held(served)), flush=True)


def _held(served: Served) -> Iterator[str]:
    """Memory and open files of the starter and its server."""
    starter = served.process.pid
    children = Path(f"/proc/{starter}/task/{starter}/children").read_text(encoding="ascii").split()
    for name, number in [("starter", starter), *(("server", int(child)) for child in children)]:
        status = Path(f"/proc/{number}/status").read_text(encoding="utf-8")
        resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        files = len(list(Path(f"/proc/{number}/fd").iterdir()))
        yield f"{name} {resident / _MEBI:.0f} MiB, {files} open files"


def twice(folder: Path, runs: int) -> None:
    """Two people press the button at once."""
    with serving(folder) as served:
        for number in range(runs):
            inputs = meeting(folder / f"renja-bench-twice-{number}", 600)
            begun = [served.begin(BUILD, folder=str(inputs)) for _ in range(2)]
            print(" / ".join(sorted(f"{state['name']}: {state['message']}" for state in map(served.until, begun))))
            shutil.rmtree(default_out(inputs))


_PARTS = {"overhead": overhead, "tasks": tasks, "load": load, "twice": twice}


def main() -> None:
    """Measure the parts that are named, else all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(_PARTS))
    parser.add_argument("--runs", type=int, default=3)
    wanted = parser.parse_args()
    for name in wanted.parts or _PARTS:
        with TemporaryDirectory(prefix="renja-") as folder:
            start = perf_counter()
            print(f"# {name}")
            _PARTS[name](Path(folder), wanted.runs)
            print(f"({perf_counter() - start:.0f} s)")


if __name__ == "__main__":
    main()
