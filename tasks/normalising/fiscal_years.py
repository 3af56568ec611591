"""Budget years that do not begin with January, as in most countries outside Indonesia."""

from datetime import timedelta

from tasks.normalising.stretches import Span, Stretch, add_months

_ONE_DAY = timedelta(days=1)


def days(stretch: Stretch, fiscal_month: int) -> Span | None:
    """First and last day of a stretch where budget years begin with this month; None if there is no such stretch.

    A budget year with one number is named after the year in which it ends ("FY 2018" from April 2017 where it begins
    with April), one with two numbers needs no such rule. It has two numbers only where it does not begin with January.
    """
    if not stretch.fiscal or fiscal_month == 1:
        return stretch.dates()
    by_both = stretch.unit == "fiscal year"
    calendar = (stretch._replace(unit="year") if by_both else stretch).dates()
    if calendar is None:
        return None
    moved = fiscal_month - 1 - (0 if by_both else 12)
    return add_months(calendar[0], moved), add_months(calendar[1] + _ONE_DAY, moved) - _ONE_DAY
