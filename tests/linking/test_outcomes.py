"""Things that an action takes as done by another."""

from collections.abc import Mapping

import pytest

from tasks.linking.outcomes import outcomes
from tests.linking.plans import linked

FILE = {"file": "minutes.docx", "start": "2025-01-01", "end": "2025-12-31"}


def stated(*rows: Mapping[str, str]) -> set[tuple[str, str]]:
    made, items = linked(*({**FILE, **row} for row in rows))
    names = {item: name for name, item in items.items()}
    links = made.links[made.links["kind"] == "explicit"]
    return {(names[a], names[b]) for a, b in zip(links["from_item"], links["to_item"], strict=True)}


@pytest.mark.parametrize(
    ("action", "named"),
    [
        ("Inspect the newly licensed quarries in the north", ["the newly licensed quarries"]),
        ("Coach these mediators in the provinces", ["these mediators"]),
        ("Memasang alat tersebut di pelabuhan", ["alat tersebut"]),
        ("Consolidate the registers and rank them", ["these registers"]),
        ("Paint the red doors", []),
        ("Consolidate registers", []),
        ("Review this", []),
    ],
)
def test_words_that_take_a_thing_as_there(action: str, named: list[str]) -> None:
    assert [mention.phrase for mention in outcomes(action)] == named


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("License 12 quarries", "Inspect the newly licensed quarries"),
        ("Appoint a mediator in each port", "Coach these mediators"),
        ("Submit the register of moorings to the Port Authority", "Consolidate the registers and rank moorings"),
        ("Menunjuk petugas syahbandar", "Melatih petugas tersebut"),
    ],
)
def test_what_was_done_just_before_comes_first(first: str, then: str) -> None:
    rows = ({"action": "Sweep the harbour roads", "owners": "City"}, {"action": first, "owners": "Port"})
    assert stated(*rows, {"action": then, "owners": "Region"}) == {("R2", "R3")}


def test_something_that_is_only_spoken_about_is_brought_about_by_nobody() -> None:
    assert stated({"action": "Promote moorings", "owners": "Port"}, {"action": "Paint these moorings"}) == set()
