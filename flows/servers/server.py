"""Prefect servers: is one running, and starting one of our own. Knows Prefect by its address and version alone."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

DOCUMENTS: Final = "/dokumen/"
"""Where the server hands out the files of plans."""

_ROOT: Final = Path(__file__).resolve().parents[2]
_CONNECT_SECONDS: Final = 0.2
_ANSWER_SECONDS: Final = 3.0
"""Whether anybody is there shows at once; a server at work may take its time to answer."""
_START_SECONDS: Final = 90.0
_STOP_SECONDS: Final = 5.0
_ASIDE: Final = ".aside"
_STARTUP_FAILED: Final = 3
"""What uvicorn exits with if the application did not start."""


class ServerError(Exception):
    """A server cannot be used. Holds the catalogue key of the cause."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class Server:
    """A server process under way. `ready` waits until it answers."""

    def __init__(self, url: str, process: "subprocess.Popen[bytes]", home: Path, lock: FileLock) -> None:
        self.url = url
        self._process = process
        self._home = home
        self._lock = lock

    def wait(self) -> None:
        """Until the process has ended."""
        self._process.wait()

    @property
    def gone(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    def ready(self) -> str:
        """The address of its API, once it answers. Raises ServerError if it ends or takes more than 90 s.

        One that fails before it listens is held up by its database, damaged or of a newer version. That is only a view
        of past runs: it is put aside, and the next server begins anew.
        """
        end = monotonic() + _START_SECONDS
        while monotonic() < end:
            if self._process.poll() is not None:
                if self._process.returncode == _STARTUP_FAILED:
                    _put_aside(self._home)
                raise ServerError("flows.prefect.ended")
            if answer(f"{self.url}/health") is True:
                self._lock.release()
                return self.url
            sleep(0.05)
        raise ServerError("flows.prefect.time-out")


def fits(url: str) -> bool:
    """Whether a Prefect server of our own version answers there. That nobody does is known within 0.2 s."""
    try:
        ours = version("prefect")
    except PackageNotFoundError:
        return False
    return bool(answer(f"{url}/admin/version") == ours)


def answer(url: str, question: Any = None) -> Any:
    """The JSON document that a GET of this address brings, a POST if there is a question; None if none in time."""
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=_CONNECT_SECONDS)
    try:
        connection.connect()
        connection.sock.settimeout(_ANSWER_SECONDS)
        if question is None:
            connection.request("GET", parts.path)
        else:
            connection.request("POST", parts.path, json.dumps(question), {"Content-Type": "application/json"})
        return json.loads(connection.getresponse().read())
    except (OSError, HTTPException, ValueError):
        return None
    finally:
        connection.close()


def free_port() -> int:
    """A port of the loopback that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":  # there, the option would let two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
        return False


@contextmanager
def started(port: int, home: Path, log: Path, extra: Mapping[str, str]) -> Iterator[Server]:
    """Start a server on the loopback, its words going to a log file; it ends when this process ends, however it does.

    home: where its database lies; two that start there at once take turns. extra: environment variables beside those
    of `prefect_environment`. It is not ready yet: see Server.ready. Raises ServerError if place or port are taken.
    """
    lock = FileLock(home / "start.lock", timeout=_START_SECONDS)
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise ServerError("flows.prefect.time-out") from error
    except OSError as error:
        raise ServerError("flows.prefect.no-place") from error
    if _taken(port):
        lock.release()
        raise ServerError("flows.prefect.port")
    process = _process(port, log, extra)
    try:
        yield Server(f"http://127.0.0.1:{port}/api", process, home, lock)
    finally:
        _stop(process)
        lock.release()


def _process(port: int, log: Path, extra: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    paths = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as words:
        return subprocess.Popen(  # noqa: S603  our own interpreter and module
            [sys.executable, "-m", "flows.servers.server_process", str(port)],
            stdin=subprocess.PIPE,
            stdout=words,
            stderr=words,
            env={**os.environ, "PYTHONPATH": paths, **extra},
            # Ctrl+C is for us; the server still has to take our last words.
            start_new_session=os.name != "nt",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )


def _put_aside(home: Path) -> None:
    for path in home.glob("prefect.db*"):
        if not path.name.endswith(_ASIDE):
            with suppress(OSError):
                path.replace(path.with_name(path.name + _ASIDE))


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
