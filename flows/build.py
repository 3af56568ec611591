"""The pipeline as a Prefect flow: each stage a task, each source document a cached task.

The flow is the view of a run: what ran, how long, what came from the cache. What the run made, and the truth about
it, lie in the output folder. No table passes through Prefect: arguments are quoted, so that nothing walks over them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from functools import partial
from time import monotonic, sleep
from typing import Any, Final, ParamSpec, TypeVar, cast

from prefect import State, Task, flow
from prefect.client.schemas.objects import TERMINAL_STATES
from prefect.events.worker import EventsWorker
from prefect.futures import PrefectFuture
from prefect.logging.handlers import APILogWorker
from prefect.runtime import flow_run
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    PREFECT_LOCAL_STORAGE_PATH,
    temporary_settings,
)
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import quote

import tasks.extraction.task as extraction
import tasks.linking.task as linking
import tasks.merging.task as merging
import tasks.normalising.task as normalising
import tasks.reading.task as reading
import tasks.rendering.task as rendering
import tasks.scheduling.task as scheduling
from flows import pipeline, reader
from flows.direct import waiting
from flows.make import Job, Made
from flows.pipeline import Stages
from flows.reader import Reader
from flows.servers.server import answer
from flows.teams.dividing import matching
from flows.teams.dividing import rendering as dividing
from flows.teams.team import Team
from flows.watch import Advance
from tasks.model.blocks import Document
from tasks.model.meeting import Source
from tasks.model.plan import Plan
from tasks.reading.process.order import slowest_first
from tasks.reading.storage.store import key
from tasks.rendering.catalogue import load

P = ParamSpec("P")
R = TypeVar("R")

NAME: Final = "renja"
_DRAIN_SECONDS: Final = 20.0


class TaskStages:
    """The stages as Prefect tasks, for use inside a flow run. `count`: how many task runs have been started."""

    def __init__(self, reader: Reader, language: str, team: Team | None = None) -> None:
        self._reader = reader
        self._team = team
        self._catalogue = load(language)
        self._before: Sequence[PrefectFuture[Any] | State[Any]] = ()
        self.count = 0

    def stages(self) -> Stages:
        """One callable a stage, with the signatures of the plain functions."""
        return Stages(
            self._read,
            self._alone(extraction.extract, "extract"),
            self._alone(normalising.normalise, "normalise"),
            partial(self._alone(merging.merge, "merge"), match=matching(self._team)),
            self._alone(linking.link, "link"),
            self._alone(scheduling.schedule, "schedule"),
            partial(self._alone(rendering.render, "render"), make=dividing(self._team)),
        )

    def _read(self, sources: Sequence[Source], done: Advance) -> Sequence[Document]:
        runs = [(source, self._submitted(source)) for source in slowest_first(sources)]
        documents = {}
        for source, run in runs:
            run.wait()
            documents[source.file] = self._reader.document(source)
            done(source.file)
        # A file that cannot be opened is a failed run and a problem of the plan; it must not hold up the later stages.
        self._before = [run for _, run in runs if run.state.is_completed()]
        return [documents[source.file] for source in sources]

    def _submitted(self, source: Source) -> PrefectFuture[str]:
        """The store is the truth: if it has lost a document, Prefect's memory of having read it does not count."""
        name = f"{_literal(self._catalogue.text('flows.stage.read'))} {{file}}"
        read = reading.read.with_options(task_run_name=name, refresh_cache=self._reader.fresh(source))
        self.count += 1
        return read.submit(source.file, key(source), _quoted(source), _quoted(self._reader))

    def _alone(self, task: Task[P, R], name: str) -> Callable[P, R]:
        run_name = _literal(self._catalogue.text(f"flows.stage.{name}"))
        named = cast("Callable[..., State[R]]", task.with_options(task_run_name=run_name))

        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            self.count += 1
            before, self._before = self._before, ()
            fixed = {name: _quoted(value) for name, value in kwargs.items()}
            state = named(*map(_quoted, args), **fixed, wait_for=before, return_state=True)
            self._before = [state]
            return state.result()

        return call


def _literal(words: str) -> str:
    """Words for a name in which Prefect fills in what stands in braces."""
    return words.replace("{", "{{").replace("}", "}}")


def _quoted(value: R) -> R:
    """Passes through Prefect unlooked at; a task gets the value itself."""
    return cast("R", quote(value))


def run(job: Job, documents: Reader, url: str, embedded: bool) -> tuple[Plan, str]:
    """Run the pipeline as a flow on the server at this address; the plan, and the id of the flow run.

    If the server is to end with us, until all is on record.
    """
    plans: list[Plan] = []
    with (
        temporary_settings(
            {
                PREFECT_API_URL: url,
                PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None,
                PREFECT_LOCAL_STORAGE_PATH: job.own / "cache",
            }
        ),
        sent_at_the_end() if embedded else nullcontext(),
    ):
        many = waiting(job.settings.workers, job.team)
        runner = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=many))
        started = TaskStages(documents, job.request.language, job.team)

        @flow(
            name=NAME,
            flow_run_name=_literal(job.request.out.name),
            task_runner=runner,
            validate_parameters=False,
            persist_result=False,
        )
        def renja(inputs: str, out: str, language: str, as_of: date | None) -> str:
            plans.append(pipeline.run(started.stages(), job.work, job.watch))
            return str(flow_run.get_id())

        request = job.request
        of = renja(str(request.inputs), str(request.out.absolute()), request.language, request.as_of)
        if embedded:
            _wait_for_records(url, of, started.count)
    return plans[0], of


def inside(job: Job) -> Made:
    """Run the pipeline inside the flow run that is under way."""
    with reader.opened(job.settings, job.own / "cache", job.team) as documents:
        stages = TaskStages(documents, job.request.language, job.team).stages()
        return Made(pipeline.run(stages, job.work, job.watch), "server")


@contextmanager
def sent_at_the_end() -> Iterator[None]:
    """On leaving, send what Prefect's threads still hold: they would wait a minute for a server that has gone."""
    try:
        yield
    finally:
        EventsWorker.drain_all(_DRAIN_SECONDS)
        APILogWorker.drain_all(_DRAIN_SECONDS)


def _wait_for_records(url: str, flow_run: str, count: int) -> None:
    """Until the server has stored that all task runs of this flow run have ended, or 20 s."""
    end = monotonic() + _DRAIN_SECONDS
    question = {
        "flow_runs": {"id": {"any_": [flow_run]}},
        "task_runs": {"state": {"type": {"any_": [state.value for state in TERMINAL_STATES]}}},
    }
    while monotonic() < end:
        stored = answer(f"{url}/task_runs/count", question)
        if isinstance(stored, int) and stored >= count:
            return
        sleep(0.05)
