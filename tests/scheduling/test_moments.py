"""Months, refined by days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.scheduling.moments import DAYS, day_by, day_of, end_of, lag, moment_of, month, month_of

DATES = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DATES)
def test_a_day_comes_back(day: date) -> None:
    assert day_of(moment_of(day)) == day
    assert day_by(moment_of(day)) == day


@given(DATES, DATES)
def test_moments_are_in_the_order_of_the_days(one: date, other: date) -> None:
    assert (one < other) == (moment_of(one) < moment_of(other))


@given(st.integers(2000 * 372, 2100 * 372))
def test_a_day_by_a_moment_is_not_after_it_and_the_day_of_it_not_before(at: int) -> None:
    assert moment_of(day_by(at)) <= at <= moment_of(day_of(at))
    assert month(at) == month_of(day_of(at))


def test_a_month_after_the_end_of_a_month_is_the_end_of_the_next() -> None:
    assert day_of(moment_of(date(2019, 2, 28)) + DAYS) == date(2019, 3, 31)
    assert moment_of(date(2019, 2, 28)) == end_of(2019 * 12 + 1)


@pytest.mark.parametrize(
    ("cell", "moments"), [("", 0), ("P1M", 31), ("P14D", 14), ("P2W", 14), ("P30D", 31), ("P45D", 46), ("P1M1W", 38)]
)
def test_lags_are_durations(cell: str, moments: int) -> None:
    assert lag(cell) == moments


@pytest.mark.parametrize("cell", ["1 bulan", "P1Y", "P-1D"])
def test_what_is_no_duration_is_an_error(cell: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        lag(cell)
