"""Flows of nothing on the server in PREFECT_API_URL: seconds before, for each number of tasks, right after.

Run by tests.benchmarks.serving, which sets Prefect's variables first.
"""

import sys
from collections.abc import Callable
from time import perf_counter, sleep
from typing import Final

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.task_runners import ThreadPoolTaskRunner

_PAUSE: Final = 5.0
"""Seconds in which the server catches up before the next measurement."""


@task(cache_policy=NO_CACHE)
def one() -> None:
    """No work."""


@flow(flow_run_name="bench", task_runner=ThreadPoolTaskRunner(max_workers=2))  # type: ignore[arg-type]
def many(count: int) -> None:
    """So many tasks."""
    for run in [one.submit() for _ in range(count)]:
        run.wait()


@flow
def none() -> None:
    """No task."""


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


if __name__ == "__main__":
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        none()
        for count in map(int, sys.argv[1:]):
            print(timed(none), timed(lambda: many(count)), timed(none))  # noqa: B023  called at once
            sleep(_PAUSE)
