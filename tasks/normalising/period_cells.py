"""A cell or clause that states a period, read as a whole: expressions, recurrences, offsets, and what is left over."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tasks.model.values import Period, Sense
from tasks.normalising.period_context import Setting, concrete, setting
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_loose import duration, offset, recurrence
from tasks.normalising.period_phrases import read
from tasks.normalising.period_rest import (
    CONDITIONS,
    Cell,
    common_year,
    labelled,
    led,
    of_something,
    tolerable,
    words_left,
)
from tasks.normalising.period_sense import Bounds, bounds, union
from tasks.normalising.period_tokens import tokens
from tasks.normalising.reference import rows
from tasks.normalising.stretches import Span

Tokens = Sequence[Token]
_FIRST_SERIAL, _LAST_SERIAL = 36526, 58000  # days of Excel: 2000 to 2058
_SERIAL_ORIGIN = date(1899, 12, 30)
_BINDING = frozenset({
    "number", "date", "month", "month year", "pair", "after", "before", "wait", "offset", "by", "from", "each",
    "recurring", "part", "ordinal",
})  # fmt: skip


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


def says_only_time(text: str, year: int, today: date | None, events: Mapping[str, Span]) -> bool:
    """Whether a cell states a period, or a vague one, and no word besides."""
    words = " ".join(text.split())
    if not words or read_cell(text, year, today, events) is None:
        return False
    plan = setting(year, today, events)
    return (
        _only_vague(words) or _serial(words) is not None or not words_left(_scan(concrete(tokens(words), plan), plan))
    )


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


def _scan(toks: Tokens, plan: Setting) -> Cell:
    cell, i = Cell(), 0
    while i < len(toks):
        cell, i = _step(toks, i, plan, cell)
    return cell


def _step(toks: Tokens, i: int, plan: Setting, cell: Cell) -> tuple[Cell, int]:
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


def _meaning(toks: Tokens, cell: Cell, plan: Setting) -> Bounds | None:
    if any(t.kind == "refuse" for t in toks) or labelled(toks, cell) or not tolerable(toks, cell):
        return None
    expressions = [e for e in cell.expressions if not of_something(toks, e)]
    year = common_year(expressions) or plan.year
    dated = [led(toks, e, bounds(e, year)) for e in expressions]
    if any(b is None for b in dated):
        return None
    stated = union([b for b in dated if b is not None])
    if stated is not None:
        return _recurring(stated, plan.year) if cell.recurring else _lasting(stated, cell)
    return _undated(cell, plan.year)


def _undated(cell: Cell, year: int) -> Bounds | None:
    """What a cell without a date in it says: a distance from something, a recurrence, a condition, a length."""
    if cell.offsets:
        if any(t.kind == "by" for t in cell.left):
            return Bounds(None, cell.offsets[0].end, cell.offsets[0].sense)
        return cell.offsets[0] if len(cell.offsets) == 1 else Bounds(None, None, Sense.RELATIVE)
    if cell.recurring:
        return Bounds(date(year, 1, 1), date(year, 12, 31), Sense.RECURRING)
    if any(t.kind in CONDITIONS for t in cell.left):
        return Bounds(None, None, Sense.RELATIVE)
    return Bounds(None, None, Sense.NONE) if cell.durations and not words_left(cell) else None


def _recurring(stated: Bounds, year: int) -> Bounds:
    end = stated.end
    if stated.start is not None and end is None:
        end = date(max(stated.start.year, year), 12, 31)
    return Bounds(stated.start, end, Sense.RECURRING)


def _lasting(stated: Bounds, cell: Cell) -> Bounds:
    """Such as "3 bulan sejak Mei 2017": a start and a length make an end."""
    if stated.sense is not Sense.FROM or stated.start is None or len(cell.durations) != 1:
        return stated
    end = cell.durations[0].after(stated.start)
    return Bounds(stated.start, end, Sense.WITHIN) if end else stated
