"""Where what was made is put, so that the next run need not make the same again; a `dict` is one.

A key is made from all that the bytes depend on but the code: whoever keeps a shelf from one run to the next forgets it
when the code or a library changes.
"""

import hashlib
from collections.abc import Iterable
from typing import Protocol


class Shelf(Protocol):
    """Bytes by key. What is asked for may be gone, and what is put there need not be kept."""

    def get(self, key: str, /) -> bytes | None:
        """What was put there under this key, if it is still there, to the byte."""

    def __setitem__(self, key: str, data: bytes, /) -> None:
        """Keep these bytes, if that can be done."""


def key_of(kind: str, parts: Iterable[str | bytes]) -> str:
    """The key of what is made of these parts, `kind` in front; two lists of parts never have the same."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{kind}-{digest.hexdigest()}"
