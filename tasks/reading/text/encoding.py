"""Text from bytes, whatever the encoding."""

import codecs
import re
from typing import Final

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LADDER: Final = frozenset({"ascii", "iso8859-1", "utf-8", "cp1252"})
_NO_CHARSETS: Final = frozenset({"idna", "punycode", "utf-7", "unicode_escape", "raw_unicode_escape"})
_STRAY: Final = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII: Final = re.compile("[^\0-\x7f]")


def decode(data: bytes) -> str:
    """The text of bytes: by byte order mark, else UTF-16 by its NULs, else UTF-8, else cp1252.

    Line ends stay as they are. Text that is mostly UTF-8 (pieced together from several files, or cut off) stays
    UTF-8, its stray bytes read as cp1252. Bytes that cp1252 leaves open become U+FFFD.
    """
    marked = _decode_marked(data)
    if marked is not None:
        return marked
    wide = _utf16(data[:4096])
    if wide:
        return data.decode(wide, errors="replace").replace("\0", "")
    return _narrow(data).replace("\0", "")


def _decode_marked(data: bytes) -> str | None:
    """The text of bytes that begin with a byte order mark; None without one."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").replace("\0", "")
    return None


def decode_as(data: bytes, encoding: str) -> str:
    """The text of bytes in a declared encoding, unless their byte order mark or the bytes themselves contradict.

    Western encodings are declared out of habit, so for them the bytes decide, as in `decode`.
    """
    marked = _decode_marked(data)
    if marked is not None:
        return marked
    try:
        name = codecs.lookup(encoding).name
        if name not in _LADDER and name not in _NO_CHARSETS:
            return data.decode(name).replace("\0", "")
    except (LookupError, ValueError, TypeError):
        return decode(data)
    return decode(data)


def _narrow(data: bytes) -> str:
    text = data.decode("utf-8", errors="surrogateescape")
    stray = len(_STRAY.findall(text))
    if not stray:
        return text
    if len(_BEYOND_ASCII.findall(text)) > 2 * stray:
        return _STRAY.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", errors="replace"), text)
    return data.decode("cp1252", errors="replace")


def _utf16(head: bytes) -> str:
    """The byte order of UTF-16 without a mark: Latin text has a NUL in nearly every other byte."""
    pairs = len(head) // 2
    if pairs < 2:
        return ""
    if head[1::2].count(0) > 0.7 * pairs and head[::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * pairs and head[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return ""
