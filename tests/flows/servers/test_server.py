"""Looking for a Prefect server. Starting one is tested with the flow."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.metadata import version
from threading import Thread
from time import monotonic

import pytest

from flows.servers.server import answer, fits, free_port


@pytest.fixture
def other_server() -> Iterator[HTTPServer]:
    """Something that answers like a Prefect server; `version_` is what it says of itself."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(self.server.version_).encode())  # type: ignore[attr-defined]

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_server_is_used_only_if_its_version_is_ours(other_server: HTTPServer) -> None:
    url = f"http://127.0.0.1:{other_server.server_port}/api"
    other_server.version_ = version("prefect")  # type: ignore[attr-defined]
    assert fits(url)
    other_server.version_ = "2.20.1"  # type: ignore[attr-defined]
    assert not fits(url)


def test_no_server_is_noticed_at_once() -> None:
    start = monotonic()
    assert not fits(f"http://127.0.0.1:{free_port()}/api")
    assert answer("http://192.0.2.1:4200/api/health") is None
    assert monotonic() - start < 2
