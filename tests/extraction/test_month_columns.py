"""Columns of months and quarters: by initials, over the turn of a year."""

import pytest

from tasks.extraction.columns import columns_of
from tasks.extraction.month_columns import initials, with_years
from tasks.extraction.vocabulary import vocabulary
from tests.extraction.helpers import records

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


@pytest.mark.parametrize(
    "heads", ["Apr-26 | May-26", "Apr '26 | May '26", "Apr 26 | May 26", "FY 2026/27 Q1 | FY 2026/27 Q2"]
)
def test_columns_with_years_of_their_own(heads: str) -> None:
    [found] = records(f"Activity | Lead | {heads}\nTrain surveyors | BPS | x | x", "en")
    assert found["period_text"] == heads.replace(" | ", "; ")


@pytest.mark.parametrize(
    ("heads", "cells", "period"),
    [
        ("2026 | 2027 | 2028", " | v | v", "2027; 2028"),
        ("Year 1 (2026/27) | Year 2 (2027/28)", "x | x", "2026/27; 2027/28"),
        ("Tahun 2026 | Tahun 2027", "40 | 50", ""),
    ],
)
def test_columns_of_years(heads: str, cells: str, period: str) -> None:
    [found] = records(f"Kegiatan | PJ | {heads}\nMelatih juru ukur | BPS | {cells}")
    assert found.get("period_text", "") == period
