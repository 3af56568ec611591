"""Counts what the records of a worksheet hold, apart from the readers: the first figure of the receipt."""

from typing import Final

from tasks.reading.legacy.xls import records
from tasks.reading.legacy.xls.book import Book
from tasks.reading.legacy.xls.records import Record

_NUMBERS: Final = frozenset({records.NUMBER, records.RK, records.BOOLERR})
_LENGTH_AT: Final = {records.LABEL: 6, records.RSTRING: 6, records.STRING: 0, records.TXO: 10}
_PLAIN_RESULTS: Final = (1, 2)


def size(record: Record, book: Book) -> int:
    """Characters of texts, each use of a shared one anew; a number, truth value or error counts as one."""
    kind, data = record.kind, record.data
    if kind == records.LABELSST:
        index = int.from_bytes(data[6:10], "little")
        return book.units(book.strings[index].text) if len(data) >= 10 and index < len(book.strings) else 0
    if kind in _NUMBERS:
        return 1
    if kind == records.MULRK:
        return max((len(data) - 6) // 6, 0)
    if kind == records.FORMULA:
        return int(data[12:14] != b"\xff\xff" or data[6] in _PLAIN_RESULTS)
    if kind == records.NOTE and not book.unicode:
        return max(len(data) - 6, 0)
    at = _LENGTH_AT.get(kind)
    return 0 if at is None else int.from_bytes(data[at : at + 2], "little")
