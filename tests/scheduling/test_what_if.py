"""Moving one item tells what slips, for whom."""

from datetime import date

import pytest

from tasks.scheduling.what_if import Slip, months_to, what_if
from tests.frames import items, links
from tests.scheduling.plans import TODAY, by, item

PLAN = items(
    item("A", "2019-02", "2019-03"), item("B", "2019-04", "2019-05", owners="Disdik Jambi; LPMP Jambi"), item("C"),
    by("D", "2019-12"),
)  # fmt: skip
BONDS = links("A B", "B C", "C D")


def test_dependents_slip_by_what_the_slack_does_not_take_up() -> None:
    assert what_if(PLAN, BONDS, TODAY, "A", 3).slips == (
        Slip("B", ("Disdik Jambi", "LPMP Jambi"), "2019-05-31", "2019-07-31", 2),
        Slip("C", (), "2019-05-31", "2019-07-31", 2),
    )


def test_within_the_slack_nothing_slips() -> None:
    assert what_if(PLAN, BONDS, TODAY, "A", 1).slips == ()


def test_what_waits_without_a_date_comes_earlier_too() -> None:
    assert what_if(PLAN, BONDS, TODAY, "B", -1).slips == (Slip("C", (), "2019-05-31", "2019-04-30", -1),)


def test_an_item_ends_no_sooner_than_what_it_waits_for() -> None:
    found = what_if(PLAN, BONDS, TODAY, "B", -3)
    assert (found.asked, found.own.months, found.own.after) == (-3, -1, "2019-04-30")


def test_the_months_to_a_month_count_from_when_it_is_scheduled() -> None:
    assert [months_to(PLAN, BONDS, TODAY, name, date(2019, 8, 15)) for name in "ABC"] == [5, 3, 3]


def test_links_of_a_ring_move_nobody_and_the_item_says_so() -> None:
    found = what_if(PLAN, links("A B", "B A", "B C"), TODAY, "B", 2)
    assert (found.ringed, [slip.item for slip in found.slips]) == (True, ["C"])


def test_an_item_that_is_not_in_the_plan() -> None:
    with pytest.raises(KeyError):
        what_if(PLAN, BONDS, TODAY, "X", 1)
