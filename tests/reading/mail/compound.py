"""Writes compound files ([MS-CFB]), as small as a test needs them."""

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI = 512, 64
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_SMALL = 4096  # shorter streams lie in the mini stream

Tree = dict[str, "Tree | bytes"]


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    right: int = _FREE
    child: int = _FREE


@dataclass
class _Chains:
    """Sectors of one size, and for each of them the next one of its stream."""

    size: int
    sectors: list[bytes] = field(default_factory=list)
    following: list[int] = field(default_factory=list)

    def store(self, data: bytes) -> int:
        if not data:
            return _END
        first = len(self.sectors)
        self.sectors += [data[at : at + self.size].ljust(self.size, b"\0") for at in range(0, len(data), self.size)]
        self.following += [*range(first + 1, len(self.sectors)), _END]
        return first


def compound_file(tree: Tree) -> bytes:
    """A compound file with these streams and storages."""
    entries = [_Entry("Root Entry", _ROOT)]
    _place(tree, 0, entries)
    large, mini = _Chains(_SECTOR), _Chains(_MINI)
    starts = [(mini if len(entry.data) < _SMALL else large).store(entry.data) for entry in entries]
    entries[0].data = b"".join(mini.sectors)
    starts[0] = large.store(entries[0].data)
    mini_fat = large.store(struct.pack(f"<{len(mini.following)}I", *mini.following))
    records = b"".join(_record(entry, start) for entry, start in zip(entries, starts, strict=True))
    directory = large.store(records.ljust(-(-len(records) // _SECTOR) * _SECTOR, b"\0"))
    count = 1
    while (len(large.sectors) + count) * 4 > count * _SECTOR:
        count += 1
    first = len(large.sectors)
    table = struct.pack(f"<{first + count}I", *large.following, *[_FAT] * count).ljust(count * _SECTOR, b"\xff")
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory, 0, _SMALL, mini_fat, -(-len(mini.following) * 4 // _SECTOR), _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", *range(first, first + count), *[_FREE] * (109 - count))
    return header + b"".join(large.sectors) + table


def _place(tree: Tree, parent: int, entries: list[_Entry]) -> None:
    """Each storage has its first child, each child the next one to its right."""
    before = -1
    for name, contents in sorted(tree.items()):
        index = len(entries)
        if isinstance(contents, bytes):
            entries.append(_Entry(name, _STREAM, contents))
        else:
            entries.append(_Entry(name, _STORAGE))
            _place(contents, index, entries)
        if before < 0:
            entries[parent].child = index
        else:
            entries[before].right = index
        before = index


def _record(entry: _Entry, start: int) -> bytes:
    wide = entry.name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", wide, len(wide) + 2, entry.kind, 1, _FREE, entry.right, entry.child, b"",
        0, 0, 0, start, len(entry.data),
    )  # fmt: skip
