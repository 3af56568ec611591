"""A sentence cut into pieces, each about one thing: what is done, by whom, when, with which money, after what."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tasks.extraction.doers import agents
from tasks.extraction.phrases import after, equals, pattern, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import tidy

_BORDER = re.compile(r"\s*(?:[,;]\s+|\s(?:--?|–|—|->|→)\s)")
BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
"""Words in round or square brackets."""
_COUNT = re.compile(
    r"(?:±\s*|sebanyak\s+|paling\s+sedikit\s+|minimal\s+|at\s+least\s+)?\d[\d.,]*\s*%?\s+[^\W\d_]+(?:[\s/-]+[^\W\d_]+){0,5}(?:\s+(?:dan|and)\s+\d[\d.,]*\s+[^\W\d_]+)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?<!\w)(?:sebanyak|sejumlah|berupa|output\s+berupa|keluaran\s+berupa|with\s+a\s+target\s+of)(?!\w)", re.IGNORECASE
)
_PURPOSE = pattern("purpose")
_NEAR = 40  # letters within which a fund stands behind "dengan dana"
LED = ("obstacle", "progress", "solution", "output")
"""Kinds of pieces that begin with a word for them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence and what it is about.

    kind: action, owner, supporter, period, money, fund, depends, output, obstacle, progress, solution, purpose, other.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    kind: str
    border: bool = False


def pieces(text: str, recognise: Recognisers, action_first: bool = True) -> list[Piece]:
    """The pieces of a sentence in order; the first is the action, unless the action was said before."""
    marks = _marks(text, recognise)
    out: list[Piece] = []
    for mark, end in zip(marks, [*(m.start for m in marks[1:]), len(text)], strict=True):
        words = _stripped(text[mark.start : end])
        if not words or equals("funded", words) or (out and equals("when", words)):
            continue
        kind = "action" if action_first and not out else mark.kind or classify(words, recognise)
        if kind == "depends" and out and out[-1].kind == kind and not mark.border:
            out[-1] = Piece(kind, f"{out[-1].text} {words}")
        else:
            out.append(Piece(kind, words))
    return _joined(out)


def _joined(found: Sequence[Piece]) -> list[Piece]:
    """Unclassified pieces behind the action, before anything else was said, still belong to it ("modul, panduan")."""
    out: list[Piece] = []
    for piece in found:
        if piece.kind == "other" and len(out) == 1 and out[0].kind == "action":
            out[0] = Piece("action", f"{out[0].text}, {piece.text}")
        else:
            out.append(piece)
    return out


def classify(words: str, recognise: Recognisers) -> str:
    """What a piece between two commas or brackets is about, by how it begins and what it holds; "other" if unclear."""
    led = next((kind for kind in LED if starts(kind, words)), "")
    return led or next((kind for kind, is_it in _TESTS if is_it(words, recognise)), "other")


def _is_condition(words: str, recognise: Recognisers) -> bool:
    return starts("depends", words) or starts("depends weak", words)


def _is_period(words: str, recognise: Recognisers) -> bool:
    found = recognise.periods(words)
    return (bool(found) and found[0].start == 0) or recognise.is_period(words)


def _is_fund(words: str, recognise: Recognisers) -> bool:
    return starts("funded", words) and bool(recognise.funds(words))


def _is_owner(words: str, recognise: Recognisers) -> bool:
    """Whether a piece names institutions and hardly anything else, or says by whom."""
    if recognise.only_institutions(words):
        return True
    named = after("by", words)
    return (
        starts("by", words)
        and not recognise.is_period(words)
        and (bool(recognise.institutions(words)) or named[:1].isupper())
    )


_TESTS: tuple[tuple[str, Callable[[str, Recognisers], bool]], ...] = (
    ("depends", _is_condition),
    ("supporter", lambda words, _: starts("support", words)),
    ("money", lambda words, recognise: bool(recognise.money(words))),
    ("fund", lambda words, recognise: recognise.only_fund(words)),
    ("owner", _is_owner),
    ("period", _is_period),
    ("fund", _is_fund),
    ("purpose", lambda words, _: _PURPOSE.match(words) is not None),
    ("output", lambda words, _: _COUNT.fullmatch(words) is not None),
)
"""What a piece may be, asked in this order."""


