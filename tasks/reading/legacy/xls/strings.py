"""Texts of a workbook: Unicode strings ([MS-XLS] 2.5.294), shared ones that run over several records, byte strings."""

import struct
from collections.abc import Sequence
from typing import Final, NamedTuple

_WIDE: Final = 0x01
_PHONETIC: Final = 0x04
_RICH: Final = 0x08
_RUN: Final = struct.Struct("<HH")
_CODE_PAGES: Final = {367: "ascii", 1200: "utf-16-le", 10000: "mac-roman", 32768: "mac-roman", 32769: "cp1252"}


class RichText(NamedTuple):
    """A text, and from which place on which font (by its number) holds."""

    text: str
    runs: tuple[tuple[int, int], ...] = ()


def encoding(code_page: int) -> str:
    """The name of an encoding that Python knows for a code page; Western European for those it does not."""
    name = _CODE_PAGES.get(code_page, f"cp{code_page}")
    try:
        b"".decode(name)
    except LookupError:
        return "cp1252"
    return name


def unicode_string(data: bytes, at: int, wide_count: bool = True) -> str:
    """A Unicode string in one record; its length takes two bytes or one."""
    count, at = (int.from_bytes(data[at : at + 2], "little"), at + 2) if wide_count else (data[at], at + 1)
    return characters(data[at + 1 :], data[at], count) if at < len(data) else ""


def characters(data: bytes, flags: int, count: int) -> str:
    """So many characters, of one or two bytes each as the flags say."""
    if flags & _WIDE:
        return data[: 2 * count].decode("utf-16-le", "replace")
    return data[:count].decode("latin-1")


def continued(parts: Sequence[bytes], flags: int, count: int) -> str:
    """The characters of a text box or long result: each continuation says anew how wide its characters are."""
    reader = _Reader(parts)
    return "".join(reader.characters(flags, count))


def shared_strings(parts: Sequence[bytes], count: int) -> list[RichText]:
    """The strings of the shared table in these records, at most so many; a table that is cut off ends early."""
    reader = _Reader(parts)
    found: list[RichText] = []
    while len(found) < count and not reader.ended:
        found.append(reader.text())
    return found


class _Reader:
    """Reads through a record and those that continue it."""

    def __init__(self, parts: Sequence[bytes]) -> None:
        self._parts = parts
        self._index = 0
        self._part = parts[0] if parts else b""
        self._at = 0

    @property
    def ended(self) -> bool:
        return self._at >= len(self._part) and not self._next()

    def text(self) -> RichText:
        """One string with its runs; phonetic hints are passed over."""
        count, flags = int.from_bytes(self._bytes(2), "little"), int.from_bytes(self._bytes(1), "little")
        runs = int.from_bytes(self._bytes(2), "little") if flags & _RICH else 0
        hints = int.from_bytes(self._bytes(4), "little") if flags & _PHONETIC else 0
        start, end = self._at, self._at + (2 * count if flags & _WIDE else count)
        if end <= len(self._part):
            text = characters(self._part[start:end], flags, count)
            self._at = end
        else:
            text = "".join(self.characters(flags, count))
        pairs = tuple(_RUN.iter_unpack(self._whole(4 * runs, 4))) if runs else ()
        if hints:
            self._bytes(hints)
        return RichText(text, pairs)

    def characters(self, flags: int, count: int) -> list[str]:
        """So many characters, in pieces; at the border of a record a byte of flags says how they go on."""
        pieces = []
        while count:
            width = 2 if flags & _WIDE else 1
            left = (len(self._part) - self._at) // width
            if left:
                piece = characters(self._part[self._at : self._at + width * min(left, count)], flags, count)
                pieces.append(piece)
                self._at += width * min(left, count)
                count -= min(left, count)
            elif self._next():
                flags = self._part[0] if self._part else 0
                self._at = 1
            else:
                break
        return pieces

    def _bytes(self, count: int) -> bytes:
        found = self._part[self._at : self._at + count]
        self._at += len(found)
        pieces = [found]
        left = count - len(found)
        while left and self._next():
            pieces.append(self._part[:left])
            self._at = len(pieces[-1])
            left -= len(pieces[-1])
        return b"".join(pieces)

    def _whole(self, count: int, unit: int) -> bytes:
        found = self._bytes(count)
        return found[: len(found) // unit * unit]

    def _next(self) -> bool:
        while self._index + 1 < len(self._parts):
            self._index += 1
            self._part, self._at = self._parts[self._index], 0
            if self._part:
                return True
        return False
