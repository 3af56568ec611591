"""Prefect's web pages, kept to this computer: a browser that shows them asks no other address for anything."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HERE: Final = "'self' http://127.0.0.1:* http://localhost:* ws://127.0.0.1:* ws://localhost:*"
_POLICY: Final = f"default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src {_HERE}"
_HEADER: Final = "content-security-policy"


class Pages:
    """An application whose pages may load nothing from elsewhere, unless they say themselves what they may."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def kept(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault(_HEADER, _POLICY)
            await send(message)

        await self._app(scope, receive, kept)
