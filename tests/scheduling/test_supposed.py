"""Likely links that nobody wrote down: what could not be kept if they held is told as a condition."""

import pandas as pd
import pytest

from tasks.model.problem import Code
from tasks.scheduling.schedule import Scheduled, schedule
from tests.frames import items, links
from tests.scheduling.plans import TODAY, by, with_cells

PLAN = items(by("A", "2019-06"), by("B", "2019-04"), by("C", "2019-03"))


def offered(confidence: str, *pairs: str) -> pd.DataFrame:
    cells = {"kind": "inferred", "status": "proposed", "evidence": "guideline → use: konten"}
    return with_cells(links(*pairs), **cells, confidence=confidence)


def scheduled(*bonds: pd.DataFrame) -> Scheduled:
    return schedule(PLAN, pd.concat(bonds, ignore_index=True), TODAY)


def test_a_likely_link_that_cannot_be_kept_is_told_with_ways_out_and_moves_nobody() -> None:
    made = scheduled(offered("0.80", "A B"))
    [found] = made.problems
    details = dict(found.details)
    assert (found.code, details["way"], details["months"]) == (Code.SCHEDULE_INFEASIBLE_IF, "A → B", "2")
    assert [details[f"option_{n}"] for n in (1, 4)] == ["@scheduling.option.sooner", "@scheduling.option.cut"]
    assert details["evidence"] == "konten"
    assert list(made.links["status"]) == ["proposed"]
    assert set(made.items["on_critical_path"]) == {""}


@pytest.mark.parametrize(
    "bonds",
    [
        [offered("0.60", "A B")],
        [offered("0.80", "C B")],
        [offered("0.80", "A B"), links("C B")],
    ],
    ids=["unlikely", "in time", "the dependent says what it waits for"],
)
def test_nothing_is_supposed_without_need(bonds: list[pd.DataFrame]) -> None:
    assert scheduled(*bonds).problems == ()


def test_what_is_stated_is_told_once() -> None:
    found = scheduled(links("A B"), offered("0.80", "A C")).problems
    assert [(one.code, dict(one.details)["item"]) for one in found] == [
        (Code.SCHEDULE_INFEASIBLE, "B"),
        (Code.SCHEDULE_INFEASIBLE_IF, "C"),
    ]
