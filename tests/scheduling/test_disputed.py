"""Sources that state two periods: what one of them lets be kept is undecided, not impossible."""

import pytest

from tasks.model.problem import Code, Problem
from tasks.scheduling.schedule import schedule
from tests.frames import items, links, records
from tests.scheduling.plans import TODAY, Cells, by, item


def problems(plan: list[Cells], sources: list[Cells], *pairs: str) -> list[Problem]:
    told = [{"item_id": source["item_id"], "start": source["start"], "end": source["end"]} for source in sources]
    return list(schedule(items(*plan), links(*pairs), TODAY, records=records(*told)).problems)


EARLY, LATE, NEXT = by("A", "2019-03"), by("A", "2019-06"), by("B", "2019-04")
NEXT_LATER = by("B", "2019-07")


def test_one_source_that_keeps_the_order_leaves_it_undecided() -> None:
    [found] = problems([LATE, NEXT], [LATE, EARLY, NEXT], "A B")
    details = dict(found.details)
    assert found.code == Code.SCHEDULE_UNDECIDED
    assert (details["item"], details["before"], details["after"]) == ("A", "A", "B")
    assert (details["kept"], details["broken"]) == ("../2019-03-31", "../2019-06-30")


def test_a_source_that_breaks_the_order_is_told_though_the_plan_goes_by_another() -> None:
    [found] = problems([EARLY, NEXT], [EARLY, LATE, NEXT], "A B")
    assert (found.code, dict(found.details)["broken"]) == (Code.SCHEDULE_UNDECIDED, "../2019-06-30")


@pytest.mark.parametrize("other", [by("A", "2019-07"), item("A")])
def test_what_no_source_lets_be_kept_is_impossible(other: Cells) -> None:
    [found] = problems([LATE, NEXT], [LATE, other, NEXT], "A B")
    assert found.code == Code.SCHEDULE_INFEASIBLE


def test_sources_that_all_keep_the_order_are_no_problem() -> None:
    assert problems([EARLY, NEXT_LATER], [EARLY, LATE, NEXT_LATER], "A B") == []


def test_the_end_of_a_longer_chain_counts_too() -> None:
    [found] = problems([LATE, item("U"), NEXT], [LATE, item("U"), NEXT, NEXT_LATER], "A U", "U B")
    assert (found.code, dict(found.details)["item"]) == (Code.SCHEDULE_UNDECIDED, "B")
