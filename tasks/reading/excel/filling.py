"""From what is stored in many cells to the columns of a worksheet."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import compress, count
from operator import not_

from tasks.reading.excel.bulk import Bulk
from tasks.reading.excel.kinds import VOID, Book
from tasks.reading.excel.lines import attributes
from tasks.reading.excel.raw import Columns, RawSheet


class Heads(dict[str, int]):
    """Kinds of cells by what stands in their tag behind the reference."""

    def __init__(self, book: Book, bulk: Bulk) -> None:
        super().__init__()
        self._book, self._bulk = book, bulk

    def __missing__(self, words: str) -> int:
        named, void = attributes(words)
        kind = self[words] = self._book.kind(named.get("s", ""), VOID if void else named.get("t", "n"))
        self._bulk.grow()
        return kind


class Filling:
    """Adds cells to a worksheet, those left out that show neither words nor a colour."""

    def __init__(self, sheet: RawSheet, bulk: Bulk) -> None:
        self._sheet, self._bulk = sheet, bulk

    def add(self, found: Columns, kinds: list[int], stored: list[str], rough: bool) -> None:
        """Adds cells with rows, columns, values and texts, given their kinds and what is stored in them.

        `rough`: words stored in the cells themselves may hold escapes, carriage returns, codes of symbol fonts.
        """
        found.kinds, found.lengths = array("I", kinds), array("I", map(len, stored))
        references = sum(map(len, compress(stored, map(self._bulk.shared.__getitem__, kinds))))
        self._sheet.references += references
        self._sheet.tally.skip("reference", references)
        for index, spans in self._bulk.mend(kinds, stored, rough, found).items():
            self._sheet.spans[found.rows[index], found.cols[index]] = spans
        blank = sorted([*self._indices(map(str.isspace, found.texts)), *self._indices(map(not_, found.texts))])
        self._sheet.cells.extend(self._without(blank, found) if blank else found)

    @staticmethod
    def _indices(flags: Iterable[object]) -> Iterator[int]:
        return compress(count(), flags)

    def _without(self, blank: list[int], found: Columns) -> Columns:
        """Cells without blank ones, unless those show a colour."""
        for index in blank:
            if found.lengths[index]:
                self._sheet.clear(found, index, self._bulk.shared[found.kinds[index]])
        if not any(map(self._bulk.filled.__getitem__, set(found.kinds))):
            return found.without(blank)
        for index in blank:
            found.values[index] = None
        return found.without([index for index in blank if not self._bulk.filled[found.kinds[index]]])
