"""What people decided about links wins over what is stated and what is inferred; without it all is as before."""

from collections.abc import Mapping

import networkx as nx
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.linking.link import Linked, link
from tasks.model.decisions import LinkDecision
from tasks.model.problem import Code
from tests.frames import GROUPS
from tests.linking.plans import plan

MAY, JUNE = {"start": "2017-05-01", "end": "2017-05-31"}, {"start": "2017-06-01", "end": "2017-06-30"}
MODULE = {"action": "Menyusun modul literasi digital", "number": "1", "file": "matriks.docx"} | MAY
TRAINING = {"action": "Pelatihan literasi digital", "number": "2", "file": "matriks.docx"} | JUNE
FAIR = {"action": "Lomba bercerita", "number": "3", "file": "matriks.docx", "depends_text": "setelah no. 2"} | JUNE
ROWS = (MODULE, TRAINING, FAIR)


def decided(*told: tuple[str, str, bool], rows: tuple[Mapping[str, str], ...] = ROWS) -> tuple[Linked, dict[str, str]]:
    """The links with decisions on records ("R1", "R2", whether it is accepted), and the record of each item."""
    items, records = plan(*rows)
    ids = dict(zip(records["record_id"].tolist(), records["item_id"].tolist(), strict=True))
    decisions = [LinkDecision(ids[a], ids[b], accepted, "Ani, 2017-02-11") for a, b, accepted in told]
    return link(items, records, GROUPS, "ID", decisions), {item: name for name, item in ids.items()}


def cells(made: Linked, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    rows = made.links[made.links["relation"] == "finish-start"].to_dict("records")
    shown = ("kind", "status", "confidence", "evidence")
    return {f"{names[r['from_item']]} {names[r['to_item']]}": tuple(r[name] for name in shown) for r in rows}


def test_an_accepted_proposal_holds_and_says_who_decided() -> None:
    before = cells(*decided())["R1 R2"]
    assert before[:2] == ("inferred", "proposed")
    held = cells(*decided(("R1", "R2", True)))["R1 R2"]
    assert held == ("inferred", "accepted", "1.00", f"{before[3]}; ✓ Ani, 2017-02-11")


def test_a_rejected_proposal_stays_in_the_table_as_rejected() -> None:
    before = cells(*decided())["R1 R2"]
    held = cells(*decided(("R1", "R2", False)))["R1 R2"]
    assert held == ("inferred", "rejected", before[2], f"{before[3]}; ✗ Ani, 2017-02-11")


def test_a_stated_link_can_be_rejected_and_is_not_offered_otherwise() -> None:
    held = cells(*decided(("R2", "R3", False)))
    assert held["R2 R3"] == ("explicit", "rejected", "0.95", "setelah no. 2; ✗ Ani, 2017-02-11")
    assert len(held) == 2


def test_a_link_that_nothing_speaks_for_holds_all_the_same() -> None:
    assert cells(*decided(("R1", "R3", True)))["R1 R3"] == ("inferred", "accepted", "1.00", "✓ Ani, 2017-02-11")


def test_an_accepted_link_that_closes_a_ring_is_a_contradiction_told_once() -> None:
    made, names = decided(("R3", "R2", True))
    [ring] = [p for p in made.problems if p.code in (Code.DECISION_CLOSES_RING, Code.DEPENDENCY_CYCLE)]
    details = {key: [names[item] for item in value.split(" → ")] for key, value in ring.details}
    assert ring.code == Code.DECISION_CLOSES_RING
    assert details["decided"] == ["R3", "R2"]
    assert details["weakest"] == ["R2", "R3"]
    assert cells(made, names)["R3 R2"][1] == "accepted"


def test_a_rejected_link_cuts_its_ring() -> None:
    ring = (MODULE | {"depends_text": "menunggu no. 3"}, TRAINING | {"depends_text": "setelah no. 1"}, FAIR)
    assert [p.code for p in decided(rows=ring)[0].problems] == [Code.DEPENDENCY_CYCLE]
    assert decided(("R2", "R3", False), rows=ring)[0].problems == ()


def test_of_a_ring_the_link_that_people_confirmed_is_not_proposed_to_cut() -> None:
    ring = (MODULE | {"depends_text": "menunggu no. 2"}, TRAINING | {"depends_text": "setelah no. 1"})
    [first] = decided(rows=ring)[0].problems
    made, names = decided(rows=ring)
    weakest = [names[item] for item in dict(first.details)["weakest"].split(" → ")]
    [second] = decided((weakest[0], weakest[1], True), rows=ring)[0].problems
    assert second.code == Code.DEPENDENCY_CYCLE
    assert dict(second.details)["weakest"] != dict(first.details)["weakest"]
    assert len(made.links) == 2


def test_a_decision_on_an_item_that_is_not_there_says_nothing() -> None:
    items, records = plan(*ROWS)
    without = link(items, records, GROUPS)
    made = link(items, records, GROUPS, "ID", [LinkDecision("RK-AWAY", str(items["item_id"].iloc[0]), True)])
    pd.testing.assert_frame_equal(made.links, without.links)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.tuples(st.sampled_from("123"), st.sampled_from("123")).filter(lambda p: p[0] != p[1])), st.booleans())
def test_whatever_is_decided_each_link_stands_once_and_as_decided(drawn: set[tuple[str, str]], accepted: bool) -> None:
    told = [(f"R{a}", f"R{b}", accepted) for a, b in sorted(drawn)]
    made, names = decided(*told)
    held = cells(made, names)
    assert len(held) == len(made.links[made.links["relation"] == "finish-start"])
    assert all(held[f"{a} {b}"][1] == ("accepted" if accepted else "rejected") for a, b, _ in told)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((pair[:2], pair[3:]) for pair, row in held.items() if row[1] == "accepted")
    ringed = any(p.code in (Code.DECISION_CLOSES_RING, Code.DEPENDENCY_CYCLE) for p in made.problems)
    assert ringed == (not nx.is_directed_acyclic_graph(graph))
