"""The workers of a Dask cluster, through `distributed` alone.

A task of prefect-dask would take a twentieth of a second more and the address of Prefect's server at every worker, and
installed it slows every start of Prefect; a task of our own flow that waits for the cluster has the same record.
"""

import logging
from asyncio import CancelledError
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from flows.teams.remote import done, itself
from flows.teams.remote import mark as own_mark
from flows.teams.team import Done, Piece, Shared, TeamError, Tell
from tasks.model.errors import RenjaError
from tasks.model.problem import Code, problem

if TYPE_CHECKING:
    from distributed import Client, Future

OWN: Final = "dask"
"""The name of a cluster of our own on this machine, in place of an address."""

_ANSWER_SECONDS: Final = 20
_LOOK_SECONDS: Final = 5.0
_PATIENCE_SECONDS: Final = 60.0
"""How long a cluster may be without any worker."""

_LARGE: Final = "1 GiB"
"""From this size on Dask warns of what is sent with a piece."""


class Cluster:
    """Workers of a cluster. A piece whose worker dies is worked on by another; one that nobody can do is done here."""

    far = True

    def __init__(self, client: "Client", tell: Tell) -> None:
        self._client, self._tell = client, tell

    @property
    def hands(self) -> int:
        """How many workers there are now."""
        with suppress(Exception):
            return max(len(self._workers()), 1)
        return 1

    def each(self, work: Callable[[Shared, Piece], Done], shared: Shared, pieces: Sequence[Piece], /) -> Sequence[Done]:
        """What is made of each piece, wherever."""
        runs = self._begun(work, shared, pieces)
        return [self._done(run, work, shared, piece) for run, piece in zip(runs, pieces, strict=True)]

    def _begun(
        self, work: Callable[[Shared, Piece], Done], shared: Shared, pieces: Sequence[Piece]
    ) -> "Sequence[Future | None]":
        try:
            common = self._client.submit(itself, shared, pure=False)
            own = (own_mark(), work, common)
            return [self._client.submit(done, *own, piece, pure=False) for piece in pieces]
        except Exception:  # whatever has become of the cluster, the work is done
            return [None for _ in pieces]

    def _done(self, run: "Future | None", work: Callable[[Shared, Piece], Done], shared: Shared, piece: Piece) -> Done:
        try:
            found: Done = self._result(run)
            return found
        except _LostError:
            self._tell(problem(Code.CLUSTER_LOST))
            return work(shared, piece)

    def _result(self, run: "Future | None") -> Any:
        """What a run gives. Raises the errors of tasks.model.errors, and _LostError for whatever else goes wrong there.

        If that lies in the piece, it goes wrong here too.
        """
        try:
            if run is not None and self._ended(run):
                return run.result()
        except RenjaError:
            raise
        except (Exception, CancelledError) as error:
            raise _LostError from error
        raise _LostError

    def _ended(self, run: "Future") -> bool:
        """Whether a run comes to its end; not if there is no worker for too long."""
        left = monotonic() + _PATIENCE_SECONDS
        while monotonic() < left:
            with suppress(TimeoutError):
                run.exception(timeout=_LOOK_SECONDS)
                return True
            if self._workers():
                left = monotonic() + _PATIENCE_SECONDS
        return False

    def _workers(self) -> dict[str, Any]:
        workers: dict[str, Any] = self._client.scheduler_info(n_workers=-1)["workers"]
        return workers


class _LostError(Exception):
    """A piece has no result."""


@contextmanager
def connected(runner: str, hands: int, tell: Tell) -> Iterator[Cluster]:
    """The cluster at an address, or one of so many processes here. Raises TeamError if it cannot be used."""
    with ExitStack() as leaving:
        yield Cluster(_client(runner, hands, leaving), tell)


def _client(runner: str, hands: int, leaving: ExitStack) -> "Client":
    try:
        import dask
        import distributed
    except ImportError as error:
        raise TeamError("flows.cluster.missing") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGE})
    try:
        where = leaving.enter_context(_own(hands)) if runner == OWN else runner
        client = leaving.enter_context(distributed.Client(where, timeout=_ANSWER_SECONDS, set_as_default=False))
    except OSError as error:
        raise TeamError("flows.cluster.no-answer") from error
    _check(client)
    return client


def _own(hands: int) -> Any:
    from distributed import LocalCluster

    return LocalCluster(
        n_workers=hands, threads_per_worker=1, memory_limit=0, dashboard_address=None, silence_logs=logging.CRITICAL
    )


def _check(client: "Client") -> None:
    """Raises TeamError if no worker comes, or one would give other results."""
    try:
        client.wait_for_workers(1, timeout=_ANSWER_SECONDS)
    except TimeoutError as error:
        raise TeamError("flows.cluster.no-worker") from error
    try:
        marks = client.run(own_mark)
    except Exception as error:  # the program is not there at all
        raise TeamError("flows.cluster.other-code", worker="") from error
    other = sorted(address for address, mark in marks.items() if mark != own_mark())
    if other:
        raise TeamError("flows.cluster.other-code", worker=other[0])
