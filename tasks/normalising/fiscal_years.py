"""Budget years that do not begin with January, as in most countries outside Indonesia."""

from datetime import timedelta
from typing import NamedTuple

from tasks.normalising.stretches import Span, Stretch, add_months

_ONE_DAY = timedelta(days=1)


class BudgetYear(NamedTuple):
    """How the budget years of a government run: the month and day on which they begin; month 0 if nobody knows.

    named_by_start: one with one number is named after the year in which it begins, not in which it ends.
    quarters: the plan counts its quarters from the beginning of the budget year, also where it does not say so.
    """

    month: int = 1
    day: int = 1
    named_by_start: bool = False
    quarters: bool = False


CALENDAR_YEAR = BudgetYear()
UNKNOWN = BudgetYear(0)


def days(stretch: Stretch, budget: BudgetYear) -> Span | None:
    """First and last day of a stretch where budget years run so; None if there is no such stretch or nobody knows.

    One with one number is named after the year in which it ends ("FY 2018" from April 2017 where it begins with
    April), one with two numbers needs no such rule; it has two only where it does not begin with January.
    """
    if not stretch.fiscal:
        return stretch.dates()
    if not budget.month or (stretch.both and budget[:2] == CALENDAR_YEAR[:2]):
        return None
    calendar = stretch.dates()
    if calendar is None:
        return None
    begins_before = not (stretch.both or budget.named_by_start or budget[:2] == CALENDAR_YEAR[:2])
    months, later = budget.month - 1 - 12 * begins_before, timedelta(days=budget.day - 1)
    return add_months(calendar[0], months) + later, add_months(calendar[1] + _ONE_DAY, months) - _ONE_DAY + later
