"""`renja serve`: a Prefect server on the loopback, its web page, its forms, and the watch over folders."""

import asyncio
import gc
import os
import sys
from _thread import interrupt_main
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Final
from urllib.parse import urlsplit

from flows.servers.prefect_environment import prepare
from flows.servers.server import Server, ServerError, fits, started
from flows.settings import Settings
from flows.speaking.usage import WrongUsageError
from flows.web.left_behind import mark
from flows.web.watching import Watch
from tasks.rendering.catalogue import Catalogue

_ROOT: Final = Path(__file__).resolve().parents[1]
_LOOPBACK: Final = ("127.0.0.1", "localhost")


def serve(settings: Settings, catalogue: Catalogue, say: Callable[[str], None]) -> bool:
    """Serve until Ctrl+C; False if the server cannot start. Raises WrongUsageError if it is to run elsewhere."""
    url = urlsplit(settings.server_url)
    if url.hostname not in _LOOPBACK or url.scheme != "http":
        raise WrongUsageError("flows.usage.server", url=settings.server_url)
    page = settings.server_url.removesuffix("/api")
    if fits(settings.server_url):
        say(catalogue.text("flows.serve.running", url=page))
        return True
    log = settings.prefect_home / "prefect.log"
    prepare(settings, log)
    say(catalogue.text("flows.serve.starting"))
    try:
        with (
            _nothing_left(),
            suppress(KeyboardInterrupt),
            started(url.port or 80, settings.prefect_home, log, _addresses(settings.server_url)) as server,
        ):
            _serve_forms(server, settings, catalogue, lambda: _tell(settings, catalogue, say))
    except ServerError as error:
        say(catalogue.text("flows.serve.failed", cause=f"@{error.cause}", log=str(log)))
        return False
    say(catalogue.text("flows.serve.ended"))
    return True


def _tell(settings: Settings, catalogue: Catalogue, say: Callable[[str], None]) -> None:
    """What can be done now."""
    say(catalogue.text("flows.serve.ready", url=settings.server_url.removesuffix("/api")))
    if settings.watch:
        say(catalogue.text("flows.serve.watching", folders=", ".join(map(str, settings.watch))))


@contextmanager
def _nothing_left() -> Iterator[None]:
    """What the server's libraries leave half made when Ctrl+C comes early is cleared away without a word."""
    before = sys.unraisablehook
    sys.unraisablehook = lambda _left: None
    try:
        yield
    finally:
        gc.collect()
        sys.unraisablehook = before


def _addresses(url: str) -> dict[str, str]:
    """What makes the web page look for its API where it is."""
    parts = urlsplit(url)
    return {
        "PREFECT_SERVER_API_HOST": parts.hostname or "",
        "PREFECT_SERVER_API_PORT": str(parts.port or 80),
        "PREFECT_SERVER_UI_API_URL": url,
    }


def _serve_forms(server: Server, settings: Settings, catalogue: Catalogue, ready: Callable[[], None]) -> None:
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))
    os.environ["PREFECT_API_URL"] = server.url
    from flows.build import NAME
    from flows.web.deployment import REVIEW
    from flows.web.forms_runner import FormsRunner, offered

    server.ready()
    mark(server.url, (NAME, REVIEW), catalogue.text("flows.state.crashed"))
    runner = FormsRunner(settings, catalogue)
    watch = Watch(settings, server.url, offered(runner, catalogue), catalogue.text("flows.state.busy"))
    ended = Event()
    Thread(target=watch.until, args=(ended,), daemon=True).start()
    Thread(target=_end_with_server, args=(server, ended), daemon=True).start()
    ready()
    try:
        asyncio.run(runner.start())
    except KeyboardInterrupt:
        if server.gone:
            raise ServerError("flows.prefect.ended") from None
        raise
    finally:
        ended.set()


def _end_with_server(server: Server, ended: Event) -> None:
    """A server that dies takes us along; whoever starts us anew sees what became of its runs."""
    server.wait()
    if not ended.is_set():
        interrupt_main()
