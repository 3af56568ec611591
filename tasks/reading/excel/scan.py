"""The cells of a worksheet by patterns in its XML, many at a time. What no pattern fits is left to the parser."""

from array import array
from itertools import chain, compress, repeat

from tasks.reading.excel.bulk import Bulk
from tasks.reading.excel.filling import Filling, Heads
from tasks.reading.excel.kinds import VOID, Book
from tasks.reading.excel.lines import Lines
from tasks.reading.excel.plain import NotPlainError, PlainXml, unescape
from tasks.reading.excel.raw import Columns, RawSheet
from tasks.reading.excel.shapes import Form, Shape, learn
from tasks.reading.excel.singles import Singles
from tasks.reading.excel.strings import is_rough

_TRIES = 5
_ODD_SHARE = 10


def scan(xml: PlainXml, book: Book, sheet: RawSheet) -> None:
    """Adds the cells of a worksheet part. Raises NotPlainError if a parser has to read it."""
    scanner = _Scanner(xml.prefix, book, sheet)
    for piece, text in xml.pieces():
        try:
            scanner.read(piece, is_rough(text))
        except KeyError as error:  # no shared string has this number
            raise NotPlainError from error
    sheet.tally.read += xml.read


class _Scanner:
    """Reads pieces that begin and end between rows: rows that are built alike at once, others cell by cell."""

    def __init__(self, prefix: str, book: Book, sheet: RawSheet) -> None:
        self._prefix, self._book, self._sheet = prefix, book, sheet
        self._bulk = Bulk(book)
        self._lines = Lines(prefix, sheet)
        self._singles = Singles(prefix, book, sheet, self._bulk, self._lines)
        self._filling, self._heads = Filling(sheet, self._bulk), Heads(book, self._bulk)
        self._nothing = book.kind("", VOID)
        self._shape: Shape | None = None
        self._tries = 0
        self._entities = False

    def read(self, piece: str, rough: bool) -> None:
        """Adds the cells of whole rows."""
        self._entities = "&" in piece
        parts, step = self._split(piece)
        between = parts[::step]
        start = 0
        for row in compress(range(len(between)), between):
            self._take(parts, step, slice(start, row), rough)
            self._singles.read(between[row] or "", rough)
            start = row
        self._take(parts, step, slice(start, len(between) - 1), rough)

    def _split(self, piece: str) -> tuple[list[str | None], int]:
        """A piece split at rows of the shape: what stands between in turn with the groups; and how many those are.

        Learns a shape if there is none or too many rows are built in another way; after some tries no more.
        """
        for attempt in range(2):
            if self._shape is not None:
                parts: list[str | None] = self._shape.pattern.split(piece)
                step = self._shape.pattern.groups + 1
                odd = sum(map(bool, parts[::step]))
                if odd * _ODD_SHARE * step <= len(parts) or odd <= 2:
                    return parts, step
            if self._tries == _TRIES or attempt:
                break
            self._tries += 1
            self._shape = learn(piece, self._prefix, self._book, self._heads.__getitem__)
        return [piece], 1

    def _take(self, parts: list[str | None], step: int, rows: slice, rough: bool) -> None:
        """Adds the cells of consecutive rows of the shape."""
        height = rows.stop - rows.start
        if self._shape is None or not height:
            return
        groups = [parts[rows.start * step + group : rows.stop * step : step] for group in range(1, step)]
        numbers = self._lines.pass_rows(groups[0], groups[1])  # type: ignore[arg-type]  # these two always match
        width = len(self._shape.forms)
        found = Columns(
            array("I", chain.from_iterable(map(repeat, numbers, repeat(width, height)))),
            array("H", self._shape.forms) * height,
        )
        size = width * height
        found.texts, found.values = [""] * size, [None] * size
        stored, kinds = [""] * size, [self._nothing] * size
        for index, forms in enumerate(self._shape.forms.values()):
            at = slice(index, None, width)
            kinds[at], stored[at] = self._column(forms, groups)
            found.values[at], found.texts[at] = self._bulk.column(kinds[at], stored[at])
        self._filling.add(found, kinds, stored, rough)

    def _column(self, forms: tuple[Form, ...], groups: list[list[str | None]]) -> tuple[list[int], list[str]]:
        """Kinds and stored words of the cells of one column; a missing cell shows nothing."""
        height = len(groups[0])
        kinds, stored = [self._nothing] * height, [""] * height
        for form in forms:
            words = groups[form.group - 1]
            if form.code:
                self._sheet.tally.skip("field code", sum(len(unescape(w)) for w in groups[form.code - 1] if w))
            if len(forms) == 1 and (None not in words or not self._bulk.filled[form.kind]):
                # Where such a cell is missing, its text is empty and it shows no colour: it is left out later.
                kinds, stored = [form.kind] * height, [word or "" for word in words]
            else:
                for index, word in enumerate(words):
                    if word is not None:
                        kinds[index], stored[index] = form.kind, word
        return kinds, [unescape(word) for word in stored] if self._entities else stored
