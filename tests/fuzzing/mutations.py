"""Damage as it happens, and worse: bytes turned over, files cut short, pieces doubled or gone, numbers grown.

Zip formats are damaged inside their parts as well, where no checksum of the archive catches it.
"""

import io
import random
import re
import zipfile

_NUMBER = re.compile(rb'(?<=")\d{1,9}(?=")')
_ELEMENT = re.compile(rb"</?[A-Za-z][^<>]{0,200}>")
_HUGE = (b"0", b"-1", b"63", b"65536", b"2147483647", b"99999999999999999999", b"x")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A damaged copy; never equal to the original unless that is empty."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _inside(data, chance)
    return damaged(data, chance)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Bytes with one kind of damage done to them."""
    kinds = (_flipped, _flipped, _cut, _without, _doubled, _grown, _untagged)
    return chance.choice(kinds)(data, chance)


def _flipped(data: bytes, chance: random.Random) -> bytes:
    copy = bytearray(data)
    for _ in range(chance.randint(1, 12) if copy else 0):
        copy[chance.randrange(len(copy))] ^= chance.randrange(1, 256)
    return bytes(copy)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))] if data else data


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(start + chance.randint(1, 400), len(data))


def _without(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:start] + data[end:]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:end] + data[start:end] * chance.randint(1, 40) + data[end:]


def _grown(data: bytes, chance: random.Random) -> bytes:
    """A number between quotes replaced by an absurd one."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return _flipped(data, chance)
    match = chance.choice(found)
    return data[: match.start()] + chance.choice(_HUGE) + data[match.end() :]


def _untagged(data: bytes, chance: random.Random) -> bytes:
    """A tag put twice or taken out."""
    found = list(_ELEMENT.finditer(data[:200_000]))
    if not found:
        return _flipped(data, chance)
    match = chance.choice(found)
    return data[: match.start()] + match[0] * chance.choice((0, 2, 300)) + data[match.end() :]


def _inside(data: bytes, chance: random.Random) -> bytes:
    """An archive with one or two of its parts damaged and whole again as an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(item.filename, archive.read(item)) for item in archive.infolist() if item.file_size < 4_000_000]
    except (zipfile.BadZipFile, ValueError, RuntimeError, OSError):
        return damaged(data, chance)
    chosen = {chance.randrange(len(parts)) for _ in range(2)} if parts else set()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, (name, part) in enumerate(parts):
            archive.writestr(name, damaged(part, chance) if n in chosen else part)
    return out.getvalue()
