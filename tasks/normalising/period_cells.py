"""A cell or clause that states a period, read as a whole: expressions, recurrences, offsets, and what is left over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from tasks.model.values import Period, Sense
from tasks.normalising.period_context import Setting, concrete, setting
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_loose import Duration, duration, offset, recurrence
from tasks.normalising.period_phrases import Expression, read
from tasks.normalising.period_sense import Bounds, bounds, union
from tasks.normalising.period_tokens import tokens
from tasks.normalising.period_years import kind
from tasks.normalising.reference import rows
from tasks.normalising.stretches import Span

Tokens = Sequence[Token]
_FAR = 3  # tokens between a marker and its period
_FIRST_SERIAL, _LAST_SERIAL = 36526, 58000  # days of Excel: 2000 to 2058
_SERIAL_ORIGIN = date(1899, 12, 30)
_CONDITIONS = frozenset({"after", "before", "wait", "offset", "next", "event"})
_BINDING = frozenset({
    "number", "date", "month", "month year", "pair", "after", "before", "wait", "offset", "by", "from", "each",
    "recurring", "part", "ordinal",
})  # fmt: skip
_TOLERATED = frozenset({
    "other", "noise", "article", "bracket", "comma", "label", "in", "clock", "unit", "and", "dash", "out", "event",
    "times", "date", "wait", "after", "before", "meeting", "ordinal", "whole", "dots", "next", "per", "by", "one",
    "from",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a cell's tokens hold; left: the tokens that belong to nothing."""

    expressions: tuple[Expression, ...] = ()
    durations: tuple[Duration, ...] = ()
    offsets: tuple[Bounds, ...] = ()
    recurring: bool = False
    left: tuple[Token, ...] = ()


def read_cell(text: str, year: int, today: date | None, events: Mapping[str, Span]) -> Period | None:
    """The period of a cell: see `periods.parse_period`."""
    words = " ".join(text.split())
    if not words:
        return None
    vague = Period(None, None, Sense.NONE, text)
    if _only_vague(words):
        return vague
    serial = _serial(words)
    if serial is not None:
        return Period(serial, serial, Sense.WHOLE, text)
    plan = setting(year, today, events)
    toks = concrete(tokens(words), plan)
    found = _meaning(toks, _scan(toks, plan), plan)
    if found is None:
        return None
    return Period(found.start, found.end, found.sense, text)


def _folded(words: str) -> str:
    return words.casefold().strip(" .,;:()[]*\"'“”!?") or words[:1]


@cache
def _vague() -> frozenset[str]:
    return frozenset(row["phrase"] for row in rows("vague_words"))


def _only_vague(words: str) -> bool:
    """Vague words, with others behind them that bind nothing to a date: "menyesuaikan jadwal UNBK"."""
    folded = _folded(words)
    if folded in _vague():
        return True
    begins = any(folded.startswith(f"{phrase} ") for phrase in _vague() if len(phrase) > 3)
    return begins and not any(t.kind in _BINDING for t in tokens(words))


def _serial(words: str) -> date | None:
    number = words.removesuffix(".0")
    if not (number.isdigit() and number.isascii() and _FIRST_SERIAL <= int(number[:9]) <= _LAST_SERIAL):
        return None
    return _SERIAL_ORIGIN + timedelta(days=int(number))


def _scan(toks: Tokens, plan: Setting) -> _Cell:
    cell, i = _Cell(), 0
    while i < len(toks):
        cell, i = _step(toks, i, plan, cell)
    return cell


def _step(toks: Tokens, i: int, plan: Setting, cell: _Cell) -> tuple[_Cell, int]:
    end = recurrence(toks, i)
    if end:
        return replace(cell, recurring=True), end
    shift = offset(toks, i, plan)
    if shift is not None:
        return replace(cell, offsets=(*cell.offsets, shift[0])), shift[1]
    expression = read(toks, i)
    if expression is not None:
        return replace(cell, expressions=(*cell.expressions, expression)), expression.end
    length = duration(toks, i)
    if length is not None:
        return replace(cell, durations=(*cell.durations, length[0])), length[1]
    return replace(cell, left=(*cell.left, toks[i])), i + 1


