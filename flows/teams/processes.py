"""Processes beside this one."""

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flows.teams.team import Done, Piece, Shared, Tell
from tasks.model.problem import Code, problem


class Processes:
    """A pool of processes. What pieces share is written to a file once, and read once by each process."""

    far = False

    def __init__(self, hands: int, folder: Path, tell: Tell) -> None:
        self.hands = hands
        self._folder, self._tell = folder, tell
        self._pool = ProcessPoolExecutor(hands, get_context("spawn"))
        self._turn = 0

    def each(self, work: Callable[[Shared, Piece], Done], shared: Shared, pieces: Sequence[Piece], /) -> Sequence[Done]:
        """What is made of each piece; pieces lost with a process that died are worked on here."""
        self._turn += 1
        path = self._folder / str(self._turn)
        path.write_bytes(pickle.dumps(shared, pickle.HIGHEST_PROTOCOL))
        try:
            runs = [self._begun(work, path, piece) for piece in pieces]
            return [self._done(run, work, shared, piece) for run, piece in zip(runs, pieces, strict=True)]
        finally:
            path.unlink()

    def _begun(self, work: Callable[[Any, Piece], Done], path: Path, piece: Piece) -> "Future[Done] | None":
        try:
            return self._pool.submit(_with_shared, work, path, piece)
        except BrokenExecutor:
            return None

    def _done(
        self, run: "Future[Done] | None", work: Callable[[Shared, Piece], Done], shared: Shared, piece: Piece
    ) -> Done:
        try:
            if run is not None:
                return run.result()
        except BrokenExecutor:
            self._tell(problem(Code.CLUSTER_LOST))
        return work(shared, piece)

    def close(self) -> None:
        """Ends the processes; what has not been begun is left."""
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def beside(hands: int, tell: Tell) -> Iterator[Processes]:
    """So many processes; they are started when there is work, and ended on leaving."""
    with TemporaryDirectory(prefix="renja-") as folder:
        team = Processes(hands, Path(folder), tell)
        try:
            yield team
        finally:
            team.close()


def _with_shared(work: Callable[[Any, Piece], Done], path: Path, piece: Piece) -> Done:
    return work(_shared(path), piece)


@lru_cache(maxsize=1)
def _shared(path: Path) -> Any:
    return pickle.loads(path.read_bytes())  # noqa: S301  our own file
