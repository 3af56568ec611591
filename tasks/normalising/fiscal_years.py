"""Budget years that do not begin with January, as in most countries outside Indonesia."""

from datetime import timedelta
from typing import NamedTuple

from tasks.normalising.stretches import Span, Stretch, add_months

_SCHOOL_YEAR = 7
"""Where budget years are those of the calendar, a year with two numbers is a school year."""
_ONE_DAY = timedelta(days=1)


class BudgetYear(NamedTuple):
    """How the budget years of a government run: the month and day on which they begin; month 0 if nobody knows.

    named_by_start: one with one number is named after the year in which it begins, not in which it ends.
    quarters: the plan counts its quarters from the beginning of the budget year, also where it does not say so.
    planned: the calendar year in which the budget year begins that the plan is for, 0 if it does not say so.
    """

    month: int = 1
    day: int = 1
    named_by_start: bool = False
    quarters: bool = False
    planned: int = 0


CALENDAR_YEAR = BudgetYear()
UNKNOWN = BudgetYear(0)


def days(stretch: Stretch, budget: BudgetYear) -> Span | None:
    """First and last day of a stretch where budget years run so; None if there is no such stretch or nobody knows.

    One with one number is named after the year in which it ends ("FY 2018" from April 2017 where it begins with
    April), one with two numbers needs no such rule; it has two only where it does not begin with January.
    """
    if not stretch.fiscal:
        return stretch.dates()
    if stretch.unit == "month":
        return _month(stretch, budget).dates() if budget.month else None
    if not budget.month or (stretch.both and budget[:2] == CALENDAR_YEAR[:2]):
        return None
    calendar = stretch.dates()
    if calendar is None:
        return None
    months, later = budget.month - 1 - 12 * _begins_before(stretch, budget), timedelta(days=budget.day - 1)
    return add_months(calendar[0], months) + later, add_months(calendar[1] + _ONE_DAY, months) - _ONE_DAY + later


def _begins_before(stretch: Stretch, budget: BudgetYear) -> bool:
    """Whether the budget year begins in the calendar year before the one that it is named by."""
    return not (stretch.both or budget.named_by_start or budget[:2] == CALENDAR_YEAR[:2])


def _month(stretch: Stretch, budget: BudgetYear) -> Stretch:
    """A month of a budget year ("Jan 2020/21"), its calendar year found."""
    first = _SCHOOL_YEAR if stretch.both and budget.month == CALENDAR_YEAR.month else budget.month
    year = stretch.year - _begins_before(stretch, budget) + (stretch.month < first)
    return stretch._replace(year=year)
