"""Dates in digits: who tells whether the day or the month stands first, and when nobody does."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.meeting import Inputs, Meeting
from tasks.model.tables import RAW, frame
from tasks.normalising.date_orders import Order, day_first, hinted, is_open, shown
from tasks.normalising.normalise import normalise

UNKNOWN = Meeting(name="Forum", year=2023, language="en", currency="USD")
KENYA = Meeting(name="Forum", year=2023, language="en", currency="KES")
PHILIPPINES = Meeting(name="Forum", year=2023, language="en", currency="PHP")


def ends(meeting: Meeting, *rows: dict[str, str]) -> list[str]:
    """The last day of every record, "?" where its date is a question."""
    raw = frame(RAW, [{"record_id": f"R-{n}", "action": "x", "file": "a.csv", **row} for n, row in enumerate(rows)])
    found = normalise(raw, Inputs(Path(), meeting, (), {}))
    asked = {dict(p.details)["item"] for p in found.problems if str(p.code) == "period-not-understood"}
    days = found.records["end"]
    return ["?" if f"R-{n}" in asked else day for n, day in enumerate(days)]


@pytest.mark.parametrize(
    ("header", "order"),
    [
        ("Target start (mm/dd/yyyy)", Order.MONTH_FIRST),
        ("Date [DD-MM-YY]", Order.DAY_FIRST),
        ("Due (month/day/year)", Order.MONTH_FIRST),
        ("Selesai (tgl/bln/thn)", Order.DAY_FIRST),
        ("Selesai (hh/bb/tttt)", Order.DAY_FIRST),
        ("Selesai (yyyy)", Order.OPEN),
        ("Budget/month", Order.OPEN),
    ],
)
def test_a_header_tells(header: str, order: Order) -> None:
    assert hinted(header) is order


def test_dates_with_one_reading_tell_unless_they_contradict_each_other() -> None:
    assert shown(["6/5/2023", "03/31/2023"]) is Order.MONTH_FIRST
    assert shown(["6/5/2023", "31-3-2023"]) is Order.DAY_FIRST
    assert shown(["03/31/2023", "31/03/2023"]) is Order.OPEN


def test_the_header_decides_then_the_other_dates_then_the_form_then_the_country() -> None:
    open_date = {"end_text": "06/05/2023"}
    assert ends(KENYA, {**open_date, "date_order": "Due (mm/dd/yyyy)"}) == ["2023-06-05"]
    assert ends(KENYA, open_date, {"end_text": "03/31/2023"}) == ["2023-06-05", "2023-03-31"]
    assert ends(PHILIPPINES, open_date, {"end_text": "31/03/2023"}) == ["2023-05-06", "2023-03-31"]
    assert ends(KENYA, {**open_date, "date_order": "8/17/2022 14:20:35"}) == ["2023-06-05"]
    assert ends(UNKNOWN, open_date, {"end_text": "03/31/2023", "file": "b.csv"}) == ["2023-06-05", "2023-03-31"]
    assert ends(PHILIPPINES, open_date) == ["2023-06-05"]
    assert ends(KENYA, open_date) == ["2023-05-06"]


def test_where_nobody_tells_a_date_with_two_readings_is_a_question() -> None:
    open_date = {"end_text": "06/05/2023"}
    assert ends(UNKNOWN, open_date) == ["?"]
    assert ends(KENYA, open_date, {"end_text": "03/31/2023"}, {"end_text": "31/03/2023"})[0] == "?"
    assert ends(UNKNOWN, {"end_text": "05/05/2023"}) == ["2023-05-05"]


@given(st.dates(), st.sampled_from("/-"))
def test_turned_dates_are_the_same_day(day: date, mark: str) -> None:
    written, turned = (f"{day:%m{mark}%d{mark}%Y}", f"{day:%d{mark}%m{mark}%Y}")
    assert day_first(written, Order.MONTH_FIRST) in {turned, written}
    assert is_open(written) == is_open(turned)
