"""What stands in a cell beside its period expressions, and whether it leaves them as they are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tasks.model.values import Grain, Sense
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_loose import Duration
from tasks.normalising.period_phrases import Expression
from tasks.normalising.period_sense import Bounds
from tasks.normalising.period_years import is_year, kind, skip, value

Tokens = Sequence[Token]

_FAR = 3  # tokens between a marker and its period
CONDITIONS = frozenset({"after", "before", "wait", "offset", "next", "event"})
_TOLERATED = frozenset({
    "other", "noise", "article", "bracket", "comma", "label", "in", "clock", "unit", "and", "dash", "out", "event",
    "times", "date", "wait", "after", "before", "meeting", "ordinal", "whole", "dots", "next", "per", "by", "one",
    "from",
})  # fmt: skip


@dataclass(slots=True)
class Cell:
    """What a cell's tokens hold; recurrences: the intervals; left: the tokens that belong to nothing."""

    expressions: list[Expression] = field(default_factory=list)
    durations: list[Duration] = field(default_factory=list)
    offsets: list[Bounds] = field(default_factory=list)
    recurrences: list[Grain | None] = field(default_factory=list)
    left: list[Token] = field(default_factory=list)


def labelled(toks: Tokens, cell: Cell) -> bool:
    """Such as "Pusat: Mei, Daerah: Juni": several periods for several people are not one period."""
    labels = sum(1 for a, b in pairwise(toks) if a.kind == "other" and not a.roman and b.text == ":")
    return labels > 1 and len(cell.expressions) > 1


def cites(toks: Tokens) -> bool:
    """Whether a numbered regulation is cited ("PP 17 Tahun 2010"), whose year is no period."""
    return any(
        a.kind == "other" and b.kind == "number" and c.kind == "unit" and c.value == "year" and is_year(toks, i + 3)
        for i, (a, b, c) in enumerate(zip(toks, toks[1:], toks[2:], strict=False))
    )


def tolerable(toks: Tokens, cell: Cell) -> bool:
    """Whether what is left can be a remark beside the period: words and counted things, no lone number."""
    for token in cell.left:
        if (token.kind == "number" or token.roman) and not (_counts(toks, token) or _is_day(toks, token, cell)):
            return False
        if token.kind == "unit" and _is_numbered(toks, token):
            return False
        if token.kind == "to" and _joins_weekdays(toks, token):
            continue
        if token.kind not in _TOLERATED and token.kind not in CONDITIONS and token.kind != "number":
            return False
        if token.kind == "other" and any(c.isdigit() for c in token.text) and not _counts(toks, token):
            return False
    return True


def _counts(toks: Tokens, token: Token) -> bool:
    """A number directly before a word counts it ("2 angkatan"), a roman one behind a word is its label ("tahap I")."""
    i = toks.index(token)
    if token.roman:
        return i > 0 and toks[i - 1].kind == "other" and toks[i - 1].text.isalpha()
    return kind(toks, i + 1) in {"other", "times"} and (toks[i + 1].text.isalpha() or toks[i + 1].text == "%")


def _is_numbered(toks: Tokens, token: Token) -> bool:
    """A unit with a number that nothing understands: "minggu ke-6", "minggu ke-23 tahun 2017"."""
    i = skip(toks, toks.index(token) + 1, "ke", "-", ".")
    return kind(toks, i) in {"number", "ordinal", "date"} or (i < len(toks) and toks[i].roman > 0)


def _joins_weekdays(toks: Tokens, token: Token) -> bool:
    i = toks.index(token)
    return value(toks, i - 1) == value(toks, i + 1) == "weekday"


def _is_day(toks: Tokens, token: Token, cell: Cell) -> bool:
    """The day of a recurrence: "tanggal 10 setiap bulan"."""
    return bool(cell.recurrences) and kind(toks, toks.index(token) - 1) == "date"


def words_left(cell: Cell) -> bool:
    """Whether words are left that say nothing about time."""
    return any(t.kind in {"other", "meeting"} for t in cell.left)


def of_something(toks: Tokens, expression: Expression) -> bool:
    """Whether it belongs to the word before it and is no period: "sebelum UN 2018", "Permen 11/2015", "Pak Agus"."""
    before = toks[expression.start - 1] if expression.start else None
    if before is None or before.kind != "other" or not before.text.isalpha():
        return False
    return toks[expression.start].kind == "month year" or all(
        piece.weak and piece.stretch.unit in {"year", "month"} for piece in expression.pieces
    )


def led(toks: Tokens, expression: Expression, found: Bounds | None) -> Bounds | None:
    """A marker may stand a word or two before what it marks: "selesai 100 % Mei 2017", "by COB 30 June"."""
    if expression.start == 0:
        return found
    before = [t.kind for t in toks[max(expression.start - _FAR, 0) : expression.start]]
    marker = next((k for k in reversed(before) if k in {"by", "from", "comma", "bracket"}), "")
    if found is None or found.start is None or found.end is None or marker not in {"by", "from"}:
        return found
    start, end, sense = (None, found.end, Sense.BY) if marker == "by" else (found.start, None, Sense.FROM)
    return Bounds(start, end, sense, found.grain)


def common_year(expressions: Sequence[Expression]) -> int:
    """The one year that is written in a cell; it holds for all periods of the cell. 0 if none or several are."""
    if len(expressions) == 1 == len(expressions[0].pieces):
        return expressions[0].pieces[0].stretch.year
    years = {piece.stretch.year for e in expressions for piece in e.pieces if piece.stretch.year}
    return years.pop() if len(years) == 1 else 0
