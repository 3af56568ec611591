"""The three ways to run the pipeline, and which one a run takes. What comes out is the same to the byte."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import TYPE_CHECKING, Final

from flows.make import Engine, Job, Made
from tasks.model.errors import RenjaError
from tasks.model.problem import Code, problem

if TYPE_CHECKING:
    from flows.reader import Reader

_LOG: Final = "prefect.log"
"""What Prefect and its server said during the last run."""

_OF_PREFECT: Final = frozenset({"prefect", "httpx", "httpcore", "anyio", "websockets"})
"""Packages whose errors are Prefect's and not those of a stage."""


def engine(direct: bool) -> Engine:
    """With Prefect if it can be had, unless `direct`."""
    return in_process if direct else with_prefect


def in_process(job: Job) -> Made:
    """Plain functions; Prefect is not imported."""
    from flows import direct, pipeline, reader

    with reader.opened(job.settings, job.own / "cache", job.team) as documents:
        stages = direct.stages(documents, job.settings.workers, job.team)
        return Made(pipeline.run(stages, job.work, job.watch), "direct")


def with_prefect(job: Job) -> Made:
    """On the server that is running, else on one of our own for this run, else without Prefect, and say why."""
    from flows.servers.prefect_environment import prepare
    from flows.servers.server import ServerError, fits

    with suppress(OSError):
        (job.own / _LOG).unlink(missing_ok=True)
    prepare(job.settings, job.own / _LOG)
    try:
        return _on_server(job) if fits(job.settings.server_url) else _embedded(job)
    except RenjaError:
        raise
    except ServerError as error:
        cause = error.cause
    except Exception as error:
        if type(error).__module__.split(".")[0] not in _OF_PREFECT:
            raise
        _note(job)
        cause = "flows.prefect.failed"
    made = in_process(job)
    return Made(made.plan, made.mode, (problem(Code.PREFECT_UNAVAILABLE, cause=f"@{cause}"),))


def _on_server(job: Job) -> Made:
    with _reading(job) as documents:
        with job.watch.stage("prefect"):
            flow = _flow(job)
        plan, flow_run = flow.run(job, documents, job.settings.server_url, embedded=False)
        return Made(plan, "server", flow_run=flow_run)


def _embedded(job: Job) -> Made:
    from flows.servers import server

    home, log = job.settings.prefect_home, job.own / _LOG
    on = {"PREFECT_SERVER_UI_ENABLED": "false"}
    with server.started(server.free_port(), home, log, on) as own, _reading(job) as documents:
        with job.watch.stage("prefect"):
            flow = _flow(job)  # takes as long to import as the server takes to start, and at the same time
            url = own.ready()
        plan, _ = flow.run(job, documents, url, embedded=True)
        return Made(plan, "embedded")


@contextmanager
def _reading(job: Job) -> "Iterator[Reader]":
    """The documents, begun to be read in processes beside this one, which is about to import Prefect for a while."""
    from flows.direct import waiting
    from flows.reader import opened

    with opened(job.settings, job.own / "cache", job.team) as documents:
        documents.ahead(job.work.inputs.sources, waiting(job.settings.workers, job.team))
        yield documents


def _flow(job: Job) -> ModuleType:
    """The module of the flow. Raises ServerError if Prefect cannot be imported, whatever the reason."""
    from flows.servers.server import ServerError

    try:
        from flows import build
    except Exception as error:
        _note(job)
        raise ServerError("flows.prefect.missing") from error
    return build


def _note(job: Job) -> None:
    """The trace of the error at hand goes to Prefect's log: the run goes on without it."""
    with suppress(OSError), (job.own / _LOG).open("a", encoding="utf-8") as lines:
        traceback.print_exc(file=lines)
