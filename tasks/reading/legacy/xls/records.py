"""The records that a workbook's stream consists of ([MS-XLS] 2.1.4): a type, a length, that many bytes."""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

BOF: Final = 0x0809
EOF: Final = 0x000A
CONTINUE: Final = 0x003C

BLANK: Final = 0x0201
BOOLERR: Final = 0x0205
BOUNDSHEET: Final = 0x0085
CODEPAGE: Final = 0x0042
COLINFO: Final = 0x007D
DATEMODE: Final = 0x0022
DRAWING: Final = 0x00EC
FILEPASS: Final = 0x002F
FONT: Final = 0x0031
FOOTER: Final = 0x0015
FORMAT: Final = 0x041E
FORMULA: Final = 0x0006
HEADER: Final = 0x0014
HLINK: Final = 0x01B8
LABEL: Final = 0x0204
LABELSST: Final = 0x00FD
MERGEDCELLS: Final = 0x00E5
MULBLANK: Final = 0x00BE
MULRK: Final = 0x00BD
NOTE: Final = 0x001C
NUMBER: Final = 0x0203
OBJ: Final = 0x005D
PALETTE: Final = 0x0092
RK: Final = 0x027E
ROW: Final = 0x0208
RSTRING: Final = 0x00D6
SST: Final = 0x00FC
STRING: Final = 0x0207
TXO: Final = 0x01B6
XF: Final = 0x00E0

_HEAD: Final = struct.Struct("<HH")
_DOUBLE: Final = struct.Struct("<d")
_MAX_DEPTH: Final = 64


class Record(NamedTuple):
    """A record: its type, its bytes, and those of the records that continue it."""

    kind: int
    data: bytes
    more: tuple[bytes, ...] = ()


def substream(stream: bytes, start: int) -> Iterator[Record]:
    """The records from a BOF to its EOF, those of substreams within it (charts) left out."""
    depth = 0
    for record in _records(stream, start):
        if record.kind == BOF:
            depth += 1
        elif record.kind == EOF:
            depth -= 1
        if depth <= 0 or depth > _MAX_DEPTH:
            return
        if depth == 1:
            yield record


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """All records from a place on; a record that is cut off ends them."""
    at, end = start, len(stream)
    head = _HEAD.unpack_from
    while at + 4 <= end:
        kind, length = head(stream, at)
        data = stream[at + 4 : at + 4 + length]
        at += 4 + length
        if at + 4 > end or head(stream, at)[0] != CONTINUE:
            yield Record(kind, data)
            continue
        more = []
        while at + 4 <= end and head(stream, at)[0] == CONTINUE:
            length = head(stream, at)[1]
            more.append(stream[at + 4 : at + 4 + length])
            at += 4 + length
        yield Record(kind, data, tuple(more))


def rk_number(code: int) -> float:
    """The number of an RK value ([MS-XLS] 2.5.217): thirty bits of an integer or of a double, perhaps by 100."""
    if code & 2:
        integer = code >> 2
        amount = float(integer - (1 << 30) if integer >= 1 << 29 else integer)
    else:
        (amount,) = _DOUBLE.unpack(b"\0\0\0\0" + (code & 0xFFFFFFFC).to_bytes(4, "little"))
    return amount / 100 if code & 1 else amount
