"""What many cells hold and show, at once: the same as `contents` says of each, in loops that Python runs fast."""

from collections.abc import Sequence
from itertools import compress
from typing import Final

from tasks.model.blocks import CellValue, Span
from tasks.reading.excel.kinds import FORMULA, SHARED, TEXTS, VOID, Book, contents, typed
from tasks.reading.excel.raw import Columns
from tasks.reading.notation.number_formats import is_general
from tasks.reading.notation.symbols import is_symbol_font

_MEMORY: Final = 20_000
_DIGITS: Final = 16


Typed = tuple[CellValue, str]


class _Numbers(dict[str, Typed]):
    """Values and texts of the numbers of one kind by their stored words; the first so many are remembered."""

    def __init__(self, kind: int, book: Book) -> None:
        super().__init__({"": (None, "")})
        self._kind, self._since_1904 = book.kinds[kind], book.since_1904

    def __missing__(self, stored: str) -> Typed:
        found = typed(stored, self._kind, self._since_1904) if stored.strip() else (None, "")
        if len(self) < _MEMORY:
            self[stored] = found
        return found


class Bulk:
    """Reads the contents of cells by the numbers of their kinds in a book.

    Of each kind `void` tells whether its cells have no contents, `shared` whether they refer to a shared string,
    `filled` whether they show a colour, `seen` whether they show anything. `grow` has to be called when the book
    knows a new kind.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self.void: list[bool] = []
        self.shared: list[bool] = []
        self.filled: list[bool] = []
        self.seen: list[bool] = []
        self._inline: list[bool] = []
        self._odd: list[bool] = []
        self._numeric: list[bool] = []
        self._plain: list[bool] = []
        self._numbers: list[_Numbers] = []
        self.grow()

    def grow(self) -> None:
        """Takes note of new kinds of the book."""
        for number in range(len(self.void), len(self._book.kinds)):
            kind = self._book.kinds[number]
            void, shared, inline = kind.type == VOID, kind.type == SHARED, kind.type in TEXTS
            self.void.append(void)
            self.shared.append(shared)
            self.filled.append(bool(kind.look.fill))
            self.seen.append(bool(kind.look.fill) or not void)
            self._inline.append(inline)
            self._odd.append(kind.type == FORMULA or ((shared or inline) and is_symbol_font(kind.look.font)))
            self._numeric.append(not (void or shared or inline or kind.type == FORMULA))
            self._plain.append(kind.type == "n" and is_general(kind.look.number_format))
            self._numbers.append(_Numbers(number, self._book))

    def column(self, kinds: list[int], stored: list[str]) -> tuple[Sequence[CellValue], Sequence[str]]:
        """Values and texts of cells that are likely to be of one kind, else the same as `mixed`."""
        kind = kinds[0]
        if kinds.count(kind) < len(kinds):
            return self.mixed(kinds, stored)
        if self.shared[kind]:
            texts = list(map(self._book.strings.lookup.__getitem__, stored))
            return texts, texts
        if not self._numeric[kind]:
            return stored, stored
        if not self._plain[kind]:
            values, shown = zip(*map(self._numbers[kind].__getitem__, stored), strict=True)
            return values, shown
        return (list(map(int, stored)), stored) if _whole(stored) else self.mixed(kinds, stored)

    def mixed(self, kinds: list[int], stored: list[str]) -> tuple[list[CellValue], list[str]]:
        """Values and texts of any cells. KeyError if there is no shared string with a number."""
        texts = [*stored]
        shared = list(map(self.shared.__getitem__, kinds))
        found = map(self._book.strings.lookup.__getitem__, compress(stored, shared))
        for index, text in zip(compress(range(len(kinds)), shared), found, strict=True):
            texts[index] = text
        values: list[CellValue] = [*texts]
        plain, numbers = self._plain, self._numbers
        for index in compress(range(len(kinds)), map(self._numeric.__getitem__, kinds)):
            word = stored[index]
            # Nearly all numbers are whole and written as they are shown.
            if plain[kinds[index]] and word.isdecimal() and len(word) < _DIGITS and word.isascii() and word[0] != "0":
                values[index] = int(word)
            else:
                values[index], texts[index] = numbers[kinds[index]][word]
        return values, texts

    def mend(self, kinds: list[int], stored: list[str], rough: bool, found: Columns) -> dict[int, tuple[Span, ...]]:
        """Puts right the values and texts that are more than the characters of what is stored; gives their spans.

        `rough`: words stored in the cells themselves may hold escapes, carriage returns, codes of symbol fonts.
        """
        spans = {}
        for index in self._special(kinds, stored, rough):
            found.values[index], words = contents(stored[index], self._book.kinds[kinds[index]], self._book)
            found.texts[index] = words.text
            if words.spans:
                spans[index] = words.spans
        return spans

    def _special(self, kinds: list[int], stored: list[str], rough: bool) -> list[int]:
        """Indices of texts that are more than the characters of what is stored."""
        found: list[int] = []
        if any(map(self._odd.__getitem__, set(kinds))):
            found += compress(range(len(kinds)), map(self._odd.__getitem__, kinds))
        if rough:
            found += compress(range(len(kinds)), map(self._inline.__getitem__, kinds))
        special = self._book.strings.special
        if special:
            pairs = enumerate(zip(kinds, stored, strict=True))
            found += [index for index, (kind, words) in pairs if words in special and self.shared[kind]]
        return found


def _whole(words: list[str]) -> bool:
    """Whether all of these are whole numbers, written as they are shown."""
    lines = "\n".join(words)
    return (
        all(words)
        and lines.isascii()
        and "".join(words).isdecimal()
        and max(map(len, words)) < _DIGITS
        and "\n0" not in f"\n{lines}"
    )
