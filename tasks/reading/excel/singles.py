"""The cells of a worksheet one by one, each by a pattern. What it does not fit is left to the parser."""

import re
from array import array
from itertools import compress, islice

from tasks.reading.excel.bulk import Bulk
from tasks.reading.excel.filling import Filling, Heads
from tasks.reading.excel.kinds import FORMULA, INLINE, VOID, Book, is_solved
from tasks.reading.excel.lines import Lines
from tasks.reading.excel.plain import NotPlainError, unescape
from tasks.reading.excel.raw import Columns, RawSheet

_LETTERS, _HEAD, _STORED, _STEP = 1, 2, 3, 4


class Singles:
    """Reads pieces of XML that begin and end between rows."""

    def __init__(self, prefix: str, book: Book, sheet: RawSheet, bulk: Bulk, lines: Lines) -> None:
        p = prefix
        # Split at cells, a piece gives in turn: what stands between, letters, rest of the tag, stored words.
        self._cell = re.compile(
            rf'<{p}c r="([A-Z]{{1,3}})[0-9]{{1,7}}"([^>]*)>'
            rf'(?:<{p}(?:v|is><{p}t(?: xml:space="preserve")?)>([^<]*)</{p}(?:v|t></{p}is)></{p}c>)?'
        )
        self._rest = re.compile(
            rf"(?:(?P<formula><{p}f(?:\s[^<>]*)?>)(?P<code>[^<]*)</{p}f>|(?P<copy><{p}f(?:\s[^<>]*)?/>))?"
            rf'(?:<{p}v(?: xml:space="preserve")?>(?P<value>[^<]*)</{p}v>|(?P<void><{p}v/>))?</{p}c>'
        )
        self._box = f"</{p}t></{p}is></{p}c>"
        self._sheet, self._book, self._bulk, self._lines = sheet, book, bulk, lines
        self._heads, self._filling = Heads(book, bulk), Filling(sheet, bulk)

    def read(self, piece: str, rough: bool) -> None:
        """Adds the cells of whole rows. Raises NotPlainError, or KeyError if there is no shared string of a number."""
        parts: list[str | None] = self._cell.split(piece)
        kinds: list[int] = list(map(self._heads.__getitem__, parts[_HEAD::_STEP]))  # type: ignore[arg-type]
        stored = parts[_STORED::_STEP]
        between: list[str] = parts[::_STEP]  # type: ignore[assignment]
        letters: list[str] = parts[_LETTERS::_STEP]  # type: ignore[assignment]
        found = Columns()
        unsolved = self._results(between, kinds, stored) if None in stored else ()
        self._lines.place(between, letters, found)
        for index in unsolved:
            self._sheet.add_unsolved(found.rows[index], found.cols[index])
        self._check_boxes(piece, kinds)
        kinds, stored = self._without_void(kinds, stored, found)
        words = [unescape(word or "") for word in stored] if "&" in piece else [word or "" for word in stored]
        found.values, found.texts = self._bulk.mixed(kinds, words)
        self._filling.add(found, kinds, words, rough)

    def _results(self, between: list[str], kinds: list[int], stored: list[str | None]) -> list[int]:
        """Fills in what cells hold that the pattern does not fit; gives the indices of formulas without a result."""
        unsolved = []
        for index in compress(range(len(stored)), islice(between, 1, None)):
            rest = self._rest.match(between[index + 1]) if stored[index] is None else None
            if rest is not None:
                between[index + 1] = between[index + 1][rest.end() :]
                if self._result(rest, index, kinds, stored):
                    unsolved.append(index)
        return unsolved

    def _result(self, rest: re.Match[str], index: int, kinds: list[int], stored: list[str | None]) -> bool:
        """Puts what a cell holds beside a formula, or in a value with attributes, into `stored`.

        Gives whether it holds a formula without a result, which then is what is stored.
        """
        value, code = rest["value"], rest["code"] or ""
        if rest["formula"] is None and rest["copy"] is None:
            stored[index] = value
            if value is None:
                kinds[index] = self._book.like(kinds[index], VOID)
                self._bulk.grow()
            return False
        stored[index] = value or ""
        if is_solved(self._book.kinds[kinds[index]], "" if rest["void"] else value):
            self._sheet.tally.skip("field code", len(unescape(code)))
            return False
        self._sheet.tally.skip("white space", len(unescape(value or "")))
        stored[index], kinds[index] = code, self._book.like(kinds[index], FORMULA)
        self._bulk.grow()
        return True

    def _check_boxes(self, piece: str, kinds: list[int]) -> None:
        """Raises NotPlainError unless inline strings are where the types of cells say so."""
        boxed = [kind for kind in set(kinds) if self._book.kinds[kind].type == INLINE]
        if sum(map(kinds.count, boxed)) != piece.count(self._box):
            raise NotPlainError

    def _without_void(
        self, kinds: list[int], stored: list[str | None], found: Columns
    ) -> tuple[list[int], list[str | None]]:
        """Cells without those that show neither words nor a colour, by what their tags say."""
        if not all(map(self._bulk.seen.__getitem__, set(kinds))):
            flags = list(map(self._bulk.seen.__getitem__, kinds))
            kinds, stored = list(compress(kinds, flags)), list(compress(stored, flags))
            found.rows = array("I", compress(found.rows, flags))
            found.cols = array("H", compress(found.cols, flags))
        if None in stored and stored.count(None) != sum(map(self._bulk.void.__getitem__, kinds)):
            raise NotPlainError
        return kinds, stored
