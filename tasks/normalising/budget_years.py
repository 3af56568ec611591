"""How the budget years of a meeting run, and who says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tasks.model.meeting import Meeting
from tasks.normalising.budget_notes import split_year
from tasks.normalising.fiscal_years import CALENDAR_YEAR, UNKNOWN, BudgetYear
from tasks.normalising.reference import rows, spellings
from tasks.normalising.words import key


@dataclass(frozen=True, slots=True)
class ToldYear:
    """A budget year; `source`: "documents" or "country" where it was concluded, "" where the meeting says it."""

    year: BudgetYear
    source: str = ""


def budget_year_of(meeting: Meeting, noted: Sequence[BudgetYear], planned: Sequence[int] = ()) -> ToldYear:
    """What meeting.yaml says, else what the documents note, else what the country of the meeting is known for.

    Indonesian plans have calendar years (UU 17/2003, article 4). Notes that contradict each other tell nothing.
    planned: first years of the budget years with two numbers that titles name; the commonest is the plan's, unless
    the meeting's name has one. A plan for such a year counts its quarters from the beginning of it.
    """
    told = _told(meeting, noted)
    own = split_year(f"{meeting.name} / {meeting.theme}")
    first = own or min(planned, key=lambda year: (-planned.count(year), year), default=0)
    if not first or told.year.month in {UNKNOWN.month, CALENDAR_YEAR.month}:
        return told
    return replace(told, year=told.year._replace(quarters=True, planned=first))


def _told(meeting: Meeting, noted: Sequence[BudgetYear]) -> ToldYear:
    if meeting.fiscal_year is not None:
        return ToldYear(BudgetYear(*meeting.fiscal_year))
    begins = {year[:2] for year in noted}
    if len(begins) == 1:
        return ToldYear(noted[0]._replace(quarters=any(year.quarters for year in noted)), "documents")
    if meeting.language == "id":
        return ToldYear(CALENDAR_YEAR)
    row = None if begins else country_of(meeting)
    if row is None or not row["month"]:
        return ToldYear(UNKNOWN)
    return ToldYear(BudgetYear(int(row["month"]), int(row["day"]), row["named_after"] == "start"), "country")


def country_of(meeting: Meeting) -> Mapping[str, str] | None:
    """The country whose currency is the meeting's own, else the one that its name, host or place names.

    Rupiah tells nothing, since it is what a meeting has that states no currency; nor does a currency that the named
    country may share with another.
    """
    said = f" {' '.join(key(f'{meeting.name} / {meeting.host} / {meeting.place}'))} "
    named = _only(_named(said))
    by_currency = [row for row in rows("countries") if row["currency"] == meeting.currency != "IDR"]
    return by_currency[0] if by_currency and (named is None or named["currency"]) else named


def _named(said: str) -> Iterable[Mapping[str, str]]:
    """The countries that a text names, not the one whose name is part of another's ("Sudan" in "South Sudan")."""
    ways = [
        (f" {' '.join(key(name))} ", row) for row in rows("countries") for name in spellings(row, "country", "names")
    ]
    found = [(way, row) for way, row in ways if way in said]
    whole = [row for way, row in found if not any(way in other and way != other for other, _ in found)]
    return {row["country"]: row for row in whole}.values()


def _only(found: Iterable[Mapping[str, str]]) -> Mapping[str, str] | None:
    listed = list(found)
    return listed[0] if len(listed) == 1 else None
