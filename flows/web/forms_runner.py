"""The process that starts what people ask for in Prefect's forms, a process a run."""

from typing import Any, Final, cast
from uuid import UUID

from prefect import Flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import FlowRun
from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner
from prefect.types.entrypoint import EntrypointType

from flows.settings import Settings
from flows.web.deployment import build, review
from tasks.rendering.catalogue import Catalogue

_MODULE: Final = "flows.web.deployment."
_EVERY_SECONDS: Final = 2.0
"""How often the server is asked for runs to start."""


class FormsRunner(Runner):
    """Prefect's runner; a run that is cancelled is told in the user's language."""

    def __init__(self, settings: Settings, speak: Catalogue) -> None:
        super().__init__("renja", query_seconds=_EVERY_SECONDS, limit=settings.runs, pause_on_shutdown=False)
        self._speak = speak

    async def _cancel_run(self, flow_run: "FlowRun | UUID", state_msg: str | None = None) -> None:
        await super()._cancel_run(flow_run, state_msg or self._speak.text("flows.state.cancelled"))

    async def cancel_all(self) -> None:
        """Cancel what runs, because the server is being ended."""
        await self._cancellation_manager.cancel_all(self._speak.text("flows.state.server-ended"))


def offered(runner: Runner, speak: Catalogue) -> str:
    """Put both forms on the server, in place of those of another language or version; the id of that of the build."""
    forms = [_form(build, speak.text("flows.form.name")), _form(review, speak.text("flows.form.review.name"))]
    ids = [cast("UUID", runner.add_deployment(form)) for form in forms]
    with get_client(sync_client=True) as client:
        for old in client.read_deployments():
            if str(old.entrypoint).startswith(_MODULE) and old.id not in ids:
                client.delete_deployment(old.id)
    return str(ids[0])


def _form(flow: Flow[..., Any], name: str) -> RunnerDeployment:
    kind = EntrypointType.MODULE_PATH  # a file's path may hold spaces
    form = cast("RunnerDeployment", flow.to_deployment(name, entrypoint_type=kind))
    form.model_fields_set.discard("schedules")  # those that people added in the page stay
    return form
