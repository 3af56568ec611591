"""Columns of months and quarters: by initials, over the turn of a year."""

import pytest

from tasks.extraction.columns import columns_of
from tasks.extraction.month_columns import initials, with_years
from tasks.extraction.vocabulary import vocabulary

LETTERS = "JFMAMJJASOND"


def test_twelve_initials_are_months_by_position() -> None:
    assert initials(list(LETTERS))[:3] == ["Januari", "Februari", "Maret"]
    assert initials([str(n) for n in range(1, 13)])[11] == "Desember"
    assert initials(list("ABCDEFGHIJKL")) == []


@pytest.mark.parametrize(
    "first, name",
    [(0, "Januari"), (3, "April"), (6, "Juli"), (9, "Oktober"), (10, "November")],
)
def test_a_year_of_initials_may_begin_with_any_month(first: int, name: str) -> None:
    turned = initials(list(LETTERS[first:] + LETTERS[:first]))
    assert turned[0] == name
    assert len(set(turned)) == 12


@pytest.mark.parametrize(
    "year, dated",
    [
        ("2020", ["Nov 2020", "Dec 2020", "Jan 2021"]),
        ("2020/21", ["Nov 2020", "Dec 2020", "Jan 2021"]),
        ("FY 2021", ["Nov FY 2021", "Dec FY 2021", "Jan FY 2021"]),
        ("", ["Nov", "Dec", "Jan tahun depan"]),
    ],
)
def test_months_behind_december_are_of_the_next_year(year: str, dated: list[str]) -> None:
    assert with_years(["Nov", "Dec", "Jan"], [year] * 3) == dated


def test_years_of_their_own_and_columns_between_them_stay() -> None:
    assert with_years(["Dec 2020", "", "Jan 2021"], ["2020"] * 3) == ["Dec 2020", "", "Jan 2021"]
    assert with_years(["Dec", "Jan"], ["2020", "2021"]) == ["Dec 2020", "Jan 2021"]
    assert with_years(["Jan", "Feb"], ["2020/21"] * 2) == ["Jan 2020/21", "Feb 2020/21"]
    assert with_years(["Q1", "TW I"], ["2020/21"] * 2) == ["Q1 2020/21", "TW I"]


def test_a_budget_year_in_the_title_dates_the_columns() -> None:
    letters = LETTERS[3:] + LETTERS[:3]
    columns = columns_of([("What",), *((letter,) for letter in letters)], vocabulary(), "NORTHERN REGION 2023/24")
    assert [c.month for c in columns[1:]][::11] == ["April 2023", "Maret 2024"]
