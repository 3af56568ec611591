"""A timetable always comes out: windows, slack, the critical path; what cannot be kept is told with ways out."""

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.problem import Code, Problem
from tasks.scheduling.moments import first_day, last_day
from tasks.scheduling.passes import times
from tasks.scheduling.schedule import schedule
from tests.frames import items, links
from tests.fuzzing.schedules import Plan
from tests.scheduling.plans import TODAY, by, column, item, lagged, with_cells

JANUARY = 2019 * 12


def details(found: Problem) -> dict[str, str]:
    """The details of a problem that say something."""
    return {name: text for name, text in found.details if text}


def test_an_item_without_a_period_gets_the_window_that_the_network_leaves_it() -> None:
    plan = items(item("A", "2019-02", "2019-03"), item("B"), item("C", "2019-05", "2019-06"))
    made = schedule(plan, links("A B", "B C"), TODAY).items
    assert column(made, "earliest_start")["B"] == "2019-03-01"
    assert column(made, "latest_finish")["B"] == "2019-06-30"


def test_a_deadline_is_when_it_is_promised_and_dependents_begin_no_earlier() -> None:
    made = schedule(items(by("A", "2019-05"), item("B")), links("A B"), TODAY).items
    assert column(made, "earliest_start") == {"A": "2019-01-01", "B": "2019-05-01"}


def test_a_dependent_begins_when_the_lag_is_over() -> None:
    made = schedule(items(item("A", "2019-02", "2019-03"), item("B")), lagged("P2M", "A B"), TODAY).items
    assert column(made, "earliest_start")["B"] == "2019-05-01"


def test_both_in_one_month_is_possible() -> None:
    plan = items(item("A", "2019-05", "2019-05"), item("B", "2019-05", "2019-05"))
    assert schedule(plan, links("A B"), TODAY).problems == ()


def test_a_ring_moves_nobody_but_its_links_are_held_against_the_dates() -> None:
    plan = items(item("A", "2019-06", "2019-06"), item("B", "2019-02", "2019-02"), item("C"))
    made = schedule(plan, links("A B", "B A", "B C"), TODAY)
    assert [details(found)["way"] for found in made.problems] == ["A → B"]
    assert column(made.items, "earliest_start")["C"] == "2019-02-01"


def test_only_accepted_links_that_bind_in_time_count() -> None:
    plan = items(item("A", "2019-06", "2019-06"), item("B", "2019-02", "2019-02"))
    for cells in ({"status": "proposed", "confidence": "0.50"}, {"relation": "start-start"}):
        assert schedule(plan, with_cells(links("A B"), **cells), TODAY).problems == ()


def test_the_critical_path_is_the_longest_chain_that_holds_up_the_end() -> None:
    plan = items(item("A", "2019-01", "2019-06"), item("B", "2019-06", "2019-06"), item("C", "2019-01", "2019-02"))
    made = schedule(plan, links("A B", "C B"), TODAY).items
    assert column(made, "on_critical_path") == {"A": "yes", "B": "yes", "C": ""}
    assert column(made, "slack_months") == {"A": "0", "B": "0", "C": "4"}


def test_the_critical_path_ends_with_the_linked_work() -> None:
    plan = items(item("A", "2019-01", "2019-06"), item("B", "2019-06", "2019-06"), item("C", "2019-01", "2019-12"))
    assert column(schedule(plan, links("A B"), TODAY).items, "on_critical_path") == {"A": "yes", "B": "yes", "C": ""}


def test_what_recurs_is_on_no_path() -> None:
    plan = items(item("A", "2019-01", "2019-12", "recurring"), item("B", "2019-06", "2019-12"))
    assert column(schedule(plan, links("A B"), TODAY).items, "on_critical_path")["A"] == ""


def test_two_promises_that_exclude_each_other_are_told_cause_first_with_ways_out() -> None:
    plan = items(by("A", "2019-08"), item("B", "2019-06", "2019-07"))
    [found] = schedule(plan, links("A B"), TODAY).problems
    assert found.code == Code.SCHEDULE_INFEASIBLE
    assert details(found) == {
        "prerequisite": "A", "cause": "Kegiatan A", "cause_period": "../2019-08-31",
        "ready": "@scheduling.ready.promised",
        "earliest": "2019-08-31", "item": "B", "action": "Kegiatan B", "period": "2019-06-01/2019-07-31",
        "end": "2019-07-31", "way": "A → B", "months": "1", "short": "@scheduling.short.months",
        "kind": "@scheduling.kind.promised",
        "option_1": "@scheduling.option.sooner", "option_2": "@scheduling.option.first-part",
        "option_3": "@scheduling.option.end", "by": "2019-07-31", "new_end": "2019-08-31",
    }  # fmt: skip