def _meaning(toks: Tokens, cell: _Cell, plan: Setting) -> Bounds | None:
    if any(t.kind == "refuse" for t in toks) or _labelled(toks, cell) or not _tolerable(toks, cell):
        return None
    expressions = [e for e in cell.expressions if not _of_something(toks, e)]
    year = _common_year(expressions) or plan.year
    dated = [_led(toks, e, bounds(e, year)) for e in expressions]
    if any(b is None for b in dated):
        return None
    stated = union([b for b in dated if b is not None])
    if stated is not None:
        return _recurring(stated, plan.year) if cell.recurring else _lasting(stated, cell)
    return _undated(cell, plan.year)


def _led(toks: Tokens, expression: Expression, found: Bounds | None) -> Bounds | None:
    """A marker may stand a word or two before what it marks: "selesai 100 % Mei 2017", "by COB 30 June"."""
    before = [t.kind for t in toks[max(expression.start - _FAR, 0) : expression.start]]
    marker = next((k for k in reversed(before) if k in {"by", "from", "comma", "bracket"}), "")
    if found is None or found.start is None or found.end is None or marker not in {"by", "from"}:
        return found
    return Bounds(None, found.end, Sense.BY) if marker == "by" else Bounds(found.start, None, Sense.FROM)


def _of_something(toks: Tokens, expression: Expression) -> bool:
    """Whether a bare year belongs to the word before it ("sebelum UN 2018"), which is then no period."""
    before = toks[expression.start - 1] if expression.start else None
    bare = all(piece.weak and piece.stretch.unit == "year" for piece in expression.pieces)
    return bare and before is not None and before.kind == "other" and before.text.isalpha()


def _common_year(expressions: Sequence[Expression]) -> int:
    """The one year that is written in a cell; it holds for all periods of the cell. 0 if none or several are."""
    years = {piece.stretch.year for e in expressions for piece in e.pieces if piece.stretch.year}
    return years.pop() if len(years) == 1 else 0


def _undated(cell: _Cell, year: int) -> Bounds | None:
    """What a cell without a date in it says: a distance from something, a recurrence, a condition, a length."""
    if cell.offsets:
        if any(t.kind == "by" for t in cell.left):
            return Bounds(None, cell.offsets[0].end, cell.offsets[0].sense)
        return cell.offsets[0] if len(cell.offsets) == 1 else Bounds(None, None, Sense.RELATIVE)
    if cell.recurring:
        return Bounds(date(year, 1, 1), date(year, 12, 31), Sense.RECURRING)
    if any(t.kind in _CONDITIONS for t in cell.left):
        return Bounds(None, None, Sense.RELATIVE)
    return Bounds(None, None, Sense.NONE) if cell.durations and not _words_left(cell) else None


def _labelled(toks: Tokens, cell: _Cell) -> bool:
    """Such as "Pusat: Mei, Daerah: Juni": several periods for several people are not one period."""
    labels = sum(1 for a, b in pairwise(toks) if a.kind == "other" and not a.roman and b.text == ":")
    return labels > 1 and len(cell.expressions) > 1


def _tolerable(toks: Tokens, cell: _Cell) -> bool:
    """Whether what is left can be a remark beside the period: words and counted things, no lone number."""
    for token in cell.left:
        if (token.kind == "number" or token.roman) and not (_counts(toks, token) or _is_day(toks, token, cell)):
            return False
        if token.kind not in _TOLERATED and token.kind not in _CONDITIONS and token.kind != "number":
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


def _is_day(toks: Tokens, token: Token, cell: _Cell) -> bool:
    """The day of a recurrence: "tanggal 10 setiap bulan"."""
    return cell.recurring and kind(toks, toks.index(token) - 1) == "date"


def _words_left(cell: _Cell) -> bool:
    return any(t.kind == "other" for t in cell.left)


def _recurring(stated: Bounds, year: int) -> Bounds:
    end = stated.end
    if stated.start is not None and end is None:
        end = date(max(stated.start.year, year), 12, 31)
    return Bounds(stated.start, end, Sense.RECURRING)


def _lasting(stated: Bounds, cell: _Cell) -> Bounds:
    """Such as "3 bulan sejak Mei 2017": a start and a length make an end."""
    if stated.sense is not Sense.FROM or stated.start is None or len(cell.durations) != 1:
        return stated
    end = cell.durations[0].after(stated.start)
    return Bounds(stated.start, end, Sense.WITHIN) if end else stated
