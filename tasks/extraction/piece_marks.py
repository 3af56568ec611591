"""Where in a sentence something else begins to be said: at commas and dashes, times and sums, words about people."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.extraction.action_words import is_verb
from tasks.extraction.doers import agents
from tasks.extraction.phrases import equals, pattern
from tasks.extraction.recognise import Recognisers

_BORDER = re.compile(r"\s*(?:[,;]\s+|\s(?:--?|–|—|->|→)\s)")
BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
"""Words in round or square brackets."""
_COUNTED = re.compile(
    r"(?<!\w)(?:sebanyak|sejumlah|berupa|output\s+berupa|keluaran\s+berupa|with\s+a\s+target\s+of)(?!\w)", re.IGNORECASE
)
_WHY = ("purpose", "because")
_NEAR = 40  # letters within which a fund stands behind "dengan dana"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a piece begins; kind: of Piece, "" if unknown; border: whether a comma or the like stands before it."""

    start: int
    kind: str
    border: bool = False


def marks(text: str, recognise: Recognisers) -> list[Mark]:
    """Where pieces begin. Borders and words inside a period, a name or a sum of money do not count."""
    periods = recognise.periods(text)
    money = recognise.money(text)
    whole = [(m.start, m.end) for m in [*periods, *money, *recognise.institutions(text)]]
    brackets = [(b.start(), b.end()) for b in BRACKET.finditer(text)]
    found = [Mark(0, "", border=True)]
    found += [
        Mark(b.end(), "", border=True) for b in _BORDER.finditer(text) if not _within(b.start(), [*whole, *brackets])
    ]
    found += [Mark(p.start, "period") for p in periods if not _within(p.start, brackets)]
    found += [Mark(m.start, "money") for m in money if not _within(m.start, brackets)]
    found += [m for m in _words(text, recognise) if not _within(m.start, [*brackets, *whole])]
    return _in_order(found)


def _words(text: str, recognise: Recognisers) -> Iterator[Mark]:
    """Words that begin a new piece in the middle of a sentence."""
    yield from _people(text, recognise)
    for found in pattern("depends").finditer(text):
        yield Mark(found.start(), "depends")
    for found in pattern("funded by").finditer(text):
        if recognise.funds(text[found.end() : found.end() + _NEAR]):
            yield Mark(found.start(), "fund")
    for found in _COUNTED.finditer(text):
        yield Mark(found.start(), "output")
    for kind in _WHY:
        for found in pattern(kind).finditer(text):
            yield Mark(found.start(), kind)


def _people(text: str, recognise: Recognisers) -> Iterator[Mark]:
    """Where words say by whom something is done, or with whose help."""
    for found in pattern("together").finditer(text):
        # "A bersama B" is one piece: who does it together.
        joint = any(i.end == len(text[: found.start()].rstrip()) for i in recognise.institutions(text))
        if not joint and _helped(text, found.end(), recognise):
            yield Mark(found.start(), "supporter")
    for start in agents(text, recognise):
        yield Mark(start, "owner")
    for found in pattern("support").finditer(text):
        named = any(found.end() <= i.start <= found.end() + len(" the ") for i in recognise.institutions(text))
        if named and not _what_is_signed(text[: found.start()]):
            yield Mark(found.start(), "supporter")


def _what_is_signed(before: str) -> bool:
    """Whether "kerja sama" is what is agreed on rather than with whose help: "perjanjian kerja sama dengan RSUD"."""
    words = before.split()
    return bool(words) and (equals("agreement", words[-1]) or is_verb(words[-1]))


def _helped(text: str, start: int, recognise: Recognisers) -> bool:
    """Whether "bersama" or "with" leads in a name at the end of what is to be done, a time or comma behind it."""
    named = next((i for i in recognise.institutions(text) if start <= i.start <= start + len(" the ")), None)
    if named is None:
        return False
    rest = text[named.end :].lstrip()
    return not rest or rest[0] in ",;.(" or any(p.start == len(text) - len(rest) for p in recognise.periods(text))


def _in_order(marks: Sequence[Mark]) -> list[Mark]:
    """Marks by place, those left out that only go on with the piece in which they stand."""
    out: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, not m.border)):
        if out and mark.start == out[-1].start:
            out[-1] = Mark(mark.start, out[-1].kind or mark.kind, border=True)
        elif not out or mark.border or (_begins(mark, out[-1]) and not _of_purpose(mark, out)):
            out.append(mark)
    return out


def _of_purpose(mark: Mark, before: Sequence[Mark]) -> bool:
    """Whether a time belongs to what something is for, since its own was told: "by April so that … in May"."""
    return mark.kind == "period" and before[-1].kind == "purpose" and any(m.kind == "period" for m in before)


def _begins(mark: Mark, last: Mark) -> bool:
    """Whether a mark without a border begins a new piece.

    A time within a condition or a reason belongs to it, a purpose or reason to the action unless something else came
    between.
    """
    if mark.kind == last.kind:
        return mark.kind == "depends"
    if last.kind in {"depends", "fund"}:
        return mark.kind in {"money", "supporter"}
    if last.kind == "because":
        return mark.kind == "depends"
    return mark.kind not in _WHY or bool(last.kind)


def _within(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start < place < end for start, end in stretches)
