"""Reading with a memory: documents come from the plan's own store, or are read in child processes and kept there."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Final, Protocol

from flows.settings import Settings
from flows.teams.team import Team
from tasks.model.blocks import Document
from tasks.model.meeting import Source
from tasks.reading.process.order import slowest_first
from tasks.reading.process.pool import Limits, ReaderPool
from tasks.reading.process.sent import LARGEST, Sent, read_sent
from tasks.reading.storage.encoding import from_json
from tasks.reading.storage.store import ReadStore
from tasks.reading.storage.store import key as store_key

_TRANSIENT: Final = frozenset(
    f"@reading.{cause}" for cause in ("crashed", "disk-error", "no-permission", "too-large", "too-long", "vanished")
)
"""Causes of what may go otherwise the next time: the disk, the memory, the time a file took."""


class Pool(Protocol):
    """Whoever reads files, under limits, and is not harmed by any."""

    def read(self, source: Source) -> Document:
        """The document of a source, whatever the state of its file; see its problems."""
        ...


class FarPool:
    """Has files read by a team that need not see the folder; `here`: reads those that cannot be sent."""

    def __init__(self, team: Team, limits: Limits, here: Pool) -> None:
        self._team, self._limits, self._here = team, limits, here

    def read(self, source: Source) -> Document:
        """The document of a source, whatever the state of its file; see its problems."""
        try:
            data = source.path.read_bytes() if source.path.stat().st_size <= LARGEST else None
        except OSError:
            data = None
        if data is None:
            return self._here.read(source)
        sent = Sent(data, source.file, source.sha256, source.group)
        (text,) = self._team.each(read_sent, self._limits, [sent])
        return from_json(text)


class Reader:
    """Reads each source once. Threads may share it. Without a store nothing is kept on the disk."""

    def __init__(self, pool: Pool, store: ReadStore | None) -> None:
        self._pool = pool
        self._store = store
        self._lock = Lock()
        self._documents: dict[str, Document] = {}
        self._read_here: set[str] = set()
        self._threads: ThreadPoolExecutor | None = None
        self._begun: dict[str, Future[None]] = {}

    def ahead(self, sources: Iterable[Source], workers: int) -> None:
        """Begin to read what is not there yet; whoever asks for a document meanwhile waits for it.

        A file that cannot be opened at the moment is left to whoever asks.
        """
        self._threads = ThreadPoolExecutor(workers)
        for source in slowest_first(list(sources)):
            self._begun[store_key(source)] = self._threads.submit(self._read_ahead, source)

    def leave(self) -> None:
        """Begin no more of what was to be read ahead."""
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)

    def fresh(self, source: Source) -> bool:
        """Whether the file of this source is still to be read, or has been read by this very reader."""
        return not self.kept(source) or store_key(source) in self._read_here

    def kept(self, source: Source) -> bool:
        """Whether the document of this source is there without reading the file."""
        begun = self._begun.get(store_key(source))
        if begun is not None:
            begun.result()
        return self._recall(store_key(source))

    def read(self, source: Source) -> str:
        """Have the document of a source ready; its key. Raises OSError if the file cannot be opened at the moment."""
        if not self.kept(source):
            with source.path.open("rb"):
                self._read(source)
        return store_key(source)

    def document(self, source: Source) -> Document:
        """The document of a source, whatever the state of its file; see its problems."""
        if not self.kept(source):
            self._read(source)
        return self._documents[store_key(source)]

    def _read_ahead(self, source: Source) -> None:
        with suppress(OSError):
            if not self._recall(store_key(source)):
                source.path.open("rb").close()
                self._read(source)

    def _recall(self, key: str) -> bool:
        if key in self._documents:
            return True
        document = self._store.get(key) if self._store else None
        if document is not None:
            with self._lock:
                self._documents[key] = document
        return document is not None

    def _read(self, source: Source) -> None:
        document, key = self._pool.read(source), store_key(source)
        with self._lock:
            self._documents[key] = document
            self._read_here.add(key)
        if self._store and not any(dict(found.details).get("cause") in _TRANSIENT for found in document.problems):
            with suppress(OSError):  # a store that cannot be written costs time and nothing else
                self._store.put(key, document)


@contextmanager
def opened(settings: Settings, folder: Path | None, team: Team | None = None) -> Iterator[Reader]:
    """A reader, its child processes ended on leaving. `folder`: where documents are kept, None for nowhere."""
    limits = Limits(settings.read_memory_mib * 1024**2, settings.read_seconds, settings.read_seconds)
    with ReaderPool(settings.workers, limits) as pool:
        reading = FarPool(team, limits, pool) if team and team.far else pool
        documents = Reader(reading, ReadStore(folder) if folder else None)
        try:
            yield documents
        finally:
            documents.leave()
