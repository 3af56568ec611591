"""The process of a Prefect server that Renja has started: `python -m flows.servers.server_process PORT`.

Its standard input is a pipe from whoever started it. When that closes, the starter is gone or done with it: it ends
at once, so that no server is ever left behind. What has been answered is in the database by then.
"""

import os
import sys
from threading import Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from flows.servers.pages import Pages

_STDIN: Final = 0


def _end_with_starter() -> None:
    while os.read(_STDIN, 1024):  # not through sys.stdin, whose lock would be in the way of an ordinary end
        continue
    os._exit(0)


def app() -> "Pages":
    """Prefect's server, and the files of plans beside its pages."""
    from prefect.server.api.server import create_app

    from flows.servers.documents import route
    from flows.servers.pages import Pages
    from flows.settings import outputs

    made = create_app()
    made.router.routes.insert(0, route(outputs()))
    return Pages(made)


def main(port: int) -> None:
    """Serve Prefect's API on the loopback until the standard input ends."""
    Thread(target=_end_with_starter, daemon=True).start()
    import uvicorn

    uvicorn.run(
        app,
        factory=True,
        host="127.0.0.1",
        port=port,
        log_level="error",
        lifespan="on",
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
