"""The build as a form in Prefect's web page: the same pipeline, started from the browser.

The words of the form are those of the language in the settings when `renja serve` starts.
"""

from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, cast

from prefect import State, flow
from prefect.artifacts import create_markdown_artifact
from prefect.futures import PrefectFuture
from prefect.states import Completed, Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from pydantic import BaseModel, ConfigDict, Field

from flows import build as building
from flows.language import of_meeting
from flows.make import Request, make
from flows.report import sentence, summary
from flows.settings import Settings, default_out
from flows.watch import Watch
from tasks.model.errors import RenjaError
from tasks.rendering.catalogue import load

_SETTINGS: Final = Settings()
_TEXT: Final = load(_SETTINGS.language).text
_RUNNER: Final = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=_SETTINGS.workers))


class Form(BaseModel):
    """What is asked for; the person sees the title and description of the configuration instead of this."""

    model_config = ConfigDict(title=_TEXT("flows.form"), json_schema_extra={"description": _TEXT("flows.form.about")})

    folder: str = Field(title=_TEXT("flows.form.folder"), description=_TEXT("flows.form.folder.about"))
    language: Literal["id", "en"] | None = Field(
        default=None, title=_TEXT("flows.form.language"), description=_TEXT("flows.form.language.about")
    )
    as_of: date | None = Field(
        default=None, title=_TEXT("flows.form.as-of"), description=_TEXT("flows.form.as-of.about")
    )


@flow(
    name=building.NAME,
    flow_run_name="{form.folder}",
    description=_TEXT("flows.form.about"),
    task_runner=_RUNNER,
)
def build(form: Form) -> State[Any]:
    """Make the plan of a folder into its usual output folder; the summary becomes an artifact of the run."""
    inputs = Path(form.folder)
    catalogue = load(form.language or of_meeting(inputs) or _SETTINGS.language)
    request = Request(inputs, default_out(inputs).absolute(), catalogue.language, form.as_of)
    try:
        outcome = make(request, _SETTINGS, building.inside, Watch())
    except RenjaError as error:
        return Failed(message=sentence(error.problem, catalogue))
    lines = list(summary(outcome, catalogue))
    create_markdown_artifact("\n\n".join(lines), key=building.NAME, description=request.out.name)
    return Completed(message=lines[-1])
