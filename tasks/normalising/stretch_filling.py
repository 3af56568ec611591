"""Missing parts of stretches, from their neighbours: the month of "8 s.d. 11 Mei", the year of "Mei, Juni 2018"."""

from tasks.normalising.stretches import Stretch


def filled(sequence: tuple[Stretch, ...], default_year: int) -> tuple[Stretch, ...] | None:
    """A sequence of stretches whose missing parts are taken from the neighbours, then from the plan's year.

    What stands left takes from the right ("8 s.d. 11 Februari", "Nov – Jan 2018": the year before); what stands
    right takes from the left ("Maret 2017 – Mei", "TW I – III"). None if a number stays without a unit.
    """
    if len(sequence) == 1 and sequence[0].year:
        return None if sequence[0].unit == "bare" else sequence
    items = list(sequence)
    for i in range(len(items) - 2, -1, -1):
        items[i] = _from_right(items[i], items[i + 1])
    if items and not items[0].year and items[0].span is None:
        items[0] = items[0]._replace(year=default_year)
    for i in range(1, len(items)):
        items[i] = _from_left(items[i], items[i - 1])
    return None if "bare" in [s.unit for s in items] else tuple(items)


def _from_right(left: Stretch, right: Stretch) -> Stretch:
    if left.unit == "bare":
        return _bare_left(left, right)
    if left.span is not None or left.year or not right.year:
        return _month_from(left, right)
    year = right.year
    if _order(left) > _order(right) > 0:
        year -= 1
    return _month_from(left, right)._replace(year=year, fiscal=right.fiscal, both=right.both)


def _month_from(left: Stretch, right: Stretch) -> Stretch:
    return left._replace(month=right.month) if left.unit == "week" and not left.month else left


def _bare_left(left: Stretch, right: Stretch) -> Stretch:
    if right.unit == "day" and not left.ordinal:
        return right._replace(number=left.number, part="")
    if right.span is not None and right.span[0] == right.span[1] and not left.ordinal:
        day = right.span[0]
        return Stretch("day", left.number, day.month, day.year)
    if right.unit in {"quarter", "third", "semester", "week", "school term"}:
        return right._replace(number=left.number)
    return left


def _from_left(right: Stretch, left: Stretch) -> Stretch:
    if right.unit == "bare" and left.unit in {"quarter", "third", "semester", "week"}:
        return left._replace(number=right.number, year=right.year or left.year)
    if right.unit == "bare" and left.unit == "day" and not right.ordinal:
        return left._replace(number=right.number, year=right.year or left.year)
    if right.unit == "bare" and left.unit == "year" and follows(left, right):
        return left._replace(year=left.year // 100 * 100 + right.number)
    if right.unit == "week" and not right.month:
        right = right._replace(month=left.month)
    if right.year or right.span is not None:
        return right
    year = _end_year(left)
    later = year + 1 if 0 < _order(right) < _order(left) else year
    return right._replace(year=later, fiscal=right.fiscal or left.fiscal, both=right.both or left.both)


def follows(year: Stretch, number: Stretch) -> bool:
    """Whether a number is a later year cut to two digits: the 18 of "2016-18"."""
    return 0 < number.number - year.year % 100 < 10


def _end_year(stretch: Stretch) -> int:
    return stretch.span[1].year if stretch.span is not None else stretch.year


def _order(stretch: Stretch) -> int:
    """Where in its year a stretch lies, in days; 0 if that cannot be said."""
    if stretch.span is not None:
        return stretch.span[0].timetuple().tm_yday
    dates = stretch._replace(year=2000).dates()
    return dates[0].timetuple().tm_yday if dates else 0
