"""The cells of a worksheet by patterns in its XML, many at a time. What no pattern fits is left to the parser."""

import re
from array import array
from itertools import compress, islice
from operator import not_

from tasks.reading.excel.bulk import Bulk
from tasks.reading.excel.kinds import INLINE, VOID, Book, is_solved
from tasks.reading.excel.lines import Lines, attributes
from tasks.reading.excel.plain import NotPlainError, PlainXml, unescape
from tasks.reading.excel.raw import Columns, RawSheet
from tasks.reading.excel.strings import is_rough

_LETTERS, _HEAD, _STORED, _STEP = 1, 2, 3, 4


def scan(xml: PlainXml, book: Book, sheet: RawSheet) -> None:
    """Adds the cells of a worksheet part. Raises NotPlainError if a parser has to read it."""
    scanner = _Scanner(xml.prefix, book, sheet)
    for piece, text in xml.pieces():
        try:
            scanner.piece(piece, text)
        except KeyError as error:  # no shared string has this number
            raise NotPlainError from error
    sheet.tally.read += xml.read


class _Heads(dict[str, int]):
    """Kinds of cells by what stands in their tag behind the reference."""

    def __init__(self, book: Book, bulk: Bulk) -> None:
        super().__init__()
        self._book, self._bulk = book, bulk

    def __missing__(self, words: str) -> int:
        named, void = attributes(words)
        kind = self[words] = self._book.kind(named.get("s", ""), VOID if void else named.get("t", "n"))
        self._bulk.grow()
        return kind


class _Scanner:
    """Reads pieces that begin and end between rows."""

    def __init__(self, prefix: str, book: Book, sheet: RawSheet) -> None:
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
        self._box = f"<{p}is>"
        self._sheet, self._book, self._bulk = sheet, book, Bulk(book)
        self._heads, self._lines = _Heads(book, self._bulk), Lines(p, sheet)

    def piece(self, piece: str, text: str) -> None:
        """Adds the cells of whole rows, given also the text of all text nodes."""
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
        words = [unescape(word or "") for word in stored] if "&" in text else [word or "" for word in stored]
        self._fill(found, kinds, words, is_rough(text))

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
        stored[index] = value or ""
        if rest["formula"] is None and rest["copy"] is None:
            return False
        if is_solved(self._book.kinds[kinds[index]], "" if rest["void"] else value):
            self._sheet.tally.skip("field code", len(unescape(code)))
            return False
        self._sheet.tally.skip("white space", len(unescape(value or "")))
        stored[index], kinds[index] = code, self._book.unsolved(kinds[index])
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

    def _fill(self, found: Columns, kinds: list[int], words: list[str], rough: bool) -> None:
        """Adds cells, given what is stored in them."""
        found.kinds, found.lengths = array("I", kinds), array("I", map(len, words))
        references = sum(map(len, compress(words, map(self._bulk.shared.__getitem__, kinds))))
        self._sheet.references += references
        self._sheet.tally.skip("reference", references)
        found.values, found.texts, spans = self._bulk.read(kinds, words, rough)
        self._sheet.spans.update(((found.rows[i], found.cols[i]), those) for i, those in spans.items())
        if not all(found.texts) or any(map(str.isspace, found.texts)):
            found = self._without_blank(found)
        self._sheet.cells.extend(found)

    def _without_blank(self, found: Columns) -> Columns:
        """Cells without those that show neither words nor a colour."""
        texts = found.texts
        spaces = list(compress(range(len(texts)), map(str.isspace, texts)))
        for index in [*spaces, *compress(range(len(texts)), map(not_, texts))]:
            self._sheet.clear(found, index, self._bulk.shared[found.kinds[index]])
        if not any(map(self._bulk.filled.__getitem__, set(found.kinds))):
            return found.kept(texts)
        filled = map(self._bulk.filled.__getitem__, found.kinds)
        return found.kept([text or colour for text, colour in zip(texts, filled, strict=True)])
