"""The three ways to run the pipeline, and which one a run takes. What comes out is the same to the byte."""

from typing import Final

from flows.make import Engine, Job, Made
from tasks.model.errors import RenjaError
from tasks.model.problem import Code, problem

_OF_PREFECT: Final = frozenset(
    {"prefect", "httpx", "httpcore", "anyio", "websockets", "pydantic_core", "pydantic_settings"}
)


def engine(direct: bool) -> Engine:
    """With Prefect if it can be had, unless `direct`."""
    return in_process if direct else with_prefect


def in_process(job: Job) -> Made:
    """Plain functions; Prefect is not imported."""
    from flows import direct, pipeline, reader

    with reader.opened(job.settings, job.own / "cache") as documents:
        stages = direct.stages(documents, job.settings.workers)
        return Made(pipeline.run(stages, job.work, job.watch), "direct")


def with_prefect(job: Job) -> Made:
    """On the server that is running, else on one of our own for this run, else without Prefect, and say why."""
    from flows.prefect_environment import prepare
    from flows.server import ServerError, fits

    prepare(job.settings, job.own / "prefect.log")
    try:
        return _on_server(job) if fits(job.settings.server_url) else _embedded(job)
    except (RenjaError, KeyboardInterrupt):
        raise
    except ServerError as error:
        cause = error.cause
    except ImportError:
        cause = "flows.prefect.missing"
    except Exception as error:
        if type(error).__module__.split(".")[0] not in _OF_PREFECT:
            raise
        cause = "flows.prefect.failed"
    made = in_process(job)
    return Made(made.plan, made.mode, (problem(Code.PREFECT_UNAVAILABLE, cause=f"@{cause}"),))


def _on_server(job: Job) -> Made:
    from flows import build

    return Made(build.run(job, job.settings.server_url, drain=False), "server")


def _embedded(job: Job) -> Made:
    from flows import server

    with server.started(server.free_port(), job.own / "prefect.log", {"PREFECT_SERVER_UI_ENABLED": "false"}) as own:
        from flows import build  # takes as long as the server takes to start, and at the same time

        return Made(build.run(job, own.ready(), drain=True), "embedded")
