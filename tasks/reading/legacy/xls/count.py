"""Counts what the records of a worksheet hold, apart from the readers: the first figure of the receipt."""

from collections.abc import Callable
from typing import Final

from tasks.reading.legacy.xls import records
from tasks.reading.legacy.xls.book import Book
from tasks.reading.legacy.xls.records import Record

_Count = Callable[[Record, Book], int]
_PLAIN_RESULTS: Final = (1, 2)


def size(record: Record, book: Book) -> int:
    """Characters of texts, each use of a shared one anew; a number, truth value or error counts as one."""
    count = _COUNTS.get(record.kind)
    return 0 if count is None else count(record, book)


def _shared(record: Record, book: Book) -> int:
    data = record.data
    index = int.from_bytes(data[6:10], "little")
    return book.units(book.strings[index].text) if len(data) >= 10 and index < len(book.strings) else 0


def _result(record: Record, book: Book) -> int:
    data = record.data
    return int(len(data) >= 14 and (data[12:14] != b"\xff\xff" or data[6] in _PLAIN_RESULTS))


def _note(record: Record, book: Book) -> int:
    """Later workbooks keep the text of a comment in its drawing."""
    return 0 if book.unicode else max(len(record.data) - 6, 0)


def _edge(record: Record, book: Book) -> int:
    return len(book.text(record.data, 0, book.unicode)) if record.data else 0


def _one(length: int) -> _Count:
    return lambda record, book: int(len(record.data) >= length)


def _text(at: int) -> _Count:
    """A text in the record; what it says of its length holds only if it goes on in the next."""

    def count(record: Record, book: Book) -> int:
        if record.more:
            return int.from_bytes(record.data[at : at + 2], "little")
        return book.units(book.text(record.data, at))

    return count


_COUNTS: Final[dict[int, _Count]] = {
    records.LABELSST: _shared,
    records.NUMBER: _one(14),
    records.RK: _one(10),
    records.BOOLERR: _one(8),
    records.MULRK: lambda record, book: max((len(record.data) - 6) // 6, 0),
    records.FORMULA: _result,
    records.LABEL: _text(6),
    records.RSTRING: _text(6),
    records.STRING: _text(0),
    records.TXO: lambda record, book: int.from_bytes(record.data[10:12], "little"),
    records.NOTE: _note,
    records.HEADER: _edge,
    records.FOOTER: _edge,
}
