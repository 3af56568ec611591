"""How the budget years of a meeting run, and who says so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tasks.model.meeting import Meeting
from tasks.normalising.fiscal_years import CALENDAR_YEAR, UNKNOWN, BudgetYear
from tasks.normalising.reference import rows, spellings
from tasks.normalising.words import key


@dataclass(frozen=True, slots=True)
class ToldYear:
    """A budget year; `source`: "documents" or "country" where it was concluded, "" where the meeting says it."""

    year: BudgetYear
    source: str = ""


def budget_year_of(meeting: Meeting, noted: Sequence[BudgetYear]) -> ToldYear:
    """What meeting.yaml says, else what the documents note, else what the country of the meeting is known for.

    Indonesian plans have calendar years (UU 17/2003, article 4). Notes that contradict each other tell nothing.
    """
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
    ways = [(f" {' '.join(key(name))} ", row) for row in rows("countries") for name in spellings(row, "country", "names")]
    found = [(way, row) for way, row in ways if way in said]
    whole = [row for way, row in found if not any(way in other and way != other for other, _ in found)]
    return {row["country"]: row for row in whole}.values()


def _only(found: Iterable[Mapping[str, str]]) -> Mapping[str, str] | None:
    listed = list(found)
    return listed[0] if len(listed) == 1 else None
