"""What would remove a chain."""

from datetime import date

import pytest

from tasks.scheduling.schedule import schedule
from tests.frames import items, links
from tests.scheduling.plans import TODAY, by, item, lagged, with_cells

Cells = dict[str, str]


def offered(*rows: Cells, lag: str = "", as_of: date = TODAY, cells: Cells | None = None) -> tuple[list[str], Cells]:
    """Options for A before B, and the details that they fill."""
    table = with_cells(lagged(lag, "A B"), **(cells or {}))
    [found] = schedule(items(*rows), table, as_of).problems
    told = dict(found.details)
    keys = [told[f"option_{n}"] for n in range(1, 5)]
    return [key.rpartition(".")[2] for key in keys if key], told


def test_a_period_that_begins_in_time_is_shortened_or_done_in_parts() -> None:
    kinds, told = offered(item("A", "2019-03", "2019-06"), item("B", "2019-04", "2019-05"))
    assert kinds == ["shorter", "first-part", "end"]
    assert (told["by"], told["new_end"]) == ("2019-05-31", "2019-06-30")


def test_a_period_that_begins_too_late_is_moved_as_a_whole() -> None:
    kinds, told = offered(item("A", "2019-05", "2019-06"), item("B", "2019-03", "2019-03"))
    assert kinds == ["earlier", "end", "rest"]
    assert told["moved"] == "2019-02-01/2019-03-31"


def test_nothing_is_moved_before_today() -> None:
    late = date(2019, 3, 20)
    kinds, _ = offered(item("A", "2019-05", "2019-06"), item("B", "2019-03", "2019-03"), as_of=late)
    assert kinds == ["end", "rest"]


def test_nothing_is_moved_before_what_it_waits_for_itself() -> None:
    plan = items(item("Z", "2019-04", "2019-06"), by("A", "2019-06"), item("B", "2019-05", "2019-05"))
    [found] = schedule(plan, links("Z A", "A B"), TODAY).problems
    assert [text for name, text in found.details if name.startswith("option")][:2] == [
        "@scheduling.option.end",
        "@scheduling.option.rest",
    ]


@pytest.mark.parametrize("cells", [{"confidence": "0.80"}, {"kind": "inferred"}])
def test_a_link_with_weak_evidence_may_be_cut(cells: Cells) -> None:
    kinds, told = offered(by("A", "2019-06"), by("B", "2019-05"), cells={"evidence": "menurut data"} | cells)
    assert kinds == ["sooner", "first-part", "end", "cut"]
    assert (told["cut_from"], told["cut_to"], told["evidence"]) == ("A", "B", "menurut data")


def test_days_that_are_given_are_kept_apart_within_a_month() -> None:
    kinds, told = offered(by("A", "2019-03-20"), by("B", "2019-03-13"))
    assert kinds == ["sooner", "first-part", "end"]
    assert (told["months"], told["short"]) == ("7", "@scheduling.short.days")
    assert (told["by"], told["new_end"]) == ("2019-03-13", "2019-03-20")


def test_new_days_are_working_days() -> None:
    """30 March 2019 was a Saturday; 1 to 9 June held Pancasila Day, Lebaran with its joint leave, and weekends."""
    _, told = offered(by("A", "2019-06-04"), by("B", "2019-03-30"))
    assert (told["by"], told["new_end"]) == ("2019-03-29", "2019-06-10")


def test_the_lag_is_left_before_the_deadline() -> None:
    _, told = offered(by("A", "2019-06"), by("B", "2019-06"), lag="P1M")
    assert (told["by"], told["new_end"]) == ("2019-05-31", "2019-07-31")
