"""Two versions of a table as one with tracked changes, made from the data.

Accepting all gives the later version exactly, rejecting all the earlier one. A row or paragraph that came or went is
marked whole; within a cell the words that differ are. What stands elsewhere in the later version is deleted at its old
place and inserted at its new one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from rapidfuzz.distance import Indel, Opcode

from tasks.rendering.word.inline import clean

Cells = tuple[str, ...]
Rows = Mapping[str, Cells]
"""The cells of each row by the row's lasting name, in order."""

_TOKEN: Final = re.compile(r"\s+|\w+|[^\w\s]")
_INS, _DEL = "ins", "del"


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the table with tracked changes: its cells before and after, None where it is not there."""

    old: Cells | None
    new: Cells | None


def paired(before: Rows, after: Rows) -> Iterator[Pair]:
    """The rows of both versions in one order, from which either version's own order can be had back."""
    place = {name: n for n, name in enumerate(before)}
    kept = _longest_rising([(place[name], name) for name in after if name in place])
    gone = iter([(name, cells) for name, cells in before.items()])
    for name, cells in after.items():
        if name not in kept:
            yield Pair(None, cells)
            continue
        for other, old in gone:
            if other == name:
                yield Pair(old, cells)
                break
            yield Pair(old, None)
    yield from (Pair(old, None) for _, old in gone)


class Marker:
    """Writes what differs. author, moment: of every change, the moment as in Word (2017-02-11T16:30:00Z)."""

    def __init__(self, author: str, moment: str) -> None:
        self._ids = count(1)
        self._by = f" w:author={quoteattr(clean(author))} w:date={quoteattr(moment)}"

    def mark(self, name: str) -> str:
        """The beginning of `w:ins` or `w:del`, without its end."""
        return f'<w:{name} w:id="{next(self._ids)}"{self._by}'

    def paragraph(self, old: str | None, new: str | None, style: str = "") -> str:
        """A paragraph that says this before and that after; None: it is not there."""
        whole = _DEL if new is None else _INS if old is None else ""
        mark = f"<w:rPr>{self.mark(whole)}/></w:rPr>" if whole else ""
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        about = f"<w:pPr>{named}{mark}</w:pPr>" if named or mark else ""
        return f"<w:p>{about}{self.words(old or '', new or '')}</w:p>"

    def row(self, pair: Pair, widths: Sequence[str], head: bool = False) -> str:
        """A row of a table; widths: the properties of its cells, as XML."""
        old, new = pair.old, pair.new
        whole = _DEL if new is None else _INS if old is None else ""
        about = "<w:cantSplit/>" + "<w:tblHeader/>" * head + (self.mark(whole) + "/>" if whole else "")
        style = "Kepala" if head else ""
        blank = (None,) * len(widths)
        cells = zip(widths, old or blank, new or blank, strict=True)
        told = "".join(f"<w:tc>{width}{self.paragraph(was, now, style)}</w:tc>" for width, was, now in cells)
        return f"<w:tr><w:trPr>{about}</w:trPr>{told}</w:tr>"

    def words(self, old: str, new: str) -> str:
        """Runs in which the words of one text are deleted and those of the other inserted where they differ."""
        if old == new:
            return _run(new, "t") if new else ""
        a, b = _TOKEN.findall(old), _TOKEN.findall(new)
        told = []
        for step in _joined(Indel.opcodes(a, b), a):
            was, now = "".join(a[step.src_start : step.src_end]), "".join(b[step.dest_start : step.dest_end])
            if step.tag == "equal":
                told.append(_run(was, "t"))
                continue
            if was:
                told.append(f"{self.mark(_DEL)}>{_run(was, 'delText')}</w:del>")
            if now:
                told.append(f"{self.mark(_INS)}>{_run(now, 't')}</w:ins>")
        return "".join(told)


def _joined(codes: Iterable[Opcode], old: Sequence[str]) -> Iterator[Opcode]:
    """The steps with neighbouring changes as one, also across mere white space, so that phrases stay in one piece."""
    held: Opcode | None = None
    for code in codes:
        blank = held and code.src_end - code.src_start == 1 and old[code.src_start].isspace()
        if code.tag == "equal" and not blank:
            if held:
                yield held
            held = None
            yield code
        else:
            first = held or code
            held = Opcode("replace", first.src_start, code.src_end, first.dest_start, code.dest_end)
    if held:
        yield held


def _run(text: str, tag: str) -> str:
    lines = clean(text).split("\n")
    told = (f'<w:{tag} xml:space="preserve">{escape(line)}</w:{tag}>' if line else "" for line in lines)
    return f"<w:r>{'<w:br/>'.join(told)}</w:r>"


def _longest_rising(places: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Of names with places the most whose places rise: the rows that need not be moved."""
    tails: list[int] = []
    at: list[int] = []
    before = [-1] * len(places)
    for n, (place, _) in enumerate(places):
        size = bisect_left(tails, place)
        tails[size : size + 1] = [place]
        at[size : size + 1] = [n]
        before[n] = at[size - 1] if size else -1
    found = []
    n = at[-1] if at else -1
    while n >= 0:
        found.append(places[n][1])
        n = before[n]
    return frozenset(found)
