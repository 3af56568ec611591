"""The columns of time: from the words of a period, or of a start and an end, to dates and how they bind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from tasks.model.values import Period, Sense
from tasks.normalising.date_orders import Order, day_first, is_open
from tasks.normalising.fiscal_years import UNKNOWN
from tasks.normalising.periods import PeriodContext, parse_period
from tasks.normalising.plan_year import NO_YEAR

TIMES = ("period_text", "start_text", "end_text")


@dataclass(frozen=True, slots=True)
class Timed:
    """Time of a record as a table holds it.

    unclear: the words that are not understood; inferred: "period: why" where it rests on a concluded budget year.
    """

    start: str = ""
    end: str = ""
    sense: str = ""
    text: str = ""
    unclear: str = ""
    inferred: str = ""


def timed(raw: pd.DataFrame, context: PeriodContext, written: Sequence[tuple[Order, str]]) -> list[Timed]:
    """The time of every row; equal words are read once. written: how each row writes dates, and who tells so."""
    known: dict[tuple[object, ...], Timed] = {}
    out = []
    for (order, source), words in zip(written, zip(*(raw[column] for column in TIMES), strict=True), strict=True):
        key = (order, source, *words)
        if key not in known:
            known[key] = _in_order(words, order, source, context)
        out.append(known[key])
    return out


def _in_order(words: Sequence[str], order: Order, source: str, context: PeriodContext) -> Timed:
    """The time of a row under the words that it bears; a date that may be read in two ways is not understood."""
    unclear = next((w for w in words if is_open(w)), "")
    if unclear and not order:
        return Timed(text=_written(words), unclear=unclear)
    turned = {day_first(w, order): w for w in words}
    found = _told([day_first(w, order) for w in words], context)
    text = _written(words) if found.text else ""
    said = replace(found, text=text, unclear=turned.get(found.unclear, text) if found.unclear else "")
    return replace(said, inferred=said.inferred or f"period: {source}") if unclear and source else said


def _written(words: Sequence[str]) -> str:
    text, first, last = words
    return text or " – ".join(w for w in (first.strip(), last.strip()) if w)


def _told(words: Sequence[str], context: PeriodContext) -> Timed:
    """The time of a row, marked where it would not be known without a budget year that nobody states."""
    found = _timed(words, context)
    if not context.budget_from or not (found.start or found.end):
        return found
    without = _timed(words, replace(context, budget=UNKNOWN))
    if (without.start, without.end) == (found.start, found.end):
        return found
    return replace(found, inferred=f"period: budget year of the {context.budget_from}")


def _timed(words: Sequence[str], context: PeriodContext) -> Timed:
    text, first, last = words
    if first.strip() or last.strip():
        return _from_two(text, first, last, context)
    if not text.strip():
        return Timed()
    found = _parsed(text, context)
    if found is None:
        return Timed(text=text, unclear=text)
    return Timed(_iso(found.start), _iso(found.end), found.sense, text)


def _from_two(text: str, first: str, last: str, context: PeriodContext) -> Timed:
    """A start from one column, an end from another; if they contradict each other, neither counts."""
    written = _written((text, first, last))
    start, end = _parsed(first, context), _parsed(last, context)
    unclear = next((w for w, p in ((first, start), (last, end)) if w.strip() and p is None), "")
    begins = (start.start or start.end) if start else None
    ends = (end.end or end.start) if end else None
    if begins and ends and ends < begins:
        return Timed(text=written, unclear=written)
    return Timed(_iso(begins), _iso(ends), _sense(begins, ends), written, unclear)


def _parsed(words: str, context: PeriodContext) -> Period | None:
    found = parse_period(words, context)
    if found is None or context.year != NO_YEAR:
        return found
    said = [day for day in (found.start, found.end) if day]
    return None if any(day.year <= NO_YEAR + 1 for day in said) else found


def _sense(start: date | None, end: date | None) -> Sense:
    if start and end:
        return Sense.WITHIN
    return Sense.FROM if start else Sense.BY if end else Sense.NONE


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
