"""Which period holds when several are stated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.periods import Stated, settled

MARCH = ("2017-03-01", "2017-03-31")
Q1 = ("2017-01-01", "2017-03-31")
YEAR = ("2017-01-01", "2017-12-31")


def of(*periods: tuple[str, str]) -> tuple[str, str, tuple[str, ...]]:
    found = settled([Stated(start, end, n) for n, (start, end) in enumerate(periods)])
    return found.start, found.end, found.conflicts


def test_nothing_stated() -> None:
    assert of(("", ""), ("", "")) == ("", "", ())


def test_one_stated() -> None:
    assert of(("", ""), MARCH) == (*MARCH, ())


@pytest.mark.parametrize("wide", [Q1, YEAR])
def test_the_finer_within_a_unit_of_the_calendar_holds(wide: tuple[str, str]) -> None:
    assert of(wide, MARCH) == of(MARCH, wide) == (*MARCH, ())


def test_a_span_of_months_is_no_unit_and_contradicts() -> None:
    assert of(("2017-02-01", "2017-04-30"), MARCH) == ("2017-02-01", "2017-04-30", ("start", "end"))


def test_the_first_of_two_that_contradict_holds() -> None:
    assert of(("2017-03-01", "2017-04-30"), ("2017-03-01", "2017-05-31")) == ("2017-03-01", "2017-04-30", ("end",))


def test_an_open_side_is_filled_by_the_other() -> None:
    assert of(("2017-03-01", ""), ("", "2017-05-31")) == ("2017-03-01", "2017-05-31", ())


def test_sides_that_would_cross_are_not_put_together() -> None:
    assert of(("2017-06-01", ""), ("", "2017-05-31")) == ("2017-06-01", "", ("end",))


@given(st.lists(st.tuples(st.dates(), st.dates()).map(lambda d: (min(d).isoformat(), max(d).isoformat())), max_size=4))
def test_what_holds_was_stated_and_is_in_order(periods: list[tuple[str, str]]) -> None:
    start, end, _ = of(*periods)
    assert start == "" or start <= end
    assert not periods or (start in {a for a, _ in periods} and end in {b for _, b in periods})


def test_what_is_due_by_a_unit_holds_what_is_within_the_unit() -> None:
    found = settled([Stated("", Q1[1], 0, Q1[0]), Stated(*MARCH, 1)])
    assert (found.start, found.end, found.conflicts) == (*MARCH, ())
    assert of(("", "2017-06-30"), MARCH) == ("2017-03-01", "2017-06-30", ("end",))
