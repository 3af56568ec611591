"""A timetable always comes out; what cannot be kept is said link by link."""

from datetime import date

import networkx as nx
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.problem import Code
from tasks.scheduling.schedule import schedule
from tasks.scheduling.windows import first_day, last_day, month
from tests.frames import items, links

TODAY = date(2019, 1, 15)
JANUARY = 2019 * 12


def item(name: str, start: str = "", end: str = "", sense: str = "within") -> dict[str, str]:
    """An item with a period, its months as "2019-03"."""
    first = first_day(month(f"{start}-01") or 0) if start else ""
    last = last_day(month(f"{end}-01") or 0) if end else ""
    return {"item_id": name, "period_sense": sense, "start": first, "end": last}


def column(made: pd.DataFrame, name: str) -> dict[str, str]:
    """A column by item."""
    return dict(zip(made["item_id"], made[name], strict=True))


def test_an_item_without_a_period_gets_the_window_that_the_network_leaves_it() -> None:
    plan = items(item("A", "2019-02", "2019-03"), item("B"), item("C", "2019-05", "2019-06"))
    made = schedule(plan, links("A B", "B C"), TODAY).items
    assert column(made, "earliest_start")["B"] == "2019-03-01"
    assert column(made, "latest_finish")["B"] == "2019-06-30"


def test_a_prerequisite_that_ends_too_late_is_told_with_the_months_it_is_short() -> None:
    plan = items(item("A", "2019-06", "2019-08"), item("B", "2019-04", "2019-05"))
    [found] = schedule(plan, links("A B"), TODAY).problems
    assert found.code == Code.SCHEDULE_INFEASIBLE
    assert dict(found.details) == {
        "item": "B", "prerequisite": "A", "end": "2019-05-31", "earliest": "2019-08-31", "months": "3",
    }  # fmt: skip


def test_both_in_one_month_is_possible() -> None:
    plan = items(item("A", "2019-05", "2019-05"), item("B", "2019-05", "2019-05"))
    assert schedule(plan, links("A B"), TODAY).problems == ()


def test_a_ring_binds_nobody_and_still_gives_a_timetable() -> None:
    plan = items(item("A", "2019-06", "2019-06"), item("B", "2019-02", "2019-02"), item("C"))
    made = schedule(plan, links("A B", "B A", "B C"), TODAY)
    assert made.problems == ()
    assert all(column(made.items, "earliest_start").values())


def test_only_accepted_links_bind() -> None:
    plan = items(item("A", "2019-06", "2019-06"), item("B", "2019-02", "2019-02"))
    proposed = links("A B").assign(status=pd.Series(["proposed"], dtype="str"))
    assert schedule(plan, proposed, TODAY).problems == ()


def test_the_critical_path_is_the_longest_chain_without_slack() -> None:
    plan = items(item("A", "2019-01", "2019-06"), item("B", "2019-06", "2019-06"), item("C", "2019-01", "2019-02"))
    made = schedule(plan, links("A B", "C B"), TODAY).items
    assert column(made, "on_critical_path") == {"A": "yes", "B": "yes", "C": ""}
    assert column(made, "slack_months") == {"A": "0", "B": "0", "C": "4"}


def test_what_recurs_is_on_no_path() -> None:
    plan = items(item("A", "2019-01", "2019-12", "recurring"), item("B", "2019-06", "2019-12"))
    assert column(schedule(plan, links("A B"), TODAY).items, "on_critical_path")["A"] == ""


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Periods as (first, last) month from January 2019, and links from earlier to later items: no ring."""
    size = draw(st.integers(2, 9))
    months = st.integers(0, 23)
    periods = [tuple(sorted((draw(months), draw(months)))) for _ in range(size)]
    pairs = [(a, b) for b in range(size) for a in range(b)]
    return [(a, b) for a, b in periods], draw(st.lists(st.sampled_from(pairs), unique=True))


@given(plans())
def test_times_agree_with_the_longest_way_through_the_network(
    drawn: tuple[list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    """Ends worked out one by one along every way, as an independent count, against the two passes."""
    periods, pairs = drawn
    graph = nx.DiGraph(pairs)
    graph.add_nodes_from(range(len(periods)))

    def end(number: int) -> int:
        first, last = periods[number]
        begin = max([first, *(end(before) for before in graph.predecessors(number))])
        return last if begin <= last else begin + last - first

    rows = [
        {"item_id": f"I{n}", "period_sense": "within", "start": first_day(JANUARY + a), "end": last_day(JANUARY + b)}
        for n, (a, b) in enumerate(periods)
    ]
    made = schedule(items(*rows), links(*(f"I{a} I{b}" for a, b in pairs)), TODAY)
    late = {(dict(p.details)["prerequisite"], dict(p.details)["item"]) for p in made.problems}
    assert late == {(f"I{a}", f"I{b}") for a, b in graph.edges if end(a) > periods[b][1]}
