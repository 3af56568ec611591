"""The pipeline and the review as flows with forms in Prefect's web page.

Each run is a process of its own, which `renja serve` starts; the words are those of the language in the settings.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any, Final, cast

from prefect import State, flow
from prefect.futures import PrefectFuture
from prefect.runtime import flow_run
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows import build as building
from flows import review as reviewing
from flows.folder.run_record import last_run
from flows.make import Request, make
from flows.report import summary
from flows.settings import Settings, default_out
from flows.speaking.language import of_meeting
from flows.watch import Watch
from flows.web.artifacts import Artifact, of_build, of_review, send
from flows.web.ending import ended
from flows.web.forms import BuildForm, ReviewForm, place, spoken
from tasks.rendering.catalogue import load

REVIEW: Final = "renja-review"
_SETTINGS: Final = Settings()
_TEXT: Final = load(_SETTINGS.language).text
_RUNNER: Final = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=_SETTINGS.workers))
_STARTED_BY: Final = "PREFECT__FLOW_RUN_ID"
"""What Prefect's runner sets in the processes that it starts."""


@flow(
    name=building.NAME,
    flow_run_name="{form.folder}",
    description=_TEXT("flows.form.about"),
    task_runner=_RUNNER,
    timeout_seconds=_SETTINGS.run_seconds,
)
def build(form: BuildForm) -> State[Any]:
    """Make the plan of a folder into its usual output folder; what came of it becomes artifacts of the run."""
    _end_with_starter()
    inputs = place(form.folder, "inputs")
    speak = load(spoken(form.language) or of_meeting(inputs) or _SETTINGS.language)
    out = default_out(inputs).absolute()
    request = Request(inputs, out, speak.language, form.as_of, form.chapters_left_out())

    def made() -> str:
        outcome = make(request, _SETTINGS, building.inside, Watch())
        lines = list(summary(outcome, speak))
        _shown(of_build(out, lines, outcome.unchanged, _SETTINGS, speak), out)
        return f"{lines[0]} {outcome.main}"

    return ended(made, _SETTINGS, speak)


@flow(
    name=REVIEW,
    flow_run_name="{form.plan}",
    description=_TEXT("flows.form.review.about"),
    timeout_seconds=_SETTINGS.run_seconds,
)
def review(form: ReviewForm) -> State[Any]:
    """Read reviewers' copies into the workbook of proposals of a plan, which becomes an artifact of the run as well."""
    _end_with_starter()
    out = place(form.plan, "outputs").absolute()
    copies = [place(words, ".") for words in form.returned]
    last = last_run(out)
    speak = load(spoken(form.language) or (last.language if last else _SETTINGS.language))

    def read() -> str:
        outcome = reviewing.reviewed(out, copies, _SETTINGS, speak)
        lines = list(reviewing.lines(outcome, speak))
        _shown(of_review(out, lines, outcome.workbook, _SETTINGS, speak), out)
        return lines[-1] if outcome.workbook else " ".join(lines)

    return ended(read, _SETTINGS, speak)


def _shown(artifacts: Iterator[Artifact], out: Path) -> None:
    send(os.environ.get("PREFECT_API_URL", _SETTINGS.server_url), str(flow_run.get_id()), out.name, artifacts)


def _end_with_starter() -> None:
    """If `renja serve` is killed, its runs end as well: nobody could see or stop them any more."""
    if _STARTED_BY in os.environ and os.name != "nt":
        Thread(target=_watch_starter, args=(os.getppid(),), daemon=True).start()


def _watch_starter(starter: int) -> None:
    while os.getppid() == starter:
        sleep(1)
    os._exit(1)
