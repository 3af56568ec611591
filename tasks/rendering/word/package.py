"""A Word file as its parts: read within limits, written so that the same parts give the same bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8 = 0x800
_DEFLATE = 8
_MIDNIGHT = 0
_FIRST_DAY = 1 << 5 | 1  # 1980-01-01, the earliest day that a zip can hold
_FIRST = ("[Content_Types].xml", "_rels/.rels")

MAX_PARTS = 2_000
MAX_BYTES = 64 * 1024 * 1024


class PackageError(Exception):
    """The bytes are no Word file, or one beyond the limits. Holds a catalogue key."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A part that is compressed already: unchanged parts of a template are compressed once for many documents."""

    crc: int
    size: int
    data: bytes


def read(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name. Raises PackageError if it is none or unpacks beyond the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_PARTS or sum(e.file_size for e in entries) > MAX_BYTES:
                raise PackageError("template.too-large")
            if len({e.filename.lower() for e in entries}) < len(entries):
                raise PackageError("template.not-word")
            parts = {e.filename: archive.read(e) for e in entries if not e.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise PackageError("template.not-word") from error
    if "word/document.xml" not in parts or _FIRST[0] not in parts:
        raise PackageError("template.not-word")
    return parts


def pack(part: bytes) -> Packed:
    """A part, compressed."""
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(zlib.crc32(part), len(part), squeezer.compress(part) + squeezer.flush())


def pack_pieces(pieces: Iterable[str]) -> Packed:
    """A part that is made piece by piece, compressed without ever being there as a whole."""
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    crc = size = 0
    squeezed = []
    for piece in pieces:
        raw = piece.encode()
        crc, size = zlib.crc32(raw, crc), size + len(raw)
        squeezed.append(squeezer.compress(raw))
    return Packed(crc, size, b"".join([*squeezed, squeezer.flush()]))


def write(parts: Mapping[str, bytes | Packed]) -> bytes:
    """A zip file of these parts: fixed date and order, no trace of machine or moment."""
    out = io.BytesIO()
    directory = []
    for name in sorted(parts, key=lambda n: (n not in _FIRST, n)):
        part = parts[name]
        packed = part if isinstance(part, Packed) else pack(part)
        directory.append(_central(name, packed, out.tell()))
        out.write(_local(name, packed))
        out.write(packed.data)
    start = out.tell()
    for entry in directory:
        out.write(entry)
    count = len(directory)
    out.write(_END.pack(b"PK\5\6", 0, 0, count, count, out.tell() - start, start, 0))
    return out.getvalue()


def _local(name: str, part: Packed) -> bytes:
    raw = name.encode()
    return _LOCAL.pack(b"PK\3\4", _VERSION, _UTF8, _DEFLATE, *_sizes(part), len(raw), 0) + raw


def _central(name: str, part: Packed, offset: int) -> bytes:
    raw = name.encode()
    head = _CENTRAL.pack(
        b"PK\1\2", _VERSION, _VERSION, _UTF8, _DEFLATE, *_sizes(part), len(raw), 0, 0, 0, 0, 0, offset
    )  # fmt: skip
    return head + raw


def _sizes(part: Packed) -> tuple[int, int, int, int, int]:
    return _MIDNIGHT, _FIRST_DAY, part.crc, len(part.data), part.size
