"""What a signal word means where it stands."""

import pytest

from tasks.linking.mentions import mentions
from tasks.linking.senses import is_adjective, uses, waits_until


@pytest.mark.parametrize(
    "before",
    [
        "Tenders can't start ",
        "Work cannot be tendered ",
        "not ",
        "must not be signed ",
        "belum bisa dimulai ",
        "tidak dapat dilelang ",
        "jangan dibangun ",
    ],
)
def test_what_cannot_be_before_another_waits_for_it(before: str) -> None:
    assert waits_until(before)


@pytest.mark.parametrize(
    "before", ["Sign the lease ", "no later than 30 days ", "paling lambat sebulan ", "belum divaksin "]
)
def test_what_is_to_be_before_another_does_not(before: str) -> None:
    assert not waits_until(before)


def test_a_before_turned_round_names_what_is_waited_for() -> None:
    assert [m.direction for m in mentions("Cannot begin before the lease is signed")] == ["after"]
    assert [m.direction for m in mentions("Fence the plot before the lease is signed")] == ["before"]


@pytest.mark.parametrize(
    "text",
    [
        "Clear all pending claims",
        "Process pending applications on the portal",
        "Decide the pending appeals",
        "Hear pending cases",
    ],
)
def test_pending_as_an_adjective_waits_for_nothing(text: str) -> None:
    assert not mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Open the depot, pending approval of the budget",
        "Open the depot pending the lease",
        "Open the depot pending MoF guidelines",
        "pending joint guidelines on resettlement",
    ],
)
def test_pending_as_a_preposition_does(text: str) -> None:
    assert [m.direction for m in mentions(text)] == ["after"]


def test_pending_at_the_end_waits_for_nothing_named() -> None:
    assert not is_adjective("the permits still ", "")


@pytest.mark.parametrize(
    ("words", "used"), [("using the map", True), ("dengan memakai peta", True), ("under the act", False)]
)
def test_what_is_used(words: str, used: bool) -> None:
    assert uses(words) is used
