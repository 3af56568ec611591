"""The rows of a worksheet by patterns: what stands between its cells."""

import re
from array import array
from collections.abc import Mapping
from itertools import compress, pairwise
from operator import lt
from typing import Final

from tasks.reading.excel.plain import NotPlainError
from tasks.reading.excel.raw import Columns, RawSheet
from tasks.reading.excel.references import LAST_ROW, column

ON: Final = frozenset({"1", "true"})
_ATTRIBUTES: Final = re.compile(r'((?:\s+[A-Za-z][\w:.-]*="[^"<>&]*")*)\s*(/?)')
_ATTRIBUTE: Final = re.compile(r'\s([\w:.-]+)="([^"]*)"')
_NOTHING: Final = re.compile(r"0+(?:\.0*)?")
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


def is_hidden(named: Mapping[str, str], size: str) -> bool:
    """Whether a row or column is hidden, or its size (the attribute of this name) is nothing."""
    return named.get("hidden") in ON or _NOTHING.fullmatch(named.get(size, "")) is not None


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
        found = self[more] = is_hidden(named, "ht"), void
        return found


class Lines:
    """Gives cells their rows and columns, from the tags between them and the letters of their references.

    Raises NotPlainError unless both ascend.
    """

    def __init__(self, prefix: str, sheet: RawSheet) -> None:
        self._tag = re.compile(rf'(</{prefix}row>)?(?:<{prefix}row(?: r="([0-9]{{1,7}})")?((?:\s[^<>]*)?/?)>)?')
        self._sheet = sheet
        self._row, self._open, self._start = 0, False, 0
        self._letters = _Letters()
        self._seen: dict[tuple[str, ...], array[int]] = {}
        self._known = _Rows()

    def place(self, between: list[str], letters: list[str], found: Columns) -> None:
        """Fills in the rows and columns of cells in whole rows, by what stands before each, and behind the last."""
        self._start = 0
        for index in compress(range(len(between)), between):
            self._pass_tags(between[index], letters, index, found)
        if self._open or self._start != len(letters):
            raise NotPlainError

    def pass_rows(self, digits: list[str], more: list[str]) -> list[int]:
        """The numbers of rows that all hold cells, given the rest of their tags as well."""
        numbers = list(map(int, digits))
        known = {words: self._known[words] for words in set(more)}
        ascending = all(map(lt, [self._row, *numbers], numbers)) and numbers[-1] <= LAST_ROW
        if not ascending or any(void for _, void in known.values()):
            raise NotPlainError
        if any(hidden for hidden, _ in known.values()):
            self._sheet.hidden_rows.update(row for row, words in zip(numbers, more, strict=True) if known[words][0])
        self._row = numbers[-1]
        return numbers

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
