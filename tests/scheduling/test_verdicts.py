"""Every link has a verdict."""

import pandas as pd
import pytest

from tasks.scheduling.schedule import schedule
from tests.frames import items, links
from tests.scheduling.plans import TODAY, by, item, lagged, with_cells

Cells = dict[str, str]


def judged(before: Cells, after: Cells, bonds: pd.DataFrame) -> tuple[str, str]:
    """Verdict and months left of A before B."""
    made = schedule(items(before, after), bonds, TODAY).links
    return str(made["verdict"].iloc[0]), str(made["between"].iloc[0])


CASES = [
    (item("A", "2019-05", "2019-06"), item("B", "2019-03", "2019-04"), "impossible"),
    (item("A", "2019-03", "2019-06"), item("B", "2019-03", "2019-04"), "impossible-as-promised"),
    (item("A", "2019-03", "2019-06", "whole"), item("B", "2019-03", "2019-04"), "impossible"),
    (by("A", "2019-08"), item("B", "2019-07", "2019-07"), "impossible-as-promised"),
    (item("A", "2019-03", "2019-05"), item("B", "2019-05", "2019-05"), "order-inside-period"),
    (item("A", "2019-03", "2019-05"), item("B", "2019-04", "2019-07"), "order-inside-period"),
    (by("A", "2019-05"), by("B", "2019-05"), "order-inside-period"),
    (item("A", "2019-03", "2019-04"), item("B", "2019-05", "2019-05"), "fine"),
    (by("A", "2019-03-10"), item("B", "2019-03-11", "2019-03-20"), "fine"),
    (by("A", "2019-04"), by("B", "2019-05"), "fine"),
    (item("A", "2019-01", "2019-12", "recurring"), item("B", "2019-03", "2019-04"), "fine"),
]


@pytest.mark.parametrize("status", ["accepted", "proposed"])
@pytest.mark.parametrize(("before", "after", "verdict"), CASES)
def test_periods_decide_on_accepted_and_proposed_links_alike(
    before: Cells, after: Cells, verdict: str, status: str
) -> None:
    assert judged(before, after, with_cells(links("A B"), status=status)) == (verdict, "")


def test_a_lag_counts() -> None:
    assert judged(by("A", "2019-04"), by("B", "2019-05"), lagged("P1M", "A B"))[0] == "order-inside-period"
    assert judged(by("A", "2019-04"), by("B", "2019-05"), lagged("P2M", "A B"))[0] == "impossible-as-promised"


def test_an_undated_item_is_told_the_months_that_are_left() -> None:
    assert judged(item("A"), by("B", "2019-05"), links("A B")) == ("undated", "2019-01-01/2019-05-31")
    assert judged(by("A", "2019-05"), item("B"), links("A B")) == ("undated", "2019-05-01/2019-05-31")
    assert judged(item("A"), by("B", "2018-05"), links("A B")) == ("undated", "")


def test_what_does_not_bind_has_no_verdict() -> None:
    late = (by("A", "2019-08"), by("B", "2019-07"))
    for cells in ({"status": "rejected"}, {"relation": "related"}, {"to_item": "X"}):
        assert judged(*late, with_cells(links("A B"), **cells)) == ("", "")
