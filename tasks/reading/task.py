"""This stage as a Prefect task, one run a source document, cached by readers' version and the file's hash.

The document itself stays in the plan's own store: only its key passes through Prefect. A run is tried again when the
file is held by another program at the moment; what is wrong inside a file is a problem of its document instead.
"""

import errno
from typing import TYPE_CHECKING, Any, Final, Protocol

from prefect import State, task
from prefect.context import TaskRunContext

from tasks.model.meeting import Source

if TYPE_CHECKING:
    from prefect.client.schemas.objects import TaskRun
    from prefect.tasks import Task

_TRANSIENT: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EBUSY, errno.EIO, errno.ETXTBSY})


class Reader(Protocol):
    """Whoever reads and keeps documents."""

    def read(self, source: Source) -> str:
        """Have the document of a source ready; its key. Raises OSError if the file cannot be opened at the moment."""
        ...


def _key(_context: TaskRunContext, parameters: dict[str, Any]) -> str:
    return str(parameters["key"])


def _held_elsewhere(_task: "Task[..., Any]", _run: "TaskRun", state: "State[Any]") -> bool:
    error = state.result(raise_on_failure=False)
    return isinstance(error, OSError) and error.errno in _TRANSIENT


@task(
    name="read",
    cache_key_fn=_key,
    persist_result=True,
    result_serializer="json",
    retries=2,
    retry_delay_seconds=[1, 3],
    retry_condition_fn=_held_elsewhere,
)
def read(file: str, key: str, source: Source, reader: Reader) -> str:
    """Have one document ready. `file` names the run, `key` is that of the store; the key is handed back."""
    return reader.read(source)
