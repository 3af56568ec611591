"""The records of a part ([MS-XLSB] 2.1.4): type and length in groups of seven bits, then so many bytes."""

from collections.abc import Iterator
from typing import Final

ROW: Final = 0
BLANK: Final = 1
RK: Final = 2
ERROR: Final = 3
BOOLEAN: Final = 4
REAL: Final = 5
TEXT: Final = 6
SHARED_TEXT: Final = 7
TEXT_RESULT: Final = 8
REAL_RESULT: Final = 9
BOOLEAN_RESULT: Final = 10
ERROR_RESULT: Final = 11
SHARED_ITEM: Final = 19
FONT: Final = 43
FORMAT: Final = 44
FILL: Final = 45
XF: Final = 47
COLUMN: Final = 60
RICH_TEXT: Final = 62
WORKBOOK_PROPERTIES: Final = 153
SHEET: Final = 156
MERGE: Final = 176
BEGIN_CELL_XFS: Final = 617
END_CELL_XFS: Final = 618
HEADER_FOOTER: Final = 479
COMMENT_AUTHOR: Final = 632
COMMENT: Final = 635
COMMENT_TEXT: Final = 637


def read_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Type and bytes of each record; one that is cut off ends them."""
    at, end = 0, len(part)
    while at < end:
        kind = part[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = kind & 0x7F | (part[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while at < end and shift < 28:
            byte = part[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if at + length > end:
            return
        yield kind, part[at : at + length]
        at += length


def wide_string(data: bytes, at: int) -> tuple[str, int]:
    """A text and the place behind it; a length of all ones stands for none."""
    count = int.from_bytes(data[at : at + 4], "little")
    if count == 0xFFFFFFFF:
        return "", at + 4
    return data[at + 4 : at + 4 + 2 * count].decode("utf-16-le", "replace"), at + 4 + 2 * count
