"""XML of files that nobody vouches for: no entities, no network, no document types."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from lxml import etree

from tasks.reading.refusal import CannotReadError, refused

_PROLOG: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?(?>\s|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)

SAFE: Final[Mapping[str, Any]] = MappingProxyType(
    {"resolve_entities": False, "no_network": True, "huge_tree": False, "remove_comments": True, "remove_pis": True}
)
"""Options for every parser of lxml."""


def refuse_doctype(data: bytes) -> None:
    """Raises CannotReadError if XML bytes begin with a document type, which could define entities."""
    if _PROLOG.match(data.replace(b"\0", b"") if b"\0" in data[:4] else data[: 1 << 20]):
        raise refused("reading.doctype")


def parse(data: bytes) -> etree._Element:
    """The root element of XML bytes, without entities, network or comments."""
    try:
        root = etree.fromstring(data, etree.XMLParser(**SAFE))
    except etree.XMLSyntaxError as error:
        raise syntax_error(error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refused("reading.doctype")
    return root


def syntax_error(error: etree.XMLSyntaxError) -> CannotReadError:
    """What is wrong with XML that the parser rejects: a limit of its own, or broken contents."""
    words = str(error.msg or "").lower()
    if "depth" in words or "huge" in words or "too" in words:
        return refused("reading.too-deep")
    return CannotReadError("reading.broken")


def number(words: str | None, default: int = 0) -> int:
    """A whole number of XML; the default if the words are none."""
    try:
        return int(words) if words else default
    except ValueError:
        return default
