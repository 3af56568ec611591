"""How a run that was started in Prefect's web page ends: as a state with one sentence, and never as a trace."""

from asyncio import CancelledError
from collections.abc import Callable
from typing import Any, Final

from prefect import State, get_run_logger
from prefect.states import Cancelled, Completed, Failed

from flows.report import sentence
from flows.settings import Settings
from flows.speaking.usage import WrongUsageError, explain
from flows.web.patience import patiently
from tasks.model.errors import PlanBusyError, RenjaError
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import Catalogue

LOG: Final = "prefect.log"


def ended(work: Callable[[], str], settings: Settings, speak: Catalogue) -> State[Any]:
    """Do the work, which tells in one sentence how it went; the state of the run, its sentence in the log as well.

    What may pass by itself is tried again. A plan on which somebody works already is no failure: the run ends there.
    """
    log = get_run_logger()

    def waiting(seconds: float) -> None:
        log.warning(speak.text("flows.state.again", seconds=f"{seconds:.0f}"))

    try:
        state: State[Any] = Completed(message=patiently(work, waiting))
    except CancelledError:  # by Prefect's limit of time; who cancels a run sends it a signal
        minutes = speak.number(max(1, settings.run_seconds // 60))
        state = Failed(name="TimedOut", message=speak.text("flows.state.late", minutes=minutes))
    except Exception as error:
        state = _failed(error, settings, speak)
        if state.data is error:
            log.exception("%s", type(error).__name__)
            state.data = None
    log.info("%s", state.message)
    return state


def _failed(error: Exception, settings: Settings, speak: Catalogue) -> State[Any]:
    """The state; it holds the error if nobody had thought of it."""
    if isinstance(error, PlanBusyError):
        return Cancelled(name=speak.text("flows.state.busy"), message=sentence(error.problem, speak))
    if isinstance(error, RenjaError):
        return Failed(message=sentence(error.problem, speak))
    if isinstance(error, WrongUsageError):
        return Failed(message=explain(error, speak))
    found = problem(Code.INTERNAL, cause=type(error).__name__, log=str(settings.prefect_home / LOG))
    return Failed(message=sentence(found, speak), data=error)
