"""A cell or clause that states a period, read as a whole: expressions, recurrences, offsets, and what is left over."""

from datetime import date, timedelta
from functools import cache, lru_cache

from tasks.model.values import Grain, Period, Sense
from tasks.normalising.period_asides import unnumbered, without_denied
from tasks.normalising.period_context import Setting
from tasks.normalising.period_quarters import explained, in_budget_years
from tasks.normalising.period_reading import Reading
from tasks.normalising.period_rest import CONDITIONS, Cell, common_year, led, words_left
from tasks.normalising.period_sense import Bounds, bounds, union
from tasks.normalising.period_templates import read_words
from tasks.normalising.period_tokens import tokens
from tasks.normalising.reference import rows

_FIRST_SERIAL, _LAST_SERIAL = 36526, 58000  # days of Excel: 2000 to 2058
_SERIAL_ORIGIN = date(1899, 12, 30)
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
    words = without_denied(words)
    found = _stated(words, plan)
    if found is None and (bare := unnumbered(words)):
        found = _stated(bare, plan)
    return None if found is None else Period(found.start, found.end, found.sense, text, found.grain)


def _stated(words: str, plan: Setting) -> Bounds | None:
    reading = read_words(words, plan)
    return _meaning(reading, plan) if reading.sound else None


def says_only_time(text: str, plan: Setting) -> bool:
    """Whether a cell states a period, or a vague one, and no word besides."""
    words = " ".join(text.split())
    if not words or read_cell(text, plan) is None:
        return False
    return _only_vague(words) or _serial(words) is not None or not words_left(read_words(words, plan).cell)


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
    known = _vague().get(folded.partition(" ")[0])
    if known is None:
        return False
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


def _meaning(found: Reading, plan: Setting) -> Bounds | None:
    cell = found.cell
    year = common_year(found.expressions) or plan.year
    expressions = in_budget_years(found.expressions, plan)
    read = [led(found.toks, e, bounds(e, year, plan.budget)) for e in expressions]
    told = explained(found.toks, expressions, read)
    dated = [days for days in told if days is not None]
    if len(dated) < len(told):
        return None
    stated = union(dated)
    if stated is not None:
        return _recurring(stated, cell, plan.year) if cell.recurrences else _lasting(stated, cell)
    return _undated(cell)


def _undated(cell: Cell) -> Bounds | None:
    """What a cell without a date in it says: a distance from something, a recurrence, a condition, a length."""
    if cell.offsets:
        only = cell.offsets[0]
        if any(t.kind == "by" for t in cell.left):
            return only._replace(start=None)
        return only if len(cell.offsets) == 1 else Bounds(None, None, Sense.RELATIVE)
    if cell.recurrences:
        return Bounds(None, None, Sense.RECURRING, _interval(cell))
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
    """Such as "3 bulan sejak Mei 2017": a start and a length make an end, so do a month and a length beyond it."""
    if stated.start is None or len(cell.durations) != 1:
        return stated
    end = cell.durations[0].after(stated.start)
    if end is None or (stated.end is not None and (end <= stated.end or words_left(cell))):
        return stated
    return Bounds(stated.start, end, Sense.WITHIN, stated.grain)
