"""Messages as RFC 5322 and MIME describe them, which also carry web pages saved in one file."""

import email
import email.header
import email.utils
from collections.abc import Iterator
from email.message import Message
from email.policy import Compat32
from typing import Final
from urllib.parse import unquote

from tasks.reading.refusal import CannotReadError, refused
from tasks.reading.text.encoding import decode, decode_as

MAX_PARTS: Final = 2_000
_LONGEST_HEADER: Final = 100_000
_LONGEST_PARAMETERS: Final = 4096


class _Policy(Compat32):
    """Headers whose parameters the library takes apart again and again are cut where none is that long."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[: _LONGEST_PARAMETERS if name.lower().startswith("content-") else _LONGEST_HEADER]


def parse_message(data: bytes) -> Message:
    """The message that bytes hold. Raises CannotReadError beyond the limits."""
    try:
        message = email.message_from_bytes(data.lstrip(b"\r\n \t"), policy=_Policy())
        if sum(1 for _ in message.walk()) > MAX_PARTS:
            raise refused("reading.too-many-parts")
    except RecursionError as error:
        raise refused("reading.too-deep") from error
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, AssertionError) as error:
        raise CannotReadError("reading.broken") from error
    return message


def header(part: Message, name: str) -> str:
    """A header as a person reads it, on one line; empty if there is none."""
    raw = next((value for key, value in part.raw_items() if key.lower() == name.lower()), "")
    return _decoded(str(raw))


def _decoded(raw: str) -> str:
    """The text of a header's value, its encoded words (RFC 2047) read, its folding undone."""
    text = decode(raw.encode("utf-8", "surrogateescape"))
    try:
        pieces = email.header.decode_header(text) if "=?" in text else [(text, None)]
    except (ValueError, LookupError):
        pieces = [(text, None)]
    return " ".join("".join(_piece(*piece) for piece in pieces).split())


def _piece(words: bytes | str, charset: str | None) -> str:
    if isinstance(words, str):
        return words
    return decode_as(words, charset) if charset and charset != "unknown-8bit" else decode(words)


def payload(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone."""
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return found if isinstance(found, bytes) else b""


def charset(part: Message) -> str:
    """The encoding that a part declares; empty if none."""
    return str(_parameter(part, "charset", "content-type"))


def filename(part: Message) -> str:
    """The name of the file that a part is; empty if it has none."""
    name = _parameter(part, "filename", "content-disposition") or _parameter(part, "name", "content-type")
    return _decoded(name).replace("\\", "/").rsplit("/", 1)[-1]


def last_word(address: str) -> str:
    """The last word of an address, in lower case."""
    return unquote(address.replace("\\", "/").split("#")[0].split("?")[0].rstrip("/").rsplit("/", 1)[-1]).lower()


def leaves(message: Message) -> Iterator[Message]:
    """The parts of a message that hold no others, in order."""
    return (part for part in message.walk() if not part.is_multipart())


def _parameter(part: Message, name: str, of: str) -> str:
    try:
        found = part.get_param(name, "", of)
        return email.utils.collapse_rfc2231_value(found) if found else ""
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
