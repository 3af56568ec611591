"""Words that mean a date only against the plan: "tahun depan", "minggu depan", "Lebaran", "UNBK"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from tasks.normalising.fiscal_years import CALENDAR_YEAR, BudgetYear
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_tokens import tokens
from tasks.normalising.period_years import is_year, kind
from tasks.normalising.reference import rows
from tasks.normalising.stretches import Span, add_months, months

Tokens = Sequence[Token]
_PLANNED = frozenset({"event", "next"})
_MONTHS_OF = {"month": 1, "quarter": 3, "third": 4, "semester": 6}


@dataclass(frozen=True, eq=False)
class Setting:
    """The plan's year, first and last day of its meeting, its dated events with their names cut into words.

    budget: how budget years run.
    """

    year: int
    first: date | None = None
    today: date | None = None
    events: Mapping[tuple[str, ...], Span] = field(default_factory=dict)
    budget: BudgetYear = CALENDAR_YEAR

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """First words of what only the plan gives a date."""
        return frozenset(words[0] for words in self.events if words)


@lru_cache(maxsize=64)
def setting(
    year: int,
    first: date | None,
    today: date | None,
    events: tuple[tuple[str, Span], ...],
    budget: BudgetYear = CALENDAR_YEAR,
) -> Setting:
    """The setting of a plan; equal plans have the same one."""
    return Setting(year, first, today, {tuple(t.text for t in tokens(name)): span for name, span in events}, budget)


def is_planned(toks: Tokens, plan: Setting) -> bool:
    """Whether there may be words in it that only the plan gives a date."""
    return any(t.kind in _PLANNED or t.text in plan.beginnings for t in toks)


def concrete(toks: Tokens, plan: Setting) -> tuple[Token, ...]:
    """The tokens with relative words and events replaced by what they mean in this plan, where that is decidable."""
    if not is_planned(toks, plan):
        return tuple(toks)
    out: list[Token] = []
    i = 0
    while i < len(toks):
        found = _named(toks, i, plan) or _event(toks, i, plan) or _relative(toks, i, plan)
        token, i = found or (toks[i], i + 1)
        out.append(token)
    return tuple(out)


def _token(kind_: str, toks: Tokens, i: int, end: int, numbers: tuple[int, ...]) -> Token:
    text = str(numbers[0]) if kind_ == "number" else " ".join(t.text for t in toks[i:end])
    return Token(kind_, toks[i].start, toks[end - 1].end, text, "relative", numbers)


def _span_token(toks: Tokens, i: int, end: int, span: Span, value: str) -> Token:
    days = (span[0].toordinal(), span[1].toordinal())
    return Token("span", toks[i].start, toks[end - 1].end, toks[i].text, value, days)


def _named(toks: Tokens, i: int, plan: Setting) -> tuple[Token, int] | None:
    for words, span in plan.events.items():
        end = i + len(words)
        if tuple(t.text for t in toks[i:end]) == words:
            if is_year(toks, end) and toks[end].numbers[0] == span[0].year:
                end += 1
            elif is_year(toks, end):
                continue
            return _span_token(toks, i, end, span, "event"), end
    return None


def _event(toks: Tokens, i: int, plan: Setting) -> tuple[Token, int] | None:
    if toks[i].kind != "event":
        return None
    end = i + 1
    if kind(toks, end) == "unit" and toks[end].value == "year" and is_year(toks, end + 1):
        end += 1
    year, end = (toks[end].numbers[0], end + 1) if is_year(toks, end) else (plan.year, i + 1)
    span = event_span(toks[i].value, year)
    return (_span_token(toks, i, end, span, "event"), end) if span else None


@lru_cache(maxsize=1024)
def event_span(event: str, year: int) -> Span | None:
    """Days of a dated event of calendar.csv in a year; the row of that very year wins over the general one."""
    found = [row for row in rows("calendar") if row["event"] == event and row["year"] in {"", str(year)}]
    for row in sorted(found, key=lambda r: r["year"], reverse=True):
        if row["holiday"]:
            return _holiday(row["holiday"], year)
        return date.fromisoformat(f"{year}-{row['start']}"), date.fromisoformat(f"{year}-{row['end']}")
    return None


def _holiday(name: str, year: int) -> Span | None:
    import holidays  # slow to load, and few plans name holidays

    days = [d for d, n in holidays.country_holidays("ID", years=year, language="en_US").items() if name in n]
    return (min(days), max(days)) if days else None


def _relative(toks: Tokens, i: int, plan: Setting) -> tuple[Token, int] | None:
    """Such as "tahun depan", "this year", "bulan ini", "next week"."""
    first, second = kind(toks, i), kind(toks, i + 1)
    if kind(toks, i - 1) == "number" and kind(toks, i - 2) not in {"date", "unit"}:
        return None  # "3 bulan mendatang" is a length, the 5 of "tanggal 5 bulan depan" is not
    if first in {"unit", "budget year"} and second == "next":
        unit, step = _unit(toks[i]), toks[i + 1].numbers[0]
    elif first == "next" and second in {"unit", "budget year"}:
        unit, step = _unit(toks[i + 1]), toks[i].numbers[0]
    else:
        return None
    if unit == "year":
        return _token("number", toks, i, i + 2, (plan.year + step,)), i + 2
    span = _around(unit, step, plan.today) if plan.today else None
    return (_span_token(toks, i, i + 2, span, unit), i + 2) if span else None


def _unit(token: Token) -> str:
    return "year" if token.kind == "budget year" else token.value


def _around(unit: str, step: int, today: date) -> Span | None:
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    length = _MONTHS_OF.get(unit)
    if length is None:
        return None
    first = today.replace(day=1, month=(today.month - 1) // length * length + 1)
    start = add_months(first, step * length)
    return months(start.year, start.month, start.month + length - 1)
