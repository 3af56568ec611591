"""Distances from an event: "H-7 UNBK", "2 minggu setelah rakor", "within 30 days of signing", "3 bulan ke depan"."""

from collections.abc import Sequence
from datetime import date, timedelta

from tasks.model.values import Grain, Sense
from tasks.normalising.period_context import Setting
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_loose import Duration, duration, grain_of
from tasks.normalising.period_sense import Bounds
from tasks.normalising.period_years import kind, text

Tokens = Sequence[Token]
_SINCE = frozenset({"from", "out", "article", "date", "label"})
_NAMED = frozenset({"other", "event", "meeting"})


def offset(toks: Tokens, i: int, plan: Setting) -> tuple[Bounds, int] | None:
    """The distance that begins at token i and the index behind it; no day in it where that of the event is unknown."""
    if kind(toks, i) == "offset":
        return _signed(toks, i, plan)
    if kind(toks, i) == "after" and kind(toks, i + 1) == "meeting":
        start = plan.today + timedelta(days=1) if plan.today else None
        return Bounds(start, None, Sense.RELATIVE, Grain.DAY), i + 2
    length = duration(toks, i)
    if length is None:
        return None
    if _counted_from(toks, length[1]):
        return _since(toks, *length, plan)
    return _apart(toks, *length, plan) or _ahead(toks, i, *length, plan)


def _signed(toks: Tokens, i: int, plan: Setting) -> tuple[Bounds, int]:
    words = toks[i].text
    days = int("".join(c for c in words if c.isdigit())) * (-1 if "-" in words else 1)
    j = i + 1
    while kind(toks, j) in {"after", "before", "article", "in"}:
        j += 1
    anchor = _anchor(toks, j, days > 0, plan)
    if anchor is None:
        return Bounds(None, None, Sense.RELATIVE, Grain.DAY), i + 1
    day = anchor[0] + timedelta(days=days)
    return Bounds(day, day, Sense.RELATIVE, Grain.DAY), anchor[1]


def _anchor(toks: Tokens, i: int, after: bool, plan: Setting) -> tuple[date, int] | None:
    if kind(toks, i) == "meeting" and plan.today:
        return (plan.today if after else plan.first or plan.today), i + 1
    if kind(toks, i) == "span":
        return date.fromordinal(toks[i].numbers[1 if after else 0]), i + 1
    return None


def _apart(toks: Tokens, length: Duration, i: int, plan: Setting) -> tuple[Bounds, int] | None:
    if kind(toks, i) not in {"after", "before"}:
        return None
    after = kind(toks, i) == "after"
    anchor = _anchor(toks, i + 1, after, plan)
    day = length.away(anchor[0], 1 if after else -1) if anchor else None
    if anchor is None or day is None:
        return Bounds(None, None, Sense.RELATIVE, grain_of(length.unit)), i + 1
    return Bounds(None, day, Sense.RELATIVE, grain_of(length.unit)), anchor[1]


def _counted_from(toks: Tokens, i: int) -> bool:
    return kind(toks, i) in {"from", "out"} or text(toks, i) == "of"


def _since(toks: Tokens, length: Duration, i: int, plan: Setting) -> tuple[Bounds, int] | None:
    """Such as "within 30 days of the meeting", "14 hari sejak penandatanganan"; from a written date it is a length."""
    while kind(toks, i) in _SINCE:
        i += 1
    if kind(toks, i) == "span" or kind(toks, i) in _NAMED:
        anchor = _anchor(toks, i, True, plan)
        day = length.away(anchor[0], 1) if anchor else None
        return Bounds(None, day, Sense.RELATIVE, grain_of(length.unit)), anchor[1] if anchor else i
    return None


def _ahead(toks: Tokens, i: int, length: Duration, end: int, plan: Setting) -> tuple[Bounds, int] | None:
    """Such as "dalam 2 minggu", "within a month", "3 bulan ke depan": from the meeting on."""
    ahead = kind(toks, end) in {"onward", "next"}
    if kind(toks, i) != "in" and not ahead:
        return None
    day = length.away(plan.today, 1) if plan.today else None
    return Bounds(None, day, Sense.RELATIVE, grain_of(length.unit)), end + 1 if ahead else end
