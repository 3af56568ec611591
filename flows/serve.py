"""`renja serve`: a Prefect server on the loopback, its web page, and the form that starts a build."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, cast
from urllib.parse import urlsplit

from flows.prefect_environment import prepare
from flows.server import Server, ServerError, fits, started
from flows.settings import Settings
from flows.usage import WrongUsageError
from tasks.rendering.catalogue import Catalogue

_ROOT: Final = Path(__file__).resolve().parents[1]
_LOOPBACK: Final = ("127.0.0.1", "localhost")
_AT_A_TIME: Final = 1


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
            _serve_form(server, lambda: say(catalogue.text("flows.serve.ready", url=page)))
    except ServerError as error:
        say(catalogue.text("flows.serve.failed", cause=f"@{error.cause}", log=str(log)))
        return False
    say(catalogue.text("flows.serve.ended"))
    return True


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


def _serve_form(server: Server, ready: Callable[[], None]) -> None:
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))
    os.environ["PREFECT_API_URL"] = server.url
    from prefect import serve as serve_deployments
    from prefect.deployments.runner import RunnerDeployment
    from prefect.types.entrypoint import EntrypointType

    from flows.deployment import build

    kind = EntrypointType.MODULE_PATH  # a file's path may hold spaces
    form = build.to_deployment("renja", entrypoint_type=kind, concurrency_limit=_AT_A_TIME)
    server.ready()
    ready()
    serve_deployments(cast("RunnerDeployment", form), pause_on_shutdown=False, print_starting_message=False)
