"""Working days by country."""

from datetime import date

import pytest

from tasks.scheduling.working_days import country_of, working_day


@pytest.mark.parametrize(("currency", "country"), [("IDR", "ID"), ("KES", "KE"), ("USD", ""), ("XXX", "")])
def test_a_currency_tells_the_country_if_it_has_it_alone(currency: str, country: str) -> None:
    assert country_of(currency) == country


@pytest.mark.parametrize(
    ("day", "country", "step", "want"),
    [
        (date(2017, 3, 15), "ID", 1, date(2017, 3, 15)),
        (date(2017, 3, 28), "ID", 1, date(2017, 3, 29)),
        (date(2017, 3, 28), "", 1, date(2017, 3, 28)),
        (date(2017, 3, 4), "", 1, date(2017, 3, 6)),
        (date(2017, 3, 5), "", -1, date(2017, 3, 3)),
        (date(2017, 6, 27), "ID", -1, date(2017, 6, 22)),
    ],
)
def test_weekends_holidays_and_joint_leave_are_skipped(day: date, country: str, step: int, want: date) -> None:
    """28 March 2017 was Nyepi, 23 to 30 June 2017 Lebaran with its joint leave."""
    assert working_day(day, country, step) == want
