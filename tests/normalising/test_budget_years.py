"""When budget years begin: what the meeting says, what documents note, what a country is known for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.meeting import Inputs, Meeting
from tasks.model.tables import RAW, frame
from tasks.normalising.budget_notes import budget_year_in, split_year
from tasks.normalising.budget_years import ToldYear, budget_year_of
from tasks.normalising.fiscal_years import CALENDAR_YEAR, UNKNOWN, BudgetYear
from tasks.normalising.normalise import normalise
from tasks.normalising.notes import Notes
from tasks.normalising.reference import rows

KENYA = Meeting(language="en", currency="KES", year=2024, start=date(2024, 9, 17), end=date(2024, 9, 20))


def notes() -> list[tuple[str, str]]:
    """Text and the month in which it says that budget years begin ("" if it does not), from budget_notes.txt."""
    lines = (Path(__file__).parent / "budget_notes.txt").read_text(encoding="utf-8").splitlines()
    return [(text.strip(), month.strip()) for text, month in (li.split("|") for li in lines if not li.startswith("#"))]


@pytest.mark.parametrize("text, month", notes())
def test_note(text: str, month: str) -> None:
    found = budget_year_in(text)
    assert (str(found.month) if found else "") == month


def test_a_note_on_quarters_counts_all_quarters_so() -> None:
    assert budget_year_in("Q1 = July – Sept 2024") == BudgetYear(7, quarters=True)
    assert budget_year_in("Q1 = January – March") == CALENDAR_YEAR
    assert budget_year_in("FY: 16 July – 15 July") == BudgetYear(7, 16)
    assert budget_year_in("The fiscal year begins in mid-July") == BudgetYear(7, 16)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader_of_notes(text: str) -> None:
    found = budget_year_in(f"FY {text}")
    assert found is None or 1 <= found.month <= 12


@pytest.mark.parametrize(
    "meeting, noted, told",
    [
        (Meeting(), (), ToldYear(CALENDAR_YEAR)),
        (KENYA, (), ToldYear(BudgetYear(7), "country")),
        (KENYA, (BudgetYear(10),), ToldYear(BudgetYear(10), "documents")),
        (KENYA, (BudgetYear(7), BudgetYear(10)), ToldYear(UNKNOWN)),
        (
            KENYA,
            (BudgetYear(7), BudgetYear(7, quarters=True)),
            ToldYear(BudgetYear(7, quarters=True), "documents"),
        ),
        (Meeting(language="en", fiscal_year=(4, 1)), (BudgetYear(10),), ToldYear(BudgetYear(4))),
        (
            Meeting(language="en", currency="USD", host="Government of Nepal"),
            (),
            ToldYear(BudgetYear(7, 16), "country"),
        ),
        (Meeting(language="en", currency="USD", place="Tokyo"), (), ToldYear(BudgetYear(4, 1, True), "country")),
        (Meeting(language="en", place="Jakarta"), (), ToldYear(CALENDAR_YEAR, "country")),
        (Meeting(language="en", currency="USD", place="Port Alban"), (), ToldYear(UNKNOWN)),
        (Meeting(language="en", currency="USD", name="India and Nepal forum"), (), ToldYear(UNKNOWN)),
    ],
)
def test_who_tells(meeting: Meeting, noted: tuple[BudgetYear, ...], told: ToldYear) -> None:
    assert budget_year_of(meeting, noted) == told


@pytest.mark.parametrize(
    "name, planned, first",
    [
        ("Joint session", (2024, 2023, 2024), 2024),
        ("Planning for 2025/26", (2024,), 2025),
        ("Joint session", (2024, 2023), 2023),
        ("Joint session", (), 0),
    ],
)
def test_which_budget_year_is_planned(name: str, planned: tuple[int, ...], first: int) -> None:
    told = budget_year_of(replace(KENYA, name=name), (), planned).year
    assert told == BudgetYear(7, quarters=first > 0, planned=first)


def test_calendar_years_plan_no_other_year() -> None:
    assert budget_year_of(Meeting(name="Tahun ajaran 2024/2025"), (), (2024,)) == ToldYear(CALENDAR_YEAR)


@pytest.mark.parametrize(
    "title, first",
    [
        ("WORK PLAN 2020/21", 2020),
        ("FY 2019-2020", 2019),
        ("Plan 2019-20", 2019),
        ("Renstra 2019-2020", 0),
        ("RPJMN 2020-2024", 0),
        ("letter 12/2020/21", 0),
        ("2020-12-01", 0),
    ],
)
def test_split_years(title: str, first: int) -> None:
    assert split_year(title) == first


def test_every_currency_is_that_of_one_country() -> None:
    known = [row["currency"] for row in rows("countries") if row["currency"]]
    assert len(known) == len(set(known))
    assert all(1 <= int(row["month"] or 1) <= 12 and row["source"] for row in rows("countries"))


def test_a_concluded_budget_year_is_marked_and_an_unknown_one_asked_for() -> None:
    raw = frame(RAW, [{"record_id": f"R{i}", "period_text": t} for i, t in enumerate(["Q2 FY 2024/25", "May 2025"])])
    known = normalise(raw, Inputs(Path(), KENYA, ())).records
    assert list(known["start"]) == ["2024-10-01", "2025-05-01"]
    assert list(known["inferred"]) == ["period: budget year of the country", ""]
    noted = normalise(raw, Inputs(Path(), KENYA, ()), Notes((BudgetYear(7),))).records
    assert list(noted["inferred"]) == ["period: budget year of the documents", ""]
    nobody = normalise(raw, Inputs(Path(), Meeting(language="en", currency="USD", year=2024), ()))
    assert list(nobody.records["start"]) == ["", "2025-05-01"]
    assert [p.code.value for p in nobody.problems if "period" in p.code.value] == ["period-not-understood"]


def test_the_calendar_of_the_meeting_wins() -> None:
    own = {"calendar": ({"event": "fiscal year", "start": "1 April 2024"},)}
    raw = frame(RAW, [{"record_id": "R", "period_text": "Q1 FY 2024/25"}])
    records = normalise(raw, Inputs(Path(), KENYA, (), own), Notes((BudgetYear(7),))).records
    assert list(records[["start", "inferred"]].iloc[0]) == ["2024-04-01", ""]
