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
    if row is None:
        return ToldYear(UNKNOWN)
    return ToldYear(BudgetYear(int(row["month"]), int(row["day"]), row["named_after"] == "start"), "country")


def country_of(meeting: Meeting) -> Mapping[str, str] | None:
    """The country whose currency is the meeting's own, else the one that its name, host or place names.

    Rupiah tells nothing, since it is what a meeting has that states no currency.
    """
    by_currency = [row for row in rows("countries") if row["currency"] == meeting.currency != "IDR"]
    if by_currency:
        return by_currency[0]
    said = f" {' '.join(key(f'{meeting.name} / {meeting.host} / {meeting.place}'))} "
    return _only(row for row in rows("countries") if _is_named(row, said))


def _is_named(row: Mapping[str, str], said: str) -> bool:
    return any(f" {' '.join(key(name))} " in said for name in spellings(dict(row), "country", "names"))


def _only(found: Iterable[Mapping[str, str]]) -> Mapping[str, str] | None:
    listed = list(found)
    return listed[0] if len(listed) == 1 else None
