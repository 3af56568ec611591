"""The tokens of Rich Text Format: groups, control words with a number, escaped bytes, text."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|[\r\n\0]+"
    rb"|(?P<text>[^\\{}\r\n\0]+)"
    rb"|.",
    re.DOTALL,
)


class Token(NamedTuple):
    """One token. `kind` is "word", "symbol", "open", "close" or "text"; `number` is None if there is none."""

    kind: str
    name: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN: Final = Token("open")
_CLOSE: Final = Token("close")


def read_tokens(data: bytes) -> Iterator[Token]:
    """All tokens; binary data between them is passed over."""
    at = 0
    match = _TOKEN.match(data, at)
    while match is not None:
        at = match.end()
        kind = match.lastgroup
        if kind == "text":
            yield Token("text", data=match["text"])
        elif kind in ("word", "number"):
            number = None if match["number"] is None else int(match["number"])
            name = match["word"].decode("ascii")
            if name == "bin":
                at += max(number or 0, 0)
            yield Token("word", name, number)
        elif kind == "brace":
            yield _OPEN if match["brace"] == b"{" else _CLOSE
        elif kind == "byte":
            yield Token("text", data=bytes((int(match["byte"], 16),)))
        elif kind == "symbol":
            yield Token("symbol", match["symbol"].decode("latin-1"))
        match = _TOKEN.match(data, at)


def size(data: bytes) -> int:
    """Characters of text wherever they stand, apart from the reader: the first figure of the receipt."""
    count = 0
    for token in read_tokens(data):
        if token.kind == "text":
            count += len(token.data)
        elif (token.kind == "word" and token.name == "u") or (token.kind == "symbol" and token.name in "\\{}"):
            count += 1
    return count