def _marks(text: str, recognise: Recognisers) -> list[_Mark]:
    """Where pieces begin. Borders and words inside a period, a name or a sum of money do not count."""
    periods = recognise.periods(text)
    money = recognise.money(text)
    whole = [(m.start, m.end) for m in [*periods, *money, *recognise.institutions(text)]]
    brackets = [(b.start(), b.end()) for b in BRACKET.finditer(text)]
    marks = [_Mark(0, "", border=True)]
    marks += [
        _Mark(b.end(), "", border=True) for b in _BORDER.finditer(text) if not _within(b.start(), [*whole, *brackets])
    ]
    marks += [_Mark(p.start, "period") for p in periods if not _within(p.start, brackets)]
    marks += [_Mark(m.start, "money") for m in money if not _within(m.start, brackets)]
    marks += [m for m in _words(text, recognise) if not _within(m.start, [*brackets, *whole])]
    return _in_order(marks)


def _words(text: str, recognise: Recognisers) -> Iterator[_Mark]:
    """Words that begin a new piece in the middle of a sentence."""
    yield from _people(text, recognise)
    for found in pattern("depends").finditer(text):
        yield _Mark(found.start(), "depends")
    for found in pattern("funded by").finditer(text):
        if recognise.funds(text[found.end() : found.end() + _NEAR]):
            yield _Mark(found.start(), "fund")
    for found in _COUNTED.finditer(text):
        yield _Mark(found.start(), "output")
    for found in _PURPOSE.finditer(text):
        yield _Mark(found.start(), "purpose")


def _people(text: str, recognise: Recognisers) -> Iterator[_Mark]:
    """Where words say by whom something is done, or with whose help."""
    for found in pattern("together").finditer(text):
        # "A bersama B" is one piece: who does it together.
        joint = any(i.end == len(text[: found.start()].rstrip()) for i in recognise.institutions(text))
        if not joint and _helped(text, found.end(), recognise):
            yield _Mark(found.start(), "supporter")
    for start in agents(text, recognise):
        yield _Mark(start, "owner")
    for found in pattern("support").finditer(text):
        if any(found.end() <= i.start <= found.end() + 3 for i in recognise.institutions(text)):
            yield _Mark(found.start(), "supporter")


def _helped(text: str, start: int, recognise: Recognisers) -> bool:
    """Whether "bersama" or "with" leads in a name at the end of what is to be done, a time or comma behind it."""
    named = next((i for i in recognise.institutions(text) if start <= i.start <= start + len(" the ")), None)
    if named is None:
        return False
    rest = text[named.end :].lstrip()
    return not rest or rest[0] in ",;.(" or any(p.start == len(text) - len(rest) for p in recognise.periods(text))


def _in_order(marks: Sequence[_Mark]) -> list[_Mark]:
    """Marks by place, those left out that only go on with the piece in which they stand."""
    out: list[_Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, not m.border)):
        if out and mark.start == out[-1].start:
            out[-1] = _Mark(mark.start, out[-1].kind or mark.kind, border=True)
        elif not out or mark.border or _begins(mark, out[-1]):
            out.append(mark)
    return out


def _begins(mark: _Mark, last: _Mark) -> bool:
    """Whether a mark without a border begins a new piece.

    A time within a condition belongs to it, a purpose to the action unless something else came between.
    """
    if mark.kind == last.kind:
        return mark.kind == "depends"
    if last.kind in {"depends", "fund"}:
        return mark.kind in {"money", "supporter"}
    return mark.kind != "purpose" or bool(last.kind)


def _within(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start < place < end for start, end in stretches)


def _stripped(text: str) -> str:
    return tidy(text).strip(" ,;–—").removesuffix("->").removesuffix("--").strip(" -.")
