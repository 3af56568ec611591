"""Periods of budget years that begin with another month than January."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.normalising.fiscal_years import UNKNOWN, BudgetYear
from tasks.normalising.periods import PeriodContext, find_periods, parse_period

_MEETING = (date(2024, 9, 17), date(2024, 9, 20))


def table() -> list[tuple[str, str, int]]:
    """Text, what it means ("first last sense", "?" if nothing), the month in which the budget year begins."""
    lines = (Path(__file__).parent / "fiscal.txt").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [(row[0], " ".join(cell or "-" for cell in row[1:4] if row[1] != "?") or "?", int(row[4])) for row in cells]


def test_the_table_is_large() -> None:
    assert len(table()) >= 85


@pytest.mark.parametrize("text, meaning, month", table(), ids=[f"{text} @{month}" for text, _, month in table()])
def test_expression(text: str, meaning: str, month: int) -> None:
    found = parse_period(text, PeriodContext(2024, *_MEETING, budget=BudgetYear(month)))
    said = f"{found.start or '-'} {found.end or '-'} {found.sense}" if found else "?"
    assert said == meaning


def test_a_year_that_begins_in_the_middle_of_a_month() -> None:
    found = parse_period("FY 2024/25", PeriodContext(2024, budget=BudgetYear(7, 16)))
    assert found is not None
    assert (found.start, found.end) == (date(2024, 7, 16), date(2025, 7, 15))


def test_a_year_that_is_named_after_its_beginning() -> None:
    found = parse_period("Q1 FY2024", PeriodContext(2024, budget=BudgetYear(4, named_by_start=True)))
    assert found is not None
    assert (found.start, found.end) == (date(2024, 4, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("Q1", "2024-07-01", "2024-09-30"),
        ("Q3", "2025-01-01", "2025-03-31"),
        ("Q2 – Q3", "2024-10-01", "2025-03-31"),
        ("Q3 2024", "2024-07-01", "2024-09-30"),
        ("March 2024", "2024-03-01", "2024-03-31"),
    ],
)
def test_quarters_of_a_plan_that_counts_them_from_july(text: str, first: str, last: str) -> None:
    found = parse_period(text, PeriodContext(2024, *_MEETING, budget=BudgetYear(7, quarters=True)))
    assert found is not None
    assert (str(found.start), str(found.end)) == (first, last)


@pytest.mark.parametrize(
    "budget, text, first, last",
    [
        (BudgetYear(4, quarters=True, planned=2025), "Q1", "2025-04-01", "2025-06-30"),
        (BudgetYear(4, quarters=True, planned=2025), "Q4", "2026-01-01", "2026-03-31"),
        (BudgetYear(10, quarters=True), "Q1", "2023-10-01", "2023-12-31"),
        (BudgetYear(10, quarters=True), "Q4", "2024-07-01", "2024-09-30"),
    ],
)
def test_the_budget_year_that_is_planned(budget: BudgetYear, text: str, first: str, last: str) -> None:
    found = parse_period(text, PeriodContext(2024, date(2024, 5, 6), date(2024, 5, 8), budget=budget))
    assert found is not None
    assert (str(found.start), str(found.end)) == (first, last)


def test_the_last_quarter_of_a_budget_year_plans_the_next_one() -> None:
    february = PeriodContext(2024, date(2024, 2, 6), date(2024, 2, 8), budget=BudgetYear(4, quarters=True))
    found = [parse_period(text, february) for text in ("Q1", "Q4")]
    assert [str(p.start) for p in found if p] == ["2024-04-01", "2024-01-01"]


@pytest.mark.parametrize(
    "text, periods",
    [
        ("accredit laboratories within the third quarter of FY 2024/25.", ["within the third quarter of FY 2024/25"]),
        ("gazette the inspectors in Q4 of FY 2024/25.", ["in Q4 of FY 2024/25"]),
        ("roll out the system – Q3 FY24/25", ["Q3 FY24/25"]),
        ("finish the survey by the end of FY 2024/25", ["by the end of FY 2024/25"]),
        ("Prepare the FY 2025/26 budget", []),
        ("publish the 2024/25 financial year report", []),
    ],
)
def test_find(text: str, periods: list[str]) -> None:
    assert [m.text for m in find_periods(text)] == periods


@given(st.integers(2000, 2040), st.integers(2, 12), st.integers(1, 28))
def test_the_quarters_of_a_budget_year_follow_each_other(year: int, month: int, day: int) -> None:
    context = PeriodContext(year, budget=BudgetYear(month, day))
    name = f"FY {year}/{(year + 1) % 100:02}"
    whole = parse_period(name, context)
    quarters = [parse_period(f"Q{n} {name}", context) for n in (1, 2, 3, 4)]
    assert whole is not None
    assert whole.start == date(year, month, day)
    before = whole.start - timedelta(days=1)
    for quarter in quarters:
        assert quarter is not None
        assert quarter.start == before + timedelta(days=1)
        before = quarter.end or before
    assert before == whole.end


@given(st.integers(2000, 2040))
def test_nobody_guesses_when_a_budget_year_begins(year: int) -> None:
    for text in (f"FY {year}/{(year + 1) % 100:02}", f"FY {year}", f"Q2 FY {year}", f"Q1 {year}/{year + 1}"):
        assert parse_period(text, PeriodContext(year, budget=UNKNOWN)) is None
