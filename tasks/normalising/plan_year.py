"""The year of the plan, and what periods are read against."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd

from tasks.model.meeting import Inputs, Meeting
from tasks.model.problem import Code, Problem, problem
from tasks.normalising.budget_years import budget_year_of
from tasks.normalising.fiscal_years import BudgetYear
from tasks.normalising.periods import PeriodContext, parse_period
from tasks.normalising.reference import rows

NO_YEAR = 1
"""Stands for the year where nothing tells it: periods that need it are not understood."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_TIMES = ("period_text", "start_text", "end_text")
_WORDS = ("heading", "action", "output", "remarks")


def dated(raw: pd.DataFrame, inputs: Inputs) -> tuple[Meeting, tuple[Problem, ...]]:
    """The meeting with its year filled in, and a problem if there was no meeting.yaml to say it."""
    meeting = inputs.meeting
    year, source = _year(raw, meeting)
    filled = meeting if meeting.year == year or year == NO_YEAR else replace(meeting, year=year)
    if replace(meeting, groups=()) != Meeting():
        return filled, ()
    shown = "-" if year == NO_YEAR else str(year)
    return filled, (problem(Code.MEETING_ASSUMED, year=shown, source=f"@normalising.{source}"),)


def _year(raw: pd.DataFrame, meeting: Meeting) -> tuple[int, str]:
    if meeting.year is not None:
        return meeting.year, "year-from-meeting"
    for columns in (_TIMES, _WORDS):
        year = _commonest(raw[column] for column in columns)
        if year is not None:
            return year, "year-from-documents"
    if meeting.start is not None:
        return meeting.start.year, "year-from-meeting"
    return NO_YEAR, "year-unknown"


def _commonest(columns: Iterable["pd.Series[str]"]) -> int | None:
    """The year that is written most often; of two equally often the earlier."""
    counted: Counter[int] = Counter()
    for column in columns:
        for text, times in column.value_counts().items():
            for year in _YEAR.findall(str(text)):
                counted[int(year)] += int(times)
    return min(counted, key=lambda year: (-counted[year], year), default=None)


def context(
    meeting: Meeting,
    calendar: Iterable[Mapping[str, str]],
    noted: Sequence[BudgetYear] = (),
    planned: Sequence[int] = (),
) -> PeriodContext:
    """What periods are read against: the plan's year, the meeting's days, the events of the plan's calendar.csv.

    A row of the calendar holds event, start, end, and variants of the name; rows without a date are passed over.
    A row named "tahun anggaran", "fiscal year" or the like is no event: its start tells how budget years begin.
    Else meeting.yaml does, or what the documents note (noted), or the country. planned: first years of the budget
    years that titles name.
    """
    told = budget_year_of(meeting, noted, planned)
    plain = PeriodContext(meeting.year or NO_YEAR, meeting.start, meeting.end, {}, told.year, told.source)
    events: dict[str, tuple[date, date]] = {}
    for row in calendar:
        span = _event_days(row, plain)
        names = [row.get("event") or row.get("name", ""), *row.get("variants", "").split(";")]
        if span and names[0].strip().casefold() in _budget_years():
            plain = replace(plain, budget=BudgetYear(span[0].month, span[0].day), budget_from="")
        elif span:
            events.update((name.strip(), span) for name in names if name.strip())
    return replace(plain, events=events)


@cache
def _budget_years() -> frozenset[str]:
    return frozenset(row["phrase"] for row in rows("period_words") if row["class"] == "budget year")


def _event_days(row: Mapping[str, str], plain: PeriodContext) -> tuple[date, date] | None:
    first = parse_period(row.get("start") or row.get("date", ""), plain)
    last = parse_period(row.get("end", ""), plain) or first
    start = first.start or first.end if first else None
    end = last.end or last.start if last else None
    return (start, end) if start and end and start <= end else None
