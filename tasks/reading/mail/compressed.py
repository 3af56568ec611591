"""RTF as Outlook compresses it ([MS-OXRTFCP])."""

import struct
from collections.abc import Iterator
from typing import Final

_HEADER: Final = struct.Struct("<4I")
_COMPRESSED: Final = 0x75465A4C
_PLAIN: Final = 0x414C454D
_PRESET: Final = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW: Final = 4096
_LARGEST: Final = 64 * 1024 * 1024


def decompressed(data: bytes) -> bytes:
    """The RTF of a compressed stream; empty if it is none. What is cut off is left out."""
    if len(data) < _HEADER.size:
        return b""
    _, size, kind, _ = _HEADER.unpack_from(data)
    if kind == _PLAIN:
        return data[_HEADER.size : _HEADER.size + size]
    return _unpacked(data[_HEADER.size :], min(size, _LARGEST)) if kind == _COMPRESSED else b""


def _unpacked(data: bytes, size: int) -> bytes:
    """Undoes the compression: what was written last also fills a window to which later runs refer."""
    window = bytearray(_PRESET.ljust(_WINDOW, b"\0"))
    at = len(_PRESET)
    out = bytearray()
    for value, length in _runs(data):
        if len(out) >= size or (length and value == at):
            break
        for step in range(length or 1):
            byte = window[(value + step) % _WINDOW] if length else value
            window[at] = byte
            at = (at + 1) % _WINDOW
            out.append(byte)
    return bytes(out[:size])


def _runs(data: bytes) -> Iterator[tuple[int, int]]:
    """A byte with length 0, or place and length of a run in the window. Each eight of them follow a byte of flags."""
    position = 0
    while position < len(data):
        flags, position = data[position], position + 1
        for bit in range(8):
            if not flags >> bit & 1:
                yield from ((value, 0) for value in data[position : position + 1])
                position += 1
            elif position + 1 < len(data):
                first, second = data[position : position + 2]
                yield first << 4 | second >> 4, (second & 15) + 2
                position += 2
            else:
                return