def test_a_chain_leads_through_items_without_dates() -> None:
    plan = items(item("A", "2019-06", "2019-06"), item("U"), item("V"), item("B", "2019-03", "2019-04"))
    [found] = schedule(plan, links("A U", "U V", "V B"), TODAY).problems
    told = details(found)
    assert (told["way"], told["through"], told["months"]) == ("A → U → V → B", "@scheduling.through", "2")


def test_of_a_long_chain_both_ends_are_told() -> None:
    names = [f"U{n}" for n in range(20)]
    plan = items(item("A", "2019-06", "2019-06"), *map(item, names), item("B", "2019-03", "2019-04"))
    [found] = schedule(plan, links(*(f"{a} {b}" for a, b in pairwise(["A", *names, "B"]))), TODAY).problems
    assert details(found)["way"] == "A → U0 → U1 → U2 → U3 → U4 → … → U15 → U16 → U17 → U18 → U19 → B"


def test_consequences_are_listed_under_their_cause_and_are_no_findings() -> None:
    late = items(
        item("A", "2019-09", "2019-09"), item("B", "2019-08", "2019-08"), item("C", "2019-08", "2019-08"),
        item("U"), item("D", "2019-08", "2019-08"), item("E", "2019-10", "2019-10"),
    )  # fmt: skip
    [found] = schedule(late, links("A B", "B C", "C U", "U D", "D E"), TODAY).problems
    assert details(found)["followers"] == "C, D"


def test_more_followers_than_can_be_told_are_counted() -> None:
    names = [f"F{n}" for n in range(8)]
    plan = items(item("A", "2019-09", "2019-09"), *(item(name, "2019-08", "2019-08") for name in names))
    chain = links("A F0", *(f"{a} {b}" for a, b in pairwise(names)))
    told = details(schedule(plan, chain, TODAY).problems[0])
    assert (told["followers"], told["more"]) == ("F1, F2, F3, F4, F5, F6", "1")
    assert told["following"] == "@scheduling.followers.more"


def test_an_item_late_by_two_prerequisites_has_a_chain_for_each() -> None:
    plan = items(item("A", "2019-06", "2019-06"), by("B", "2019-07"), item("C", "2019-05", "2019-05"))
    found = schedule(plan, links("A C", "B C"), TODAY).problems
    assert [details(one)["prerequisite"] for one in found] == ["A", "B"]


def test_the_same_plan_gives_the_same_tables() -> None:
    plan, bonds = items(by("A", "2019-08"), item("B", "2019-06", "2019-07"), item("C")), links("A B", "B C")
    one, other = schedule(plan, bonds, TODAY), schedule(plan, bonds, TODAY)
    assert one.items.equals(other.items)
    assert one.links.equals(other.links)
    assert one.problems == other.problems


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
    """Begins worked out one by one along every way, as an independent count, against the pass forward."""
    periods, pairs = drawn
    graph = nx.DiGraph(pairs)
    graph.add_nodes_from(range(len(periods)))

    def begin(number: int) -> int:
        return max([periods[number][0], *(end(before) for before in graph.predecessors(number))])

    def end(number: int) -> int:
        first, last = periods[number]
        return last if begin(number) <= last else begin(number) + last - first

    rows = [
        {"item_id": f"I{n}", "period_sense": "within", "start": first_day(JANUARY + a), "end": last_day(JANUARY + b)}
        for n, (a, b) in enumerate(periods)
    ]
    fixed = {"status": "accepted", "relation": "finish-start"}
    bonds = [{"from_item": f"I{a}", "to_item": f"I{b}"} | fixed for a, b in pairs]
    found = times(Plan(rows, bonds).network(), JANUARY)
    assert list(found.begin) == [JANUARY + begin(n) for n in range(len(periods))]
