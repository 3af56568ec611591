"""A cell or clause that states a period, read as a whole: expressions, recurrences, offsets, and what is left over."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from tasks.model.values import Grain, Period, Sense
from tasks.normalising.period_context import Setting, concrete
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_loose import duration, interval, offset, recurrence
from tasks.normalising.period_phrases import read
from tasks.normalising.period_rest import (
    CONDITIONS,
    Cell,
    cites,
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

Tokens = Sequence[Token]
_FIRST_SERIAL, _LAST_SERIAL = 36526, 58000  # days of Excel: 2000 to 2058
_SERIAL_ORIGIN = date(1899, 12, 30)
_ONLY_LEFT = frozenset({"other", "comma", "bracket"})
_COUNTED = frozenset({"unit", "times", "recurring"})
_LOOSE = frozenset({"recurring", "each", "per", "number", "ordinal", "times", "one", "whole", "in", "offset", "after"})
_BINDING = frozenset({
    "number", "date", "month", "month year", "pair", "after", "before", "wait", "offset", "by", "from", "each",
    "recurring", "part", "ordinal",
})  # fmt: skip


@lru_cache(maxsize=65536)
def read_cell(text: str, plan: Setting) -> Period | None:
    """The period of a cell: see `periods.parse_period`."""
    words = " ".join(text.split())
    if not words:
        return None
    if _only_vague(words):
        return Period(None, None, Sense.NONE, text)
    serial = _serial(words)
    if serial is not None:
        return Period(serial, serial, Sense.WHOLE, text, Grain.DAY)
    toks = concrete(tokens(words), plan)
    found = _meaning(toks, _scan(toks, plan), plan)
    return None if found is None else Period(found.start, found.end, found.sense, text, found.grain)


def says_only_time(text: str, plan: Setting) -> bool:
    """Whether a cell states a period, or a vague one, and no word besides."""
    words = " ".join(text.split())
    if not words or read_cell(text, plan) is None:
        return False
    return (
        _only_vague(words) or _serial(words) is not None or not words_left(_scan(concrete(tokens(words), plan), plan))
    )


def _folded(words: str) -> str:
    return words.casefold().strip(" .,;:()[]*\"'“”!?") or words[:1]


@cache
def _vague() -> dict[str, tuple[str, ...]]:
    """The vague phrases by their first word."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("vague_words"):
        first = row["phrase"].partition(" ")[0]
        found[first] = (*found.get(first, ()), row["phrase"])
    return found


def _only_vague(words: str) -> bool:
    """Vague words, with others behind them that bind nothing to a date: "menyesuaikan jadwal UNBK"."""
    folded = _folded(words)
    known = _vague().get(folded.partition(" ")[0], ())
    if folded in known:
        return True
    begins = any(folded.startswith(f"{phrase} ") for phrase in known if len(phrase) > 3)
    return begins and not any(t.kind in _BINDING for t in tokens(words))


def _serial(words: str) -> date | None:
    """A day as workbooks count it, with its time of day behind the point."""
    days, point, part = words.partition(".")
    if not days.isdecimal() or not days.isascii() or (point and not part.isdecimal()):
        return None
    return _SERIAL_ORIGIN + timedelta(days=int(days)) if _FIRST_SERIAL <= int(days[:9]) <= _LAST_SERIAL else None


def _scan(toks: Tokens, plan: Setting) -> Cell:
    cell, i = Cell(), 0
    while i < len(toks):
        kind = toks[i].kind
        counts = kind != "number" or (i + 1 < len(toks) and toks[i + 1].kind in _COUNTED)
        if kind in _ONLY_LEFT and not toks[i].roman:
            cell.left.append(toks[i])
            i += 1
        else:
            i = (kind in _LOOSE and counts and _loose(toks, i, plan, cell)) or _fixed(toks, i, cell)
    return cell


def _loose(toks: Tokens, i: int, plan: Setting, cell: Cell) -> int:
    """Adds the recurrence or distance that begins here; the index behind it, 0 if none does."""
    end = recurrence(toks, i)
    if end:
        cell.recurrences.append(interval(toks[i : max(end, i + 1)]))
        return end if end > i else 0
    shift = offset(toks, i, plan)
    if shift is None:
        return 0
    cell.offsets.append(shift[0])
    return shift[1]


def _fixed(toks: Tokens, i: int, cell: Cell) -> int:
    """Adds the expression or the length of time that begins here, or what is left over; the index behind it."""
    expression = read(toks, i)
    if expression is not None:
        cell.expressions.append(expression)
        return expression.end
    length = duration(toks, i)
    if length is not None:
        cell.durations.append(length[0])
        return length[1]
    cell.left.append(toks[i])
    return i + 1


def _meaning(toks: Tokens, cell: Cell, plan: Setting) -> Bounds | None:
    if any(t.kind == "refuse" for t in toks) or labelled(toks, cell) or cites(toks) or not tolerable(toks, cell):
        return None
    expressions = [e for e in cell.expressions if not of_something(toks, e)]
    year = common_year(expressions) or plan.year
    dated = [led(toks, e, bounds(e, year, plan.fiscal_month)) for e in expressions]
    if any(b is None for b in dated):
        return None
    stated = union([b for b in dated if b is not None])
    if stated is not None:
        return _recurring(stated, cell, plan.year) if cell.recurrences else _lasting(stated, cell)
    return _undated(cell, plan.year)


def _undated(cell: Cell, year: int) -> Bounds | None:
    """What a cell without a date in it says: a distance from something, a recurrence, a condition, a length."""
    if cell.offsets:
        only = cell.offsets[0]
        if any(t.kind == "by" for t in cell.left):
            return only._replace(start=None)
        return only if len(cell.offsets) == 1 else Bounds(None, None, Sense.RELATIVE)
    if cell.recurrences:
        return Bounds(date(year, 1, 1), date(year, 12, 31), Sense.RECURRING, _interval(cell))
    if any(t.kind in CONDITIONS and (len(cell.left) > 1 or t.kind == "event") for t in cell.left):
        return Bounds(None, None, Sense.RELATIVE)
    return Bounds(None, None, Sense.NONE) if cell.durations and not words_left(cell) else None


def _interval(cell: Cell) -> Grain | None:
    return next((grain for grain in cell.recurrences if grain), None)


def _recurring(stated: Bounds, cell: Cell, year: int) -> Bounds:
    end = stated.end
    if stated.start is not None and end is None:
        end = date(max(stated.start.year, year), 12, 31)
    return Bounds(stated.start, end, Sense.RECURRING, _interval(cell))


def _lasting(stated: Bounds, cell: Cell) -> Bounds:
    """Such as "3 bulan sejak Mei 2017": a start and a length make an end."""
    if stated.sense is not Sense.FROM or stated.start is None or len(cell.durations) != 1:
        return stated
    end = cell.durations[0].after(stated.start)
    return Bounds(stated.start, end, Sense.WITHIN, stated.grain) if end else stated
