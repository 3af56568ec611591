"""What stands in a cell beside its period expressions, and whether it leaves them as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tasks.model.values import Sense
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_loose import Duration
from tasks.normalising.period_phrases import Expression
from tasks.normalising.period_sense import Bounds
from tasks.normalising.period_years import kind

Tokens = Sequence[Token]

_FAR = 3  # tokens between a marker and its period
CONDITIONS = frozenset({"after", "before", "wait", "offset", "next", "event"})
_TOLERATED = frozenset({
    "other", "noise", "article", "bracket", "comma", "label", "in", "clock", "unit", "and", "dash", "out", "event",
    "times", "date", "wait", "after", "before", "meeting", "ordinal", "whole", "dots", "next", "per", "by", "one",
    "from",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell's tokens hold; left: the tokens that belong to nothing."""

    expressions: tuple[Expression, ...] = ()
    durations: tuple[Duration, ...] = ()
    offsets: tuple[Bounds, ...] = ()
    recurring: bool = False
    left: tuple[Token, ...] = ()


def labelled(toks: Tokens, cell: Cell) -> bool:
    """Such as "Pusat: Mei, Daerah: Juni": several periods for several people are not one period."""
    labels = sum(1 for a, b in pairwise(toks) if a.kind == "other" and not a.roman and b.text == ":")
    return labels > 1 and len(cell.expressions) > 1


def tolerable(toks: Tokens, cell: Cell) -> bool:
    """Whether what is left can be a remark beside the period: words and counted things, no lone number."""
    for token in cell.left:
        if (token.kind == "number" or token.roman) and not (_counts(toks, token) or _is_day(toks, token, cell)):
            return False
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


def _is_day(toks: Tokens, token: Token, cell: Cell) -> bool:
    """The day of a recurrence: "tanggal 10 setiap bulan"."""
    return cell.recurring and kind(toks, toks.index(token) - 1) == "date"


def words_left(cell: Cell) -> bool:
    """Whether words are left that say nothing about time."""
    return any(t.kind in {"other", "meeting"} for t in cell.left)


def of_something(toks: Tokens, expression: Expression) -> bool:
    """Whether a bare year belongs to the word before it ("sebelum UN 2018"), which is then no period."""
    before = toks[expression.start - 1] if expression.start else None
    bare = all(piece.weak and piece.stretch.unit == "year" for piece in expression.pieces)
    return bare and before is not None and before.kind == "other" and before.text.isalpha()


def led(toks: Tokens, expression: Expression, found: Bounds | None) -> Bounds | None:
    """A marker may stand a word or two before what it marks: "selesai 100 % Mei 2017", "by COB 30 June"."""
    before = [t.kind for t in toks[max(expression.start - _FAR, 0) : expression.start]]
    marker = next((k for k in reversed(before) if k in {"by", "from", "comma", "bracket"}), "")
    if found is None or found.start is None or found.end is None or marker not in {"by", "from"}:
        return found
    return Bounds(None, found.end, Sense.BY) if marker == "by" else Bounds(found.start, None, Sense.FROM)


def common_year(expressions: Sequence[Expression]) -> int:
    """The one year that is written in a cell; it holds for all periods of the cell. 0 if none or several are."""
    years = {piece.stretch.year for e in expressions for piece in e.pieces if piece.stretch.year}
    return years.pop() if len(years) == 1 else 0
