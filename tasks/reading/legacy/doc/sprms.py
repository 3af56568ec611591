"""Single property modifiers ([MS-DOC] 2.2.5): a code and its operand, one after the other."""

from collections.abc import Iterator
from typing import Final

STYLE: Final = 0x4600
LEVEL: Final = 0x260A
LIST: Final = 0x460B
IN_TABLE: Final = 0x2416
ROW_END: Final = 0x2417
DEPTH: Final = 0x6649
INNER_CELL_END: Final = 0x244B
INNER_ROW_END: Final = 0x244C
OUTLINE: Final = 0x2640
DEFINE_TABLE: Final = 0xD608
SHADE: Final = 0xD612
SHADE_SECOND: Final = 0xD616
SHADE_THIRD: Final = 0xD60C
MERGE: Final = 0x5624
MERGE_DOWN: Final = 0xD62B
DELETED: Final = 0x0800
INSERTED: Final = 0x0801
AUTHOR: Final = 0x4804
BOLD: Final = 0x0835
STRUCK: Final = 0x0837
TWICE_STRUCK: Final = 0x2A53
HIDDEN: Final = 0x083C
SYMBOL: Final = 0x6A09
SPECIAL: Final = 0x0855
FONT: Final = 0x4A4F
PLAIN: Final = 0x2A33
CHARACTER_STYLE: Final = 0x4A30
ELSEWHERE: Final = 0x6646
ELSEWHERE_OLD: Final = 0x6645

_CHANGE_TABS: Final = 0xC615
_SIZES: Final = (1, 1, 2, 4, 2, 2, 0, 3)


def sprms(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Code and operand of each; one that is cut off ends them."""
    at = 0
    while at + 2 < len(data):
        code = int.from_bytes(data[at : at + 2], "little")
        at += 2
        size = _SIZES[code >> 13]
        if code == DEFINE_TABLE:
            size = int.from_bytes(data[at : at + 2], "little") - 1
            at += 2
        elif not size:
            size, at = data[at], at + 1
            if code == _CHANGE_TABS and size == 255:
                size = _tabs(data, at)
        if size < 0 or at + size > len(data):
            return
        yield code, data[at : at + size]
        at += size


def _tabs(data: bytes, at: int) -> int:
    """The size of a change of tabs that is longer than a byte can say."""
    gone = data[at] if at < len(data) else 0
    new = at + 1 + 4 * gone
    return 2 + 4 * gone + 3 * (data[new] if new < len(data) else 0)


def signed(operand: bytes) -> int:
    """The number that an operand is."""
    return int.from_bytes(operand, "little", signed=True)
