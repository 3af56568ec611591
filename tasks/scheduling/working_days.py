"""Working days, for new dates that name a day: neither weekend, nor public holiday, nor joint leave (cuti bersama)."""

from datetime import date, timedelta
from functools import cache

from babel.core import get_global

_WEEKEND = (5, 6)
_ONE_DAY = timedelta(days=1)


@cache
def country_of(currency: str) -> str:
    """The country (ISO 3166) whose money this is today (babel's CLDR data); empty if several share it."""
    users = [
        country
        for country, held in sorted(get_global("territory_currencies").items())
        if any(code == currency and until is None and tender for code, _, until, tender in held)
    ]
    return users[0] if len(users) == 1 else ""


def working_day(day: date, country: str, step: int) -> date:
    """The day itself, or else the next (step 1) or last (step -1) working day.

    Of a country that is not known (empty) the weekends alone count.
    """
    while day.weekday() in _WEEKEND or day in _days_off(country, day.year):
        day += step * _ONE_DAY
    return day


@cache
def _days_off(country: str, year: int) -> frozenset[date]:
    import holidays  # slow to load, and few plans name days

    if country not in holidays.list_supported_countries():
        return frozenset()
    # Indonesia's joint leave is of the kind "government".
    kinds = tuple(
        sorted({holidays.PUBLIC, holidays.GOVERNMENT} & set(holidays.country_holidays(country).supported_categories))
    )
    return frozenset(holidays.country_holidays(country, years=year, categories=kinds))
