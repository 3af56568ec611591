"""The rows of a worksheet by patterns: what stands between its cells."""

import re
from array import array
from itertools import chain, compress, pairwise, repeat
from operator import lt, sub
from typing import Final

from tasks.reading.excel.plain import NotPlainError
from tasks.reading.excel.raw import Columns, RawSheet
from tasks.reading.excel.references import LAST_ROW, column

ON: Final = frozenset({"1", "true"})
_ATTRIBUTES: Final = re.compile(r'((?:\s+[A-Za-z][\w:.-]*="[^"<>&]*")*)\s*(/?)')
_ATTRIBUTE: Final = re.compile(r'\s([\w:.-]+)="([^"]*)"')
_MANY: Final = 10_000


def attributes(words: str) -> tuple[dict[str, str], bool]:
    """The attributes of a tag behind its reference, and whether it has no contents. Raises NotPlainError."""
    found = _ATTRIBUTES.fullmatch(words)
    if found is None:
        raise NotPlainError
    named = dict(_ATTRIBUTE.findall(found[1]))
    if any(name == "r" or name.startswith("xmlns") for name in named):
        raise NotPlainError
    return named, bool(found[2])


class _Letters(dict[str, int]):
    """Numbers of columns by their letters."""

    def __missing__(self, letters: str) -> int:
        found = self[letters] = column(letters)
        if not found:
            raise NotPlainError
        return found


class _Rows(dict[str, tuple[bool, bool]]):
    """Whether a row is hidden, and whether it has no contents, by what stands in its tag behind the number."""

    def __missing__(self, more: str) -> tuple[bool, bool]:
        if len(self) > _MANY:
            self.clear()
        named, void = attributes(more)
        found = self[more] = named.get("hidden") in ON, void
        return found


class Lines:
    """Gives cells their rows and columns, from the tags between them and the letters of their references.

    Raises NotPlainError unless both ascend.
    """

    def __init__(self, prefix: str, sheet: RawSheet) -> None:
        self._close = f"</{prefix}row>"
        self._tag = re.compile(rf'({self._close})?(?:<{prefix}row(?: r="([0-9]{{1,7}})")?((?:\s[^<>]*)?/?)>)?')
        self._usual = re.compile(rf'{self._close}<{prefix}row r="([0-9]{{1,7}})"((?:\s[^<>]*)?)>(?=\n)')
        self._usual_length = len(f'{self._close}<{prefix}row r="">\n')
        self._sheet = sheet
        self._row, self._open, self._start = 0, False, 0
        self._names: list[str] = []
        self._cols = array("H")
        self._letters = _Letters()
        self._seen: dict[tuple[str, ...], array[int]] = {}
        self._known = _Rows()

    def place(self, between: list[str], letters: list[str], found: Columns) -> None:
        """Fills in the rows and columns of cells in whole rows, by what stands before each, and behind the last."""
        marks = list(compress(range(len(between)), between))
        tags = list(compress(between, between))
        if not self._place_usual(marks, tags, letters, found):
            self._start = 0
            for index, words in zip(marks, tags, strict=True):
                self._pass_tags(words, letters, index, found)
            if self._open or self._start != len(letters):
                raise NotPlainError

    def _place_usual(self, marks: list[int], tags: list[str], letters: list[str], found: Columns) -> bool:
        """The same at once for rows that all hold cells and nothing else; False if they are not like that."""
        text = "\n".join([self._close + tags[0], *tags[1:]]) if tags else ""
        rows = self._usual.findall(text)
        digits, more = [row for row, _ in rows], [words for _, words in rows]
        length = self._usual_length * len(rows) + sum(map(len, digits)) + sum(map(len, more)) + len(self._close)
        if not rows or length != len(text) or marks[0] or marks[-1] != len(letters) or tags[-1] != self._close:
            return False
        numbers = list(map(int, digits))
        if any(map(any, map(self._known.__getitem__, set(more)))) or not (
            self._row < numbers[0] and numbers[-1] <= LAST_ROW and all(map(lt, numbers, numbers[1:]))
        ):
            return False
        for start, end in pairwise(marks):
            names = letters[start:end]
            if names != self._names:
                self._names, self._cols = names, self._columns(tuple(names))
            found.cols += self._cols
        found.rows = array("I", chain.from_iterable(map(repeat, numbers, map(sub, marks[1:], marks))))
        self._row = numbers[-1]
        return True

    def _pass_tags(self, words: str, letters: list[str], index: int, found: Columns) -> None:
        """Takes in the tags that stand before the cell with this index."""
        at = 0
        while at < len(words):
            if words[at] != "<":
                at = self._pass_space(words, at)
                continue
            tag = self._tag.match(words, at)
            if tag is None or tag.end() == at:
                raise NotPlainError
            at = tag.end()
            close, row, more = tag.groups()
            if close:
                self._end_row(letters[self._start : index], found)
                self._start = index
            if more is not None:
                self._begin_row(row, more, index)

    def _pass_space(self, words: str, at: int) -> int:
        stop = words.find("<", at)
        stop = len(words) if stop < 0 else stop
        if not words[at:stop].isspace():
            raise NotPlainError
        self._sheet.tally.skip("white space", stop - at)
        return stop

    def _begin_row(self, digits: str | None, more: str, index: int) -> None:
        row = int(digits) if digits else self._row + 1
        if self._open or self._start != index or not self._row < row <= LAST_ROW:
            raise NotPlainError
        hidden, void = self._known[more]
        if hidden:
            self._sheet.hidden_rows.add(row)
        self._row, self._open = row, not void

    def _end_row(self, names: list[str], found: Columns) -> None:
        """The row ends that holds cells in columns with these names."""
        if not self._open:
            raise NotPlainError
        found.cols += self._columns(tuple(names))
        found.rows += array("I", [self._row]) * len(names)
        self._open = False

    def _columns(self, names: tuple[str, ...]) -> "array[int]":
        if names not in self._seen:
            if len(self._seen) > _MANY:
                self._seen.clear()
            found = self._seen[names] = array("H", map(self._letters.__getitem__, names))
            if any(a >= b for a, b in pairwise(found)):
                raise NotPlainError
        return self._seen[names]
