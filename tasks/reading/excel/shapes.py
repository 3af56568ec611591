"""Rows that are built alike: a pattern, learnt from some of them, reads a row at once."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tasks.reading.excel.kinds import INLINE, RESULT, VOID, Book
from tasks.reading.excel.references import column

FEWEST_ROWS: Final = 300
"""Below that it takes longer to learn a shape than to read the rows one by one."""

_SAMPLE: Final = 200
_RARE: Final = 50
_MOST_FORMS: Final = 150
_FIRST_GROUP: Final = 3


class Form(NamedTuple):
    """How cells of a column may be written: their kind, and the group of the pattern for what they hold.

    `code` is the group for the formula beside it, 0 if there is none.
    """

    kind: int
    group: int
    code: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern of whole rows, its first two groups being the number of the row and the rest of its tag.

    `forms` stand by the number of the column. A cell that is missing, or shows neither words nor a colour, has none.
    """

    pattern: re.Pattern[str]
    forms: dict[int, tuple[Form, ...]]


class _Cell(NamedTuple):
    """A cell in the sample: letters, rest of its tag, whether a formula follows, the element that holds its words."""

    letters: str
    head: str
    formula: bool
    opening: str


def learn(piece: str, prefix: str, book: Book, kind: Callable[[str], int]) -> Shape | None:
    """The shape of the first rows of a piece; None if they have none. `kind` tells the kind of a cell by its tag."""
    p = prefix
    if piece.count(f"</{p}row>") < FEWEST_ROWS:
        return None
    cell = re.compile(
        rf'<{p}c r="([A-Z]{{1,3}})[0-9]{{1,7}}"([^<>]*)>(<{p}f(?:\s[^<>]*)?(?:/>|>[^<]*</{p}f>))?'
        rf'(<{p}v>|<{p}is><{p}t(?: xml:space="preserve")?>)?'
    )
    rows = piece.split(f"</{p}row>", _SAMPLE)[:_SAMPLE]
    seen = Counter(
        _Cell(letters, head, bool(formula), opening.strip("<>").partition(">")[0])
        for row in rows
        for letters, head, formula, opening in cell.findall(row)
    )
    builder = _Builder(prefix, book, kind)
    usual = sorted(found for found, count in seen.items() if column(found.letters) and count * _RARE >= len(rows))
    for letters in sorted({found.letters for found in usual}, key=column):
        builder.add(letters, [found for found in usual if found.letters == letters])
    return builder.shape() if 0 < len(usual) <= _MOST_FORMS else None


@dataclass(slots=True)
class _Builder:
    """A pattern while it is put together."""

    prefix: str
    book: Book
    kind: Callable[[str], int]
    cells: list[str] = field(default_factory=list)
    forms: dict[int, tuple[Form, ...]] = field(default_factory=dict)
    groups: int = _FIRST_GROUP

    def add(self, letters: str, cells: list[_Cell]) -> None:
        """Takes in the cells of one column."""
        ways, forms = [], []
        for cell in cells:
            way, form = self._way(cell)
            ways += way
            forms += form
        if ways:
            self.cells.append(rf'(?:<{self.prefix}c r="{letters}[0-9]{{1,7}}"(?:{"|".join(ways)}))?+')
        if forms:
            self.forms[column(letters)] = tuple(forms)

    def shape(self) -> Shape | None:
        """The shape so far; None if it holds nothing."""
        if not self.forms:
            return None
        p = self.prefix
        row = rf'<{p}row r="([0-9]{{1,7}})"([^<>]*)>{"".join(self.cells)}</{p}row>'
        return Shape(re.compile(row), self.forms)

    def _way(self, cell: _Cell) -> tuple[list[str], list[Form]]:
        """The pattern of cells like this one behind their reference, and their form; neither if they are unusual."""
        p, number = self.prefix, self.kind(cell.head)
        kind = self.book.kinds[number]
        head = re.escape(cell.head) + ">"
        if kind.type == VOID:
            return ([head + "()"], [self._form(number)]) if kind.look.fill else ([head], [])
        if kind.type == INLINE and cell.opening == f"{p}is" and not cell.formula:
            text = rf'<{p}is><{p}t(?: xml:space="preserve")?>([^<]*+)</{p}t></{p}is></{p}c>'
            return [head + text], [self._form(number)]
        if kind.type == INLINE or cell.opening != f"{p}v":
            return [], []
        if not cell.formula:
            return [rf"{head}<{p}v>([^<]*+)</{p}v></{p}c>"], [self._form(number)]
        # Only a text may be an empty result.
        value = "[^<]*+" if kind.type == RESULT else r"[^<\s][^<]*+"
        code = rf"<{p}f(?:\s[^<>]*)?(?:/>|>([^<]*+)</{p}f>)"
        return [rf"{head}{code}<{p}v>({value})</{p}v></{p}c>"], [self._form(number, has_code=True)]

    def _form(self, kind: int, has_code: bool = False) -> Form:
        first = self.groups
        self.groups += 1 + has_code
        return Form(kind, first + has_code, first if has_code else 0)
