"""Rings of items that wait for one another."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tasks.linking.cycles import rings, told


def test_a_ring_begins_with_the_first_of_the_alphabet_and_names_its_weakest_link() -> None:
    confidence = {("B", "C"): "0.95", ("C", "A"): "0.85", ("A", "B"): "0.95", ("A", "D"): "0.80"}
    assert list(rings(confidence)) == [(["A", "B", "C"], ("C", "A"))]


def test_a_ring_as_people_read_it() -> None:
    assert told(["A", "B"]) == "A → B → A"


def test_two_rings_apart_are_two() -> None:
    confidence = dict.fromkeys([("A", "B"), ("B", "A"), ("C", "D"), ("D", "C")], "0.9")
    assert [ring for ring, _ in rings(confidence)] == [["A", "B"], ["C", "D"]]


_LINKS = st.lists(st.tuples(st.sampled_from("ABCDEF"), st.sampled_from("ABCDEF")).filter(lambda x: x[0] != x[1]))


@given(_LINKS)
def test_without_the_weakest_links_nobody_waits_in_a_ring(drawn: list[tuple[str, str]]) -> None:
    found = list(rings(dict.fromkeys(drawn, "0.9")))
    left = nx.DiGraph(set(drawn) - {weakest for _, weakest in found})
    assert nx.is_directed_acyclic_graph(left)
    assert all(set(zip(ring, [*ring[1:], ring[0]], strict=True)) <= set(drawn) for ring, _ in found)
    assert bool(found) == (not nx.is_directed_acyclic_graph(nx.DiGraph(drawn)))


def test_a_shorter_ring_is_cut_first() -> None:
    confidence = dict.fromkeys([("A", "B"), ("B", "C"), ("C", "D"), ("D", "A"), ("D", "C")], "0.9")
    assert list(rings(confidence)) == [(["C", "D"], ("C", "D"))]
