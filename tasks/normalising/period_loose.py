"""What has no place in the calendar by itself: recurrences and lengths of time."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tasks.model.values import Grain
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_units import ordinal
from tasks.normalising.period_years import kind, text, value
from tasks.normalising.stretches import add_months

Tokens = Sequence[Token]
_LENGTHS = frozenset({"whole", "in", "one", "number"})
_INTERVALS = {"date": "month", "budget year": "year"}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_OF = {"month": 1, "quarter": 3, "third": 4, "semester": 6, "year": 12}


class Duration(NamedTuple):
    """A length of time: so many days, weeks, months …"""

    number: int
    unit: str

    def after(self, start: date) -> date | None:
        """Last day of this length when it begins on `start`; None for working days, which need a calendar."""
        last = self.away(start, 1)
        return last - timedelta(days=1) if last else None

    def away(self, day: date, sign: int) -> date | None:
        """The day that lies so far ahead (sign 1) or back (-1); None for working days."""
        if self.unit in _MONTHS_OF:
            return add_months(day, sign * self.number * _MONTHS_OF[self.unit])
        days = _DAYS_OF.get(self.unit)
        return day + timedelta(days=sign * days * self.number) if days else None


def interval(toks: Tokens) -> Grain | None:
    """The interval of a recurrence that these tokens state ("setiap bulan"), None if it has none ("rutin")."""
    for token in reversed(toks):
        grain = grain_of(_INTERVALS.get(token.kind, token.value))
        if grain is not None:
            return grain
    return None


def grain_of(unit: str) -> Grain | None:
    """The grain of a unit of time; working days are days, a weekday comes back every week."""
    unit = {"workday": "day", "weekday": "week", "fortnight": "week"}.get(unit, unit)
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
        if kind(toks, i + 1) != "number" or kind(toks, i + 2) == "month":
            return i + 1
        return i + 3 if kind(toks, i + 2) == "span" else i + 2
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
    """Such as "3 bulan", "two weeks", "selama 6 hari", "setahun", "in the next 3 months"."""
    if toks[i].kind not in _LENGTHS:
        return None
    j = i + 1 if kind(toks, i) in {"whole", "in"} else i
    while j > i and kind(toks, j) in {"article", "next"}:
        j += 1
    if kind(toks, j) == "one":
        return Duration(1, toks[j].value), j + 1
    if kind(toks, j) != "number" or kind(toks, j + 1) != "unit":
        return None
    return Duration(toks[j].numbers[0], toks[j + 1].value), j + 2
