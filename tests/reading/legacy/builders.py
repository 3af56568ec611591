"""Old files from a few lines: compound files, records of workbooks, BIFF12 parts."""

import struct
from collections.abc import Iterable
from typing import Final

from tests.reading.packages import package, relationships

_SECTOR: Final = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST: Final = 4096


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file; "a/b" is the stream b in the storage a. Short streams are filled up with zeros."""
    names = sorted({name.partition("/")[0] for name in streams})
    chains: list[tuple[int, int]] = []
    body = bytearray()
    entries = [_entry("Root Entry", 5, child=1)]
    pending: list[tuple[str, bytes]] = []
    inner = 1 + len(names)
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else _FREE
        kids = [(key.partition("/")[2], data) for key, data in streams.items() if key.startswith(f"{name}/")]
        if kids:
            entries.append(_entry(name, 1, right=right, child=inner))
            pending += [(f"{kid}\0{inner + n + 1 if n + 1 < len(kids) else ''}", data) for n, (kid, data) in
                        enumerate(kids)]  # fmt: skip
            inner += len(kids)
        else:
            entries.append(_stream(name, streams[name], right, body, chains))
    for key, data in pending:
        kid, _, following = key.partition("\0")
        entries.append(_stream(kid, data, int(following) if following else _FREE, body, chains))
    return _file(entries, body, chains)


def _file(entries: list[bytes], body: bytearray, chains: list[tuple[int, int]]) -> bytes:
    directory = b"".join(entries)
    directory += bytes(-len(directory) % _SECTOR)
    first = len(body) // _SECTOR
    chains.append((first, len(directory) // _SECTOR))
    body += directory
    used = len(body) // _SECTOR
    fats = 1
    while fats * 128 < used + fats:
        fats += 1
    table = [_FREE] * (fats * 128)
    for start, count in chains:
        for n in range(count):
            table[start + n] = start + n + 1 if n + 1 < count else _END
    for n in range(fats):
        table[used + n] = _FAT
    places = [used + n for n in range(fats)] + [_FREE] * (109 - fats)
    head = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6,
        0, fats, first, 0, _SMALLEST, _END, 0, _END, 0,
    )  # fmt: skip
    return head + struct.pack("<109I", *places) + bytes(body) + struct.pack(f"<{len(table)}I", *table)


def _stream(name: str, data: bytes, right: int, body: bytearray, chains: list[tuple[int, int]]) -> bytes:
    data = data.ljust(_SMALLEST, b"\0")
    start = len(body) // _SECTOR
    body += data + bytes(-len(data) % _SECTOR)
    chains.append((start, -(-len(data) // _SECTOR)))
    return _entry(name, 2, right=right, start=start, size=len(data))


def _entry(name: str, kind: int, right: int = _FREE, child: int = _FREE, start: int = 0, size: int = 0) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII36xIQ", words, len(words), kind, 1, _FREE, right, child, start, size)


def record(kind: int, *parts: bytes) -> bytes:
    """A record of an .xls stream."""
    data = b"".join(parts)
    return struct.pack("<HH", kind, len(data)) + data


def u16(*numbers: int) -> bytes:
    """Numbers of two bytes."""
    return struct.pack(f"<{len(numbers)}H", *numbers)


def u32(*numbers: int) -> bytes:
    """Numbers of four bytes."""
    return struct.pack(f"<{len(numbers)}I", *numbers)


def text16(words: str, short: bool = False) -> bytes:
    """A Unicode string of an .xls stream."""
    data = words.encode("utf-16-le")
    count = len(data) // 2
    return (bytes((count,)) if short else u16(count)) + b"\1" + data


def xls(
    cells: Iterable[bytes], before: Iterable[bytes] = (), name: str = "Lembar", state: int = 0, version: int = 0x0600
) -> bytes:
    """An .xls with one worksheet: the records of its cells, and those of the workbook before the list of sheets."""
    unicode = version >= 0x0600
    title = text16(name, short=True) if unicode else bytes((len(name),)) + name.encode("cp1252")
    head = record(0x809, u16(version, 5, 0, 0)) + b"".join(before)
    start = len(head) + 4 + 6 + len(title) + 4
    head += record(0x85, u32(start), bytes((state, 0)), title) + record(0x0A)
    sheet = record(0x809, u16(version, 0x10, 0, 0)) + b"".join(cells) + record(0x0A)
    return compound({"Workbook" if unicode else "Book": head + sheet})


def part(*records: tuple[int, bytes]) -> bytes:
    """A part of an .xlsb from types and contents of its records."""
    made = b""
    for kind, data in records:
        made += bytes((kind,)) if kind < 0x80 else bytes((kind & 0x7F | 0x80, kind >> 7))
        made += _seven_bits(len(data)) + data
    return made


def _seven_bits(number: int) -> bytes:
    found = b""
    while number >= 0x80:
        found, number = found + bytes((number & 0x7F | 0x80,)), number >> 7
    return found + bytes((number,))


def wide(words: str) -> bytes:
    """A string of an .xlsb."""
    data = words.encode("utf-16-le")
    return u32(len(data) // 2) + data


def xlsb(sheet: bytes, strings: bytes = b"", styles: bytes = b"", state: int = 0, comments: bytes = b"") -> bytes:
    """An .xlsb with one worksheet "Lembar", given the parts of its sheet, texts and styles."""
    book = part((131, b""), (143, b""), (156, u32(state, 1) + wide("rId1") + wide("Lembar")), (144, b""), (132, b""))
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return package(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relationships(("officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": relationships(
                ("worksheet", "worksheets/sheet1.bin"), ("sharedStrings", "sharedStrings.bin"), ("styles", "styles.bin")
            ),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/worksheets/_rels/sheet1.bin.rels": relationships(("comments", "../comments1.bin")),
            "xl/comments1.bin": comments,
            "xl/sharedStrings.bin": strings,
            "xl/styles.bin": styles,
        }
    )
