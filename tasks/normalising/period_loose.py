"""What has no place in the calendar by itself: recurrences, lengths of time, distances from an event."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tasks.model.values import Grain, Sense
from tasks.normalising.period_context import Setting
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_sense import Bounds
from tasks.normalising.period_units import ordinal
from tasks.normalising.period_years import kind, text, value
from tasks.normalising.stretches import add_months

Tokens = Sequence[Token]
_LENGTHS = frozenset({"whole", "in", "one", "number"})
_INTERVALS = {"date": "month", "budget year": "year"}
_MONTHS_OF = {"month": 1, "quarter": 3, "third": 4, "semester": 6, "year": 12}


class Duration(NamedTuple):
    """A length of time: so many days, weeks, months …"""

    number: int
    unit: str

    def after(self, start: date) -> date | None:
        """Last day of this length when it begins on `start`; None for working days, which need a calendar."""
        if self.unit in _MONTHS_OF:
            return add_months(start, self.number * _MONTHS_OF[self.unit]) - timedelta(days=1)
        days = {"day": 1, "week": 7}.get(self.unit)
        return start + timedelta(days=days * self.number - 1) if days else None


def interval(toks: Tokens) -> Grain | None:
    """The interval of a recurrence that these tokens state ("setiap bulan"), None if it has none ("rutin")."""
    for token in reversed(toks):
        grain = _grain(_INTERVALS.get(token.kind, token.value))
        if grain is not None:
            return grain
    return None


def _grain(unit: str) -> Grain | None:
    """The grain of a unit of time; working days are days, a weekday comes back every week."""
    unit = {"workday": "day", "weekday": "week"}.get(unit, unit)
    return Grain(unit) if unit in set(Grain) else None


def recurrence(toks: Tokens, i: int) -> int:
    """Index behind a recurrence that begins here ("setiap bulan", "per 3 bulan", "2 kali setahun"), 0 if none."""
    if kind(toks, i) == "recurring":
        return i + 1
    if kind(toks, i) in {"each", "per"}:
        return _each(toks, i + 1, kind(toks, i) == "per")
    if kind(toks, i) in {"number", "ordinal"} and kind(toks, i + 1) in {"times", "recurring"}:
        return _rate(toks, i + 2) if kind(toks, i + 1) == "times" else i + 2
    if _once(toks, i):
        return _once(toks, i)
    if kind(toks, i) == "times" and kind(toks, i + 1) == "one":
        return i + 2
    return i + 3 if [t.kind for t in toks[i : i + 3]] == ["one", "number", "times"] else 0


def _once(toks: Tokens, i: int) -> int:
    """Such as "sebulan sekali", "2 bulan sekali"."""
    length = duration(toks, i)
    return length[1] + 1 if length is not None and text(toks, length[1]) == "sekali" else 0


def _each(toks: Tokens, i: int, per: bool) -> int:
    if kind(toks, i) == "budget year":
        return i + 1
    if (kind(toks, i) == "number" and kind(toks, i + 1) == "unit") or _weekday(toks, i):
        return i + 2
    if kind(toks, i) == "unit" and kind(toks, i + 1) not in {"month"}:
        behind = ordinal(toks, i + 1) if toks[i].value == "week" else None
        return behind[1] if behind is not None else i + 1
    return 0 if per else _each_day(toks, i)


def _weekday(toks: Tokens, i: int) -> bool:
    """Such as "hari Jumat"."""
    return value(toks, i) == "day" and value(toks, i + 1) == "weekday"


def _each_day(toks: Tokens, i: int) -> int:
    """Such as "setiap Senin", "setiap awal bulan", "every two weeks"; of "setiap April" the month is read later."""
    if kind(toks, i) == "date":
        return i + 2 if kind(toks, i + 1) == "number" and kind(toks, i + 2) != "month" else i + 1
    if kind(toks, i) == "noise":
        return i + 1
    if kind(toks, i) == "part" and kind(toks, i + 1) == "unit":
        return i + 2
    return i if kind(toks, i) in {"month", "one", "part"} else 0


def _rate(toks: Tokens, i: int) -> int:
    if kind(toks, i) == "one":
        return i + 1
    if kind(toks, i) in {"each", "per", "in"} and kind(toks, i + 1) in {"unit", "one"}:
        return i + 2
    if kind(toks, i) == "unit" or (text(toks, i) == "/" and kind(toks, i + 1) == "unit"):
        return i + (1 if kind(toks, i) == "unit" else 2)
    return _each(toks, i + 1, per=True) if kind(toks, i) in {"each", "per", "in"} else 0


def duration(toks: Tokens, i: int) -> tuple[Duration, int] | None:
    """Such as "3 bulan", "two weeks", "selama 6 hari", "setahun"."""
    if toks[i].kind not in _LENGTHS:
        return None
    j = i + 1 if kind(toks, i) in {"whole", "in"} else i
    if kind(toks, j) == "one":
        return Duration(1, toks[j].value), j + 1
    if kind(toks, j) != "number" or kind(toks, j + 1) != "unit":
        return None
    return Duration(toks[j].numbers[0], toks[j + 1].value), j + 2


def offset(toks: Tokens, i: int, plan: Setting) -> tuple[Bounds, int] | None:
    """A distance from an event: "H-7 UNBK", "2 minggu setelah rakor", "within two weeks", "setelah rakor"."""
    if kind(toks, i) == "offset":
        return _signed(toks, i, plan)
    if kind(toks, i) == "after" and kind(toks, i + 1) == "meeting":
        start = plan.today + timedelta(days=1) if plan.today else None
        return Bounds(start, None, Sense.RELATIVE, Grain.DAY), i + 2
    length = duration(toks, i)
    if length is None:
        return None
    return _apart(toks, length[0], length[1], plan) or _within(toks, i, length, plan)


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
    day = _moved(anchor[0], length, 1 if after else -1) if anchor else None
    if anchor is None or day is None:
        return Bounds(None, None, Sense.RELATIVE, _grain(length.unit)), i + 1
    return Bounds(None, day, Sense.RELATIVE, _grain(length.unit)), anchor[1]


def _within(toks: Tokens, i: int, length: tuple[Duration, int], plan: Setting) -> tuple[Bounds, int] | None:
    """Such as "dalam 2 minggu", "within a month": from the meeting on."""
    if kind(toks, i) != "in":
        return None
    day = _moved(plan.today, length[0], 1) if plan.today else None
    return Bounds(None, day, Sense.RELATIVE, _grain(length[0].unit)), length[1]


def _moved(day: date, length: Duration, sign: int) -> date | None:
    if length.unit in _MONTHS_OF:
        return add_months(day, sign * length.number * _MONTHS_OF[length.unit])
    days = {"day": 1, "week": 7}.get(length.unit)
    return day + timedelta(days=sign * days * length.number) if days else None
