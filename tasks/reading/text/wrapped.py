"""Lines that were broken to a width, as mail programs do: which of them go on the one before."""

import re
from collections.abc import Sequence
from typing import Final

from tasks.reading.text.chat import head
from tasks.reading.text.lines import Line
from tasks.reading.text.marks import fence, hash_title, point

_NARROWEST: Final = 50
_WIDEST: Final = 100
_FEWEST: Final = 3
_SHARE: Final = 0.8
_LABEL: Final = re.compile(r"[^\s:][^:]{0,40}:(?:\s|\Z)")
_DRAWN: Final = re.compile(r"[|│║]|\t|\S {2,}\S|[-=_*~─═]{3,}")


def continuations(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that go on the one before: those of a text broken to a width, those hung below a point."""
    pairs = [n for n in range(1, len(lines)) if _may_go_on(lines[n - 1], lines[n])]
    return _filled(lines, pairs) | _hanging(lines, pairs)


def _filled(lines: Sequence[Line], pairs: Sequence[int]) -> frozenset[int]:
    """Lines of a text that a program broke to a width.

    A line is full if the next one's first word would not have fitted on it. Where nearly all lines that have a
    successor are full, the text was broken to a width, and a full line goes on.
    """
    width = max((len(line.raw) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return frozenset()
    full = [n for n in pairs if len(lines[n - 1].raw) + 1 + len(lines[n].text.split(" ", 1)[0]) > width]
    return frozenset(full) if len(full) >= max(_FEWEST, _SHARE * len(pairs)) else frozenset()


def _hanging(lines: Sequence[Line], pairs: Sequence[int]) -> frozenset[int]:
    """Lines that stand below the words of a point, not its label, and begin in the middle of a sentence."""
    found: set[int] = set()
    column = 0
    for n in pairs:
        before, line = lines[n - 1], lines[n]
        if n - 1 not in found:
            label = point(before.text)
            column = before.indent + len(before.text) - len(label.text) if label else 0
        long = len(before.raw) >= _NARROWEST
        if column and line.indent >= column and (line.text[0].islower() or long):
            found.add(n)
    return frozenset(found)


def _may_go_on(before: Line, line: Line) -> bool:
    """Whether two lines could be one sentence: no point, title, label, table or message begins with the second."""
    if not before.text or not line.text or before.quoted != line.quoted:
        return False
    begins = point(line.text) or hash_title(line.text) or _LABEL.match(line.text) or fence(line.text)
    drawn = _DRAWN.search(line.text) or _DRAWN.search(before.text)
    return not begins and not drawn and not head(line.text) and not hash_title(before.text)
